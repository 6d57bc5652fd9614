import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDataset } from "../../src/dataset/check-dataset.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { datasetFiles } from "../../src/dataset/write-dataset.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { sliceOf, slicer } from "../../src/pipeline/slice-dataset.ts";
import { smallDatasets } from "../dataset/small-dataset.ts";

const SEEDS: Dataset = await readDataset(async (file) => {
  const bytes = readFileSync(join(import.meta.dirname, "../../public/data", file));
  return Uint8Array.from(bytes).buffer;
});

const everybody = (dataset: Dataset) => Array.from(dataset.authors.authorId, (_, row) => row);

/** What a dataset says of some authors, in ids, so that it can be compared with what another says. */
function factsOf(dataset: Dataset, authorIds: ReadonlySet<string>) {
  const { authors, authorships, papers, coauthorships: ties, teams, parts, names, nodes, records } = dataset;
  const idOf = (row: number) => authors.authorId[row];
  const isAsked = (row: number) => authorIds.has(idOf(row));
  const rows = everybody(dataset).filter(isAsked);
  const paperRows = new Set(Array.from(authorships.paper).filter((_, k) => isAsked(authorships.author[k])));
  return {
    authors: rows.map((row) => ({
      id: idOf(row),
      ...Object.fromEntries(
        Object.entries(authors).map(([key, column]) => [key, key === "rowCount" ? 0 : column[row]]),
      ),
      team: authors.team[row] === null ? null : teams.teamId[authors.team[row] ?? -1],
      part: authors.part[row] === null ? null : parts.partId[authors.part[row] ?? -1],
    })),
    papers: papers.paperId.flatMap((id, paper) =>
      paperRows.has(paper)
        ? {
            id,
            title: papers.title[paper],
            large: papers.large[paper],
            authors: Array.from(authorships.author)
              .slice(papers.firstAuthorship[paper], papers.firstAuthorship[paper] + papers.authors[paper])
              .map(idOf),
            records: records.paper.flatMap((of, row) => (of === paper ? records.line[row] : [])),
          }
        : [],
    ),
    ties: Array.from(ties.a).flatMap((a, row) =>
      isAsked(a) || isAsked(ties.b[row])
        ? { a: idOf(a), b: idOf(ties.b[row]), papers: ties.papers[row], weight: ties.weightAuthor[row] }
        : [],
    ),
    names: names.name.flatMap((name, row) => (isAsked(names.author[row]) ? [[idOf(names.author[row]), name]] : [])),
    nodes: nodes.folded.flatMap((folded, row) =>
      isAsked(nodes.author[row]) ? [[folded, nodes.authorships[row]]] : [],
    ),
  };
}

/** A dataset with some of its authors. */
const slices = fc
  .oneof(smallDatasets(), fc.constant(SEEDS))
  .chain((dataset) =>
    fc.tuple(
      fc.constant(dataset),
      fc.subarray(everybody(dataset), { maxLength: Math.min(20, dataset.authors.rowCount) }),
    ),
  );

test("a slice holds together as any dataset does, and is read back as it was written", async () => {
  await fc.assert(
    fc.asyncProperty(slices, async ([dataset, members]) => {
      const slice = sliceOf(dataset, members);
      checkDataset(slice);
      const files = datasetFiles(slice);
      expect(await readDataset(async (file) => Uint8Array.from(files.get(file) ?? []).buffer)).toEqual(slice);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("of its members a slice says all that the dataset says", () => {
  fc.assert(
    fc.property(slices, ([dataset, members]) => {
      const slice = sliceOf(dataset, members);
      const ids = new Set(members.map((row) => dataset.authors.authorId[row]));
      expect(factsOf(slice, ids)).toEqual(factsOf(dataset, ids));
      const told = Array.from(slice.manifest.sheet?.members ?? [], (row) => slice.authors.authorId[row]);
      expect(new Set(told)).toEqual(ids);
    }),
  );
}, 60_000);

test("every two authors of a paper that is not large have their tie on a slice, and no tie is there without cause", () => {
  fc.assert(
    fc.property(slices, ([dataset, members]) => {
      const slice = sliceOf(dataset, members);
      const { papers, authorships, coauthorships: ties } = slice;
      const expected = new Set<string>();
      for (let paper = 0; paper < papers.rowCount; paper++) {
        if (papers.large[paper]) continue;
        const first = papers.firstAuthorship[paper];
        const people = Array.from(authorships.author.subarray(first, first + papers.authors[paper]));
        for (const a of people) for (const b of people) if (a < b) expected.add(`${a} ${b}`);
      }
      expect(new Set(Array.from(ties.a, (a, row) => `${a} ${ties.b[row]}`))).toEqual(expected);
    }),
  );
}, 60_000);

test("the slice of all authors holds the dataset's tables, but for what belongs to no author", () => {
  const slice = sliceOf(SEEDS, everybody(SEEDS));
  for (const table of [
    "papers",
    "authorships",
    "names",
    "nodes",
    "cases",
    "decisions",
    "records",
    "authors",
    "teams",
    "parts",
    "coauthorships",
    "variants",
  ] as const) {
    expect(slice[table], table).toEqual(SEEDS[table]);
  }
  const ofPapers = SEEDS.findings.code.filter((_, row) => SEEDS.findings.record[row] !== null);
  expect(slice.findings.code).toEqual(ofPapers);
  expect(slice.manifest.counts).toEqual({ ...SEEDS.manifest.counts, findings: ofPapers.length });
});

test("a slicer that has sliced before slices as a new one does", () => {
  const slice = slicer(SEEDS);
  fc.assert(
    fc.property(fc.subarray(everybody(SEEDS), { maxLength: 12 }), (members) => {
      expect(slice(members, 0)).toEqual(sliceOf(SEEDS, members));
    }),
    { numRuns: 30 },
  );
}, 60_000);

test("who is no member is counted by what is there, with the facts of the whole", () => {
  // A tie of the seeds: of its first author alone the slice has their papers, and the second only as their coauthor.
  const [a, b] = [SEEDS.coauthorships.a[0], SEEDS.coauthorships.b[0]];
  const slice = sliceOf(SEEDS, [a]);
  const row = slice.authors.authorId.indexOf(SEEDS.authors.authorId[b]);
  expect(slice.authors.papers[row]).toBe(SEEDS.authors.papers[b]);
  expect(slice.authors.x[row]).toBe(SEEDS.authors.x[b]);
  const there = slice.authorships.author.filter((author) => author === row).length;
  const nodes = slice.nodes.authorships.filter((_, node) => slice.nodes.author[node] === row);
  expect(nodes.reduce((sum, count) => sum + count, 0)).toBe(there);
});
