import type { Dataset, Partition } from "../model/dataset.ts";
import { authorsOf, type Incidence, incidenceOf, papersOf } from "../model/incidence.ts";
import { type Groups, grouped, groupMembers } from "./compressed-rows.ts";
import { summaryOf } from "./finding-table.ts";
import { RowChoice, someRows } from "./row-choice.ts";

/**
 * The part of a dataset that is about some authors, its members: all their papers with all authors of these, who else has a tie to them,
 * and what belongs to these rows. What is told of an author or team is told of the whole dataset, and so are their
 * ids and places; that of members is all there. Of others there are the papers with members, their authorships counted by that.
 * Left out are papers without authors, records and findings that belong to no paper, and cases with a name that is elsewhere.
 * The slice of all authors of a dataset that has none of these holds its tables as they are.
 */
export function sliceOf(dataset: Dataset, members: Iterable<number>): Dataset {
  return slicer(dataset)(members, 0);
}

/** Slices a dataset any number of times, each at the cost of the slice; `sheet` is the number that the slice goes by. */
export function slicer(dataset: Dataset): (members: Iterable<number>, sheet: number) => Dataset {
  const whole = indexed(dataset);
  const chosen = {
    papers: new RowChoice(dataset.papers.rowCount),
    authors: new RowChoice(dataset.authors.rowCount),
    nodes: new RowChoice(dataset.nodes.rowCount),
    ties: new RowChoice(dataset.coauthorships.rowCount),
  };
  return (members, sheet) => {
    const own = Uint32Array.from(new Set(members)).sort();
    const slice = sliced(whole, chosen, own, sheet);
    for (const choice of Object.values(chosen)) choice.clear();
    return slice;
  };
}

/** A dataset with the ways through it that its tables do not have. */
interface Indexed {
  readonly dataset: Dataset;
  readonly incidence: Incidence;
  readonly namesOf: Groups;
  /** Cases by node `a`. */
  readonly casesOf: Groups;
  readonly recordsOf: Groups;
  readonly findingsOf: Groups;
  readonly tiesOfA: Groups;
  readonly tiesOfB: Groups;
}

function indexed(dataset: Dataset): Indexed {
  const { papers, authorships, authors, names, nodes, cases, records, coauthorships: ties } = dataset;
  const offsets = Uint32Array.from([...papers.firstAuthorship, authorships.rowCount]);
  return {
    dataset,
    incidence: incidenceOf(offsets, authorships.author, authors.rowCount),
    namesOf: grouped(names.author, authors.rowCount),
    casesOf: grouped(cases.a, nodes.rowCount),
    recordsOf: grouped(records.paper, papers.rowCount),
    findingsOf: grouped(papersOfFindings(dataset), papers.rowCount),
    tiesOfA: grouped(ties.a, authors.rowCount),
    tiesOfB: grouped(ties.b, authors.rowCount),
  };
}

/** By finding the paper that its record is one of, or −1. */
function papersOfFindings({ findings, records }: Dataset): Int32Array {
  const wanted = new Set(findings.file.map((file, row) => `${findings.record[row]} ${file}`));
  const paperOf = new Map<string, number>();
  for (let row = 0; row < records.rowCount; row++) {
    const key = `${records.record[row]} ${records.file[row]}`;
    if (wanted.has(key)) paperOf.set(key, records.paper[row] ?? -1);
  }
  return Int32Array.from(findings.file, (file, row) => paperOf.get(`${findings.record[row]} ${file}`) ?? -1);
}

type Choices = Readonly<Record<"papers" | "authors" | "nodes" | "ties", RowChoice>>;

function sliced(whole: Indexed, chosen: Choices, members: Uint32Array, sheet: number): Dataset {
  const { dataset, incidence } = whole;
  const papers = choosePapers(whole, chosen, members);
  const authorshipRows = rowsOfPapers(incidence, papers);
  const { authorships: all } = dataset;
  for (const row of authorshipRows) {
    chosen.authors.add(all.author[row]);
    chosen.nodes.add(all.node[row]);
  }
  // A number for everybody, so that the members can be told from the others before ties are chosen.
  for (const author of members) chosen.authors.add(author);
  chooseTies(whole, chosen, members, papers);
  const authors = chosen.authors.rows();
  const nodes = chosen.nodes.rows();
  const authorships = {
    ...someRows(all, authorshipRows),
    paper: authorshipRows.map((row) => chosen.papers.newRow[all.paper[row]]),
    author: authorshipRows.map((row) => chosen.authors.newRow[all.author[row]]),
    node: authorshipRows.map((row) => chosen.nodes.newRow[all.node[row]]),
  };
  const tables = {
    papers: paperTable(dataset, papers),
    authorships,
    names: ofAuthors(whole, chosen, authors),
    nodes: nodeTable(dataset, chosen, nodes, authorships.node),
    cases: caseTable(whole, chosen, nodes),
    decisions: dataset.decisions,
    records: recordTable(whole, chosen, papers),
    ...dividedTables(dataset, authors),
    coauthorships: tieTable(dataset, chosen),
    findings: someRows(dataset.findings, rowsOfGroups(whole.findingsOf, papers)),
  };
  const sheetMembers = members.map((author) => chosen.authors.newRow[author]);
  return { ...tables, manifest: manifestOf(dataset, tables, { sheet, members: sheetMembers }) };
}

/** The papers with a member. */
function choosePapers({ incidence }: Indexed, { papers }: Choices, members: Uint32Array): Uint32Array {
  for (const author of members) for (const paper of papersOf(incidence, author)) papers.add(paper);
  return papers.rows();
}

/** The ties of the members with their other ends, and those between others who have one of the papers in common. */
function chooseTies(whole: Indexed, { authors, ties }: Choices, members: Uint32Array, papers: Uint32Array): void {
  const { dataset, incidence, tiesOfA, tiesOfB } = whole;
  const { a, b } = dataset.coauthorships;
  const isMember = new Set(members);
  for (const author of members) {
    for (const row of groupMembers(tiesOfA, author)) ties.add(row);
    for (const row of groupMembers(tiesOfB, author)) ties.add(row);
    for (const row of groupMembers(tiesOfA, author)) authors.add(b[row]);
    for (const row of groupMembers(tiesOfB, author)) authors.add(a[row]);
  }
  for (const paper of papers) {
    if (dataset.papers.large[paper]) continue;
    const others = authorsOf(incidence, paper)
      .filter((author) => !isMember.has(author))
      .sort();
    for (let i = 0; i < others.length; i++) {
      // Both are sorted by the other end.
      let k = tiesOfA.offsets[others[i]];
      for (let j = i + 1; j < others.length; j++) {
        while (k < tiesOfA.offsets[others[i] + 1] && b[tiesOfA.members[k]] < others[j]) k++;
        if (k < tiesOfA.offsets[others[i] + 1] && b[tiesOfA.members[k]] === others[j]) ties.add(tiesOfA.members[k]);
      }
    }
  }
}

function rowsOfPapers({ paperOffsets }: Incidence, papers: Uint32Array): Uint32Array {
  let count = 0;
  for (const paper of papers) count += paperOffsets[paper + 1] - paperOffsets[paper];
  const rows = new Uint32Array(count);
  let end = 0;
  for (const paper of papers) for (let k = paperOffsets[paper]; k < paperOffsets[paper + 1]; k++) rows[end++] = k;
  return rows;
}

/** All members of some groups, ascending. */
function rowsOfGroups(groups: Groups, chosen: Uint32Array): Uint32Array {
  const rows: number[] = [];
  for (const group of chosen) for (const row of groupMembers(groups, group)) rows.push(row);
  return Uint32Array.from(rows).sort();
}

function paperTable({ papers: all }: Dataset, rows: Uint32Array): Dataset["papers"] {
  const papers = someRows(all, rows);
  let next = 0;
  const firstAuthorship = papers.authors.map((count) => {
    next += count;
    return next - count;
  });
  return { ...papers, firstAuthorship };
}

function ofAuthors({ dataset, namesOf }: Indexed, { authors }: Choices, chosen: Uint32Array): Dataset["names"] {
  const names = someRows(dataset.names, rowsOfGroups(namesOf, chosen));
  return { ...names, author: names.author.map((author) => authors.newRow[author]) };
}

/** Nodes with the authorships that are there: a node stands for them. */
function nodeTable(dataset: Dataset, { authors }: Choices, rows: Uint32Array, nodeOf: Uint32Array): Dataset["nodes"] {
  const authorships = new Uint32Array(rows.length);
  for (const node of nodeOf) authorships[node] += 1;
  const nodes = someRows(dataset.nodes, rows);
  return { ...nodes, author: nodes.author.map((author) => authors.newRow[author]), authorships };
}

function caseTable({ dataset, casesOf }: Indexed, { nodes }: Choices, chosen: Uint32Array): Dataset["cases"] {
  const rows = rowsOfGroups(casesOf, chosen).filter((row) => nodes.has(dataset.cases.b[row]));
  const cases = someRows(dataset.cases, rows);
  return { ...cases, a: cases.a.map((node) => nodes.newRow[node]), b: cases.b.map((node) => nodes.newRow[node]) };
}

function recordTable({ dataset, recordsOf }: Indexed, { papers }: Choices, chosen: Uint32Array): Dataset["records"] {
  const records = someRows(dataset.records, rowsOfGroups(recordsOf, chosen));
  return { ...records, paper: records.paper.map((paper) => (paper === null ? null : papers.newRow[paper])) };
}

function tieTable({ coauthorships }: Dataset, { authors, ties }: Choices): Dataset["coauthorships"] {
  const table = someRows(coauthorships, ties.rows());
  return {
    ...table,
    a: table.a.map((author) => authors.newRow[author]),
    b: table.b.map((author) => authors.newRow[author]),
  };
}

type DividedTable = "authors" | "teams" | "parts" | "variants";

function dividedTables(dataset: Dataset, rows: Uint32Array): Pick<Dataset, DividedTable> {
  const own = dataset.authors;
  const { team, teams } = someTeams({ ...own, teams: dataset.teams }, rows);
  const variants = Object.entries<Partition>(dataset.variants).map(([counting, partition]) => {
    const { teams: _, ...columns } = partition;
    const { rowCount: __, ...authors } = someRows({ rowCount: columns.team.length, ...columns }, rows);
    return [counting, { ...authors, ...someTeams(partition, rows) }];
  });
  const { part, parts } = someParts(dataset, rows, teams.teamId);
  return { authors: { ...someRows(own, rows), team, part }, teams, parts, variants: Object.fromEntries(variants) };
}

/** The parts that some authors are in, and which of these each is in; `teamIds` are those of the teams that are there. */
function someParts(
  dataset: Dataset,
  authors: Uint32Array,
  teamIds: readonly string[],
): { readonly part: (number | null)[]; readonly parts: Dataset["parts"] } {
  const found = Array.from(authors, (author) => dataset.authors.part[author]);
  const rows = Uint32Array.from(new Set(found.filter((one) => one !== null))).sort();
  const newRow = new Map(Array.from(rows, (row, i) => [row, i]));
  const teamRow = new Map(teamIds.map((id, row) => [id, row]));
  const parts = someRows(dataset.parts, rows);
  return {
    part: found.map((one) => (one === null ? null : (newRow.get(one) ?? null))),
    parts: { ...parts, team: parts.team.map((team) => teamRow.get(dataset.teams.teamId[team]) ?? 0) },
  };
}

/** The teams that some authors are in, and which of these each is in. */
function someTeams(
  { team, teams }: Pick<Partition, "team" | "teams">,
  authors: Uint32Array,
): Pick<Partition, "team" | "teams"> {
  const found = Array.from(authors, (author) => team[author]);
  const rows = Uint32Array.from(new Set(found.filter((one) => one !== null))).sort();
  const newRow = new Map(Array.from(rows, (row, i) => [row, i]));
  return { teams: someRows(teams, rows), team: found.map((one) => (one === null ? null : (newRow.get(one) ?? null))) };
}

function manifestOf(
  { manifest }: Dataset,
  tables: Omit<Dataset, "manifest">,
  sheet: Dataset["manifest"]["sheet"],
): Dataset["manifest"] {
  const { papers, findings } = tables;
  return {
    ...manifest,
    inputs: [],
    counts: {
      records: tables.records.rowCount,
      papers: papers.rowCount,
      papersWithoutAuthors: papers.authors.filter((count) => count === 0).length,
      authorships: tables.authorships.rowCount,
      nameForms: tables.names.rowCount,
      nodes: tables.nodes.rowCount,
      cases: tables.cases.rowCount,
      decisions: tables.decisions.rowCount,
      authors: tables.authors.rowCount,
      teams: tables.teams.rowCount,
      parts: tables.parts.rowCount,
      coauthorships: tables.coauthorships.rowCount,
      largePapers: papers.large.filter(Boolean).length,
      findings: findings.rowCount,
    },
    findings: summaryOf(findings),
    sheet,
  };
}
