import type { CoauthorshipTable, Dataset, TeamEvidence } from "../../../src/model/dataset.ts";
import { emptyTables } from "../../../src/model/empty-tables.ts";
import { generator } from "../../../src/model/generator.ts";
import { authorsOf, type Incidence, papersOf } from "../../../src/model/incidence.ts";
import { DATASET_VERSION, DEFAULT_PARAMETERS, type Manifest } from "../../../src/model/manifest.ts";
import { byCodeUnit } from "../../../src/model/order.ts";
import { fold } from "../../../src/model/text.ts";

/*
 * A dataset of any size around real or invented author lists, for measuring how it is drawn and searched: names and titles are
 * invented, teams come of label propagation, positions of a spiral of discs. It is for timing, not for looking at.
 */

const SYLLABLES = ["ka", "lo", "mi", "ren", "ta", "su", "vel", "no", "ri", "an", "dor", "es", "ju", "pe", "wen", "zu"];
const WORDS = [
  "graph",
  "deep",
  "field",
  "model",
  "query",
  "speech",
  "sparse",
  "neural",
  "index",
  "proof",
  "signal",
  "cell",
];
const ROUNDS = 6;

export function datasetAround(incidence: Incidence, seed = 1): Dataset {
  const chance = generator(seed);
  const { authorCount, paperCount } = incidence;
  const ties = tiesOf(incidence);
  const team = teamsOf(ties, authorCount);
  const sizes = countsOf(team);
  const { x, y } = positionsOf(team, sizes, chance);
  const names = Array.from({ length: authorCount }, () => `${invented(chance, 2)} ${invented(chance, 3)}`);
  const count = Uint32Array.from({ length: authorCount }, (_, a) => papersOf(incidence, a).length);
  const coauthors = new Uint32Array(authorCount);
  for (let row = 0; row < ties.rowCount; row++) {
    coauthors[ties.a[row]] += 1;
    coauthors[ties.b[row]] += 1;
  }
  const inside = insideOf(ties, team, authorCount);
  const years = Array.from({ length: paperCount }, () => 1990 + Math.floor(chance() * 35));
  const title = years.map(() => [0, 1, 2, 3, 4].map(() => WORDS[Math.floor(chance() * WORDS.length)]).join(" "));
  const spans = Array.from({ length: authorCount }, (_, a) => {
    const own = Array.from(papersOf(incidence, a), (paper) => years[paper]);
    return own.length === 0 ? [null, null] : [Math.min(...own), Math.max(...own)];
  });
  const byFolded = Uint32Array.from(names, (_, author) => author);
  byFolded.sort((a, b) => byCodeUnit(fold(names[a]), fold(names[b])) || a - b);
  const nodeOf = new Uint32Array(authorCount);
  byFolded.forEach((author, node) => {
    nodeOf[author] = node;
  });
  const none = <T>(length: number, value: T) => Array.from({ length }, () => value);
  const teamCount = sizes.length;
  const evidence: TeamEvidence = { source: "phrase", coverage: 0.5, fields: [], phrases: [], papers: [], core: [] };
  const paperIds = Array.from({ length: paperCount }, (_, p) => `p${String(p).padStart(8, "0")}`);
  const authorships = incidence.authors.length;
  return {
    ...emptyTables(),
    manifest: manifestOf({
      papers: paperCount,
      authorships,
      authors: authorCount,
      teams: teamCount,
      ties: ties.rowCount,
    }),
    papers: {
      rowCount: paperCount,
      paperId: paperIds,
      title,
      year: years,
      date: none(paperCount, null),
      venue: none(paperCount, null),
      type: none(paperCount, null),
      abstract: none(paperCount, null),
      url: none(paperCount, null),
      doi: none(paperCount, null),
      arxiv: none(paperCount, null),
      acl: none(paperCount, null),
      pmid: none(paperCount, null),
      openalex: none(paperCount, null),
      keywords: none(paperCount, []),
      editors: none(paperCount, []),
      groupAuthors: none(paperCount, []),
      citations: none(paperCount, null),
      citationsFrom: none(paperCount, null),
      truncated: none(paperCount, false),
      fields: none(paperCount, []),
      authors: Uint32Array.from({ length: paperCount }, (_, p) => authorsOf(incidence, p).length),
      firstAuthorship: incidence.paperOffsets.slice(0, paperCount),
      large: Array.from({ length: paperCount }, (_, p) => authorsOf(incidence, p).length > 100),
    },
    authorships: {
      rowCount: authorships,
      paper: perAuthorship(incidence, (paper) => paper),
      position: perAuthorship(incidence, (_, position) => position),
      author: incidence.authors,
      node: incidence.authors.map((author) => nodeOf[author]),
      family: none(authorships, null),
      otherForms: none(authorships, null),
      name: Array.from(incidence.authors, (author) => names[author]),
      orcid: none(authorships, null),
      sourceIds: none(authorships, []),
      affiliations: none(authorships, []),
    },
    names: {
      rowCount: authorCount,
      author: Uint32Array.from({ length: authorCount }, (_, a) => a),
      name: names,
      authorships: count,
    },
    nodes: {
      rowCount: authorCount,
      author: byFolded,
      name: Array.from(byFolded, (author) => names[author]),
      folded: Array.from(byFolded, (author) => fold(names[author])),
      authorships: byFolded.map((author) => count[author]),
    },
    authors: {
      rowCount: authorCount,
      authorId: Array.from({ length: authorCount }, (_, a) => `a${String(a).padStart(12, "0")}`),
      name: names,
      papers: count,
      coauthors,
      firstYear: spans.map(([first]) => first),
      lastYear: spans.map(([, last]) => last),
      team: Array.from(team, (own) => (own < 0 ? null : own)),
      part: Array<null>(authorCount).fill(null),
      agreement: new Float32Array(authorCount).fill(1),
      inside,
      x,
      y,
      onlyLarge: Array.from(
        coauthors,
        (of, a) =>
          of === 0 &&
          count[a] > 0 &&
          Array.from(papersOf(incidence, a)).every((p) => authorsOf(incidence, p).length > 100),
      ),
    },
    teams: {
      rowCount: teamCount,
      teamId: Array.from({ length: teamCount }, (_, t) => `t${t}`),
      name: Array.from(
        { length: teamCount },
        () => `${WORDS[Math.floor(chance() * 12)]} ${invented(chance, 2).toLowerCase()}`,
      ),
      authors: Uint32Array.from(sizes),
      papers: Uint32Array.from(sizes),
      firstYear: none(teamCount, 1990),
      lastYear: none(teamCount, 2024),
      agreement: new Float32Array(teamCount).fill(1),
      evidence: none(teamCount, evidence),
    },
    coauthorships: ties,
    variants: {},
  };
}

function invented(chance: () => number, syllables: number): string {
  let word = "";
  for (let i = 0; i < syllables; i++) word += SYLLABLES[Math.floor(chance() * SYLLABLES.length)];
  return word[0].toUpperCase() + word.slice(1);
}

function perAuthorship(incidence: Incidence, value: (paper: number, position: number) => number): Uint32Array {
  const column = new Uint32Array(incidence.authors.length);
  for (let p = 0; p < incidence.paperCount; p++) {
    const first = incidence.paperOffsets[p];
    for (let k = first; k < incidence.paperOffsets[p + 1]; k++) column[k] = value(p, k - first);
  }
  return column;
}

/** Pairs of the papers with 2 to 100 authors, each once. */
function tiesOf(incidence: Incidence): CoauthorshipTable {
  let pairs = 0;
  for (let p = 0; p < incidence.paperCount; p++) {
    const n = authorsOf(incidence, p).length;
    if (n <= 100) pairs += (n * (n - 1)) / 2;
  }
  const keys = new Float64Array(pairs);
  let end = 0;
  for (let p = 0; p < incidence.paperCount; p++) {
    const authors = authorsOf(incidence, p);
    if (authors.length > 100) continue;
    for (let i = 0; i < authors.length; i++) {
      for (let j = i + 1; j < authors.length; j++) {
        const [low, high] = authors[i] < authors[j] ? [authors[i], authors[j]] : [authors[j], authors[i]];
        keys[end++] = low * incidence.authorCount + high;
      }
    }
  }
  keys.sort();
  const a: number[] = [];
  const b: number[] = [];
  const papers: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    if (i > 0 && keys[i] === keys[i - 1]) {
      papers[papers.length - 1] += 1;
      continue;
    }
    a.push(Math.floor(keys[i] / incidence.authorCount));
    b.push(keys[i] % incidence.authorCount);
    papers.push(1);
  }
  const weights = Float64Array.from(papers, (joint) => joint * 0.4);
  return {
    rowCount: a.length,
    a: Uint32Array.from(a),
    b: Uint32Array.from(b),
    papers: Uint32Array.from(papers),
    weightFull: Float64Array.from(papers),
    weightAuthor: weights,
    weightPaper: weights,
  };
}

/** Label propagation (Raghavan et al. 2007) in the order of the rows; teams by size, −1 for nobody's coauthor. */
function teamsOf({ a, b, papers, rowCount }: CoauthorshipTable, authorCount: number): Int32Array {
  const offsets = new Uint32Array(authorCount + 1);
  for (let row = 0; row < rowCount; row++) {
    offsets[a[row] + 1] += 1;
    offsets[b[row] + 1] += 1;
  }
  for (let i = 0; i < authorCount; i++) offsets[i + 1] += offsets[i];
  const next = offsets.slice();
  const other = new Uint32Array(2 * rowCount);
  const weight = new Uint32Array(2 * rowCount);
  for (let row = 0; row < rowCount; row++) {
    for (const [from, to] of [
      [a[row], b[row]],
      [b[row], a[row]],
    ]) {
      other[next[from]] = to;
      weight[next[from]++] = papers[row];
    }
  }
  const label = Int32Array.from({ length: authorCount }, (_, i) => i);
  const sum = new Float64Array(authorCount);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < authorCount; i++) {
      let best = label[i];
      for (let k = offsets[i]; k < offsets[i + 1]; k++) sum[label[other[k]]] += weight[k];
      for (let k = offsets[i]; k < offsets[i + 1]; k++) if (sum[label[other[k]]] > sum[best]) best = label[other[k]];
      for (let k = offsets[i]; k < offsets[i + 1]; k++) sum[label[other[k]]] = 0;
      label[i] = best;
    }
  }
  const size = new Uint32Array(authorCount);
  for (let i = 0; i < authorCount; i++) if (offsets[i + 1] > offsets[i]) size[label[i]] += 1;
  const bySize = Array.from(size.keys())
    .filter((of) => size[of] > 0)
    .sort((one, two) => size[two] - size[one] || one - two);
  const row = new Int32Array(authorCount).fill(-1);
  bySize.forEach((of, team) => {
    row[of] = team;
  });
  return label.map((of, i) => (offsets[i + 1] > offsets[i] ? row[of] : -1));
}

function countsOf(team: Int32Array): number[] {
  const sizes: number[] = [];
  for (const own of team) if (own >= 0) sizes[own] = (sizes[own] ?? 0) + 1;
  return sizes;
}

function positionsOf(team: Int32Array, sizes: readonly number[], chance: () => number) {
  const x = new Float32Array(team.length);
  const y = new Float32Array(team.length);
  const all = team.length;
  let before = 0;
  const middle = sizes.map((size, t) => {
    const reach = 0.48 * Math.sqrt((before + size / 2) / all);
    before += size;
    const angle = t * 2.399_963;
    return [reach * Math.cos(angle), reach * Math.sin(angle), 0.46 * Math.sqrt(size / all)];
  });
  const snapped = (value: number) => Math.round(Math.max(-0.5, Math.min(0.5, value)) * 65_536) / 65_536;
  for (let i = 0; i < all; i++) {
    const [mx, my, radius] = team[i] < 0 ? [0, 0, 0.5] : middle[team[i]];
    const away = radius * Math.sqrt(chance());
    const angle = 2 * Math.PI * chance();
    x[i] = snapped(mx + away * Math.cos(angle));
    y[i] = snapped(my + away * Math.sin(angle));
  }
  return { x, y };
}

function insideOf({ a, b, papers, rowCount }: CoauthorshipTable, team: Int32Array, authorCount: number): Float32Array {
  const all = new Float64Array(authorCount);
  const own = new Float64Array(authorCount);
  for (let row = 0; row < rowCount; row++) {
    for (const end of [a[row], b[row]]) {
      all[end] += papers[row];
      if (team[a[row]] === team[b[row]]) own[end] += papers[row];
    }
  }
  return Float32Array.from(all, (weight, author) => (weight === 0 ? 0 : own[author] / weight));
}

function manifestOf(of: Readonly<Record<"papers" | "authorships" | "authors" | "teams" | "ties", number>>): Manifest {
  const division = { modularity: 0.7, method: "leiden" as const, starts: 1, agreeing: 1, teams: of.teams };
  return {
    format: "coterie",
    version: DATASET_VERSION,
    parameters: DEFAULT_PARAMETERS,
    inputs: [],
    counts: {
      records: 0,
      papers: of.papers,
      papersWithoutAuthors: 0,
      authorships: of.authorships,
      nameForms: of.authors,
      nodes: of.authors,
      cases: 0,
      decisions: 0,
      authors: of.authors,
      teams: of.teams,
      parts: 0,
      coauthorships: of.ties,
      largePapers: 0,
      findings: 0,
    },
    findings: [],
    communities: { full: division, author: division, paper: division },
    layoutScale: 1000,
  };
}
