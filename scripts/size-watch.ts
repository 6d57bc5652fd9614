import { totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";
import type { SourceRecord } from "../src/model/record.ts";
import { type BuildSize, buildNeeds, MOST_PAPERS } from "../src/pipeline/build-needs.ts";
import type { Invocation, Option } from "./arguments.ts";
import { CommandError } from "./command-error.ts";
import { counted } from "./counted.ts";

/** What a build may use, in bytes. */
export interface Machine {
  readonly memory: number;
  /** Of JavaScript's heap, which Node limits far below the memory. */
  readonly heapLimit: number;
}

export const SIZE_OPTIONS: Readonly<Record<string, Option>> = {
  "any-size": { help: "build even where more memory is expected to be needed than there is" },
};

/** Undefined where the user wants any size. */
export function sizeWatchOf({ values }: Pick<Invocation, "values">): SizeWatch | undefined {
  return values.has("any-size") ? undefined : new SizeWatch(thisMachine());
}

export function thisMachine(): Machine {
  return { memory: totalmem(), heapLimit: getHeapStatistics().heap_size_limit };
}

/** Share of the bytes that is enough to judge the rest by. */
const ENOUGH = 0.05;

/**
 * Watches what is read, and throws a `CommandError` as soon as it is plain that a map of it all would not fit into the machine:
 * by the share that was read, or by what was read alone where nobody knows the length of the rest.
 */
export class SizeWatch {
  readonly #machine: Machine;
  #papers = 0;
  #authorships = 0;

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  record({ authors }: Pick<SourceRecord, "authors">): void {
    this.#papers++;
    this.#authorships += authors.length;
  }

  /** `bytes` have been read, of `totalBytes`; null where that is unknown. */
  check(bytes: number, totalBytes: number | null): void {
    const isKnown = totalBytes !== null && totalBytes > 0 && bytes >= ENOUGH * totalBytes;
    const rest = isKnown ? Math.max(1, totalBytes / bytes) : 1;
    this.#judge({ papers: this.#papers * rest, authorships: this.#authorships * rest }, rest);
  }

  #judge(size: BuildSize, rest: number): void {
    const { memory, heapLimit } = this.#machine;
    const needs = buildNeeds(size);
    const isTooMany = size.papers > MOST_PAPERS;
    if (needs.memory <= memory && needs.heap <= heapLimit && !isTooMany) return;
    const share = rest > 1 ? `, judging by the first ${Math.round(100 / rest)} %` : "";
    const what = `${many(size.papers, "record")} with ${many(size.authorships, "authorship")}${share}`;
    const costs = `A map of them needs about ${gigabytes(needs.memory)} of memory and ${duration(needs.seconds)} of one processor`;
    throw new CommandError(
      `There are about ${what}. ${costs}; ${this.#reason(needs, isTooMany)} --any-size tries all the same.`,
    );
  }

  #reason(needs: { readonly memory: number; readonly heap: number }, isTooMany: boolean): string {
    const { memory, heapLimit } = this.#machine;
    if (isTooMany) return `one map holds at most ${many(MOST_PAPERS, "record")}. Give a part of them.`;
    if (needs.memory > memory)
      return `this machine has ${gigabytes(memory)}. Give a part of them, or take a larger machine.`;
    const megabytes = Math.ceil((1.25 * needs.heap) / 1e8) * 100;
    return (
      `Node keeps ${gigabytes(heapLimit)} for objects here, and about ${gigabytes(needs.heap)} are wanted. ` +
      `Give it more: NODE_OPTIONS=--max-old-space-size=${megabytes} coterie build …`
    );
  }
}

/** "10.1 million papers" */
function many(count: number, of: string): string {
  return count < 1e6 ? counted(Math.round(count), of) : `${(count / 1e6).toFixed(1)} million ${of}s`;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/** "40 s", "12 min", "2.3 h" */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
