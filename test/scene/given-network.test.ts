import { expect, test } from "vitest";
import { incidenceOfDataset } from "../../src/dataset/tie-papers.ts";
import { NETWORK_READERS } from "../../src/ingest/readers.ts";
import { formatName } from "../../src/model/format-names.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import { buildDataset } from "../../src/pipeline/build-dataset.ts";
import { addressCodec } from "../../src/scene/address.ts";
import { authorFacts } from "../../src/scene/author-facts.ts";
import { describeChoice } from "../../src/scene/describe-choice.ts";
import { methodsSentence } from "../../src/scene/methods-sentence.ts";
import { overviewOf } from "../../src/scene/overview.ts";
import { castOf } from "../../src/scene/picture.ts";
import { readingReport } from "../../src/scene/reading-report.ts";
import { search } from "../../src/scene/search.ts";
import { searchIndex } from "../../src/scene/search-index.ts";
import { teamFacts } from "../../src/scene/team-facts.ts";
import { tieFacts } from "../../src/scene/tie-facts.ts";
import { tipOf } from "../../src/scene/tip.ts";
import { readNetworks } from "../ingest/given-networks.ts";

/** Two triangles, a tie of 2.5 between them. */
const NET = `*Vertices 6
1 Ann
2 Bo
3 Cy
4 Dee
5 Eve
6 Fay
*Edges
1 2 5
1 3 5
2 3 4
4 5 5
4 6 5
5 6 4
3 4 2.5
`;

const networks = readNetworks([{ name: "two.net", bytes: NET }]).parts;
const inputs = [{ file: "two.net", sha256: "x", bytes: 1, format: "pajek", records: 0 }];
const dataset = buildDataset({ inputs, records: [], findings: [], networks }, DEFAULT_PARAMETERS);
const incidence = incidenceOfDataset(dataset);
const row = (name: string) => dataset.authors.name.indexOf(name);
const [cy, dee, ann] = ["Cy", "Dee", "Ann"].map(row);
const tie = { kind: "tie", a: Math.min(cy, dee), b: Math.max(cy, dee) } as const;

test("an author's panel has ties and weights, and no papers", () => {
  const facts = authorFacts(dataset, incidence, "paper", cy);
  expect(facts.papers).toEqual([]);
  expect(facts.coauthors.map(({ author, weight }) => [dataset.authors.name[author], weight])).toEqual([
    ["Ann", 5],
    ["Bo", 4],
    ["Dee", 2.5],
  ]);
  // 9 and 2.5 of 11.5.
  expect(facts.teamShares.map(({ weight }) => weight)).toEqual([9, 2.5]);
  expect(facts.teamShares[0].share).toBeCloseTo(9 / 11.5, 12);
});

test("a tie's weight is the given one by every counting", () => {
  for (const counting of ["full", "author", "paper"] as const) {
    expect(tieFacts(dataset, incidence, counting, cy, dee)).toMatchObject({ terms: [], weight: 2.5, sum: "2.5" });
  }
  expect(tieFacts(dataset, incidence, "paper", ann, dee).weight).toBe(0);
});

test("a team's panel tells its neighbours by tie weight", () => {
  const facts = teamFacts(dataset, incidence, "paper", dataset.authors.team[cy] ?? -1);
  expect(facts.papers).toEqual([]);
  expect(facts.neighbours).toEqual([{ team: dataset.authors.team[dee], papers: 0, share: 1 }]);
  expect(facts.inside).toBeCloseTo(14 / 16.5, 12);
  expect(facts.why).toContain("without papers");
});

test("nothing that is said of it counts papers", () => {
  const said = [
    overviewOf(dataset, incidence, "paper").headline,
    ...tipOf(castOf(dataset, incidence, "paper", "light"), { kind: "author", author: cy }),
    ...tipOf(castOf(dataset, incidence, "paper", "light"), { kind: "team", team: 0 }),
    ...tipOf(castOf(dataset, incidence, "paper", "light"), tie),
    describeChoice(dataset, "paper", { kind: "author", author: cy }).detail,
    describeChoice(dataset, "paper", { kind: "team", team: 0 }).detail,
    ...search(searchIndex(dataset, "paper"), "cy").groups.flatMap(({ results }) =>
      results.map(({ context }) => context),
    ),
  ];
  expect(said[0]).toBe("6 people · 7 ties · 2 teams");
  expect(said).toContain("weight 2.5");
  expect(said.filter((text) => /\bpapers?\b/.test(text))).toEqual([]);
  const methods = methodsSentence(dataset, "paper", "teams");
  expect(methods).toMatch(
    /^Map of a ready network of 6 people and 7 ties, read from two\.net \(Pajek\) without papers\./,
  );
});

test("dots are as large as their ties are many", () => {
  const { radius } = castOf(dataset, incidence, "paper", "light");
  expect(radius[cy]).toBeGreaterThan(radius[ann]);
});

test("a tie has an address, and only one that is there", () => {
  const codec = addressCodec(dataset, incidence);
  const view = codec.read(`tie=${dataset.authors.authorId[tie.a]}~${dataset.authors.authorId[tie.b]}`);
  expect(view.choice).toEqual(tie);
  expect(codec.read(`tie=${dataset.authors.authorId[ann]}~${dataset.authors.authorId[dee]}`).choice).toBeNull();
});

test("the report before the map says of a network beside a bibliography that it was left out", () => {
  const findings = { ...dataset.findings, rowCount: 1, code: ["network-left-out"], file: [inputs[0].file] };
  expect(readingReport([inputs[0].file], { ...dataset, findings }).files).toEqual([
    { file: "two.net", read: false, verdict: "a ready network, Pajek; left out" },
  ]);
});

test("the report before the map says that it is a network, of whatever format", () => {
  for (const { format } of NETWORK_READERS) {
    const told = { ...dataset, manifest: { ...dataset.manifest, inputs: [{ ...inputs[0], format }] } };
    const report = readingReport(["two.net"], told);
    expect(report).toMatchObject({ headline: "6 people · 7 ties", showable: true });
    expect(report.files).toEqual([{ file: "two.net", read: true, verdict: `a ready network, ${formatName(format)}` }]);
  }
});
