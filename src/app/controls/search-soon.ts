import type { Counting } from "../../model/counting.ts";
import type { Dataset } from "../../model/dataset.ts";
import { type SearchIndex, searchIndexInSteps } from "../../scene/search-index.ts";

/** The page answers within a frame or two while the index is made. */
const SLICE_MS = 8;
const PAUSE_MS = 24;

/** The index of a dataset: made a little at a time once the page has nothing else to do, and at once when it is asked for. */
export class SearchSoon {
  private readonly steps: Generator<void, SearchIndex>;
  private made: SearchIndex | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(dataset: Dataset, counting: Counting) {
    this.steps = searchIndexInSteps(dataset, counting);
  }

  get index(): SearchIndex {
    while (this.made === null) this.step();
    return this.made;
  }

  /** Goes on until it is done or `stop` is called. */
  start(): void {
    this.timer = setTimeout(() => {
      const until = performance.now() + SLICE_MS;
      while (this.made === null && performance.now() < until) this.step();
      if (this.made === null) this.start();
    }, PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private step(): void {
    const step = this.steps.next();
    if (step.done === true) this.made = step.value;
  }
}
