import { authorRadius, prominenceOf } from "../model/author-radius.ts";
import type { Counting } from "../model/counting.ts";
import { type CoauthorshipTable, type Dataset, type Partition, partitionOf } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { type Bridge, bridgesOf } from "./bridges.ts";
import { doubtfulCases } from "./doubt.ts";
import { type Focus, focusOf } from "./focus.ts";
import { type MapTheme, mix, PALETTES, type TeamColours, teamColours, withAlpha } from "./palette.ts";
import type { Choice, Shown } from "./view.ts";

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
  /** By tie, without opacity. */
  readonly hue: readonly string[];
}

/** What the moment decides. */
export interface Moment {
  readonly hiddenTeams: ReadonlySet<number>;
  readonly choice: Choice | null;
  readonly hover: Shown | null;
  /** Near enough for the weaker half of the ties. */
  readonly near: boolean;
}

/** Everything that is drawn, in columns: by row of `authors` and of `coauthorships`. What is not visible is not drawn. */
export interface Picture {
  readonly cast: Cast;
  /** What stands out; null when nothing is hovered or chosen. */
  readonly focus: Focus | null;
  /** The teams of those who stand out; null when nothing does. */
  readonly focusTeams: ReadonlySet<number> | null;
  readonly hiddenTeams: ReadonlySet<number>;
  readonly near: boolean;
  readonly authorVisible: Uint8Array;
  readonly authorFaded: Uint8Array;
  readonly authorColour: readonly string[];
  readonly authorRing: readonly (string | null)[];
  readonly tieVisible: Uint8Array;
  /** In pixels. */
  readonly tieWidth: Float32Array;
  /** With opacity. */
  readonly tieColour: readonly string[];
}

const TIE = { thinnest: 0.7, widest: 4, palest: 0.2, palestBetween: 0.14, strongest: 0.9 } as const;

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
    weak: withoutStrongest(weakerHalves(weights, groups), weights, dataset.coauthorships),
    between: Uint8Array.from(groups, (group) => (group === BETWEEN ? 1 : 0)),
    hue: Array.from(groups, (team) => (team === BETWEEN ? palette.between : colours.fill[team])),
  };
}

function weightsBy(ties: CoauthorshipTable, counting: Counting): Float64Array {
  if (counting === "full") return ties.weightFull;
  return counting === "author" ? ties.weightAuthor : ties.weightPaper;
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
  weights.forEach((weight, row) => {
    for (const author of [a[row], b[row]]) {
      const before = strongest.get(author);
      if (before === undefined || weight > weights[before]) strongest.set(author, row);
    }
  });
  const left = weak.slice();
  for (const row of strongest.values()) left[row] = 0;
  return left;
}

/** The picture of a moment. Authors of hidden teams are not visible, and no tie leads to them. */
export function pictureOf(cast: Cast, moment: Moment): Picture {
  const { dataset, incidence, partition } = cast;
  const shown = moment.hover ?? moment.choice;
  const focus = shown === null ? null : focusOf(dataset, incidence, partition, shown);
  const { authors } = dataset;
  const palette = PALETTES[cast.theme];

  const authorVisible = new Uint8Array(authors.rowCount);
  const authorFaded = new Uint8Array(authors.rowCount);
  for (let author = 0; author < authors.rowCount; author++) {
    const team = partition.team[author];
    authorVisible[author] = team === null || !moment.hiddenTeams.has(team) ? 1 : 0;
    authorFaded[author] = focus !== null && focus.authors[author] === 0 ? 1 : 0;
  }
  const fadedFill = new Map<string, string>();
  const faded = (colour: string) => {
    const known = fadedFill.get(colour) ?? mix(colour, palette.background, 0.8);
    fadedFill.set(colour, known);
    return known;
  };
  return {
    cast,
    focus,
    focusTeams: focus === null ? null : teamsOf(focus, partition),
    hiddenTeams: moment.hiddenTeams,
    near: moment.near,
    authorVisible,
    authorFaded,
    authorColour: cast.fill.map((colour, author) => (authorFaded[author] === 1 ? faded(colour) : colour)),
    authorRing: cast.ring.map((ring, author) => {
      if (focus?.ringed.has(author)) return palette.ink;
      return ring !== null && authorFaded[author] === 1 ? faded(ring) : ring;
    }),
    ...tiesOf(cast, moment, focus, authorVisible),
  };
}

/** Whether a team is told from others by its colour; the rest are grey. */
export function hasOwnHue({ colours, theme }: Cast, team: number): boolean {
  const { grey, neutral } = PALETTES[theme];
  return colours.fill[team] !== grey && colours.fill[team] !== neutral;
}

function teamsOf(focus: Focus, { team }: Partition): Set<number> {
  const teams = new Set<number>();
  team.forEach((own, author) => {
    if (own !== null && focus.authors[author] === 1) teams.add(own);
  });
  return teams;
}

function tiesOf(cast: Cast, moment: Moment, focus: Focus | null, authorVisible: Uint8Array) {
  const { a, b, rowCount } = cast.dataset.coauthorships;
  const tieVisible = new Uint8Array(rowCount);
  const tieWidth = new Float32Array(rowCount);
  const tieColour: string[] = [];
  for (let row = 0; row < rowCount; row++) {
    const strength = cast.strength[row];
    const inFocus = focus?.tie(row) ?? false;
    const endsVisible = authorVisible[a[row]] === 1 && authorVisible[b[row]] === 1;
    // The weaker half waits until one comes near or asks for it; a faded line of it would only be dust.
    const asked = cast.weak[row] === 0 || inFocus || (moment.near && focus === null);
    tieVisible[row] = endsVisible && asked ? 1 : 0;
    tieWidth[row] = Math.max(TIE.thinnest, TIE.widest * strength) * (inFocus ? 1.25 : 1);
    const palest = cast.between[row] === 1 ? TIE.palestBetween : TIE.palest;
    const opacity = Math.max(palest, TIE.strongest * strength);
    tieColour.push(withAlpha(cast.hue[row], opacityNow(opacity, focus !== null, inFocus)));
  }
  return { tieVisible, tieWidth, tieColour };
}

function opacityNow(opacity: number, somethingInFocus: boolean, inFocus: boolean): number {
  if (inFocus) return Math.min(1, 0.3 + opacity);
  return somethingInFocus ? opacity * 0.18 : opacity;
}
