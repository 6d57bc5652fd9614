import { listOf, type Shape, text } from "./shape.ts";

export type ColumnType = "STRING" | "INT32" | "FLOAT" | "DOUBLE" | "BOOLEAN" | "JSON";

/** One column. `JSON` is stored as text, which every reader of Parquet shows as text. */
export interface Column {
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** Values are row numbers of this table. */
  readonly refersTo?: "papers" | "authors" | "teams" | "parts" | "nodes";
  /** Smallest and largest number allowed; without it any that the type can hold and that is finite. */
  readonly range?: readonly [number, number];
  readonly oneOf?: readonly string[];
  /** Of a JSON column. */
  readonly shape?: Shape<unknown>;
  /** Few values over and over: each is written once, whatever a sample makes the writer think. */
  readonly repeats?: true;
}

/** A column for each property of `Table`, of the type that the property needs; the order here is the order on disk. */
export type ColumnsOf<Table> = { readonly [K in Exclude<keyof Table, "rowCount">]: ColumnFor<Table[K]> };

type ColumnFor<Values> = Values extends Float32Array
  ? Column & { type: "FLOAT"; nullable: false }
  : Values extends Float64Array
    ? Column & { type: "DOUBLE"; nullable: false }
    : Values extends Uint32Array
      ? Column & { type: "INT32"; nullable: false }
      : Values extends readonly (infer Value)[]
        ? Column & { type: TypeFor<NonNullable<Value>>; nullable: null extends Value ? true : false }
        : never;

type TypeFor<Value> = Value extends string
  ? "STRING"
  : Value extends number
    ? "INT32"
    : Value extends boolean
      ? "BOOLEAN"
      : "JSON";

export const TEXT = { type: "STRING", nullable: false } as const;
export const TEXT_OR_NULL = { type: "STRING", nullable: true } as const;
export const COUNT = { type: "INT32", nullable: false } as const;
export const COUNT_OR_NULL = { type: "INT32", nullable: true } as const;
export const YEAR_OR_NULL = { type: "INT32", nullable: true, range: [-9999, 9999] } as const;
export const WEIGHT = { type: "DOUBLE", nullable: false, range: [0, Number.MAX_VALUE] } as const;
// A share is a quotient of sums: rounding may carry it past 1 by a few units of its last place.
export const SHARE = { type: "FLOAT", nullable: false, range: [0, 1.000001] } as const;
export const POSITION = { type: "FLOAT", nullable: false, range: [-0.5, 0.5] } as const;
export const TEXTS = { type: "JSON", nullable: false, shape: listOf(text) } as const;
export const YES_OR_NO = { type: "BOOLEAN", nullable: false } as const;
export const PAPER = { type: "INT32", nullable: false, refersTo: "papers" } as const;
export const AUTHOR = { type: "INT32", nullable: false, refersTo: "authors" } as const;
export const NODE = { type: "INT32", nullable: false, refersTo: "nodes" } as const;
export const WORDS = { type: "JSON", nullable: false, shape: listOf(text) } as const;
export const WORDS_OR_NULL = { type: "JSON", nullable: true, shape: listOf(text) } as const;
