import { polygonCentroid } from "d3";
import type { LargePaperGlyph } from "./large-paper-glyph.ts";
import { mix, PALETTES } from "./palette.ts";
import type { Picture } from "./picture.ts";
import { type Box, type Discs, type Placed, placeLabels, type Wanted } from "./place-labels.ts";
import { type Projection, sizeFactor } from "./projection.ts";
import type { Outline } from "./regions.ts";
import { type PixelRegion, pixelRegion, teamLabelSpots } from "./team-label-spots.ts";
import type { Choice } from "./view.ts";

/** One or two lines of text on the map, and what a click on it chooses. */
export interface Label {
  readonly choice: Choice;
  readonly lines: readonly { readonly text: string; readonly size: number; readonly weight: 400 | 500 | 600 }[];
  readonly colour: string;
}

/** Width in pixels of a text in the map's typeface. */
export type Measure = (text: string, size: number, weight: number) => number;

export interface TeamRegion {
  readonly team: number;
  readonly outline: Outline;
}

/** What the labels are chosen and placed for. */
export interface LabelScene {
  readonly picture: Picture;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly regions: readonly TeamRegion[];
  readonly glyphs: readonly LargePaperGlyph[];
  readonly projection: Projection;
  /** Where labels may lie, in pixels. */
  readonly area: Box;
  /** How many times nearer than the whole map. */
  readonly zoom: number;
  readonly measure: Measure;
}

/** People named while the whole map is shown. */
export const NAMES_AT_FIRST = 14;
const NAME_SIZE = 12;
/** Pixels per unit from which team names take their full size. */
const ROOMY_SCALE = 800;
const TEAM_SIZE = { smallest: 16, largest: 20 } as const;
const LINE_HEIGHT = 1.25;
/** A name needs less: the height of its letters and a little. */
const NAME_HEIGHT = NAME_SIZE * 1.15;
const GLYPH_HALF = 11;

/**
 * The labels of a moment, none over a node or another label: the names of teams and of large papers at the outer edge
 * of their regions, then people: who is in focus, else bridges, then two of each team, then by papers as one comes
 * nearer.
 */
export function labelsOf(scene: LabelScene): Placed<Label>[] {
  const discs = discsOf(scene);
  const { projection } = scene;
  const sheets = scene.glyphs.map(({ x, y }) => {
    const px = projection.left + x * projection.scale;
    const py = projection.top - y * projection.scale;
    return { left: px - GLYPH_HALF, top: py - GLYPH_HALF, right: px + GLYPH_HALF, bottom: py + GLYPH_HALF };
  });
  const ofGroups = placeLabels(groupLabels(scene), discs, sheets, scene.area, Number.POSITIVE_INFINITY);
  const taken = [...sheets, ...ofGroups.map(({ box }) => box)];
  const ofPeople = placeLabels(personLabels(scene), discs, taken, scene.area, namesAt(scene.zoom));
  return [...ofGroups, ...ofPeople];
}

/** How many people may be named: with the area that one sees nearer. */
function namesAt(zoom: number): number {
  return Math.round(NAMES_AT_FIRST * Math.max(1, zoom * zoom));
}

/** Visible authors as circles in pixels, rings included. */
function discsOf({ picture, x, y, projection }: LabelScene): Discs {
  const { scale, left, top } = projection;
  const factor = sizeFactor(scale);
  const shown: number[] = [];
  picture.authorVisible.forEach((visible, author) => {
    if (visible === 1) shown.push(author);
  });
  return {
    x: Float32Array.from(shown, (author) => left + x[author] * scale),
    y: Float32Array.from(shown, (author) => top - y[author] * scale),
    radius: Float32Array.from(shown, (author) => {
      const ring = picture.authorRing[author] === null ? 1 : 4;
      return picture.cast.radius[author] * factor + ring;
    }),
  };
}

function* groupLabels(scene: LabelScene): Generator<Wanted<Label>> {
  const regions = scene.regions.map(({ outline }) => regionInPixels(scene, outline));
  const middle = middleOf(regions);
  for (let i = 0; i < regions.length; i++) {
    yield teamLabel(scene, scene.regions[i].team, { region: regions[i], middle, regions, area: scene.area });
  }
  for (const glyph of scene.glyphs) {
    yield glyphLabel(scene, glyph, { region: regionInPixels(scene, glyph.outline), middle, regions, area: scene.area });
  }
}

/** Where the names of groups stand. */
type Around = Omit<Parameters<typeof teamLabelSpots>[0], "width" | "height">;

function regionInPixels({ projection }: LabelScene, outline: Outline): PixelRegion {
  return pixelRegion(outline.map((point) => toPixels(projection, point)));
}

function middleOf(regions: readonly PixelRegion[]): [number, number] {
  const centres = regions.map(({ outline }) => polygonCentroid(outline));
  const mean = (axis: 0 | 1) => centres.reduce((sum, centre) => sum + centre[axis] / centres.length, 0);
  return [mean(0), mean(1)];
}

/** The name in one line, or in two where one is too long for every place. */
function teamLabel(scene: LabelScene, team: number, around: Around): Wanted<Label> {
  const { picture, projection } = scene;
  const { teams } = picture.cast.partition;
  const size = teamSize(teams.authors[team], teams.authors[scene.regions[0].team], projection.scale);
  const inFocus = picture.focus === null || picture.focus.authors.some((on, a) => on === 1 && isIn(picture, a, team));
  const palette = PALETTES[picture.cast.theme];
  const colour = picture.cast.colours.text[team];
  const inLines = (texts: readonly string[], orElse?: () => Wanted<Label>): Wanted<Label> => {
    const width = Math.max(...texts.map((text) => scene.measure(text, size, 600)));
    const height = size * LINE_HEIGHT * texts.length;
    return {
      label: {
        choice: { kind: "team", team },
        lines: texts.map((text) => ({ text, size, weight: 600 })),
        colour: inFocus ? colour : mix(colour, palette.background, 0.65),
      },
      width,
      height,
      spots: teamLabelSpots({ ...around, width, height }),
      orElse,
    };
  };
  const name = teams.name[team];
  const halves = inTwoLines(name);
  return inLines([name], halves === null ? undefined : () => inLines(halves));
}

/** The text broken at the space nearest to its middle; null where there is none. */
function inTwoLines(text: string): [string, string] | null {
  const middle = text.length / 2;
  let best = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === " " && Math.abs(i - middle) < Math.abs(best - middle)) best = i;
  }
  return best < 0 ? null : [text.slice(0, best), text.slice(best + 1)];
}

/** Larger names for larger teams, all small where the map itself is. */
function teamSize(authors: number, mostAuthors: number, scale: number): number {
  const share = Math.sqrt(authors / Math.max(1, mostAuthors)) * Math.min(1, scale / ROOMY_SCALE);
  return Math.round(TEAM_SIZE.smallest + (TEAM_SIZE.largest - TEAM_SIZE.smallest) * Math.min(1, share));
}

function isIn(picture: Picture, author: number, team: number): boolean {
  return picture.cast.partition.team[author] === team;
}

function glyphLabel(scene: LabelScene, glyph: LargePaperGlyph, around: Around): Wanted<Label> {
  const { measure, picture } = scene;
  const palette = PALETTES[picture.cast.theme];
  const width = Math.max(measure(glyph.name, TEAM_SIZE.smallest, 600), measure(glyph.detail, NAME_SIZE, 400));
  const height = (TEAM_SIZE.smallest + NAME_SIZE) * LINE_HEIGHT;
  const inFocus = picture.focus === null || glyph.onlyHere.some((author) => picture.focus?.authors[author] === 1);
  return {
    label: {
      choice: { kind: "paper", paper: glyph.paper },
      lines: [
        { text: glyph.name, size: TEAM_SIZE.smallest, weight: 600 },
        { text: glyph.detail, size: NAME_SIZE, weight: 400 },
      ],
      colour: inFocus ? palette.faintInk : mix(palette.faintInk, palette.background, 0.6),
    },
    width,
    height,
    spots: teamLabelSpots({ ...around, width, height }),
  };
}

interface Notable {
  readonly author: number;
  readonly x: number;
  readonly y: number;
  /** Of the disc, in pixels. */
  readonly radius: number;
}

/** Names are compared with at most so many others that they could be taken for. */
const MOST_COMPARED = 80;

function* personLabels(scene: LabelScene): Generator<Wanted<Label>> {
  const { picture, measure } = scene;
  const { authors } = picture.cast.dataset;
  const palette = PALETTES[picture.cast.theme];
  const notables = notablesOf(scene);
  const compared = notables.slice(0, MOST_COMPARED);
  for (const notable of notables) {
    const { author } = notable;
    const text = authors.name[author];
    const weight = author === picture.focus?.center ? 600 : 500;
    const width = measure(text, NAME_SIZE, weight);
    const spots = spotsBeside(notable, picture.authorRing[author] === null ? 4 : 7, width, NAME_HEIGHT);
    yield {
      label: { choice: { kind: "author", author }, lines: [{ text, size: NAME_SIZE, weight }], colour: palette.ink },
      width,
      height: NAME_HEIGHT,
      spots: spots.filter((spot) => !isMisread(spot, width, notable, compared)),
    };
  }
}

/** Who is to be named and is in sight, most wanted first. */
function notablesOf({ picture, projection, x, y, area, zoom }: LabelScene): Notable[] {
  const factor = sizeFactor(projection.scale);
  const notables: Notable[] = [];
  for (const author of peopleToName(picture, namesAt(zoom))) {
    if (picture.authorVisible[author] === 0) continue;
    const [px, py] = toPixels(projection, [x[author], y[author]]);
    if (px < area.left - 20 || px > area.right + 20 || py < area.top - 20 || py > area.bottom + 20) continue;
    notables.push({ author, x: px, y: py, radius: picture.cast.radius[author] * factor });
  }
  return notables;
}

/** Whether a name at this spot is nearer to another author of note than to its own. */
function isMisread(spot: readonly [number, number], width: number, own: Notable, others: readonly Notable[]): boolean {
  const gapTo = ({ x, y, radius }: Notable) => {
    const dx = x - Math.min(spot[0] + width, Math.max(spot[0], x));
    const dy = y - Math.min(spot[1] + NAME_HEIGHT, Math.max(spot[1], y));
    return Math.hypot(dx, dy) - radius;
  };
  const ownGap = gapTo(own);
  return others.some((other) => other.author !== own.author && gapTo(other) <= ownGap);
}

/** Right, left, above, below, then the corners; then the same a little farther off. */
function spotsBeside({ x, y, radius }: Notable, white: number, width: number, height: number): [number, number][] {
  return [0, 5].flatMap((farther): [number, number][] => {
    const away = radius + white + farther;
    const slant = away * 0.75;
    return [
      [x + away, y - height / 2],
      [x - away - width, y - height / 2],
      [x - width / 2, y - away - height],
      [x - width / 2, y + away],
      [x + slant, y - slant - height],
      [x + slant, y + slant],
      [x - slant - width, y - slant - height],
      [x - slant - width, y + slant],
    ];
  });
}

/**
 * Authors to name, most wanted first: those in focus, else bridges and two of each team, and by papers up to `count` in
 * all, so that a crowded map leaves names out rather than naming others instead.
 */
export function peopleToName(picture: Picture, count: number): number[] {
  const { focus, cast } = picture;
  if (focus !== null) return [...focus.names];
  const named = new Set(wantedAtFirst(picture));
  if (named.size < count) {
    const { papers } = cast.dataset.authors;
    const rest = Array.from(papers, (_, author) => author).filter((author) => !named.has(author));
    rest.sort((a, b) => papers[b] - papers[a] || a - b);
    // At first nobody beyond these is wanted: a name says that its bearer matters here.
    if (count > NAMES_AT_FIRST) for (const author of rest.slice(0, count - named.size)) named.add(author);
  }
  return [...named];
}

/** Bridges, then the two of each team with the most papers. */
function* wantedAtFirst({ cast }: Picture): Generator<number> {
  const { authors } = cast.dataset;
  for (const { author } of cast.bridges) yield author;
  const ofTeam: number[][] = Array.from({ length: cast.partition.teams.rowCount }, () => []);
  cast.partition.team.forEach((team, author) => {
    if (team !== null && !authors.onlyLarge[author]) ofTeam[team].push(author);
  });
  for (const members of ofTeam) {
    members.sort((a, b) => authors.papers[b] - authors.papers[a] || a - b);
    yield* members.slice(0, 2);
  }
}

function toPixels({ scale, left, top }: Projection, [x, y]: readonly [number, number]): [number, number] {
  return [left + x * scale, top - y * scale];
}
