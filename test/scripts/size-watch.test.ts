import { expect, test } from "vitest";
import { CommandError } from "../../scripts/command-error.ts";
import { isBeyondLimits } from "../../scripts/coterie.ts";
import { type Machine, SizeWatch } from "../../scripts/size-watch.ts";
import { buildNeeds } from "../../src/pipeline/build-needs.ts";

const THREE = { authors: [{ name: "Ada" }, { name: "Bo" }, { name: "Cy" }] };

/** A watch of a machine that holds what `authorships` need, to the byte, after `records` records of three authors. */
function watchFor(authorships: number, records: number, machine: Partial<Machine> = {}): SizeWatch {
  const { memory, heap } = buildNeeds({ papers: authorships / 3, authorships });
  const watch = new SizeWatch({ memory, heapLimit: heap, ...machine });
  for (let i = 0; i < records; i++) watch.record(THREE);
  return watch;
}

test("what fits to the byte is built, and an authorship more is not", () => {
  expect(() => watchFor(3000, 1000).check(1, 1)).not.toThrow();
  expect(() => watchFor(2999, 1000).check(1, 1)).toThrow(CommandError);
});

test("the first twentieth of the bytes is enough to judge the rest, and less is not", () => {
  expect(() => watchFor(59_999, 1000).check(49, 1000)).not.toThrow();
  expect(() => watchFor(59_999, 1000).check(50, 1000)).toThrow("judging by the first 5 %");
  expect(() => watchFor(60_000, 1000).check(50, 1000)).not.toThrow();
});

test("where nobody knows how much there is, what was read is judged alone", () => {
  expect(() => watchFor(3000, 1000).check(123, null)).not.toThrow();
  expect(() => watchFor(2999, 1000).check(123, null)).toThrow("There are about 1000 records with 3000 authorships. ");
});

test("it is told what is needed, what there is, and what to do", () => {
  const machine = { memory: 0.45e9, heapLimit: 0.1e9 };
  const { memory } = buildNeeds({ papers: 2e4, authorships: 6e4 });
  expect(() => watchFor(0, 1_000, machine).check(1, 20)).toThrow(
    "There are about 20000 records with 60000 authorships, judging by the first 5 %. A map of them needs about " +
      `${(memory / 1e9).toFixed(1)} GB of memory`,
  );
  expect(() => watchFor(0, 1_000, machine).check(1, 20)).toThrow("this machine has 0.5 GB. Give a part of them");
});

test("where only Node's limit is too low, the option that raises it is told with enough for the heap", () => {
  const refused = () => watchFor(0, 1_000_000, { memory: 100e9, heapLimit: 1e9 }).check(1, 1);
  expect(refused).toThrow("There are about 1.0 million records with 3.0 million authorships. ");
  const given = Number(/max-old-space-size=(\d+)/.exec(messageOf(refused))?.[1]);
  expect(given * 1e6).toBeGreaterThanOrEqual(buildNeeds({ papers: 1e6, authorships: 3e6 }).heap);
});

test("more papers than a map of V8 has room for are refused on any machine", () => {
  const watch = new SizeWatch({ memory: Number.MAX_VALUE, heapLimit: Number.MAX_VALUE });
  watch.record(THREE);
  expect(() => watch.check(1, 2 ** 24)).not.toThrow();
  for (let i = 0; i < 1_000_000; i++) watch.record(THREE);
  expect(() => watch.check(1, 17)).toThrow("one map holds at most 16.8 million records");
});

test("the limits of V8 are told from bugs", () => {
  const text = () => "x".repeat(2 ** 30);
  const list = () => new Array(-1);
  for (const beyond of [text, list]) expect(isBeyondLimits(errorOf(beyond)), messageOf(beyond)).toBe(true);
  const map = new RangeError("Map maximum size exceeded");
  expect(isBeyondLimits(map)).toBe(true);
  expect(isBeyondLimits(new RangeError("papers.paperId has 1 values for 2 rows."))).toBe(false);
  expect(isBeyondLimits(new TypeError("Map maximum size exceeded"))).toBe(false);
});

function errorOf(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("Nothing was thrown.");
}

function messageOf(run: () => unknown): string {
  return errorOf(run).message;
}
