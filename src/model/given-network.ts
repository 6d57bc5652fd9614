/**
 * What one file gives of a network that is ready-made: nodes and ties, and no papers. Ties name their ends by row; each stands
 * as the file has it, once or more often.
 */
export interface NetworkPart {
  readonly file: string;
  readonly format: string;
  /** What the file calls each node; each once. */
  readonly ids: readonly string[];
  /** Null for a node that only ties speak of. */
  readonly names: readonly (string | null)[];
  /** How many papers the file counts for each; null where it does not say. */
  readonly papers: readonly (number | null)[];
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Greater than 0 and finite. */
  readonly weights: readonly number[];
  /** Ties that have a direction. */
  readonly directed: number;
}

/** A network as it was given, made sound: every two people have one tie at most, nobody one to themselves. */
export interface GivenNetwork {
  /** Of the file that the people are from, where two files belong together. */
  readonly file: string;
  readonly format: string;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Papers by the file's own count; 0 where it does not say. */
  readonly papers: readonly number[];
  /** Rows of the people, a < b, ascending by a, then b. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly weights: Float64Array;
}
