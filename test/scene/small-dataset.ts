import { type Counting, pairWeight } from "../../src/model/counting.ts";
import type {
  AuthorTable,
  CoauthorshipTable,
  Dataset,
  Partition,
  PartTable,
  TeamEvidence,
} from "../../src/model/dataset.ts";
import { emptyTables } from "../../src/model/empty-tables.ts";
import { authorsOf, type Incidence, incidenceOf, jointPapers, papersOf } from "../../src/model/incidence.ts";
import { DATASET_VERSION, DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";

/*
 * Eight papers, twelve authors, three teams, small enough to work out by hand. With papers of more than five authors
 * called large, p5 is one.
 *
 *   MLOps    Ada Ben Cléo Lena     p0 Ada Ben Cléo · p1 Ada Ben · p7 Ben Cléo Lena
 *   GNN      Dora Eli Finn         p2 Dora Eli Finn · p3 Dora Eli Ada
 *   Big One  Hana Ivan Juno Kim    p5 Ada Dora Hana Ivan Juno Kim
 *   no team  Gus                   p4 Gus alone; p6 has no authors
 */

export const SMALL_LARGE_PAPER = 5;

export const ADA = 0;
export const BEN = 1;
export const CLEO = 2;
export const DORA = 3;
export const ELI = 4;
export const FINN = 5;
export const GUS = 6;
export const HANA = 7;
export const LENA = 11;

export const MLOPS = 0;
export const BIG_ONE = 1;
export const GNN = 2;

const NAMES = [
  "Ada Núñez",
  "Ben Kim",
  "Cléo Roy",
  "Dora Lee",
  "Eli Park",
  "Finn O’Brien",
  "Gus Ødegård",
  "Hana Sato",
  "Ivan Petrov",
  "Juno Choi",
  "Kim Ha-Na",
  "Lena Weiß",
];

interface SmallPaper {
  readonly id: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly field: string | null;
  readonly abstract: string | null;
  readonly authors: readonly number[];
}

const PAPERS: readonly SmallPaper[] = [
  {
    id: "1801.00001",
    title: "ORCHARD: A Platform for Training Models",
    year: 2018,
    field: "MLOps",
    abstract: "We propose ORCHARD, a platform that trains models. ORCHARD is shared by many.",
    authors: [0, 1, 2],
  },
  {
    id: "1902.00002",
    title: "PRUNE-It: Cutting the Cost of a Search",
    year: 2019,
    field: "MLOps",
    abstract: "We introduce PRUNE-It, which stops trials early.",
    authors: [0, 1],
  },
  {
    id: "2003.00003",
    title: "Random Walks on Graphs",
    year: 2020,
    field: "GNN",
    abstract: "We present Step Walker (SW), a graph neural network.",
    authors: [3, 4, 5],
  },
  {
    id: "2104.00004",
    title: "k-WALK: Private Walks",
    year: 2021,
    field: "GNN",
    abstract: "Graph neural networks (GNNs) leak. k-WALK does not.",
    authors: [3, 4, 0],
  },
  { id: "2105.00005", title: "Alone", year: 2021, field: null, abstract: null, authors: [6] },
  {
    id: "2206.00006",
    title: "The Big One Technical Report",
    year: 2022,
    field: "LLM",
    abstract: "We introduce BigOne X, a large language model.",
    authors: [0, 3, 7, 8, 9, 10],
  },
  { id: "2207.00007", title: null, year: 2022, field: null, abstract: "A page without a list of names.", authors: [] },
  { id: "2308.00008", title: "ORCHARD in Use", year: 2023, field: "MLOps", abstract: null, authors: [1, 2, 11] },
];

/** By paper and by author: the three teams; in full counting the large paper swallows what it touches. */
const TEAMS_APART = [0, 0, 0, 2, 2, 2, null, 1, 1, 1, 1, 0];
const TEAMS_FULL = [0, 1, 1, 0, 0, 0, null, 0, 0, 0, 0, 1];

/** Of MLOps, as if it were large: Ada and Ben, and the two others. */
const PART_OF = [0, 0, 1, null, null, null, null, null, null, null, null, 1];
const PARTS: PartTable = {
  rowCount: 2,
  partId: ["t0.0", "t0.1"],
  team: Uint32Array.of(0, 0),
  name: ["Ada Núñez & Ben Kim", "Cléo Roy & Lena Weiß"],
  subject: ["platforms", null],
  authors: Uint32Array.of(2, 2),
  papers: Uint32Array.of(5, 2),
  firstYear: [2018, 2018],
  lastYear: [2023, 2023],
  evidence: [
    { coverage: 0.4, phrases: [{ phrase: "platforms", score: 1 }], core: [authorId(0), authorId(1)] },
    { coverage: 0, phrases: [], core: [authorId(2), authorId(11)] },
  ],
};

/** Made anew at each call, so that a test may bend what it got. */
export function smallDataset(): Dataset {
  const incidence = smallIncidence();
  const apart = partition(incidence, TEAMS_APART, ["MLOps", "The Big One", "GNN"], "paper");
  const full = partition(incidence, TEAMS_FULL, ["LLM", "MLOps"], "full");
  const byAuthor = partition(incidence, TEAMS_APART, ["MLOps", "The Big One", "GNN"], "author");
  const large = PAPERS.map((paper) => paper.authors.length > SMALL_LARGE_PAPER);
  const coauthorships = coauthorshipsOf(incidence, large);
  const authorships = PAPERS.flatMap((paper, p) =>
    paper.authors.map((author, position) => ({ paper: p, position, author })),
  );
  return {
    ...emptyTables(),
    manifest: {
      format: "coterie",
      version: DATASET_VERSION,
      parameters: { ...DEFAULT_PARAMETERS, largePaper: SMALL_LARGE_PAPER },
      inputs: [
        { file: "papers.bib", sha256: "0".repeat(64), bytes: 2048, format: "bibtex", records: 8 },
        { file: "listing.txt", sha256: "1".repeat(64), bytes: 1024, format: "arxiv-author-listing", records: 2 },
        { file: "notes.md", sha256: "2".repeat(64), bytes: 10, format: null, records: 0 },
      ],
      counts: {
        records: 10,
        papers: PAPERS.length,
        papersWithoutAuthors: 1,
        authorships: authorships.length,
        nameForms: 13,
        nodes: NAMES.length,
        cases: 0,
        decisions: 0,
        authors: NAMES.length,
        teams: 3,
        parts: 2,
        coauthorships: coauthorships.rowCount,
        largePapers: 1,
        findings: 3,
      },
      findings: [
        { code: "authors-missing", severity: "warning", count: 1 },
        { code: "format-unknown", severity: "error", count: 1 },
        { code: "names-differ", severity: "note", count: 1 },
      ],
      communities: {
        full: { modularity: 0.1, method: "louvain", starts: 64, agreeing: 64, teams: 2 },
        author: { modularity: 0.4, method: "louvain", starts: 64, agreeing: 32, teams: 3 },
        paper: { modularity: 0.5, method: "louvain", starts: 64, agreeing: 48, teams: 3 },
      },
      layoutScale: 100,
    },
    papers: {
      rowCount: PAPERS.length,
      paperId: PAPERS.map((paper) => paper.id),
      title: PAPERS.map((paper) => paper.title),
      year: PAPERS.map((paper) => paper.year),
      date: PAPERS.map((paper) => (paper.year === null ? null : `${paper.year}-06-01`)),
      venue: PAPERS.map((_, p) => (p === 1 ? "Proceedings of Trials & Errors" : null)),
      type: PAPERS.map(() => null),
      abstract: PAPERS.map((paper) => paper.abstract),
      url: PAPERS.map((_, p) => (p === 1 ? "javascript:alert(1)" : null)),
      doi: PAPERS.map((_, p) => (p === 1 ? "10.1000/182" : null)),
      arxiv: PAPERS.map((paper) => paper.id),
      acl: PAPERS.map(() => null),
      pmid: PAPERS.map(() => null),
      openalex: PAPERS.map(() => null),
      keywords: PAPERS.map((_, p) => (p === 1 ? ["trials", "errors"] : [])),
      editors: PAPERS.map((_, p) => (p === 1 ? ["Iris Volume"] : [])),
      groupAuthors: PAPERS.map((_, p) => (p === 1 ? ["The Trial Group"] : [])),
      citations: PAPERS.map((_, p) => (p === 1 ? 12 : null)),
      citationsFrom: PAPERS.map((_, p) => (p === 1 ? "openalex" : null)),
      truncated: PAPERS.map((_, p) => p === 1),
      fields: PAPERS.map((paper) => (paper.field === null ? [] : [{ name: paper.field, score: 1 }])),
      authors: Uint32Array.from(PAPERS, (paper) => paper.authors.length),
      firstAuthorship: incidence.paperOffsets.slice(0, PAPERS.length),
      large,
    },
    authorships: {
      rowCount: authorships.length,
      paper: Uint32Array.from(authorships, (row) => row.paper),
      position: Uint32Array.from(authorships, (row) => row.position),
      author: Uint32Array.from(authorships, (row) => row.author),
      node: Uint32Array.from(authorships, (row) => row.author),
      name: authorships.map((row) => NAMES[row.author]),
      family: authorships.map(() => null),
      otherForms: authorships.map(() => null),
      orcid: authorships.map(() => null),
      sourceIds: authorships.map(() => []),
      affiliations: authorships.map(({ author, paper }) =>
        author !== 0
          ? []
          : paper === 5
            ? ["Second University"]
            : ([
                ["Lab of Trials", "first university"],
                ["LAB OF TRIALS", "First University"],
              ][paper] ?? []),
      ),
    },
    // The names are in alphabetical order, and so are they when folded.
    nodes: {
      rowCount: NAMES.length,
      author: Uint32Array.from(NAMES.keys()),
      name: NAMES,
      folded: NAMES.map((name) => name.toLowerCase()),
      authorships: Uint32Array.from(NAMES, (_, a) => papersOf(incidence, a).length),
    },
    names: {
      rowCount: NAMES.length + 1,
      author: Uint32Array.from([0, ...NAMES.keys()]),
      name: ["Ada Nunez", ...NAMES],
      authorships: Uint32Array.from([1, ...NAMES.map((_, a) => papersOf(incidence, a).length)]),
    },
    records: {
      rowCount: 10,
      paper: [0, 6, 0, 1, 2, 3, 4, 5, 6, 7],
      file: ["listing.txt", "listing.txt", ...PAPERS.map(() => "papers.bib")],
      format: ["arxiv-author-listing", "arxiv-author-listing", ...PAPERS.map(() => "bibtex")],
      record: Uint32Array.from([1, 2, 1, 2, 3, 4, 5, 6, 7, 8]),
      line: Uint32Array.from([1, 9, 1, 8, 15, 22, 29, 36, 43, 50]),
    },
    authors: authorTable(incidence, apart, large),
    teams: apart.teams,
    parts: PARTS,
    coauthorships,
    findings: {
      rowCount: 3,
      code: ["authors-missing", "names-differ", "format-unknown"],
      severity: ["warning", "note", "error"],
      file: ["listing.txt", "papers.bib", "notes.md"],
      line: [9, 1, null],
      record: [2, 1, null],
      detail: [
        "The entry 2207.00007 gives no authors.",
        "The listing writes “Ada Nunez”, the bibliography “Ada Núñez”.",
        "No reader knows this file.",
      ],
    },
    variants: { full, author: byAuthor },
  };
}

/** The incidence of `smallDataset()`. */
export function smallIncidence(): Incidence {
  const offsets = new Uint32Array(PAPERS.length + 1);
  PAPERS.forEach((paper, p) => {
    offsets[p + 1] = offsets[p] + paper.authors.length;
  });
  return incidenceOf(offsets, Uint32Array.from(PAPERS.flatMap((paper) => paper.authors)), NAMES.length);
}

function partition(
  incidence: Incidence,
  team: readonly (number | null)[],
  names: readonly string[],
  counting: Counting,
): Partition {
  const members = names.map((_, t) => [...NAMES.keys()].filter((a) => team[a] === t));
  const papers = members.map((ofTeam) => [...new Set(ofTeam.flatMap((a) => [...papersOf(incidence, a)]))]);
  const years = papers.map((rows) => rows.map((p) => PAPERS[p].year ?? 0));
  return {
    teams: {
      rowCount: names.length,
      teamId: names.map((_, t) => `t${t}`),
      name: names,
      authors: Uint32Array.from(members, (ofTeam) => ofTeam.length),
      papers: Uint32Array.from(papers, (rows) => rows.length),
      firstYear: years.map((of) => Math.min(...of)),
      lastYear: years.map((of) => Math.max(...of)),
      agreement: Float32Array.from(names, () => 0.75),
      evidence: names.map((name, t) => evidence(name, members[t])),
    },
    team,
    agreement: Float32Array.from(team, (t) => (t === null ? 0 : 0.75)),
    inside: Float32Array.from(NAMES, (_, a) => insideShare(incidence, team, counting, a)),
  };
}

function evidence(name: string, members: readonly number[]): TeamEvidence {
  return {
    source: name === "The Big One" ? "paper" : "field",
    coverage: 0.8,
    fields: [{ name, score: 2, coverage: 0.8 }],
    phrases: [{ phrase: `${name} phrase`, score: 1 }],
    papers: [{ paper: PAPERS[0].id, share: 1 }],
    core: members.slice(0, 3).map(authorId),
  };
}

/** Pair by pair, as slow and as plain as the definition. */
function insideShare(
  incidence: Incidence,
  team: readonly (number | null)[],
  counting: Counting,
  author: number,
): number {
  let inside = 0;
  let all = 0;
  for (const p of papersOf(incidence, author)) {
    const authors = authorsOf(incidence, p);
    for (const other of authors) {
      if (other === author) continue;
      all += pairWeight(counting, authors.length);
      if (team[other] === team[author]) inside += pairWeight(counting, authors.length);
    }
  }
  return all === 0 ? 0 : inside / all;
}

function authorTable(incidence: Incidence, own: Partition, large: readonly boolean[]): AuthorTable {
  const papers = NAMES.map((_, a) => [...papersOf(incidence, a)]);
  const years = papers.map((rows) => rows.map((p) => PAPERS[p].year ?? 0));
  const angle = (a: number) => (a / NAMES.length) * 2 * Math.PI;
  return {
    rowCount: NAMES.length,
    authorId: NAMES.map((_, a) => authorId(a)),
    name: NAMES,
    papers: Uint32Array.from(papers, (rows) => rows.length),
    coauthors: Uint32Array.from(
      papers,
      (rows, a) => new Set(rows.flatMap((p) => PAPERS[p].authors).filter((other) => other !== a)).size,
    ),
    firstYear: years.map((of) => Math.min(...of)),
    lastYear: years.map((of) => Math.max(...of)),
    team: own.team,
    part: PART_OF,
    agreement: own.agreement,
    inside: own.inside,
    x: Float32Array.from(NAMES, (_, a) => Math.round(Math.cos(angle(a)) * 26_000) / 65_536),
    y: Float32Array.from(NAMES, (_, a) => Math.round(Math.sin(angle(a)) * 26_000) / 65_536),
    onlyLarge: papers.map((rows) => rows.every((p) => large[p])),
  };
}

function coauthorshipsOf(incidence: Incidence, large: readonly boolean[]): CoauthorshipTable {
  const rows: { a: number; b: number; papers: readonly number[] }[] = [];
  for (let a = 0; a < NAMES.length; a++) {
    for (let b = a + 1; b < NAMES.length; b++) {
      const papers = jointPapers(incidence, a, b).filter((p) => !large[p]);
      if (papers.length > 0) rows.push({ a, b, papers });
    }
  }
  const weights = (counting: Counting) =>
    Float64Array.from(rows, (row) =>
      row.papers.reduce((total, p) => total + pairWeight(counting, PAPERS[p].authors.length), 0),
    );
  return {
    rowCount: rows.length,
    a: Uint32Array.from(rows, (row) => row.a),
    b: Uint32Array.from(rows, (row) => row.b),
    papers: Uint32Array.from(rows, (row) => row.papers.length),
    weightFull: weights("full"),
    weightAuthor: weights("author"),
    weightPaper: weights("paper"),
  };
}

function authorId(row: number): string {
  return `a${row.toString(16).padStart(12, "0")}`;
}
