import type { Atlas } from "../model/atlas.ts";
import { type Box, contains, coversDisc, overlap } from "./box.ts";
import type { Measure } from "./label-scene.ts";
import { fillColours, type MapTheme, PALETTES, readableOn } from "./palette.ts";
import type { Projection, Size } from "./projection.ts";
import { cutLine } from "./short-lines.ts";

/** What atlas and theme decide. */
export interface AtlasCast {
  readonly atlas: Atlas;
  readonly theme: MapTheme;
  /** By team: the colour of its disc, and the same hue for words. */
  readonly fill: readonly string[];
  readonly text: readonly string[];
  /** By tie: root of weight over the root of the largest, 0 to 1. */
  readonly strength: Float32Array;
}

export function atlasCast(atlas: Atlas, theme: MapTheme): AtlasCast {
  const fill = fillColours(
    atlas.teams.name.map(() => false),
    theme,
  );
  const readable = new Map<string, string>();
  for (const colour of new Set(fill)) readable.set(colour, readableOn(PALETTES[theme].background, colour));
  const { weight } = atlas.ties;
  const largest = weight.reduce((most, one) => Math.max(most, one), 0);
  return {
    atlas,
    theme,
    fill,
    text: fill.map((colour) => readable.get(colour) ?? colour),
    strength: weight.map((one) => (largest > 0 ? Math.sqrt(one / largest) : 0)),
  };
}

/** A team on screen, in pixels. */
export interface Disc {
  readonly team: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface AtlasLine {
  readonly tie: number;
  /** Of the two discs' middles. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** In pixels. */
  readonly width: number;
}

export interface AtlasName {
  readonly team: number;
  readonly text: string;
  readonly size: number;
  readonly box: Box;
}

/** One still of an atlas. */
export interface AtlasFrame {
  readonly cast: AtlasCast;
  readonly size: Size;
  readonly projection: Projection;
  /** Those in sight, largest first. */
  readonly discs: readonly Disc[];
  /** Weakest first, so that the heavy ones lie on top. */
  readonly lines: readonly AtlasLine[];
  readonly names: readonly AtlasName[];
  /** The team that stands out with its neighbours, and these; null where nothing does. */
  readonly focus: { readonly team: number; readonly neighbours: ReadonlySet<number> } | null;
}

export interface AtlasMoment {
  readonly projection: Projection;
  readonly size: Size;
  /** Where names may lie, in pixels. */
  readonly area: Box;
  readonly measure: Measure;
  /** The team that is hovered, or else chosen. */
  readonly shown: number | null;
}

/** However far one is away, every team is a point. */
const SMALLEST_DISC = 1.4;
/** Lines that are drawn at once: more are a grey veil. */
const MOST_LINES = 700;
/** Widest line, in pixels. */
const WIDEST_LINE = 5;
const NAMES = { most: 36, asked: 250, smallest: 11, largest: 20 } as const;
/** A name on a smaller disc than this, in pixels, is not taken for that disc's. */
const MISLEADING = 5;
/** How many times as wide as its disc a name may be before it is made smaller. */
const OVERHANG = 1.3;
const LINE_HEIGHT = 1.25;

export function atlasFrame(cast: AtlasCast, moment: AtlasMoment): AtlasFrame {
  const { projection, size, shown } = moment;
  const discs = discsInSight(cast.atlas, projection, size);
  const neighbours = new Set<number>();
  const lines = linesOf(cast, moment, neighbours);
  const focus = shown === null ? null : { team: shown, neighbours };
  return { cast, size, projection, discs, lines, names: namesOf(cast, moment, discs, focus), focus };
}

/** Where a team's disc is drawn. */
export function discOf({ teams }: Atlas, { scale, left, top }: Projection, team: number): Disc {
  return {
    team,
    x: left + teams.x[team] * scale,
    y: top - teams.y[team] * scale,
    radius: Math.max(SMALLEST_DISC, teams.radius[team] * scale),
  };
}

/** Teams are by size. */
function discsInSight(atlas: Atlas, projection: Projection, { width, height }: Size): Disc[] {
  const discs: Disc[] = [];
  for (let team = 0; team < atlas.teams.rowCount; team++) {
    const disc = discOf(atlas, projection, team);
    const { x, y, radius } = disc;
    if (x > -radius && y > -radius && x < width + radius && y < height + radius) discs.push(disc);
  }
  return discs;
}

/** The heaviest ties of which something is in sight; where a team is shown, its own, which also tell its `neighbours`. */
function linesOf({ atlas, strength }: AtlasCast, { projection, size, shown }: AtlasMoment, neighbours: Set<number>) {
  const { a, b, rowCount } = atlas.ties;
  const lines: AtlasLine[] = [];
  for (let tie = 0; tie < rowCount && lines.length < MOST_LINES; tie++) {
    if (shown !== null) {
      if (a[tie] !== shown && b[tie] !== shown) continue;
      neighbours.add(a[tie] === shown ? b[tie] : a[tie]);
    }
    const one = discOf(atlas, projection, a[tie]);
    const other = discOf(atlas, projection, b[tie]);
    const isOut =
      Math.max(one.x, other.x) < 0 ||
      Math.max(one.y, other.y) < 0 ||
      Math.min(one.x, other.x) > size.width ||
      Math.min(one.y, other.y) > size.height;
    if (isOut) continue;
    const width = Math.max(0.5, WIDEST_LINE * strength[tie]);
    lines.push({ tie, from: [one.x, one.y], to: [other.x, other.y], width });
  }
  return lines.reverse();
}

/** Names in the middle of the discs, or beneath them, the shown team first, then by size; none over another. */
function namesOf(
  { atlas }: AtlasCast,
  { area, measure, shown, projection }: AtlasMoment,
  discs: readonly Disc[],
  focus: AtlasFrame["focus"],
): AtlasName[] {
  const first = discs.filter(({ team }) => team === shown);
  const next = focus === null ? [] : discs.filter(({ team }) => focus.neighbours.has(team));
  const large = discs.filter(({ radius }) => radius >= MISLEADING);
  const placed: AtlasName[] = [];
  const known = new Set<number>();
  let asked = 0;
  for (const disc of [...first, ...next, ...discs]) {
    if (known.has(disc.team)) continue;
    known.add(disc.team);
    if (placed.length >= NAMES.most || ++asked > NAMES.asked) break;
    const text = cutLine(atlas.teams.name[disc.team]);
    const wanted = nameSize(disc, projection);
    // Rather small than far beyond the disc.
    const room = (OVERHANG * 2 * disc.radius) / Math.max(1, measure(text, wanted, 600));
    const size = Math.max(NAMES.smallest, Math.min(wanted, Math.floor(wanted * room)));
    const [width, height] = [measure(text, size, 600), size * LINE_HEIGHT];
    const boxAt = (top: number): Box => ({
      left: disc.x - width / 2,
      right: disc.x + width / 2,
      top,
      bottom: top + height,
    });
    const spots = [
      boxAt(disc.y - height / 2),
      boxAt(disc.y + disc.radius + 1),
      boxAt(disc.y - disc.radius - 1 - height),
    ];
    // Beside its own disc a name must not lie on another one: it would be read as that one's.
    const box = spots.find(
      (spot, i) =>
        contains(area, spot) &&
        !placed.some((other) => overlap(other.box, spot)) &&
        (i === 0 || !large.some(({ team, x, y, radius }) => team !== disc.team && coversDisc(spot, x, y, radius))),
    );
    if (box !== undefined) placed.push({ team: disc.team, text, size, box });
  }
  return placed;
}

/** Larger names for larger discs. */
function nameSize({ radius }: Disc, { scale }: Projection): number {
  const share = Math.min(1, Math.sqrt(radius / (0.09 * Math.min(scale, 900))));
  return Math.round(NAMES.smallest + (NAMES.largest - NAMES.smallest) * share);
}

/** What is under a pixel: a name, else the disc whose edge is nearest, within it or so many pixels from its middle. */
export function teamAt({ discs, names }: AtlasFrame, px: number, py: number, reach: number): number | null {
  for (const { team, box } of names) {
    if (px >= box.left && px <= box.right && py >= box.top && py <= box.bottom) return team;
  }
  let hit: number | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const { team, x, y, radius } of discs) {
    const distance = Math.hypot(x - px, y - py);
    // Of discs that lie over each other the smaller one is meant.
    const away = Math.max(0, distance - radius) + radius / 1e6;
    if (distance > Math.max(radius, reach) || away >= nearest) continue;
    nearest = away;
    hit = team;
  }
  return hit;
}

/** The team that one looks at so closely that it fills the view: its disc around the middle and wider than a third of the shorter side. */
export function teamLookedAt({ discs, size }: AtlasFrame, [px, py]: readonly [number, number]): number | null {
  const least = Math.min(size.width, size.height) / 6;
  let smallest: Disc | null = null;
  for (const disc of discs) {
    if (disc.radius < least || Math.hypot(disc.x - px, disc.y - py) > disc.radius) continue;
    if (smallest === null || disc.radius < smallest.radius) smallest = disc;
  }
  return smallest?.team ?? null;
}
