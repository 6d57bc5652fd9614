import type { Dataset, TeamTable } from "../model/dataset.ts";
import { guarded } from "../model/formula-guard.ts";
import { bandOf } from "../model/identity.ts";
import { shortFloat } from "./short-float.ts";
import { incidenceOfDataset, tiePapers } from "./tie-papers.ts";

/** Text, a number, yes or no, or nothing. Only text is ever guarded against being taken for a formula. */
type Cell = string | number | boolean | null;

/**
 * The dataset as CSV files by name, each a sequence of lines: RFC 4180, UTF-8, a header, ids in place of row numbers.
 * Absence is an empty cell, empty text is `""`. A spreadsheet runs text that begins like a formula, so such text gets an
 * apostrophe in front unless `raw` is set; `unguarded` takes it off again.
 */
export function csvFiles(dataset: Dataset, raw = false): Map<string, Iterable<string>> {
  return new Map([
    ["papers.csv", lines(PAPERS, paperRows(dataset), raw)],
    ["authorships.csv", lines(AUTHORSHIPS, authorshipRows(dataset), raw)],
    ["affiliations.csv", lines(AFFILIATIONS, affiliationRows(dataset), raw)],
    ["authors.csv", lines(AUTHORS, authorRows(dataset), raw)],
    ["teams.csv", lines(TEAMS, teamRows(dataset.teams), raw)],
    ["parts.csv", lines(PARTS, partRows(dataset), raw)],
    ["part_authors.csv", lines(PART_AUTHORS, partAuthorRows(dataset), raw)],
    ["coauthorships.csv", lines(COAUTHORSHIPS, coauthorshipRows(dataset), raw)],
    ["identity.csv", lines(IDENTITY, identityRows(dataset), raw)],
  ]);
}

function* lines(header: readonly string[], rows: Iterable<readonly Cell[]>, raw: boolean): Generator<string> {
  yield `${header.join(",")}\r\n`;
  for (const row of rows) yield `${row.map((cell) => csvCell(cell, raw)).join(",")}\r\n`;
}

function csvCell(cell: Cell, raw: boolean): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = raw ? cell : guarded(cell);
  return safe === "" || /[",\s]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const PAPERS = [
  "paper_id",
  "title",
  "year",
  "date",
  "venue",
  "type",
  "abstract",
  "url",
  "doi",
  "arxiv",
  "acl",
  "pmid",
  "openalex",
  "keywords",
  "editors",
  "group_authors",
  "citations",
  "citations_from",
  "truncated",
  "fields",
  "authors",
  "large",
];

function* paperRows({ papers }: Dataset): Generator<Cell[]> {
  for (let row = 0; row < papers.rowCount; row++) {
    yield [
      papers.paperId[row],
      papers.title[row],
      papers.year[row],
      papers.date[row],
      papers.venue[row],
      papers.type[row],
      papers.abstract[row],
      papers.url[row],
      papers.doi[row],
      papers.arxiv[row],
      papers.acl[row],
      papers.pmid[row],
      papers.openalex[row],
      papers.keywords[row].join("; "),
      papers.editors[row].join("; "),
      papers.groupAuthors[row].join("; "),
      papers.citations[row],
      papers.citationsFrom[row],
      papers.truncated[row],
      papers.fields[row].map(({ name }) => name).join("; "),
      papers.authors[row],
      papers.large[row],
    ];
  }
}

const AUTHORSHIPS = ["paper_id", "position", "name", "author_id"];

function* authorshipRows({ papers, authorships, authors }: Dataset): Generator<Cell[]> {
  const { paper, position, name, author } = authorships;
  for (let row = 0; row < authorships.rowCount; row++) {
    yield [papers.paperId[paper[row]], position[row], name[row], authors.authorId[author[row]]];
  }
}

const AFFILIATIONS = ["paper_id", "position", "author_id", "affiliation"];

/** A row for each affiliation of each authorship: an affiliation holds commas and semicolons of its own. */
function* affiliationRows({ papers, authorships, authors }: Dataset): Generator<Cell[]> {
  const { paper, position, author, affiliations } = authorships;
  for (let row = 0; row < authorships.rowCount; row++) {
    for (const affiliation of affiliations[row]) {
      yield [papers.paperId[paper[row]], position[row], authors.authorId[author[row]], affiliation];
    }
  }
}

const AUTHORS = [
  "author_id",
  "name",
  "papers",
  "coauthors",
  "first_year",
  "last_year",
  "team_id",
  "agreement",
  "inside",
  "x",
  "y",
];

function* authorRows({ authors, teams }: Dataset): Generator<Cell[]> {
  for (let row = 0; row < authors.rowCount; row++) {
    const team = authors.team[row];
    yield [
      authors.authorId[row],
      authors.name[row],
      authors.papers[row],
      authors.coauthors[row],
      authors.firstYear[row],
      authors.lastYear[row],
      team === null ? null : teams.teamId[team],
      shortFloat(authors.agreement[row]),
      shortFloat(authors.inside[row]),
      shortFloat(authors.x[row]),
      shortFloat(authors.y[row]),
    ];
  }
}

const TEAMS = ["team_id", "name", "authors", "papers"];

function* teamRows(teams: TeamTable): Generator<Cell[]> {
  for (let row = 0; row < teams.rowCount; row++) {
    yield [teams.teamId[row], teams.name[row], teams.authors[row], teams.papers[row]];
  }
}

const PARTS = ["part_id", "team_id", "name", "subject", "authors", "papers", "first_year", "last_year"];

function* partRows({ parts, teams }: Dataset): Generator<Cell[]> {
  for (let row = 0; row < parts.rowCount; row++) {
    yield [
      parts.partId[row],
      teams.teamId[parts.team[row]],
      parts.name[row],
      parts.subject[row],
      parts.authors[row],
      parts.papers[row],
      parts.firstYear[row],
      parts.lastYear[row],
    ];
  }
}

const PART_AUTHORS = ["part_id", "author_id"];

function* partAuthorRows({ parts, authors }: Dataset): Generator<Cell[]> {
  for (let row = 0; row < authors.rowCount; row++) {
    const part = authors.part[row];
    if (part !== null) yield [parts.partId[part], authors.authorId[row]];
  }
}

const COAUTHORSHIPS = [
  "author_id_a",
  "author_id_b",
  "papers",
  "weight_full",
  "weight_author",
  "weight_paper",
  "paper_ids",
];

function* coauthorshipRows(dataset: Dataset): Generator<Cell[]> {
  const { authors, coauthorships: ties } = dataset;
  const incidence = incidenceOfDataset(dataset);
  for (let row = 0; row < ties.rowCount; row++) {
    yield [
      authors.authorId[ties.a[row]],
      authors.authorId[ties.b[row]],
      ties.papers[row],
      ties.weightFull[row],
      ties.weightAuthor[row],
      ties.weightPaper[row],
      tiePapers(dataset, incidence, row).join(" "),
    ];
  }
}

const IDENTITY = [
  "name_a",
  "author_id_a",
  "name_b",
  "author_id_b",
  "relation",
  "score",
  "band",
  "outcome",
  "against",
  "evidence",
];

/** The ledger of identity; the evidence as one text, each step with its weight: "initials written out +2.6; …". */
function* identityRows({ cases, nodes, authors }: Dataset): Generator<Cell[]> {
  for (let row = 0; row < cases.rowCount; row++) {
    const [a, b] = [cases.a[row], cases.b[row]];
    yield [
      nodes.name[a],
      authors.authorId[nodes.author[a]],
      nodes.name[b],
      authors.authorId[nodes.author[b]],
      cases.relation[row],
      cases.score[row],
      bandOf(cases.score[row]),
      cases.outcome[row],
      cases.against[row],
      cases.evidence[row].map(({ detail, weight }) => `${detail} ${weight < 0 ? "" : "+"}${weight}`).join("; "),
    ];
  }
}
