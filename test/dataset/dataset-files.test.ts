import fc from "fast-check";
import { expect, test } from "vitest";
import { DatasetError } from "../../src/dataset/dataset-error.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { datasetFiles } from "../../src/dataset/write-dataset.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { smallDataset, smallDatasets, THREE_PAPERS } from "./small-dataset.ts";

type Files = ReadonlyMap<string, Uint8Array>;

const opener = (files: Files) => async (file: string) => {
  const bytes = files.get(file);
  if (!bytes) throw new Error(`no ${file}`);
  return Uint8Array.from(bytes).buffer;
};

const read = (files: Files) => readDataset(opener(files));

test("what is written is read back", async () => {
  await fc.assert(
    fc.asyncProperty(smallDatasets(), async (dataset) => {
      expect(await read(datasetFiles(dataset))).toEqual(dataset);
    }),
  );
});

test("the same dataset gives the same bytes", () => {
  fc.assert(
    fc.property(smallDatasets(), (dataset) => {
      expect(datasetFiles(structuredClone(dataset))).toEqual(datasetFiles(dataset));
    }),
  );
});

test("more rows than one row group are read back in order", async () => {
  const authors = 12_000;
  const dataset = smallDataset({
    papers: [{ title: "many", authors: Array.from({ length: authors }, (_, i) => i) }],
    names: Array.from({ length: authors }, (_, i) => `name ${i % 977}`),
    variants: ["full"],
    largePaper: 100,
  });
  expect(await read(datasetFiles(dataset))).toEqual(dataset);
}, 60_000);

const FILES: Files = datasetFiles(smallDataset(THREE_PAPERS));

/** The files with one of them changed; `rehashed` makes the manifest agree, as somebody with intent would. */
function changed(file: string, bytes: Uint8Array, rehashed: boolean): Files {
  const files = new Map(FILES).set(file, bytes);
  if (!rehashed || file === "manifest.json") return files;
  const manifest = new TextDecoder().decode(FILES.get("manifest.json"));
  const old = sha256(FILES.get(file) ?? new Uint8Array());
  return files.set("manifest.json", new TextEncoder().encode(manifest.replace(old, sha256(bytes))));
}

async function outcome(files: Files): Promise<"refused" | "same" | "other"> {
  try {
    expect(await read(files)).toEqual(smallDataset(THREE_PAPERS));
    return "same";
  } catch (error) {
    if (error instanceof DatasetError) return "refused";
    if (error instanceof Error && error.name === "AssertionError") return "other";
    throw error;
  }
}

const anyFile = fc.constantFrom(...FILES.keys());

test("a changed byte is refused, or changes nothing but the manifest's own words", async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, fc.nat(), fc.integer({ min: 1, max: 255 }), async (file, at, by) => {
      const bytes = Uint8Array.from(FILES.get(file) ?? []);
      bytes[at % bytes.length] ^= by;
      const result = await outcome(changed(file, bytes, false));
      if (file !== "manifest.json") expect(result).toBe("refused");
    }),
    { numRuns: 1000 },
  );
}, 60_000);

test("a file that ends early is refused", async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, fc.nat(), fc.boolean(), async (file, length, rehashed) => {
      const bytes = FILES.get(file) ?? new Uint8Array();
      const result = await outcome(changed(file, bytes.slice(0, length % (bytes.length - 1)), rehashed));
      expect(result).toBe("refused");
    }),
    { numRuns: 1000 },
  );
}, 60_000);

test("bytes changed with intent, hash and all, are refused in words or give a dataset that holds together", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyFile,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (file, changes) => {
        const bytes = Uint8Array.from(FILES.get(file) ?? []);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        await outcome(changed(file, bytes, true));
      },
    ),
    { numRuns: 2000 },
  );
}, 120_000);

/** The files with the manifest changed in place. */
function withManifest(change: (text: string) => string): Files {
  const text = new TextDecoder().decode(FILES.get("manifest.json"));
  expect(change(text)).not.toBe(text);
  return new Map(FILES).set("manifest.json", new TextEncoder().encode(change(text)));
}

test("a newer version is refused by its number", async () => {
  const newer = withManifest((text) => text.replace('"version": 3', '"version": 7'));
  await expect(read(newer)).rejects.toThrow(
    "manifest.json: the dataset has format version 7, and this Coterie reads version 3; open it with a newer one.",
  );
});

test("a dataset of an earlier version is refused with the way to a new one", async () => {
  const older = withManifest((text) => text.replace('"version": 3', '"version": 1'));
  await expect(read(older)).rejects.toThrow(
    "manifest.json: the dataset has format version 1, and this Coterie reads version 3; build it again with “coterie build”.",
  );
});

test("a manifest that lacks a value, or has one of another kind, is refused with the place", async () => {
  const lacking = withManifest((text) => text.replace('"layout_scale"', '"scale"'));
  await expect(read(lacking)).rejects.toThrow("manifest.json: manifest lacks layout_scale.");
  const wrong = withManifest((text) => text.replace('"authors": 4', '"authors": "4"'));
  await expect(read(wrong)).rejects.toThrow(
    "manifest.json: manifest.counts.authors is not a whole number from 0 to 9007199254740991.",
  );
  await expect(read(withManifest(() => "{}"))).rejects.toThrow("it does not describe a Coterie dataset.");
  await expect(read(withManifest(() => "<html>"))).rejects.toThrow("it is not JSON.");
});

test("counts that disagree with the tables are refused", async () => {
  const fewer = withManifest((text) => text.replace('"authors": 4', '"authors": 5'));
  await expect(read(fewer)).rejects.toThrow("authors.parquet: it has 4 rows, the manifest counts 5.");
});

test("a dataset whose tables contradict each other is refused with the row", async () => {
  const whole = smallDataset(THREE_PAPERS);
  const cases: [Partial<typeof whole>, string][] = [
    [
      { authorships: { ...whole.authorships, author: Uint32Array.of(0, 1, 2, 2, 9) } },
      "authorships.parquet: author in row 4 is 9, and authors has 4 rows.",
    ],
    [
      { authorships: { ...whole.authorships, author: Uint32Array.of(0, 1, 0, 2, 0) } },
      "authorships.parquet: row 2 names author 0 a second time on one paper.",
    ],
    [
      { authorships: { ...whole.authorships, node: Uint32Array.of(0, 1, 1, 2, 0) } },
      "authorships.parquet: row 2 has a node that is another author's.",
    ],
    [
      { nodes: { ...whole.nodes, authorships: Uint32Array.of(2, 2, 2) } },
      "nodes.parquet: authorships in row 1 is 2, and the node has 1.",
    ],
    [
      { nodes: { ...whole.nodes, folded: ["b", "a", "c"] } },
      "nodes.parquet: folded in row 1 comes before the one before.",
    ],
    [{ cases: { ...whole.cases, b: Uint32Array.of(1, 3) } }, "cases.parquet: b in row 1 is 3, and nodes has 3 rows."],
    [
      { cases: { ...whole.cases, score: Float64Array.of(1, 2) } },
      "cases.parquet: row 1 is out of order: a < b, sorted by score descending, then a, then b.",
    ],
    [
      { decisions: { ...whole.decisions, label: [null, null, null, null] } },
      'decisions.parquet: row 1 is no whole decision to "display".',
    ],
    [
      { decisions: { ...whole.decisions, other: [null, null, "Nako Sung", null] } },
      'decisions.parquet: row 0 is no whole decision to "different".',
    ],
    [
      { coauthorships: { ...whole.coauthorships, a: Uint32Array.of(0, 0, 2) } },
      "coauthorships.parquet: row 2 is out of order: a < b, sorted by a, then b.",
    ],
    [
      { papers: { ...whole.papers, paperId: ["b", "a", "c"] } },
      "papers.parquet: paper_id in row 1 does not come after the one before.",
    ],
    [
      { papers: { ...whole.papers, firstAuthorship: Uint32Array.of(0, 2, 5) } },
      "papers.parquet: first_authorship or authors in row 1 do not fit the authorships.",
    ],
  ];
  for (const [change, message] of cases) {
    await expect(read(datasetFiles({ ...whole, ...change }))).rejects.toThrow(message);
  }
});

test("a position or a weight that is no number is never written", () => {
  const whole = smallDataset(THREE_PAPERS);
  const x = Float32Array.of(0, Number.NaN, 0, 0);
  expect(() => datasetFiles({ ...whole, authors: { ...whole.authors, x } })).toThrow("authors.x[1] is NaN.");
});

test("what the opener throws passes through, so that a missing dataset is not called a broken one", async () => {
  await expect(read(new Map())).rejects.toThrow(new Error("no manifest.json"));
});

test("the manifest names no time, path or host, and its keys stand in a fixed order", () => {
  const manifest = new TextDecoder().decode(FILES.get("manifest.json"));
  expect(manifest.endsWith("}\n")).toBe(true);
  expect(Object.keys(JSON.parse(manifest))).toEqual([
    "format",
    "version",
    "parameters",
    "inputs",
    "counts",
    "findings",
    "communities",
    "layout_scale",
    "variants",
    "files",
  ]);
});
