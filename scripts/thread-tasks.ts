import type { TableName } from "../src/dataset/columns.ts";
import type { AnyTable } from "../src/dataset/write-dataset.ts";
import type { PaperField } from "../src/model/dataset.ts";
import type { Vocabulary } from "../src/network/paper-fields.ts";
import type { PartNaming } from "../src/network/part-names.ts";
import type { TeamNaming } from "../src/network/team-names.ts";
import type { PaperTexts, PartsToName, TeamsToName, Writers } from "../src/pipeline/text-work.ts";
import type { StartsToMake } from "./start-threads.ts";

/** What the second thread can be asked for, by name. */
export interface Tasks {
  readonly texts: {
    readonly input: { readonly papers: PaperTexts; readonly vocabulary: Vocabulary };
    readonly output: readonly (readonly PaperField[])[];
  };
  readonly writers: { readonly input: Writers; readonly output: undefined };
  readonly names: { readonly input: TeamsToName; readonly output: readonly TeamNaming[] };
  readonly parts: { readonly input: PartsToName; readonly output: readonly PartNaming[] };
  /** The starts made are told in the memory that threads share. */
  readonly starts: { readonly input: StartsToMake; readonly output: undefined };
  readonly table: {
    readonly input: { readonly name: TableName; readonly values: AnyTable };
    readonly output: Uint8Array;
  };
}

export type Task = {
  [Name in keyof Tasks]: { readonly name: Name; readonly input: Tasks[Name]["input"] };
}[keyof Tasks];

/** Tasks are numbered from 0 as they are begun. */
export type Answer =
  | { readonly number: number; readonly output: Tasks[keyof Tasks]["output"] }
  | { readonly number: number; readonly error: unknown };
