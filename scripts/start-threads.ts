import type { TieRows } from "../src/network/coauthor-network.ts";
import { type Search, type Starter, searchStarts } from "../src/network/leiden/divisions.ts";
import { SecondThread } from "./second-thread.ts";

/** Starts that several threads take one after the other. What all write and read is in memory that they share. */
export interface StartsToMake {
  readonly network: TieRows;
  readonly search: Search;
  /** How many starts were taken so far. */
  readonly taken: Int32Array;
  /** Of each start, `MADE` or `FAILED` once it is over. */
  readonly over: Int32Array;
  /** The divisions, one after the other. */
  readonly divisions: Int32Array;
}

const MADE = 1;
const FAILED = 2;

/** The starts from 0 to `count` − 1, none of them taken. */
export function startsToMake(network: TieRows, search: Search, count: number): StartsToMake {
  return {
    network: sharedRows(network),
    search,
    taken: new Int32Array(new SharedArrayBuffer(4)),
    over: new Int32Array(new SharedArrayBuffer(4 * count)),
    divisions: new Int32Array(new SharedArrayBuffer(4 * count * network.nodeCount)),
  };
}

/** The divisions once all are made. */
export function divisionsOf({ network: { nodeCount }, over, divisions }: StartsToMake): Int32Array[] {
  return Array.from(over, (_, start) => divisions.slice(start * nodeCount, (start + 1) * nodeCount));
}

/**
 * Takes starts until all are taken. Whoever has time for more takes more: a start depends on its number alone, so that it is
 * the same whoever takes it.
 */
export function takeStarts({ network, search, taken, over, divisions }: StartsToMake): void {
  let made: ((start: number) => Int32Array) | null = null;
  for (let start = Atomics.add(taken, 0, 1); start < over.length; start = Atomics.add(taken, 0, 1)) {
    let end = FAILED;
    try {
      made ??= searchStarts(network, search);
      divisions.set(made(start), start * network.nodeCount);
      end = MADE;
    } finally {
      Atomics.store(over, start, end);
      Atomics.notify(over, start);
    }
  }
}

/**
 * Threads that make the starts of a search for communities together with this one, which blocks until all are made. They
 * begin to run when they are first wanted.
 */
export class StartThreads {
  readonly #others: number;
  readonly #folder: string | undefined;
  #threads: readonly SecondThread[] | null = null;

  /** `count` threads at work, this one included; `folder` is where the file of the threads is, see `SecondThread.start`. */
  constructor(count: number, folder?: string) {
    this.#others = count - 1;
    this.#folder = folder;
  }

  readonly starter: Starter = (network, search, count) => {
    const shared = startsToMake(network, search, count);
    const begun = this.#running()
      .slice(0, count - 1)
      .map((thread) => thread.begin("starts", shared));
    takeStarts(shared);
    for (let start = 0; start < count; start++) {
      while (Atomics.load(shared.over, start) === 0) Atomics.wait(shared.over, start, 0);
      // What was thrown there is thrown here.
      if (Atomics.load(shared.over, start) === FAILED) for (const result of begun) result();
    }
    return divisionsOf(shared);
  };

  #running(): readonly SecondThread[] {
    this.#threads ??= Array.from({ length: this.#others }, () => SecondThread.start(this.#folder)).filter(
      (thread) => thread !== null,
    );
    return this.#threads;
  }

  async stop(): Promise<void> {
    await Promise.all((this.#threads ?? []).map((thread) => thread.stop()));
    this.#threads = null;
  }
}

/** The rows where other threads can read them without a copy of their own. */
function sharedRows({ nodeCount, offsets, neighbors, weights, loops, authors, implicit }: TieRows): TieRows {
  return {
    nodeCount,
    offsets: sharedNumbers(offsets),
    neighbors: sharedNumbers(neighbors),
    weights: sharedFractions(weights),
    ...(loops === undefined ? {} : { loops: sharedFractions(loops) }),
    ...(authors === undefined ? {} : { authors: sharedNumbers(authors) }),
    ...(implicit === undefined
      ? {}
      : {
          implicit: {
            papers: sharedNumbers(implicit.papers),
            weights: sharedFractions(implicit.weights),
            offsets: sharedNumbers(implicit.offsets),
            members: sharedNumbers(implicit.members),
            times: sharedNumbers(implicit.times),
          },
        }),
  };
}

function sharedNumbers(values: Uint32Array): Uint32Array {
  const shared = new Uint32Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}

function sharedFractions(values: Float64Array): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}
