import type { Dataset, Partition } from "../model/dataset.ts";
import type { Glance } from "../model/glance.ts";
import { nameOrComing } from "./arriving.ts";
import { isGiven } from "./given-ties.ts";
import type { Choice } from "./view.ts";
import { counted, yearSpan } from "./wording.ts";

/** What can be said of a map before names and papers are there. */
export interface GlanceOverview {
  /** "108,962 papers · 105,342 authors · 1,204 teams". */
  readonly headline: readonly string[];
  /** Largest first, those of people known only from large papers left out. */
  readonly teams: readonly GlanceTeam[];
}

export interface GlanceTeam {
  readonly team: number;
  readonly authors: number;
  /** Null in a given network, which has none. */
  readonly papers: number | null;
  readonly years: string | null;
  /** Names, most tie weight inside the team first. */
  readonly leaders: readonly string[];
}

/** What stands in the place of the overview; `onlyLarge` is by team. */
export function glanceOverview(glance: Glance, onlyLarge: readonly boolean[]): GlanceOverview {
  const { counts, network } = glance.manifest;
  const rows = Array.from({ length: glance.teams.rowCount }, (_, team) => team);
  return {
    headline:
      network === undefined
        ? [counted(counts.papers, "paper"), counted(counts.authors, "author"), counted(counts.teams, "team")]
        : [
            counted(counts.authors, "person", "people"),
            counted(counts.coauthorships, "tie"),
            counted(counts.teams, "team"),
          ],
    teams: rows.filter((team) => !onlyLarge[team]).map((team) => glanceTeam(glance, team)),
  };
}

export function glanceTeam({ manifest, teams }: Glance, team: number): GlanceTeam {
  return {
    team,
    authors: teams.authors[team],
    papers: manifest.network === undefined ? teams.papers[team] : null,
    years: yearSpan(teams.firstYear[team], teams.lastYear[team]),
    leaders: teams.leaders[team],
  };
}

/** One or two people of the map who have no names yet. */
export interface GlancePerson {
  readonly author: number;
  readonly name: string;
  /** "12 papers", "about 48 papers": above 16 a glance rounds. */
  readonly figures: string;
  readonly team: number | null;
}

/** Who is chosen, as far as a glance knows; nobody for a team or a paper. */
export function glancePeople(dataset: Dataset, partition: Partition, choice: Choice): readonly GlancePerson[] {
  const people = choice.kind === "author" ? [choice.author] : choice.kind === "tie" ? [choice.a, choice.b] : [];
  return people.map((author) => {
    const papers = dataset.authors.papers[author];
    const of = isGiven(dataset) ? "tie" : "paper";
    return {
      author,
      name: nameOrComing(dataset, author),
      figures: papers > EXACT_TO ? `about ${counted(papers, of)}` : counted(papers, of),
      team: partition.team[author],
    };
  });
}

/** Up to so many papers a glance counts exactly. */
const EXACT_TO = 16;
