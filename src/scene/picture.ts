import type { Counting } from "../model/counting.ts";
import { type Dataset, type Partition, partitionOf } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { type CastColumns, castColumns } from "./cast-columns.ts";
import { type Focus, focusOf } from "./focus.ts";
import { type MapTheme, PALETTES, type TeamColours, teamColours } from "./palette.ts";
import type { Choice, Shown } from "./view.ts";
import { shownIn, type YearSpan } from "./year-filter.ts";

/** What dataset, counting and theme decide, whatever is hidden, chosen or under the pointer. */
export interface Cast extends CastColumns {
  readonly dataset: Dataset;
  readonly incidence: Incidence;
  readonly theme: MapTheme;
  readonly partition: Partition;
  readonly colours: TeamColours;
  /**
   * 1 for a dataset whose authors all have room at the reference scale; above, for larger ones, how many times nearer one has to come
   * until they have (see `sizeFactor`).
   */
  readonly crowding: number;
}

/** From more authors, or ties, than this on a map is a crowd. */
const CROWD = { authors: 2500, ties: 4000 } as const;
/** Up to so many authors have room at the reference scale. */
const ROOM_FOR = 5000;
/** Whether the map is drawn as a crowd: in buffers that stay, the strongest first, with names over the small dots. */
export function isCrowd({ dataset: { authors, coauthorships } }: Pick<Cast, "dataset">): boolean {
  return authors.rowCount > CROWD.authors || coauthorships.rowCount > CROWD.ties;
}

/** What the moment decides. */
export interface Moment {
  readonly hiddenTeams: ReadonlySet<number>;
  /** Only what has papers of these years is visible; null shows all. */
  readonly years: YearSpan | null;
  readonly choice: Choice | null;
  readonly hover: Shown | null;
  /** Near enough for the weaker half of the ties. */
  readonly near: boolean;
}

/**
 * What is drawn, by row of `authors` and of `coauthorships`; how it looks is told by the functions of `looks.ts`. A hover changes only the focus
 * and columns of bytes: nothing is made for each row.
 */
export interface Picture {
  readonly cast: Cast;
  /** What stands out; null when nothing is hovered or chosen. */
  readonly focus: Focus | null;
  /** The teams of those who stand out; null when nothing does. */
  readonly focusTeams: ReadonlySet<number> | null;
  readonly hiddenTeams: ReadonlySet<number>;
  readonly near: boolean;
  /** The same column as long as the same teams are hidden and the same years shown. */
  readonly authorVisible: Uint8Array;
  /** By tie: 1 for those with joint papers of the years that are shown; null where all years are. */
  readonly tieInYears: Uint8Array | null;
  readonly authorFaded: Uint8Array;
}

export function castOf(dataset: Dataset, incidence: Incidence, counting: Counting, theme: MapTheme): Cast {
  return {
    ...castColumns(dataset, incidence, counting),
    dataset,
    incidence,
    theme,
    partition: partitionOf(dataset, counting),
    colours: teamColours(dataset, counting, theme),
    crowding: Math.sqrt(Math.max(1, (dataset.ofAuthors ?? dataset.authors.rowCount) / ROOM_FOR)),
  };
}

/** The picture of a moment. Authors of hidden teams, or without a paper of the years shown, are not visible, and no tie leads to them. */
export function pictureOf(cast: Cast, { hiddenTeams, years, choice, hover, near }: Moment): Picture {
  const { dataset, incidence, partition } = cast;
  const shown = hover ?? choice;
  const inYears = years === null ? null : shownIn(dataset, incidence, years);
  const focus = shown === null ? null : focusOf(dataset, incidence, partition, shown);
  return {
    cast,
    focus,
    focusTeams: focus === null ? null : teamsOf(focus, partition),
    hiddenTeams,
    near,
    authorVisible: visibleAuthors(partition, hiddenTeams, inYears?.authors ?? null),
    tieInYears: inYears?.ties ?? null,
    authorFaded: fadedAuthors(focus, dataset.authors.rowCount),
  };
}

interface VisibleAuthors {
  readonly team: Partition["team"];
  readonly inYears: Uint8Array | null;
  readonly column: Uint8Array;
}

const VISIBLE = new WeakMap<ReadonlySet<number>, VisibleAuthors>();

/** 1 for authors of teams that are not hidden, if `inYears` has them; the same column for the same set and years. */
function visibleAuthors({ team }: Partition, hiddenTeams: ReadonlySet<number>, inYears: Uint8Array | null): Uint8Array {
  const known = VISIBLE.get(hiddenTeams);
  if (known !== undefined && known.team === team && known.inYears === inYears) return known.column;
  const column = inYears === null ? new Uint8Array(team.length).fill(1) : inYears.slice();
  if (hiddenTeams.size > 0) {
    for (let author = 0; author < team.length; author++) {
      const own = team[author];
      if (own !== null && hiddenTeams.has(own)) column[author] = 0;
    }
  }
  VISIBLE.set(hiddenTeams, { team, inYears, column });
  return column;
}

function fadedAuthors(focus: Focus | null, count: number): Uint8Array {
  const faded = new Uint8Array(count);
  if (focus === null) return faded;
  const { authors } = focus;
  for (let author = 0; author < count; author++) faded[author] = 1 - authors[author];
  return faded;
}

/** Whether a team is told from others by its colour; the rest are grey. */
export function hasOwnHue({ colours, theme }: Cast, team: number): boolean {
  const { grey, neutral } = PALETTES[theme];
  return colours.fill[team] !== grey && colours.fill[team] !== neutral;
}

function teamsOf(focus: Focus, { team }: Partition): Set<number> {
  const teams = new Set<number>();
  const { authors } = focus;
  for (let author = authors.indexOf(1); author >= 0; author = authors.indexOf(1, author + 1)) {
    const own = team[author];
    if (own !== null) teams.add(own);
  }
  return teams;
}
