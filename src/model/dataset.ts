import type { Counting } from "./counting.ts";
import type { Severity } from "./finding.ts";
import type { Evidence, IdentityDecision, Outcome } from "./identity.ts";
import type { Manifest } from "./manifest.ts";

/**
 * A dataset in memory: tables of columns, one array per column, row numbers as foreign keys. The files on disk have the
 * same tables and the same columns (in snake_case). `null` is absence. Rows are sorted as each table says, by code unit.
 */
export interface Dataset {
  readonly manifest: Manifest;
  readonly papers: PaperTable;
  readonly authorships: AuthorshipTable;
  readonly names: NameTable;
  readonly nodes: NodeTable;
  readonly cases: CaseTable;
  readonly decisions: DecisionTable;
  readonly records: RecordTable;
  readonly authors: AuthorTable;
  readonly teams: TeamTable;
  readonly parts: PartTable;
  readonly coauthorships: CoauthorshipTable;
  readonly findings: FindingTable;
  readonly variants: VariantTable;
  /** How many authors the whole has of which this is a sheet, where somebody knows: dots are as small as there. In no file. */
  readonly ofAuthors?: number;
}

/** How well one field fits one paper; the first of a paper's fields is the paper's field. */
export interface PaperField {
  readonly name: string;
  readonly score: number;
}

/** Rows by `paperId`. */
export interface PaperTable {
  readonly rowCount: number;
  readonly paperId: readonly string[];
  readonly title: readonly (string | null)[];
  readonly year: readonly (number | null)[];
  readonly date: readonly (string | null)[];
  readonly venue: readonly (string | null)[];
  readonly type: readonly (string | null)[];
  readonly abstract: readonly (string | null)[];
  readonly url: readonly (string | null)[];
  readonly doi: readonly (string | null)[];
  readonly arxiv: readonly (string | null)[];
  readonly acl: readonly (string | null)[];
  readonly pmid: readonly (string | null)[];
  readonly openalex: readonly (string | null)[];
  readonly keywords: readonly (readonly string[])[];
  /** Names; never authors. */
  readonly editors: readonly (readonly string[])[];
  /** Groups that stand among the authors; nobody on the map. */
  readonly groupAuthors: readonly (readonly string[])[];
  /** The largest count that a record gives. */
  readonly citations: readonly (number | null)[];
  /** The format of the record that gives it. */
  readonly citationsFrom: readonly (string | null)[];
  /** The source says that its list of authors is cut short. */
  readonly truncated: readonly boolean[];
  readonly fields: readonly (readonly PaperField[])[];
  /** Number of authors. */
  readonly authors: Uint32Array;
  /** Row of the first authorship; the rest follow. */
  readonly firstAuthorship: Uint32Array;
  readonly large: readonly boolean[];
}

/** Rows by paper, then position. */
export interface AuthorshipTable {
  readonly rowCount: number;
  readonly paper: Uint32Array;
  /** From 0. */
  readonly position: Uint32Array;
  readonly author: Uint32Array;
  readonly node: Uint32Array;
  /** As the chosen record has it. */
  readonly name: readonly string[];
  /** Which part of the name is the family name, where the source itself says so. */
  readonly family: readonly (string | null)[];
  /** Other forms that other records of the paper have at this place; null where there is none. */
  readonly otherForms: readonly (readonly string[] | null)[];
  readonly orcid: readonly (string | null)[];
  /** What sources call the person, scheme first: `openalex:A5023888391`. */
  readonly sourceIds: readonly (readonly string[])[];
  /** As the source words them. */
  readonly affiliations: readonly (readonly string[])[];
}

/** Rows by author, then name. */
export interface NameTable {
  readonly rowCount: number;
  readonly author: Uint32Array;
  readonly name: readonly string[];
  /** Authorships in which some record has this form. */
  readonly authorships: Uint32Array;
}

/** Name nodes, of which authors are unions: rows by folded name, then smallest paperId. */
export interface NodeTable {
  readonly rowCount: number;
  readonly author: Uint32Array;
  readonly name: readonly string[];
  readonly folded: readonly string[];
  readonly authorships: Uint32Array;
}

/** The ledger of identity: rows by score descending, then a, then b; a < b. Cases that nobody asks about are left out. */
export interface CaseTable {
  readonly rowCount: number;
  /** Rows of `nodes`. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly relation: readonly string[];
  readonly score: Float64Array;
  readonly evidence: readonly (readonly Evidence[])[];
  readonly outcome: readonly Outcome[];
  readonly against: readonly (string | null)[];
}

/** What the user has decided about identity, in canonical order. */
export interface DecisionTable {
  readonly rowCount: number;
  readonly action: readonly IdentityDecision["action"][];
  readonly name: readonly string[];
  /** Ids of papers, which need not be in the dataset; empty: all. */
  readonly papers: readonly (readonly string[])[];
  readonly other: readonly (string | null)[];
  readonly otherPapers: readonly (readonly string[])[];
  readonly label: readonly (string | null)[];
}

/** Rows by file, then record. */
export interface RecordTable {
  readonly rowCount: number;
  readonly paper: readonly (number | null)[];
  readonly file: readonly string[];
  readonly format: readonly string[];
  readonly record: Uint32Array;
  readonly line: Uint32Array;
}

/** Rows by `authorId`. */
export interface AuthorTable {
  readonly rowCount: number;
  readonly authorId: readonly string[];
  readonly name: readonly string[];
  readonly papers: Uint32Array;
  readonly coauthors: Uint32Array;
  readonly firstYear: readonly (number | null)[];
  readonly lastYear: readonly (number | null)[];
  /** Null for an author without coauthors. */
  readonly team: readonly (number | null)[];
  /** Row of `parts`; null for an author of a team that has none. */
  readonly part: readonly (number | null)[];
  /** Share of the starts that put the author into this team, 0 to 1. */
  readonly agreement: Float32Array;
  /** Share of the author's tie weight that stays in the team, 0 to 1. */
  readonly inside: Float32Array;
  /** From −½ to ½, in steps of 2⁻¹⁶; x to the right, y upwards. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Known only from large papers. */
  readonly onlyLarge: readonly boolean[];
}

/** Why a team is called what it is called. */
export interface TeamEvidence {
  /** What the name is: a field of the vocabulary, a phrase of the team's papers, a paper's title, or a person. */
  readonly source: "field" | "phrase" | "paper" | "person";
  /** Share of the team's paper weight that mentions the name or a synonym, 0 to 1. */
  readonly coverage: number;
  readonly fields: readonly {
    readonly name: string;
    readonly score: number;
    readonly coverage: number;
  }[];
  readonly phrases: readonly {
    readonly phrase: string;
    readonly score: number;
  }[];
  /** Most telling papers by paper_id, with the share of their authors in the team. */
  readonly papers: readonly {
    readonly paper: string;
    readonly share: number;
  }[];
  /** Core members by author_id, most tie weight inside the team first. */
  readonly core: readonly string[];
}

/** Rows by size descending, then smallest authorId. */
export interface TeamTable {
  readonly rowCount: number;
  /** `t0`, `t1`, …; on a sheet those of the whole that somebody there is in, in the same order. */
  readonly teamId: readonly string[];
  readonly name: readonly string[];
  readonly authors: Uint32Array;
  /** Papers with at least one author in the team. */
  readonly papers: Uint32Array;
  readonly firstYear: readonly (number | null)[];
  readonly lastYear: readonly (number | null)[];
  /** Mean of the members' agreement, 0 to 1. */
  readonly agreement: Float32Array;
  readonly evidence: readonly TeamEvidence[];
}

/** Who leads a part of a team, and what its titles say. */
export interface PartEvidence {
  /** Share of the part's paper weight with the subject in its titles, 0 to 1; 0 where there is no subject. */
  readonly coverage: number;
  /** What sets its titles apart from those of the rest of the team, best first. */
  readonly phrases: readonly {
    readonly phrase: string;
    readonly score: number;
  }[];
  /** Leading members by author_id, most tie weight inside the part first. */
  readonly core: readonly string[];
}

/** The level below teams, by the dataset's own counting. Rows by team, then size descending, then smallest authorId. */
export interface PartTable {
  readonly rowCount: number;
  /** The team's id and a number from 0: `t0.0`, `t0.1`, … */
  readonly partId: readonly string[];
  /** Row of `teams`; a divided team has two parts or more. */
  readonly team: Uint32Array;
  /** Its leading people. */
  readonly name: readonly string[];
  /** What it writes about, where that tells it from the rest of the team. */
  readonly subject: readonly (string | null)[];
  readonly authors: Uint32Array;
  /** Papers with at least one author in the part. */
  readonly papers: Uint32Array;
  readonly firstYear: readonly (number | null)[];
  readonly lastYear: readonly (number | null)[];
  readonly evidence: readonly PartEvidence[];
}

/** Rows by a, then b; a < b; ties from papers that are not large. */
export interface CoauthorshipTable {
  readonly rowCount: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly papers: Uint32Array;
  readonly weightFull: Float64Array;
  readonly weightAuthor: Float64Array;
  readonly weightPaper: Float64Array;
}

/** Rows by file, line, record, code, detail; null first. */
export interface FindingTable {
  readonly rowCount: number;
  readonly code: readonly string[];
  readonly severity: readonly Severity[];
  readonly file: readonly (string | null)[];
  readonly line: readonly (number | null)[];
  readonly record: readonly (number | null)[];
  readonly detail: readonly string[];
}

/** The teams of one counting scheme, and each author's place in them. */
export interface Partition {
  readonly teams: TeamTable;
  readonly team: readonly (number | null)[];
  readonly agreement: Float32Array;
  readonly inside: Float32Array;
}

/** What the other counting schemes make of the same network; `parameters.counting` is the one in `authors` and `teams`. */
export type VariantTable = Readonly<Partial<Record<Counting, Partition>>>;

/** The division into teams by one counting scheme, the dataset's own or a variant. Throws where the dataset lacks it. */
export function partitionOf(dataset: Dataset, counting: Counting): Partition {
  const { authors, teams, manifest, variants } = dataset;
  // A given network has one weight, and so one division.
  if (counting === manifest.parameters.counting || manifest.network !== undefined) {
    return {
      teams,
      team: authors.team,
      agreement: authors.agreement,
      inside: authors.inside,
    };
  }
  const variant = variants[counting];
  if (variant === undefined) throw new Error(`The dataset has no teams by ${counting} counting.`);
  return variant;
}

/** The weights of ties by one counting scheme. */
export function weightsBy(ties: CoauthorshipTable, counting: Counting): Float64Array {
  if (counting === "full") return ties.weightFull;
  return counting === "author" ? ties.weightAuthor : ties.weightPaper;
}
