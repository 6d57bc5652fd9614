import { expect, test } from "vitest";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { datasetFiles } from "../../src/dataset/write-dataset.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import type { IdentityDecision } from "../../src/model/identity.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import type { SourceRecord } from "../../src/model/record.ts";
import { buildDataset } from "../../src/pipeline/build-dataset.ts";
import type { Reading } from "../../src/pipeline/reading.ts";
import { withIdentity } from "../../src/pipeline/with-identity.ts";
import { GROUPS, OF_GROUP, PAPERS, PEOPLE, person } from "../known-parts.ts";

const QUICK = { ...DEFAULT_PARAMETERS, starts: 4 };

const id = (paper: number) => `2404.${String(paper).padStart(5, "0")}`;

function reading(order: "as written" | "reversed" = "as written"): Reading {
  const records = PAPERS.map(
    ({ title, by }, paper): SourceRecord => ({
      source: { file: "parts.bib", format: "bibtex", record: paper + 1, line: paper + 1 },
      ids: { arxiv: id(paper) },
      title: `${title} of paper ${paper}`,
      year: 1990 + (paper % 20),
      authors: by.map((author) => ({ name: person(author) })),
    }),
  );
  return {
    inputs: [{ file: "parts.bib", sha256: "00ff", bytes: 1, format: "bibtex", records: records.length }],
    records: order === "reversed" ? records.toReversed() : records,
    findings: [],
  };
}

const built = (decisions: readonly IdentityDecision[] = [], order?: "reversed") =>
  buildDataset(reading(order), QUICK, () => {}, decisions);
const whole = built();

/** Who is in each part, by name. */
const people = ({ authors }: Dataset) => {
  const names: string[][] = [];
  authors.part.forEach((part, author) => {
    if (part !== null) names[part] = [...(names[part] ?? []), authors.name[author]];
  });
  return names.map((ofPart) => ofPart.sort());
};

const groups = Array.from({ length: GROUPS }, (_, group) =>
  Array.from({ length: OF_GROUP }, (_, k) => person(group * OF_GROUP + k)).sort(),
);

test("a large team has the parts that it was made of, with their people, subjects, papers and years", () => {
  expect(whole.teams.authors[0]).toBe(GROUPS * OF_GROUP);
  expect(people(whole).toSorted()).toEqual(groups.toSorted());
  const { parts } = whole;
  expect(parts.partId).toEqual(["t0.0", "t0.1", "t0.2"]);
  expect([...parts.subject].sort()).toEqual(["glacier ice", "river deltas", "soil bacteria"]);
  expect([...parts.authors]).toEqual([OF_GROUP, OF_GROUP, OF_GROUP]);
  // The group in the middle has both neighbours' joint papers.
  expect([...parts.papers].sort()).toEqual([23, 23, 26]);
  expect(parts.name.every((name) => /^\S+ \S+, \S+ \S+ & others$/.test(name))).toBe(true);
  expect(whole.manifest.counts.parts).toBe(3);
});

test("parts are read back as they were written, whatever the order of records", async () => {
  const files = datasetFiles(whole);
  const back = await readDataset(async (name) => Uint8Array.from(files.get(name) ?? []).buffer);
  expect(back.parts).toEqual(whole.parts);
  expect(back.authors.part).toEqual(whole.authors.part);
  const reversed = built([], "reversed");
  expect(reversed.parts).toEqual(whole.parts);
  expect(reversed.authors.part).toEqual(whole.authors.part);
});

test("decisions about names give the parts that a build with them gives", () => {
  const first = person(0);
  const apart: IdentityDecision = { action: "split", one: { name: first, papers: [id(0)] }, label: "Somebody Else" };
  const shown: IdentityDecision = { action: "display", one: { name: first, papers: [] }, label: "Ada Lovelace" };
  for (const decisions of [[shown], [apart, shown]]) {
    const anew = withIdentity(whole, { decisions, preset: "normal" });
    const { parts, authors } = built(decisions);
    expect(anew.parts).toEqual(parts);
    expect(anew.authors.part).toEqual(authors.part);
  }
  const back = withIdentity(withIdentity(whole, { decisions: [apart], preset: "normal" }), {
    decisions: [],
    preset: "normal",
  });
  expect(back.parts).toEqual(whole.parts);
}, 120_000);

test("a ready network has parts too, named by their people, without subjects and papers", () => {
  const ties = PAPERS.flatMap(({ by }) =>
    by.flatMap((a, i) => by.slice(i + 1).map((b) => ({ a, b, weight: 2 / (by.length * (by.length - 1)) }))),
  );
  const network = {
    file: "parts.gexf",
    format: "gexf",
    ids: Array.from({ length: PEOPLE }, (_, n) => `n${n}`),
    names: Array.from({ length: PEOPLE }, (_, n) => person(n)),
    papers: Array.from({ length: PEOPLE }, () => null),
    a: ties.map(({ a }) => a),
    b: ties.map(({ b }) => b),
    weights: ties.map(({ weight }) => weight),
    directed: 0,
  };
  const given = buildDataset({ inputs: [], records: [], findings: [], networks: [network] }, QUICK);
  expect(people(given).toSorted()).toEqual(groups.toSorted());
  expect(given.parts.subject).toEqual([null, null, null]);
  expect([...given.parts.papers]).toEqual([0, 0, 0]);
  expect(given.parts.name.every((name) => name.endsWith("& others"))).toBe(true);
});
