import type { Atlas } from "../model/atlas.ts";
import type { ChoiceWords } from "./describe-choice.ts";
import { counted, yearSpan } from "./wording.ts";

/** What is said of a team of an atlas. */
export interface AtlasTeam {
  readonly team: number;
  readonly name: string;
  readonly authors: number;
  /** Null in a given network, which has none. */
  readonly papers: number | null;
  readonly years: string | null;
  /** Names, most tie weight inside the team first. */
  readonly leaders: readonly string[];
}

export interface AtlasNeighbour {
  readonly team: number;
  /** Joint papers that are not large. */
  readonly papers: number;
  /** Share of the weight of all the team's ties that the atlas has, 0 to 1. */
  readonly share: number;
}

/** "1,204,331 papers", "2,101,456 authors", "8,120 teams". */
export function atlasHeadline({ manifest: { counts, network } }: Atlas): string[] {
  const teams = counted(counts.teams, "team");
  if (network === undefined) return [counted(counts.papers, "paper"), counted(counts.authors, "author"), teams];
  return [counted(counts.authors, "person", "people"), counted(counts.coauthorships, "tie"), teams];
}

export function atlasTeam({ teams, manifest }: Atlas, team: number): AtlasTeam {
  return {
    team,
    name: teams.name[team],
    authors: teams.authors[team],
    papers: manifest.network === undefined ? teams.papers[team] : null,
    years: yearSpan(teams.firstYear[team], teams.lastYear[team]),
    leaders: teams.leaders[team],
  };
}

/** A team in words, for those who hear it and for the name of the page. */
export function describeTeam(atlas: Atlas, team: number): ChoiceWords {
  const { name, authors, papers, years } = atlasTeam(atlas, team);
  const size = [counted(authors, "person", "people"), papers === null ? null : counted(papers, "paper"), years];
  return { name: `Team ${name}`, detail: size.filter((part) => part !== null).join(", ") };
}

/** The teams that a team has ties to, heaviest first; the row of `ties` is theirs. Linear in the ties of the atlas. */
export function atlasNeighbours({ ties }: Atlas, team: number): AtlasNeighbour[] {
  const rows: number[] = [];
  for (let row = 0; row < ties.rowCount; row++) if (ties.a[row] === team || ties.b[row] === team) rows.push(row);
  const all = rows.reduce((sum, row) => sum + ties.weight[row], 0);
  return rows.map((row) => ({
    team: ties.a[row] === team ? ties.b[row] : ties.a[row],
    papers: ties.papers[row],
    share: all > 0 ? ties.weight[row] / all : 0,
  }));
}

/** The row of a team by its id; null where there is none. */
export function teamById({ teams }: Atlas, id: string | null): number | null {
  const row = /^t(?:0|[1-9]\d{0,8})$/.test(id ?? "") ? Number((id ?? "").slice(1)) : -1;
  return row >= 0 && row < teams.rowCount ? row : null;
}
