import { COUNTINGS, type Counting } from "../model/counting.ts";
import type {
  AuthorshipTable,
  AuthorTable,
  CaseTable,
  CoauthorshipTable,
  DecisionTable,
  FindingTable,
  NameTable,
  NodeTable,
  PaperTable,
  PartEvidence,
  PartTable,
  RecordTable,
  TeamEvidence,
  TeamTable,
} from "../model/dataset.ts";
import type { Severity } from "../model/finding.ts";
import { ACTIONS, type Evidence, OUTCOMES } from "../model/identity.ts";
import { ATLAS_TABLES } from "./atlas-columns.ts";
import {
  AUTHOR,
  COUNT,
  COUNT_OR_NULL,
  type Column,
  type ColumnsOf,
  NODE,
  PAPER,
  POSITION,
  SHARE,
  TEXT,
  TEXT_OR_NULL,
  TEXTS,
  WEIGHT,
  WORDS,
  WORDS_OR_NULL,
  YEAR_OR_NULL,
  YES_OR_NO,
} from "./column.ts";
import { GLANCE_TABLES } from "./glance-columns.ts";
import { INPUT_TABLES } from "./input-columns.ts";
import { PEOPLE_TABLES } from "./people-columns.ts";
import { listOf, number, oneOf, record, snakeCase, text } from "./shape.ts";

/** The one schema of the files: what the writer writes and the reader checks. A table is one Parquet file. */
export type TableName = keyof typeof ALL_TABLES;

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

const FIELDS = listOf(record({ name: text, score: number() }));

const EVIDENCE = record<TeamEvidence>({
  source: oneOf(["field", "phrase", "paper", "person"]),
  coverage: number(),
  fields: listOf(record({ name: text, score: number(), coverage: number() })),
  phrases: listOf(record({ phrase: text, score: number() })),
  papers: listOf(record({ paper: text, share: number() })),
  core: listOf(text),
});

const PART_EVIDENCE = record<PartEvidence>({
  coverage: number(),
  phrases: listOf(record({ phrase: text, score: number() })),
  core: listOf(text),
});

const PAPERS: ColumnsOf<PaperTable> = {
  paperId: TEXT,
  title: TEXT_OR_NULL,
  year: YEAR_OR_NULL,
  date: TEXT_OR_NULL,
  venue: TEXT_OR_NULL,
  type: TEXT_OR_NULL,
  abstract: TEXT_OR_NULL,
  url: TEXT_OR_NULL,
  doi: TEXT_OR_NULL,
  arxiv: TEXT_OR_NULL,
  acl: TEXT_OR_NULL,
  pmid: TEXT_OR_NULL,
  openalex: TEXT_OR_NULL,
  keywords: TEXTS,
  editors: TEXTS,
  groupAuthors: TEXTS,
  citations: COUNT_OR_NULL,
  citationsFrom: TEXT_OR_NULL,
  truncated: YES_OR_NO,
  fields: { type: "JSON", nullable: false, shape: FIELDS },
  authors: COUNT,
  firstAuthorship: COUNT,
  large: YES_OR_NO,
};

const AUTHORSHIPS: ColumnsOf<AuthorshipTable> = {
  paper: PAPER,
  position: COUNT,
  author: AUTHOR,
  node: NODE,
  name: TEXT,
  family: TEXT_OR_NULL,
  otherForms: WORDS_OR_NULL,
  orcid: TEXT_OR_NULL,
  sourceIds: TEXTS,
  affiliations: TEXTS,
};

const NAMES: ColumnsOf<NameTable> = { author: AUTHOR, name: TEXT, authorships: COUNT };

const NODES: ColumnsOf<NodeTable> = { author: AUTHOR, name: TEXT, folded: TEXT, authorships: COUNT };

const WATERFALL = listOf(record<Evidence>({ kind: text, weight: number(), detail: text }));

const CASES: ColumnsOf<CaseTable> = {
  a: NODE,
  b: NODE,
  relation: TEXT,
  score: { type: "DOUBLE", nullable: false },
  evidence: { type: "JSON", nullable: false, shape: WATERFALL },
  outcome: { type: "STRING", nullable: false, oneOf: OUTCOMES },
  against: TEXT_OR_NULL,
};

const DECISIONS: ColumnsOf<DecisionTable> = {
  action: { type: "STRING", nullable: false, oneOf: ACTIONS },
  name: TEXT,
  papers: WORDS,
  other: TEXT_OR_NULL,
  otherPapers: WORDS,
  label: TEXT_OR_NULL,
};

const RECORDS: ColumnsOf<RecordTable> = {
  paper: { type: "INT32", nullable: true, refersTo: "papers" },
  file: TEXT,
  format: TEXT,
  record: COUNT,
  line: COUNT,
};

const AUTHORS: ColumnsOf<AuthorTable> = {
  authorId: TEXT,
  name: TEXT,
  papers: COUNT,
  coauthors: COUNT,
  firstYear: YEAR_OR_NULL,
  lastYear: YEAR_OR_NULL,
  team: { type: "INT32", nullable: true, refersTo: "teams" },
  part: { type: "INT32", nullable: true, refersTo: "parts" },
  agreement: SHARE,
  inside: SHARE,
  x: POSITION,
  y: POSITION,
  onlyLarge: YES_OR_NO,
};

const TEAMS: ColumnsOf<TeamTable> = {
  teamId: TEXT,
  name: TEXT,
  authors: COUNT,
  papers: COUNT,
  firstYear: YEAR_OR_NULL,
  lastYear: YEAR_OR_NULL,
  agreement: SHARE,
  evidence: { type: "JSON", nullable: false, shape: EVIDENCE },
};

const PARTS: ColumnsOf<PartTable> = {
  partId: TEXT,
  team: { type: "INT32", nullable: false, refersTo: "teams" },
  name: TEXT,
  subject: TEXT_OR_NULL,
  authors: COUNT,
  papers: COUNT,
  firstYear: YEAR_OR_NULL,
  lastYear: YEAR_OR_NULL,
  evidence: { type: "JSON", nullable: false, shape: PART_EVIDENCE },
};

const COAUTHORSHIPS: ColumnsOf<CoauthorshipTable> = {
  a: AUTHOR,
  b: AUTHOR,
  papers: COUNT,
  weightFull: WEIGHT,
  weightAuthor: WEIGHT,
  weightPaper: WEIGHT,
};

const FINDINGS: ColumnsOf<FindingTable> = {
  code: TEXT,
  severity: { type: "STRING", nullable: false, oneOf: SEVERITIES },
  file: TEXT_OR_NULL,
  line: COUNT_OR_NULL,
  record: COUNT_OR_NULL,
  detail: TEXT,
};

/** The teams of the counting schemes that are not the dataset's own, one scheme after the other. */
export interface VariantTeamTable extends TeamTable {
  readonly counting: readonly Counting[];
}

/** The teams of the authors in those schemes: every author once for each scheme, in order of row. */
export interface VariantAuthorTable {
  readonly rowCount: number;
  readonly counting: readonly Counting[];
  readonly author: Uint32Array;
  /** Row among the teams of the same scheme, from 0. */
  readonly team: readonly (number | null)[];
  readonly agreement: Float32Array;
  readonly inside: Float32Array;
}

const SCHEME = { type: "STRING", nullable: false, oneOf: COUNTINGS } as const;
const VARIANT_TEAMS: ColumnsOf<VariantTeamTable> = { counting: SCHEME, ...TEAMS };
const VARIANT_AUTHORS: ColumnsOf<VariantAuthorTable> = {
  counting: SCHEME,
  author: AUTHOR,
  team: COUNT_OR_NULL,
  agreement: SHARE,
  inside: SHARE,
};

/** The tables that every dataset has. */
const TABLES = {
  papers: PAPERS,
  authorships: AUTHORSHIPS,
  names: NAMES,
  nodes: NODES,
  cases: CASES,
  decisions: DECISIONS,
  records: RECORDS,
  authors: AUTHORS,
  teams: TEAMS,
  parts: PARTS,
  coauthorships: COAUTHORSHIPS,
  findings: FINDINGS,
  variantTeams: VARIANT_TEAMS,
  variantAuthors: VARIANT_AUTHORS,
};

/** With those that only some have. */
const ALL_TABLES = { ...TABLES, ...INPUT_TABLES, ...GLANCE_TABLES, ...ATLAS_TABLES, ...PEOPLE_TABLES };

/** In memory: `variantTeams`; on disk: `variant_teams.parquet`. */
export function fileOf(table: TableName): string {
  return `${snakeCase(table)}.parquet`;
}

export type WholeTableName = keyof typeof TABLES;

export const TABLE_NAMES = Object.keys(TABLES) as readonly WholeTableName[];

export const ALL_TABLE_NAMES = Object.keys(ALL_TABLES) as readonly TableName[];

export interface NamedColumn extends Column {
  /** Property of the table in memory: `firstAuthorship`. */
  readonly key: string;
  /** Name on disk: `first_authorship`. */
  readonly name: string;
}

/** The columns of a table in their order on disk. */
export function columnsOf(table: TableName): readonly NamedColumn[] {
  return Object.entries<Column>(ALL_TABLES[table]).map(([key, column]) => ({ ...column, key, name: snakeCase(key) }));
}
