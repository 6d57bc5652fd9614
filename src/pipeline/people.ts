import type { Identity } from "../identity/identify-authors.ts";
import { authorRadius } from "../model/author-radius.ts";
import { COUNTINGS, type Counting } from "../model/counting.ts";
import type { Dataset } from "../model/dataset.ts";
import type { IdentityDecision } from "../model/identity.ts";
import { type Incidence, incidenceOf, papersOf } from "../model/incidence.ts";
import type { Counts, Manifest, Parameters } from "../model/manifest.ts";
import type { Layout } from "../network/layout/lay-out.ts";
import type { LayoutInput } from "../network/layout/layout-input.ts";
import { coauthorshipTable } from "./coauthorship-table.ts";
import { caseTable, decisionTable, nodeTable } from "./identity-tables.ts";
import { noParts, partOfAuthor, partTable } from "./part-table.ts";
import { byEachCounting, type Division, namedPartition } from "./partitions.ts";
import { authorTable, nameTable } from "./tables.ts";
import type { PaperTexts, TextWork } from "./text-work.ts";

/** What the map of the people takes from the papers; it stays the same whoever is who. One entry per paper. */
export interface PaperColumns extends PaperTexts {
  readonly years: readonly (number | null)[];
  /** First authorship of each paper, and their number at the end. */
  readonly offsets: Uint32Array;
}

type PeopleTable =
  | "names"
  | "nodes"
  | "cases"
  | "decisions"
  | "authors"
  | "teams"
  | "parts"
  | "coauthorships"
  | "variants";
type PeopleCount =
  | "nameForms"
  | "nodes"
  | "cases"
  | "decisions"
  | "authorships"
  | "authors"
  | "teams"
  | "parts"
  | "coauthorships";

/** All of a dataset that depends on who is who. */
export interface People {
  readonly incidence: Incidence;
  readonly tables: Pick<Dataset, PeopleTable>;
  readonly counts: Pick<Counts, PeopleCount>;
  readonly communities: Manifest["communities"];
  readonly layoutScale: number;
}

/** How teams and places are found: anew, or from what is known of a map that it takes the place of. */
export interface PeopleSteps {
  readonly divide: (incidence: Incidence, counting: Counting) => Division;
  readonly place: (input: LayoutInput) => Layout;
}

/**
 * Once it is known who is who: has `divide` find the teams by each counting scheme, has them named, lets `place` lay the authors out, and makes the tables of it all. The names of teams are asked for last, for `work` on the texts may go
 * on beside all this.
 */
export function peopleOf(
  papers: PaperColumns,
  identity: Identity,
  decisions: readonly IdentityDecision[],
  parameters: Parameters,
  work: TextWork,
  { divide, place }: PeopleSteps,
  enter: (stage: "teams" | "layout" | "names" | "tables") => void,
): People {
  enter("teams");
  const { years, large } = papers;
  const incidence = incidenceOf(papers.offsets, identity.authorOf, identity.authors.length);
  const writers = {
    incidence,
    authorIds: identity.authors.map((author) => author.id),
    authorNames: identity.authors.map((author) => author.name),
  };
  const divided = byEachCounting((counting) => {
    const division = divide(incidence, counting);
    const { team, found } = division;
    return { division, names: work.nameTeams(writers, { counting, team, teamCount: found.communityCount }) };
  });

  const own = divided[parameters.counting].division;
  const parts = own.parts ?? noParts(incidence.authorCount);
  const partNames = work.nameParts(writers, { counting: parameters.counting, ...parts });

  enter("layout");
  const onlyLarge = authorsOfOnlyLargePapers(incidence, large);
  const layout = place({
    incidence,
    large,
    team: own.team,
    teamCount: own.found.communityCount,
    onlyLarge,
    radius: radii(incidence),
    seed: parameters.seed,
  });

  enter("names");
  const named = byEachCounting((counting) => {
    const { division, names } = divided[counting];
    return namedPartition(incidence, years, division, names());
  });
  const ownNamed = named[parameters.counting].partition;
  const partNamings = partNames();

  enter("tables");
  const tables = {
    names: nameTable(identity),
    nodes: nodeTable(identity),
    cases: caseTable(identity),
    decisions: decisionTable(decisions),
    authors: authorTable(identity, incidence, years, ownNamed, partOfAuthor(parts), layout, onlyLarge),
    teams: ownNamed.teams,
    parts: partTable(parts, ownNamed.teams, partNamings, incidence, years),
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
      teams: ownNamed.teams.rowCount,
      parts: tables.parts.rowCount,
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
