import type { SearchIndex } from "../../scene/search-index.ts";

/** The page answers within a frame or two while the index is made. */
const SLICE_MS = 8;
const PAUSE_MS = 24;
/** While somebody waits for it, keys and the map still come in between. */
const HURRIED_SLICE_MS = 24;
/** So long may a first key wait, as most datasets take, rather than see that something is being made. */
const AT_ONCE_MS = 30;

/** The index of a dataset: made a little at a time once the page has nothing else to do, and faster when it is asked for. */
export class SearchSoon {
  private readonly steps: Generator<SearchIndex | undefined, SearchIndex>;
  private readonly listeners = new Set<() => void>();
  private made: SearchIndex | null = null;
  private done = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hurried = false;

  /** The steps that make it, which may give what there is so far. */
  constructor(steps: Generator<SearchIndex | undefined, SearchIndex>) {
    this.steps = steps;
  }

  /** Null until it is made; at first without what takes longest. */
  readonly index = (): SearchIndex | null => this.made;

  /** Calls `listener` when there is another index, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Goes on until it is done or `stop` is called. */
  start(): void {
    clearTimeout(this.timer);
    if (this.done) return;
    this.timer = setTimeout(
      () => {
        this.goOn(this.hurried ? HURRIED_SLICE_MS : SLICE_MS);
        this.start();
      },
      this.hurried ? 0 : PAUSE_MS,
    );
  }

  /** Somebody waits for it. */
  hurry(): void {
    if (this.hurried || this.done) return;
    this.hurried = true;
    this.goOn(AT_ONCE_MS);
    this.start();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private goOn(milliseconds: number): void {
    const until = performance.now() + milliseconds;
    const before = this.made;
    while (!this.done && performance.now() < until) {
      const { done = false, value } = this.steps.next();
      this.done = done;
      this.made = value ?? this.made;
    }
    if (this.made !== before) for (const listener of this.listeners) listener();
  }
}
