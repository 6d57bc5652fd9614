import fc from "fast-check";
import { COUNTINGS, type Counting, pairWeight } from "../../src/model/counting.ts";
import type { Dataset, Partition, PartTable, TeamEvidence } from "../../src/model/dataset.ts";
import { ACTIONS, OUTCOMES } from "../../src/model/identity.ts";
import { type CommunitySummary, DATASET_VERSION, DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";

/** What a small dataset is made from: for each paper a title and its authors by number. */
export interface SmallDataset {
  readonly papers: readonly { readonly title: string | null; readonly authors: readonly number[] }[];
  readonly names: readonly string[];
  readonly variants: readonly Counting[];
  readonly largePaper: number;
}

const evidence = (name: string): TeamEvidence => ({
  source: "phrase",
  coverage: 0.5,
  fields: [{ name, score: 1.25, coverage: 0.1 }],
  phrases: [{ phrase: name, score: 3 }],
  papers: [{ paper: "p00000", share: 1 / 3 }],
  core: ["a00000"],
});

const summary: CommunitySummary = { modularity: 0.25, method: "louvain", starts: 4, agreeing: 3, teams: 2 };

/** A consistent dataset: two teams (even and odd authors), positions on a line, one finding per paper. */
export function smallDataset({ papers, names, variants, largePaper }: SmallDataset): Dataset {
  const rows = papers.flatMap(({ authors }, paper) => authors.map((author, position) => ({ paper, position, author })));
  const ids = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${prefix}${String(i).padStart(5, "0")}`);
  const large = papers.map(({ authors }) => authors.length > largePaper);
  const ties = tiesOf(papers.filter((_, paper) => !large[paper]));
  const partition = (): Partition => ({
    teams: {
      rowCount: 2,
      teamId: ["t0", "t1"],
      name: ["even", 'odd, "quoted"'],
      authors: Uint32Array.of(2, 1),
      papers: Uint32Array.of(1, 1),
      firstYear: [2017, null],
      lastYear: [2024, null],
      agreement: Float32Array.of(1, 0.5),
      evidence: [evidence("even"), evidence("odd")],
    },
    team: names.map((_, i) => (i % 5 === 4 ? null : i % 2)),
    agreement: Float32Array.from(names, (_, i) => 1 / (i + 1)),
    inside: Float32Array.from(names, (_, i) => i / (i + 1)),
  });
  const own = partition();
  const identity = identityOf(rows, names);
  const { part, parts } = partsOf(own.team);
  return {
    manifest: {
      format: "coterie",
      version: DATASET_VERSION,
      parameters: { ...DEFAULT_PARAMETERS, largePaper },
      inputs: [{ file: "papers.bib", sha256: "00ff", bytes: 12, format: "bibtex", records: papers.length }],
      counts: {
        records: papers.length,
        papers: papers.length,
        papersWithoutAuthors: papers.filter(({ authors }) => authors.length === 0).length,
        authorships: rows.length,
        nameForms: names.length,
        nodes: identity.nodes.rowCount,
        cases: identity.cases.rowCount,
        decisions: identity.decisions.rowCount,
        authors: names.length,
        teams: 2,
        parts: parts.rowCount,
        coauthorships: ties.length,
        largePapers: large.filter(Boolean).length,
        findings: papers.length,
      },
      findings: [{ code: "authors-missing", severity: "warning", count: papers.length }],
      communities: { full: summary, author: summary, paper: summary },
      layoutScale: 1234.5,
    },
    papers: {
      rowCount: papers.length,
      paperId: ids("p", papers.length),
      title: papers.map(({ title }) => title),
      year: papers.map((_, i) => (i % 3 === 0 ? null : 2017 + i)),
      date: papers.map((_, i) => (i % 2 === 0 ? null : "2017-01")),
      venue: papers.map(() => null),
      type: papers.map(() => "article"),
      abstract: papers.map(({ title }) => title),
      url: papers.map(() => "https://example.org/?a=1&b=2"),
      doi: papers.map(() => null),
      arxiv: papers.map((_, i) => `2404.0000${i}`),
      acl: papers.map(() => null),
      pmid: papers.map(() => null),
      openalex: papers.map(() => null),
      keywords: papers.map((_, i) => (i % 2 === 0 ? [] : ["coffee", "=SUM(A1)"])),
      editors: papers.map((_, i) => (i % 3 === 0 ? ["Grace Hopper"] : [])),
      groupAuthors: papers.map((_, i) => (i % 3 === 1 ? ["The Coffee Collaboration"] : [])),
      citations: papers.map((_, i) => (i % 2 === 0 ? null : 10 * i)),
      citationsFrom: papers.map((_, i) => (i % 2 === 0 ? null : "openalex")),
      truncated: papers.map((_, i) => i % 2 === 1),
      fields: papers.map((_, i) => (i % 2 === 0 ? [] : [{ name: "MLOps", score: 0.5 }])),
      authors: Uint32Array.from(papers, ({ authors }) => authors.length),
      firstAuthorship: Uint32Array.from(papers, (_, i) => rows.filter(({ paper }) => paper < i).length),
      large,
    },
    authorships: {
      rowCount: rows.length,
      paper: Uint32Array.from(rows, ({ paper }) => paper),
      position: Uint32Array.from(rows, ({ position }) => position),
      author: Uint32Array.from(rows, ({ author }) => author),
      node: identity.node,
      name: rows.map(({ author }) => names[author]),
      family: rows.map((_, i) => (i % 2 === 0 ? "Ha" : null)),
      otherForms: rows.map(({ author }, i) => (i % 3 === 0 ? [names[author], "other"] : null)),
      orcid: rows.map((_, i) => (i % 2 === 0 ? null : "0000-0002-1825-0097")),
      sourceIds: rows.map(({ author }) => (author === 0 ? ["openalex:A1"] : [])),
      affiliations: rows.map(({ author }) => (author === 1 ? ["Lab of Tests, Seoul", "Second Lab"] : [])),
    },
    nodes: identity.nodes,
    cases: identity.cases,
    decisions: identity.decisions,
    names: {
      rowCount: names.length,
      author: Uint32Array.from(names, (_, i) => i),
      name: names,
      authorships: Uint32Array.from(names, (_, i) => rows.filter(({ author }) => author === i).length),
    },
    records: {
      rowCount: papers.length,
      paper: papers.map((_, i) => (i % 4 === 3 ? null : i)),
      file: papers.map(() => "papers.bib"),
      format: papers.map(() => "bibtex"),
      record: Uint32Array.from(papers, (_, i) => i + 1),
      line: Uint32Array.from(papers, (_, i) => 10 * i + 1),
    },
    authors: {
      rowCount: names.length,
      authorId: ids("a", names.length),
      name: names,
      papers: Uint32Array.from(names, (_, i) => rows.filter(({ author }) => author === i).length),
      coauthors: Uint32Array.from(names, (_, i) => ties.filter(({ a, b }) => a === i || b === i).length),
      firstYear: names.map((_, i) => (i % 2 === 0 ? 2017 : null)),
      lastYear: names.map((_, i) => (i % 2 === 0 ? 2024 : null)),
      team: own.team,
      part,
      agreement: own.agreement,
      inside: own.inside,
      x: Float32Array.from(names, (_, i) => i / 65_536),
      y: Float32Array.from(names, (_, i) => -(i + 1) / 65_536),
      onlyLarge: names.map((_, i) => i % 7 === 6),
    },
    teams: own.teams,
    parts,
    coauthorships: {
      rowCount: ties.length,
      a: Uint32Array.from(ties, ({ a }) => a),
      b: Uint32Array.from(ties, ({ b }) => b),
      papers: Uint32Array.from(ties, ({ sizes }) => sizes.length),
      weightFull: Float64Array.from(ties, ({ sizes }) => weight("full", sizes)),
      weightAuthor: Float64Array.from(ties, ({ sizes }) => weight("author", sizes)),
      weightPaper: Float64Array.from(ties, ({ sizes }) => weight("paper", sizes)),
    },
    findings: {
      rowCount: papers.length,
      code: papers.map(() => "authors-missing"),
      severity: papers.map(() => "warning"),
      file: papers.map((_, i) => (i % 2 === 0 ? null : "papers.bib")),
      line: papers.map((_, i) => (i % 2 === 0 ? null : i)),
      record: papers.map(() => null),
      detail: papers.map(({ title }) => `${title} has no authors.`),
    },
    variants: Object.fromEntries(variants.map((counting) => [counting, partition()])),
  };
}

/** The team of even authors in two parts, by every other one of them, if there are two. */
function partsOf(team: Partition["team"]): { readonly part: (number | null)[]; readonly parts: PartTable } {
  const isDivided = team[0] === 0 && team[2] === 0;
  const part = team.map((own, i) => (isDivided && own === 0 ? (i / 2) % 2 : null));
  const rows = isDivided ? [0, 1] : [];
  const members = rows.map((row) => part.filter((own) => own === row).length);
  return {
    part,
    parts: {
      rowCount: rows.length,
      partId: rows.map((row) => `t0.${row}`),
      team: Uint32Array.from(rows, () => 0),
      name: rows.map((row) => `=part, "${row}"`),
      subject: rows.map((row) => (row === 0 ? "coffee" : null)),
      authors: Uint32Array.from(members),
      papers: Uint32Array.from(rows, () => 1),
      firstYear: rows.map((row) => (row === 0 ? 2017 : null)),
      lastYear: rows.map((row) => (row === 0 ? 2024 : null)),
      evidence: rows.map((row) => ({
        coverage: 0.25 * row,
        phrases: [{ phrase: "coffee", score: 1.5 }],
        core: [`a0000${2 * row}`],
      })),
    },
  };
}

/** A node for each author who has an authorship, a case for each two nodes in a row, one decision of each kind. */
function identityOf(
  rows: readonly { readonly author: number }[],
  names: readonly string[],
): Pick<Dataset, "nodes" | "cases" | "decisions"> & { readonly node: Uint32Array } {
  const authors = [...new Set(rows.map(({ author }) => author))].sort((a, b) => a - b);
  const pairs = authors.slice(1).map((_, a) => a);
  return {
    node: Uint32Array.from(rows, ({ author }) => authors.indexOf(author)),
    nodes: {
      rowCount: authors.length,
      author: Uint32Array.from(authors),
      name: authors.map((author) => names[author]),
      folded: authors.map((author) => `f${String(author).padStart(5, "0")}`),
      authorships: Uint32Array.from(authors, (author) => rows.filter((row) => row.author === author).length),
    },
    cases: {
      rowCount: pairs.length,
      a: Uint32Array.from(pairs),
      b: Uint32Array.from(pairs, (a) => a + 1),
      relation: pairs.map(() => "join"),
      score: Float64Array.from(pairs, (a) => 2.125 - (a >> 1)),
      evidence: pairs.map((a) => [{ kind: "relation", weight: 2.125 - (a >> 1), detail: `of "${names[a]}"` }]),
      outcome: pairs.map((a) => OUTCOMES[a % OUTCOMES.length]),
      against: pairs.map((a) => (a % 2 === 0 ? null : "both on p00000")),
    },
    decisions: {
      rowCount: ACTIONS.length,
      action: ACTIONS,
      name: ACTIONS.map((action) => `${action} "Ha"`),
      papers: ACTIONS.map((action) => (action === "split" ? ["p00000", "gone"] : [])),
      other: ["Nako Sung", null, "Ha, Jung-Woo", null],
      otherPapers: [["p00001"], [], [], []],
      label: [null, "Jung-Woo Ha", null, null],
    },
  };
}

function tiesOf(papers: SmallDataset["papers"]): { a: number; b: number; sizes: number[] }[] {
  const ties = new Map<string, { a: number; b: number; sizes: number[] }>();
  for (const { authors } of papers) {
    for (const a of authors) {
      for (const b of authors.filter((other) => other > a)) {
        const tie = ties.get(`${a} ${b}`) ?? { a, b, sizes: [] };
        tie.sizes.push(authors.length);
        ties.set(`${a} ${b}`, tie);
      }
    }
  }
  return [...ties.values()].sort((one, other) => one.a - other.a || one.b - other.b);
}

const weight = (counting: Counting, sizes: readonly number[]): number =>
  sizes.reduce((sum, size) => sum + pairWeight(counting, size), 0);

/** Well-formed text with everything that a format may stumble over. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "",
    "\ufeffmark",
    "a,b",
    'say "so"',
    "=1+1",
    "line\nend",
    "<b>&amp;</b>",
    "\u202eabc",
    "\u0000\u0008",
    "김",
  ),
);

/** Generated small datasets, empty ones included. */
export function smallDatasets(): fc.Arbitrary<Dataset> {
  return fc.integer({ min: 0, max: 8 }).chain((authors) =>
    fc
      .record({
        papers: fc.array(
          fc.record({
            title: fc.option(anyText),
            authors: fc
              .subarray(Array.from({ length: authors }, (_, i) => i))
              .chain((list) => fc.shuffledSubarray(list, { minLength: list.length })),
          }),
          { maxLength: 6 },
        ),
        names: fc.array(anyText, { minLength: authors, maxLength: authors }),
        variants: fc.subarray(COUNTINGS.filter((counting) => counting !== "paper")),
        largePaper: fc.constantFrom(3, 100),
      })
      .map(smallDataset),
  );
}

/** Three papers and four authors, for tests that look at single files. */
export const THREE_PAPERS: SmallDataset = {
  papers: [
    { title: "CHOPT: automated hyperparameter optimization", authors: [0, 1, 2] },
    { title: '=HYPERLINK("https://example.org")', authors: [2, 0] },
    { title: null, authors: [] },
  ],
  names: ["Jung-Woo Ha", "Nako Sung", '@Mallory, the "Elder"', "Alone"],
  variants: ["full", "author"],
  largePaper: 100,
};
