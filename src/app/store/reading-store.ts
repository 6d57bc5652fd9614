import { createStore } from "zustand/vanilla";
import type { Dataset } from "../../model/dataset.ts";
import type { Diagnosis } from "../../model/diagnosis.ts";
import type { ReadingProgress } from "../../model/reading-progress.ts";
import type { NamedFile } from "../worker/read-messages.ts";

/** A file as it was dropped, opened or pasted, with its path below what was dropped. */
export interface GivenFile {
  readonly path: string;
  readonly file: File;
}

/** What the page does with files that the user gave it. */
export type ReadingPhase =
  | { readonly kind: "none" }
  | { readonly kind: "reading"; readonly files: readonly NamedFile[]; readonly progress: ReadingProgress }
  /** Read, and not shown yet. */
  | {
      readonly kind: "read";
      readonly files: readonly NamedFile[];
      readonly dataset: Dataset;
      readonly diagnosis: Diagnosis | null;
    }
  /** `bytes` where the files are too large for a page, else the sentence that says what went wrong. */
  | { readonly kind: "refused"; readonly bytes: number }
  | { readonly kind: "failed"; readonly reason: string };

export interface ReadingState {
  readonly phase: ReadingPhase;
  /** Given while there were files already: whether they are added or replace them is to be answered. */
  readonly asked: readonly GivenFile[] | null;
  /** The files behind the map; none where it came with the page. */
  readonly shown: readonly NamedFile[];
  /** The report waits while something of the old map is looked at. */
  readonly aside: boolean;
  /** Files are being dragged over the page. */
  readonly dragging: boolean;
}

export const readingStore = createStore<ReadingState>(() => ({
  phase: { kind: "none" },
  asked: null,
  shown: [],
  aside: false,
  dragging: false,
}));
