import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SecondThread, tablesHereAndThere, textsThere } from "../../scripts/second-thread.ts";
import { datasetFiles } from "../../src/dataset/write-dataset.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import { buildDataset } from "../../src/pipeline/build-dataset.ts";
import { readFolder, SEED_FILES, SEEDS } from "../read-folder.ts";

const BUNDLE = join(import.meta.dirname, "../../dist/command");
const reading = readFolder(SEEDS, SEED_FILES);
let thread: SecondThread;

beforeAll(() => {
  const started = SecondThread.start(BUNDLE);
  if (started === null) throw new Error("The command is not built: npm run build");
  thread = started;
});

afterAll(() => thread.stop());

test("a build in two threads gives the same bytes as in one", () => {
  const alone = datasetFiles(buildDataset(reading, DEFAULT_PARAMETERS));
  const writer = tablesHereAndThere(thread);
  const begun: string[] = [];
  const dataset = buildDataset(
    reading,
    DEFAULT_PARAMETERS,
    () => {},
    [],
    textsThere(thread),
    undefined,
    (name, table) => {
      begun.push(name);
      writer(name, table);
    },
  );
  const together = datasetFiles(dataset, writer);
  expect(begun, "the largest tables are told before the rest is made").toEqual(["papers", "authorships"]);
  expect([...together.keys()]).toEqual([...alone.keys()]);
  for (const [name, bytes] of alone) expect(Buffer.compare(together.get(name) ?? Buffer.of(), bytes), name).toBe(0);
});

test("results may be asked for in another order than tasks were begun", () => {
  const papers = {
    ids: ["p"],
    texts: [{ title: "Graph neural networks", abstract: null, venue: null }],
    large: [false],
  };
  const field = (name: string) => ({ papers, vocabulary: { fields: [{ name, synonyms: ["graph neural networks"] }] } });
  const first = thread.begin("texts", field("GNN"));
  const second = thread.begin("texts", field("networks"));
  expect([second(), first()].map(([[{ name }]]) => name)).toEqual(["networks", "GNN"]);
});

test("what is thrown there is thrown here, and the thread goes on", () => {
  const values = { rowCount: 2, paperId: ["p"] };
  expect(thread.begin("table", { name: "papers", values })).toThrow("papers.paperId has 1 values for 2 rows.");
  const texts = { papers: { ids: [], texts: [], large: [] }, vocabulary: { fields: [] } };
  expect(thread.begin("texts", texts)()).toEqual([]);
});

test("there is no thread where its file is missing", () => {
  expect(SecondThread.start(import.meta.dirname)).toBeNull();
});
