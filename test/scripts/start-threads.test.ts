import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { buildFiles } from "../../scripts/build-files.ts";
import { SecondThread } from "../../scripts/second-thread.ts";
import { divisionsOf, StartThreads, startsToMake } from "../../scripts/start-threads.ts";
import { generator } from "../../src/model/generator.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import type { SourceRecord } from "../../src/model/record.ts";
import { coauthorNetwork } from "../../src/network/coauthor-network.ts";
import { COMFORTABLE_TIES } from "../../src/network/communities.ts";
import { withTwinsJoined } from "../../src/network/joined-network.ts";
import { type Search, startsHere } from "../../src/network/leiden/divisions.ts";
import { inventedIncidence } from "../bench/network/incidences.ts";
import { ensureBuilt, ROOT } from "../built.ts";

const BUNDLE = join(ROOT, "dist/command");
const NOT_BUILT = "The command is not built: npm run build";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const SEARCH: Search = { quality: "modularity", resolution: 1, seed: 1 };
const incidence = inventedIncidence({ papers: 400 });
const network = coauthorNetwork(incidence, { counting: "paper", largePaper: 100, large: "in" });

beforeAll(() => {
  ensureBuilt(["dist/command/thread.js"], ["src", "scripts", "vite.config.ts", "package.json"], "build:command");
}, 120_000);

async function withThreads<T>(count: number, made: (threads: StartThreads) => T): Promise<T> {
  const threads = new StartThreads(count, BUNDLE);
  try {
    return made(threads);
  } finally {
    await threads.stop();
  }
}

test.each([1, 2, 4])("%d threads make the starts that one loop makes, large papers implicit or not", async (count) => {
  const implicit = coauthorNetwork(incidence, { counting: "full", largePaper: 3, large: "in" }, 0);
  expect(implicit.implicit).toBeDefined();
  await withThreads(count, ({ starter }) => {
    for (const one of [network, implicit]) expect(starter(one, SEARCH, 7)).toEqual(startsHere(one, SEARCH, 7));
    // Fewer starts than threads.
    expect(starter(network, SEARCH, 1)).toEqual(startsHere(network, SEARCH, 1));
  });
});

test("another thread alone makes the same starts, and throws here what it throws there", async () => {
  const thread = SecondThread.start(BUNDLE);
  if (thread === null) throw new Error(NOT_BUILT);
  const cpm = { ...SEARCH, quality: "cpm", resolution: 0.2 } as const;
  const { network: joined } = withTwinsJoined(network, cpm.resolution, "cpm");
  for (const [rows, search] of [
    [network, SEARCH],
    [joined, cpm],
  ] as const) {
    const shared = startsToMake(rows, search, 5);
    thread.begin("starts", shared)();
    expect(divisionsOf(shared)).toEqual(startsHere(rows, search, 5));
  }
  const broken = startsToMake({ ...network, nodeCount: 2 ** 33 }, SEARCH, 0);
  expect(thread.begin("starts", { ...broken, over: new Int32Array(new SharedArrayBuffer(8)) })).toThrow();
  await thread.stop();
});

test("who waits for a start that fails elsewhere is told so", async () => {
  const thread = SecondThread.start(BUNDLE);
  if (thread === null) throw new Error(NOT_BUILT);
  const shared = startsToMake(network, SEARCH, 3);
  const tooShort = { ...shared, divisions: shared.divisions.subarray(0, network.nodeCount + 1) };
  expect(thread.begin("starts", tooShort)).toThrow(RangeError);
  expect([...shared.over]).toEqual([1, 2, 0]);
  await thread.stop();
});

test("where the file of the threads is missing this thread makes all starts", () => {
  const threads = new StartThreads(4, import.meta.dirname);
  expect(threads.starter(network, SEARCH, 3)).toEqual(startsHere(network, SEARCH, 3));
});

test("a build with 1, 2 and 4 threads gives the same bytes", () => {
  const chance = generator(1);
  const circles = Array.from({ length: 420 }, (_, p): SourceRecord => {
    const circle = 60 * (p % 12);
    const people = new Set(Array.from({ length: 14 }, () => circle + Math.floor(chance() * 90)));
    return {
      source: { file: "circles.bib", format: "bibtex", record: p + 1, line: 10 * p + 1 },
      ids: {},
      title: `What circle ${p % 12} found out in its meeting ${p}`,
      authors: Array.from(people, (person) => ({ name: `${LETTERS[person % 26]}na Q${person}wan` })),
      year: 2000 + (p % 20),
    };
  });
  const reading = { inputs: [], records: circles, findings: [] };
  const parameters = { ...DEFAULT_PARAMETERS, starts: 5 };
  const built = [1, 2, 4].map((threads) => {
    const options = { decisions: [], threads, folder: BUNDLE };
    const { dataset, files } = buildFiles(reading, parameters, () => {}, options);
    expect(dataset.coauthorships.rowCount).toBeGreaterThan(1.1 * COMFORTABLE_TIES);
    return [...files].map(([name, pieces]) => ({ name, bytes: Buffer.concat([...pieces]).toString("base64") }));
  });
  expect(built[1]).toEqual(built[0]);
  expect(built[2]).toEqual(built[0]);
});
