import { prominenceOf } from "../model/author-radius.ts";
import type { Counting } from "../model/counting.ts";
import type { Dataset } from "../model/dataset.ts";
import { authorsOf, authorsOn, type Incidence, papersOf } from "../model/incidence.ts";
import { type Tally, tallyYears } from "./author-facts.ts";
import { isGiven } from "./given-ties.ts";
import { newestFirst } from "./paper-order.ts";
import { givenNeighbours, type Neighbour, neighboursOf, type TeamPaper, teamSize } from "./team-facts.ts";
import { membersOf } from "./team-members.ts";
import { percent } from "./wording.ts";

/** What the panel says about a part of a team. */
export interface PartFacts {
  readonly part: number;
  /** Why it stands here, and why it is called so. */
  readonly why: string;
  /** All members, those who lead it first, then most papers first. */
  readonly members: readonly number[];
  /** How many of `members` lead it. */
  readonly leaders: number;
  /** Newest first. */
  readonly papers: readonly TeamPaper[];
  readonly papersByYear: readonly Tally<number>[];
  /** Other parts, of this team or of others, as `team` their rows: most tie weight first. */
  readonly neighbours: readonly Neighbour[];
}

/** More neighbours tell little of a part. */
const NEIGHBOURS = 8;

/** The parts of a team, largest first; none where it is not divided, or where the dataset is counted in another way than its own. */
export function partsOfTeam({ parts, manifest }: Dataset, counting: Counting, team: number): number[] {
  if (counting !== manifest.parameters.counting && manifest.network === undefined) return [];
  const rows: number[] = [];
  for (let row = parts.team.indexOf(team); row >= 0 && parts.team[row] === team; row++) rows.push(row);
  return rows;
}

/** The part that an author is in, by the dataset's own counting; null in any other, and for whoever is in none. */
export function partOf({ authors, manifest }: Dataset, counting: Counting, author: number): number | null {
  return counting === manifest.parameters.counting || manifest.network !== undefined ? authors.part[author] : null;
}

/** The parts seen as a division of the authors. */
function asDivision({ authors, parts }: Dataset) {
  return { team: authors.part, teams: parts };
}

/** The authors of a part, ascending, as a view without copying. */
export function membersOfPart(dataset: Dataset, part: number): Uint32Array {
  return membersOf(asDivision(dataset), part);
}

export function partFacts(dataset: Dataset, incidence: Incidence, part: number): PartFacts {
  const division = asDivision(dataset);
  const people = membersOfPart(dataset, part);
  const written = new Set<number>();
  for (const author of people) for (const paper of papersOf(incidence, author)) written.add(paper);
  const rows = newestFirst(dataset.papers, written);
  const papers = rows.map((paper) => ({
    paper,
    members: authorsOf(incidence, paper).reduce((sum, one) => sum + (division.team[one] === part ? 1 : 0), 0),
    authors: authorsOn(incidence, paper),
  }));
  const leaders = leadersOf(dataset, part, people);
  const prominence = prominenceOf(dataset.authors);
  const others = Array.from(people)
    .filter((author) => !leaders.includes(author))
    .sort((a, b) => prominence[b] - prominence[a] || a - b);
  const { neighbours } = isGiven(dataset)
    ? givenNeighbours(dataset, division, part, leaders.concat(others))
    : neighboursOf(incidence, division, dataset.manifest.parameters.counting, part, papers);
  return {
    part,
    why: whyThisPart(dataset, part),
    members: [...leaders, ...others],
    leaders: leaders.length,
    papers,
    papersByYear: tallyYears(rows.map((paper) => dataset.papers.year[paper])),
    neighbours: neighbours.slice(0, NEIGHBOURS),
  };
}

function leadersOf({ authors, parts }: Dataset, part: number, people: Uint32Array): number[] {
  const rows = new Map(Array.from(people, (author) => [authors.authorId[author], author]));
  return parts.evidence[part].core.flatMap((id) => rows.get(id) ?? []);
}

/** "Named after the two people …", and what the subject rests on. */
function whyThisPart({ parts }: Dataset, part: number): string {
  const people = "Named after those with most tie weight inside it.";
  const subject = parts.subject[part];
  if (subject === null) return `${people} No phrase sets its titles apart from those of the rest of the team.`;
  const share = percent(parts.evidence[part].coverage);
  return `${people} “${subject}” is in ${share} of its titles, and sets them apart from those of the rest of the team.`;
}

/** "Ada Lovelace, Charles Babbage & others · engines": the people and the subject. */
export function partInWords({ parts }: Dataset, part: number): string {
  const subject = parts.subject[part];
  return subject === null ? parts.name[part] : `${parts.name[part]} · ${subject}`;
}

/** "12 people · 5 papers". */
export function partSize(dataset: Dataset, part: number): string {
  const { authors, papers } = dataset.parts;
  return teamSize(authors[part], isGiven(dataset) ? null : papers[part]);
}
