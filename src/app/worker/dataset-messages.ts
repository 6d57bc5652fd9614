import type { Arrival } from "../../scene/arriving.ts";

/** To the worker that reads a large dataset: the folder it is in, as an address. */
export interface ToOpener {
  readonly kind: "open";
  readonly folder: string;
}

/**
 * From it: how far it is; then the dataset in pieces, so that the page can do something else between two of them; or why there is none, in a
 * sentence, where that is known.
 */
export type FromOpener =
  | { readonly kind: "arrival"; readonly arrival: Arrival }
  | { readonly kind: "piece"; readonly piece: Piece }
  | { readonly kind: "opened" }
  | { readonly kind: "failed"; readonly reason: string };

/** A value of a nested object, or a run of an array that begins at `from`. */
export interface Piece {
  /** The names that lead to it. */
  readonly path: readonly string[];
  readonly from: number | null;
  readonly value: unknown;
}
