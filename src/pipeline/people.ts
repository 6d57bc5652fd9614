import type { Identity } from "../identity/identify-authors.ts";
import { authorRadius } from "../model/author-radius.ts";
import { COUNTINGS, type Counting } from "../model/counting.ts";
import type { Counts, Dataset, Manifest, Parameters } from "../model/dataset.ts";
import type { IdentityDecision } from "../model/identity.ts";
import { type Incidence, incidenceOf, papersOf } from "../model/incidence.ts";
import type { Layout } from "../network/layout/lay-out.ts";
import type { LayoutInput } from "../network/layout/layout-input.ts";
import type { PaperText, Vocabulary } from "../network/paper-fields.ts";
import { nameTeams } from "../network/team-names.ts";
import { coauthorshipTable } from "./coauthorship-table.ts";
import { caseTable, decisionTable, nodeTable } from "./identity-tables.ts";
import { dividedByEachCounting, namedByEachCounting, type TeamNamer } from "./partitions.ts";
import { authorTable, nameTable } from "./tables.ts";

/** What the map of the people takes from the papers; it stays the same whoever is who. One entry per paper. */
export interface PaperColumns {
  readonly ids: readonly string[];
  readonly texts: readonly PaperText[];
  readonly years: readonly (number | null)[];
  readonly large: readonly boolean[];
  /** First authorship of each paper, and their number at the end. */
  readonly offsets: Uint32Array;
}

type PeopleTable = "names" | "nodes" | "cases" | "decisions" | "authors" | "teams" | "coauthorships" | "variants";
type PeopleCount =
  | "nameForms"
  | "nodes"
  | "cases"
  | "decisions"
  | "authorships"
  | "authors"
  | "teams"
  | "coauthorships";

/** All of a dataset that depends on who is who. */
export interface People {
  readonly incidence: Incidence;
  readonly tables: Pick<Dataset, PeopleTable>;
  readonly counts: Pick<Counts, PeopleCount>;
  readonly communities: Manifest["communities"];
  readonly layoutScale: number;
}

/**
 * Once it is known who is who: divides the coauthor network into teams by each counting scheme, names them, lets `place`
 * lay the authors out, and makes the tables of it all.
 */
export function peopleOf(
  papers: PaperColumns,
  identity: Identity,
  decisions: readonly IdentityDecision[],
  parameters: Parameters,
  vocabulary: Vocabulary,
  place: (input: LayoutInput) => Layout,
  enter: (stage: "teams" | "names" | "layout" | "tables") => void,
): People {
  enter("teams");
  const { texts, years, large } = papers;
  const incidence = incidenceOf(papers.offsets, identity.authorOf, identity.authors.length);
  const divided = dividedByEachCounting(incidence, parameters);

  enter("names");
  const authorIds = identity.authors.map((author) => author.id);
  const authorNames = identity.authors.map((author) => author.name);
  const name: TeamNamer = (team, teamCount, counting) =>
    nameTeams({
      papers: texts,
      paperIds: papers.ids,
      incidence,
      team,
      teamCount,
      large,
      authorIds,
      authorNames,
      counting,
      vocabulary,
    });
  const named = namedByEachCounting(incidence, years, divided, name);
  const own = named[parameters.counting].partition;

  enter("layout");
  const onlyLarge = authorsOfOnlyLargePapers(incidence, large);
  const layout = place({
    incidence,
    large,
    team: own.team,
    teamCount: own.teams.rowCount,
    onlyLarge,
    radius: radii(incidence),
    seed: parameters.seed,
  });

  enter("tables");
  const tables = {
    names: nameTable(identity),
    nodes: nodeTable(identity),
    cases: caseTable(identity),
    decisions: decisionTable(decisions),
    authors: authorTable(identity, incidence, years, own, layout, onlyLarge),
    teams: own.teams,
    coauthorships: coauthorshipTable(incidence, parameters.largePaper),
  };
  const others = COUNTINGS.filter((counting) => counting !== parameters.counting);
  return {
    incidence,
    tables: {
      ...tables,
      variants: Object.fromEntries(others.map((counting) => [counting, named[counting].partition])),
    },
    counts: {
      nameForms: tables.names.rowCount,
      nodes: tables.nodes.rowCount,
      cases: tables.cases.rowCount,
      decisions: tables.decisions.rowCount,
      authorships: incidence.authors.length,
      authors: incidence.authorCount,
      teams: own.teams.rowCount,
      coauthorships: tables.coauthorships.rowCount,
    },
    communities: summaries((counting) => named[counting].summary),
    layoutScale: layout.scale,
  };
}

function summaries<Summary>(of: (counting: Counting) => Summary): Readonly<Record<Counting, Summary>> {
  return { full: of("full"), author: of("author"), paper: of("paper") };
}

/** Drawn radius of each author in pixels on a map 900 px wide. */
function radii(incidence: Incidence): Float32Array {
  const counts = Uint32Array.from({ length: incidence.authorCount }, (_, a) => papersOf(incidence, a).length);
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  return Float32Array.from(counts, (count) => authorRadius(count, most));
}

function authorsOfOnlyLargePapers(incidence: Incidence, large: readonly boolean[]): boolean[] {
  return Array.from({ length: incidence.authorCount }, (_, author) =>
    papersOf(incidence, author).every((paper) => large[paper]),
  );
}
