import type { Dataset } from "../../model/dataset.ts";
import type { Diagnosis } from "../../model/diagnosis.ts";
import type { ReadingProgress } from "../../model/reading-progress.ts";

/** A file and what records and findings call it. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** From the page to the worker, once; to cancel, the worker is terminated. */
export interface ToReader {
  readonly kind: "read";
  /** Comes back with every answer. */
  readonly id: number;
  readonly files: readonly NamedFile[];
}

/** From the worker to the page. `failed` is a bug or a want of memory: bad input is findings of the dataset. */
export type FromReader =
  | { readonly kind: "progress"; readonly id: number; readonly progress: ReadingProgress }
  | { readonly kind: "done"; readonly id: number; readonly dataset: Dataset; readonly diagnosis: Diagnosis | null }
  | { readonly kind: "failed"; readonly id: number; readonly reason: string };
