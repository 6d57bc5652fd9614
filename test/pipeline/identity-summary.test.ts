import { expect, test } from "vitest";
import { identifyAuthors } from "../../src/identity/identify-authors.ts";
import { linkRecords } from "../../src/ingest/link-records.ts";
import { type IdentityDecision, PRESETS } from "../../src/model/identity.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import { identityDataset } from "../../src/pipeline/identity-dataset.ts";
import { identitySummary } from "../../src/pipeline/identity-summary.ts";
import { readFolder, SEEDS } from "../read-folder.ts";
import { readingOf } from "./small-readings.ts";

const reading = readFolder(SEEDS, ["papers.bib"]);
const { papers } = linkRecords(reading.records);

test("the summary counts what identifying by each preset gives", () => {
  const summary = identitySummary(papers, [], "normal");
  for (const preset of PRESETS) {
    expect(summary.authors[preset]).toBe(identifyAuthors(papers, { preset }).authors.length);
  }
  const { cases, nodes } = identifyAuthors(papers);
  expect(summary).toMatchObject({ authorships: 569, names: 449, nodes: nodes.length });
  const merged = summary.relations.reduce((sum, { merged: m }) => sum + m.sure + m.likely + m.suggested, 0);
  expect(merged).toBe(cases.filter(({ outcome }) => outcome === "merged").length);
  expect(summary.refused.paper).toBe(cases.filter(({ outcome }) => outcome === "refused-paper").length);
});

test("decisions are counted by whether they apply", () => {
  const side = (name: string) => ({ name, papers: [] });
  const decisions: IdentityDecision[] = [
    { action: "different", one: side("Ada Byron"), other: side("Augusta Ada Byron") },
    { action: "same", one: side("Ada Byron"), other: side("Augusta Ada Byron") },
    { action: "same", one: side("Ada Byron"), other: side("Nobody Here") },
    { action: "display", one: side("Ada Byron"), label: "Ada Lovelace" },
  ];
  const small = linkRecords(readingOf(["Ada Byron", "Mary Somerville"], ["Augusta Ada Byron"]).records).papers;
  const summary = identitySummary(small, decisions, "normal");
  expect(summary.decisions).toEqual({ given: 4, idle: 1, contradicted: 1 });
  expect(summary.authors).toEqual({ strict: 3, normal: 3, generous: 3 });
});

test("a dataset for identity alone has who is who as a build has it, and neither teams nor ties", () => {
  const dataset = identityDataset(reading, DEFAULT_PARAMETERS);
  const { authors, nodes, authorOf, nodeOf } = identifyAuthors(papers);
  expect(dataset.authors.name).toEqual(authors.map(({ name }) => name));
  expect(dataset.nodes.folded).toEqual(nodes.map(({ folded }) => folded));
  expect(dataset.authorships.author).toEqual(authorOf);
  expect(dataset.authorships.node).toEqual(nodeOf);
  expect([dataset.teams.rowCount, dataset.coauthorships.rowCount]).toEqual([0, 0]);
});
