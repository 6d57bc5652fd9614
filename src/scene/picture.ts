import { authorRadius, prominenceOf } from "../model/author-radius.ts";
import type { Counting } from "../model/counting.ts";
import { type CoauthorshipTable, type Dataset, type Partition, partitionOf, weightsBy } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { type Bridge, bridgesOf } from "./bridges.ts";
import { doubtfulCases } from "./doubt.ts";
import { type Focus, focusOf } from "./focus.ts";
import { type MapTheme, PALETTES, type TeamColours, teamColours } from "./palette.ts";
import type { Choice, Shown } from "./view.ts";
import { shownIn, type YearSpan } from "./year-filter.ts";

/** What dataset, counting and theme decide, whatever is hidden, chosen or under the pointer. */
export interface Cast {
  readonly dataset: Dataset;
  readonly incidence: Incidence;
  readonly theme: MapTheme;
  readonly partition: Partition;
  readonly colours: TeamColours;
  readonly bridges: readonly Bridge[];
  /** Authors about whose identity the presets disagree. */
  readonly doubtful: ReadonlySet<number>;
  /** By author, in pixels, 3 to 14. */
  readonly radius: Float32Array;
  /** By author. */
  readonly fill: readonly string[];
  /** By author: the second team's colour around a bridge. */
  readonly ring: readonly (string | null)[];
  /** By tie: root of weight over the root of the largest weight, 0 to 1. */
  readonly strength: Float32Array;
  /** By tie: 1 for the weaker half of its team's ties, or of those between teams. */
  readonly weak: Uint8Array;
  /** By tie: 1 for those between teams. */
  readonly between: Uint8Array;
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
/** Among more ties than this none is told from others while the whole map is shown: all are drawn, and their density tells. */
const DENSE_TIES = 50_000;

/** Whether the weaker half of the ties waits until one comes near. */
export function sparesWeakTies({ coauthorships, manifest }: Dataset): boolean {
  // At a glance only the strongest are there, of a map that has more.
  return Math.max(coauthorships.rowCount, manifest.counts.coauthorships) <= DENSE_TIES;
}

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
  const { authors, coauthorships: ties } = dataset;
  const partition = partitionOf(dataset, counting);
  const colours = teamColours(dataset, counting, theme);
  const palette = PALETTES[theme];
  const bridges = bridgesOf(dataset, incidence, counting);
  const prominence = prominenceOf(authors);
  const largestDot = prominence.reduce((most, count) => Math.max(most, count), 1);

  const fill = partition.team.map((team, author) =>
    authors.onlyLarge[author] || team === null ? palette.neutral : colours.fill[team],
  );
  const ring: (string | null)[] = Array.from({ length: authors.rowCount }, () => null);
  for (const { author, towards } of bridges) ring[author] = colours.fill[towards];

  const weights = weightsBy(ties, counting);
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const groups = Int32Array.from(ties.a, (author, row) => {
    const team = partition.team[author];
    return team !== null && team === partition.team[ties.b[row]] ? team : BETWEEN;
  });
  return {
    dataset,
    incidence,
    theme,
    partition,
    colours,
    bridges,
    doubtful: new Set(doubtfulCases(dataset).keys()),
    radius: Float32Array.from(prominence, (count) => authorRadius(count, largestDot)),
    fill,
    ring,
    strength: Float32Array.from(weights, (weight) => (largest > 0 ? Math.sqrt(weight / largest) : 0)),
    weak: sparesWeakTies(dataset)
      ? withoutStrongest(weakerHalves(weights, groups), weights, ties)
      : new Uint8Array(ties.rowCount),
    between: Uint8Array.from(groups, (group) => (group === BETWEEN ? 1 : 0)),
    crowding: Math.sqrt(Math.max(1, authors.rowCount / ROOM_FOR)),
  };
}

/** Group of the ties between teams; inside a team it is the team's row. */
const BETWEEN = -1;

/**
 * 1 for the half of each group's ties with the least weight; among equals, later rows are the weaker. By group, since one
 * paper of many authors would otherwise leave its whole team without a line.
 */
export function weakerHalves(weights: Float64Array, groups: Int32Array): Uint8Array {
  const rowsOf = new Map<number, number[]>();
  groups.forEach((group, row) => {
    const rows = rowsOf.get(group);
    if (rows === undefined) rowsOf.set(group, [row]);
    else rows.push(row);
  });
  const weak = new Uint8Array(weights.length);
  for (const rows of rowsOf.values()) {
    rows.sort((one, other) => weights[one] - weights[other] || other - one);
    for (const row of rows.slice(0, Math.floor(rows.length / 2))) weak[row] = 1;
  }
  return weak;
}

/** Nobody's strongest tie (the first of equals) is weak, so that nobody who has coauthors looks as if they had none. */
export function withoutStrongest(
  weak: Uint8Array,
  weights: Float64Array,
  { a, b }: Pick<CoauthorshipTable, "a" | "b">,
): Uint8Array {
  const strongest = new Map<number, number>();
  for (let row = 0; row < weights.length; row++) {
    for (const author of [a[row], b[row]]) {
      const before = strongest.get(author);
      if (before === undefined || weights[row] > weights[before]) strongest.set(author, row);
    }
  }
  const left = weak.slice();
  for (const row of strongest.values()) left[row] = 0;
  return left;
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
