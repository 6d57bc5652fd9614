import type { Counting } from "../model/counting.ts";
import { type Dataset, type PaperTable, partitionOf } from "../model/dataset.ts";
import { formatName } from "../model/format-names.ts";
import { authorsOf, type Incidence } from "../model/incidence.ts";
import { type Link, paperLinks } from "./links.ts";
import { paperTitle } from "./paper-order.ts";
import { counted, thousands } from "./wording.ts";

export interface PeopleOfTeam {
  /** Null: people without a team. */
  readonly team: number | null;
  readonly name: string;
  /** In the order of the paper's list. */
  readonly authors: readonly number[];
}

export interface PaperRecord {
  readonly file: string;
  /** Its name: "BibTeX". */
  readonly format: string;
  readonly record: number;
  readonly line: number;
  /** What was doubtful about it. */
  readonly findings: readonly string[];
}

export interface PaperFacts {
  readonly paper: number;
  readonly title: string;
  readonly year: number | null;
  readonly venue: string | null;
  readonly abstract: string | null;
  readonly links: readonly Link[];
  readonly fields: readonly string[];
  readonly keywords: readonly string[];
  readonly editors: readonly string[];
  /** Groups among the authors; nobody on the map. */
  readonly groups: readonly string[];
  /** "Cited 1,204 times by OpenAlex’s count"; null where no record counts. */
  readonly cited: string | null;
  /** What is missing from the list of authors, in words; null where it is whole. */
  readonly cutShort: string | null;
  readonly large: boolean;
  readonly authors: number;
  /** "7 MLOps, 3 recommender systems"; null where the paper has no authors. */
  readonly people: string | null;
  /** Most people first. */
  readonly byTeam: readonly PeopleOfTeam[];
  /** Each author with the form that this paper's list has. */
  readonly list: readonly { readonly author: number; readonly name: string }[];
  readonly records: readonly PaperRecord[];
}

/** Everything the panel says about a paper. */
export function paperFacts(dataset: Dataset, incidence: Incidence, counting: Counting, paper: number): PaperFacts {
  const { papers, authorships } = dataset;
  const authors = authorsOf(incidence, paper);
  const byTeam = peopleByTeam(dataset, counting, authors);
  const first = incidence.paperOffsets[paper];
  return {
    paper,
    title: paperTitle(papers, paper),
    year: papers.year[paper],
    venue: papers.venue[paper],
    abstract: papers.abstract[paper],
    links: paperLinks(papers, paper),
    fields: papers.fields[paper].map((field) => field.name),
    keywords: papers.keywords[paper],
    editors: papers.editors[paper],
    groups: papers.groupAuthors[paper],
    cited: citedInWords(papers, paper),
    cutShort: papers.truncated[paper]
      ? "The author list is cut short in the source: there are more authors than these."
      : null,
    large: papers.large[paper],
    authors: authors.length,
    people: authors.length === 0 ? null : peopleInWords(byTeam),
    byTeam,
    list: Array.from(authors, (author, k) => ({ author, name: authorships.name[first + k] })),
    records: recordsOf(dataset, paper),
  };
}

/** Who counted is told, since counts differ by what an index holds. */
function citedInWords({ citations, citationsFrom }: PaperTable, paper: number): string | null {
  const count = citations[paper];
  if (count === null) return null;
  const times = count === 0 ? "Not cited" : `Cited ${counted(count, "time")}`;
  const from = citationsFrom[paper];
  return from === null ? times : `${times} by ${formatName(from)}’s count`;
}

function peopleByTeam(dataset: Dataset, counting: Counting, authors: Uint32Array): PeopleOfTeam[] {
  const partition = partitionOf(dataset, counting);
  const byTeam = new Map<number | null, number[]>();
  for (const author of authors) {
    const team = partition.team[author];
    const known = byTeam.get(team);
    if (known === undefined) byTeam.set(team, [author]);
    else known.push(author);
  }
  return [...byTeam]
    .map(([team, people]) => ({
      team,
      name: team === null ? "no team" : partition.teams.name[team],
      authors: people,
    }))
    .sort((a, b) => b.authors.length - a.authors.length || (a.team ?? -1) - (b.team ?? -1));
}

/** "7 MLOps, 3 recommender systems": who wrote a paper, by team, since a paper has no one team. */
export function peopleInWords(byTeam: readonly PeopleOfTeam[]): string {
  return byTeam.map(({ name, authors }) => `${thousands(authors.length)} ${name}`).join(", ");
}

function recordsOf(dataset: Dataset, paper: number): PaperRecord[] {
  const { records, findings } = dataset;
  const rows: PaperRecord[] = [];
  for (let r = 0; r < records.rowCount; r++) {
    if (records.paper[r] !== paper) continue;
    const said: string[] = [];
    for (let f = 0; f < findings.rowCount; f++) {
      if (findings.file[f] === records.file[r] && findings.record[f] === records.record[r]) {
        said.push(findings.detail[f]);
      }
    }
    rows.push({
      file: records.file[r],
      format: formatName(records.format[r]),
      record: records.record[r],
      line: records.line[r],
      findings: said,
    });
  }
  return rows;
}

/** "record 3 of papers.bib, line 17". */
export function recordInWords(record: PaperRecord): string {
  return `record ${thousands(record.record)} of ${record.file}, line ${thousands(record.line)}`;
}

/** "2 records". */
export function recordCount(facts: PaperFacts): string {
  return counted(facts.records.length, "record");
}
