import type { Identity } from "../identity/identify-authors.ts";
import type {
  AuthorshipTable,
  AuthorTable,
  NameTable,
  PaperField,
  PaperTable,
  Partition,
  RecordTable,
} from "../model/dataset.ts";
import { authorsOf, authorsOn, type Incidence, papersOf } from "../model/incidence.ts";
import type { Paper } from "../model/paper.ts";
import type { Layout } from "../network/layout/lay-out.ts";
import type { LinkedPapers } from "./linked-papers.ts";
import { yearsOf } from "./years.ts";

/** One empty list for all who have none. */
const NONE: readonly string[] = [];

export function paperTable(
  papers: readonly Paper[],
  fields: readonly (readonly PaperField[])[],
  incidence: Incidence,
  large: readonly boolean[],
): PaperTable {
  return {
    rowCount: papers.length,
    paperId: papers.map((paper) => paper.id),
    title: papers.map((paper) => paper.title ?? null),
    year: papers.map((paper) => paper.year ?? null),
    date: papers.map((paper) => paper.date ?? null),
    venue: papers.map((paper) => paper.venue ?? null),
    type: papers.map((paper) => paper.type ?? null),
    abstract: papers.map((paper) => paper.abstract ?? null),
    url: papers.map((paper) => paper.url ?? null),
    doi: papers.map((paper) => paper.ids.doi ?? null),
    arxiv: papers.map((paper) => paper.ids.arxiv ?? null),
    acl: papers.map((paper) => paper.ids.acl ?? null),
    pmid: papers.map((paper) => paper.ids.pmid ?? null),
    openalex: papers.map((paper) => paper.ids.openalex ?? null),
    keywords: papers.map((paper) => paper.keywords),
    editors: papers.map((paper) => paper.editors.map((editor) => editor.name)),
    groupAuthors: papers.map((paper) => paper.groupAuthors),
    citations: papers.map((paper) => paper.citations?.count ?? null),
    citationsFrom: papers.map((paper) => paper.citations?.format ?? null),
    truncated: papers.map((paper) => paper.truncated),
    fields,
    authors: Uint32Array.from(papers, (_, p) => authorsOn(incidence, p)),
    firstAuthorship: incidence.paperOffsets.slice(0, papers.length),
    large,
  };
}

export function authorshipTable(papers: readonly Paper[], incidence: Incidence, identity: Identity): AuthorshipTable {
  const authors = papers.flatMap((paper) => paper.authors);
  return {
    rowCount: authors.length,
    paper: Uint32Array.from(papers.flatMap((paper, p) => paper.authors.map(() => p))),
    position: Uint32Array.from(papers.flatMap((paper) => paper.authors.map((_, position) => position))),
    author: incidence.authors,
    node: identity.nodeOf,
    name: authors.map((author) => author.name),
    family: authors.map(({ family }) => family ?? null),
    otherForms: authors.map(({ otherForms }) => (otherForms.length === 0 ? null : otherForms)),
    orcid: authors.map((author) => author.orcid ?? null),
    sourceIds: authors.map((author) => author.ids ?? NONE),
    affiliations: authors.map((author) => author.affiliations ?? NONE),
  };
}

export function nameTable({ authors }: Identity): NameTable {
  const rows = authors.flatMap((author, row) => author.forms.map((form) => ({ row, ...form })));
  return {
    rowCount: rows.length,
    author: Uint32Array.from(rows, (row) => row.row),
    name: rows.map((row) => row.name),
    authorships: Uint32Array.from(rows, (row) => row.authorships),
  };
}

export function recordTable({ sources, paperOfRecord }: LinkedPapers): RecordTable {
  return {
    rowCount: sources.length,
    paper: paperOfRecord,
    file: sources.map((source) => source.file),
    format: sources.map((source) => source.format),
    record: Uint32Array.from(sources, (source) => source.record),
    line: Uint32Array.from(sources, (source) => source.line),
  };
}

export function authorTable(
  { authors }: Identity,
  incidence: Incidence,
  years: readonly (number | null)[],
  partition: Partition,
  part: AuthorTable["part"],
  layout: Layout,
  onlyLarge: readonly boolean[],
): AuthorTable {
  const spans = authors.map((_, author) => yearsOf(papersOf(incidence, author), years));
  return {
    rowCount: authors.length,
    authorId: authors.map((author) => author.id),
    name: authors.map((author) => author.name),
    papers: Uint32Array.from(authors, (_, author) => papersOf(incidence, author).length),
    coauthors: coauthorCounts(incidence),
    firstYear: spans.map((span) => span.first),
    lastYear: spans.map((span) => span.last),
    team: partition.team,
    part,
    agreement: partition.agreement,
    inside: partition.inside,
    x: layout.x,
    y: layout.y,
    onlyLarge,
  };
}

/** How many different people each author has a paper with, large papers included; no pair is stored. */
function coauthorCounts(incidence: Incidence): Uint32Array {
  const counts = new Uint32Array(incidence.authorCount);
  // The author for whom somebody was last counted: a mark that needs no clearing.
  const countedFor = new Int32Array(incidence.authorCount).fill(-1);
  for (let author = 0; author < incidence.authorCount; author++) {
    countedFor[author] = author;
    for (const paper of papersOf(incidence, author)) {
      for (const coauthor of authorsOf(incidence, paper)) {
        if (countedFor[coauthor] === author) continue;
        countedFor[coauthor] = author;
        counts[author] += 1;
      }
    }
  }
  return counts;
}
