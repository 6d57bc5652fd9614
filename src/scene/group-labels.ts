import { polygonCentroid } from "d3";
import type { Box } from "./box.ts";
import { type Label, type LabelScene, type TeamRegion, toPixels } from "./label-scene.ts";
import type { LargePaperGlyph } from "./large-paper-glyph.ts";
import { mix, PALETTES } from "./palette.ts";
import { hasOwnHue, isCrowd } from "./picture.ts";
import { type PixelRegion, pixelRegion } from "./pixel-region.ts";
import type { Wanted } from "./place-labels.ts";
import type { Outline } from "./regions.ts";
import { cutLine, inTwoLines, LONGEST_LINE } from "./short-lines.ts";
import { teamLabelSpots } from "./team-label-spots.ts";
import type { VisibleDiscs } from "./visible-discs.ts";

/** Teams named at once: at most so many, and no more than one for so many square pixels. */
const TEAMS = { most: 14, fewest: 5, pixelsEach: 26_000 } as const;
/** Grey teams are named from this zoom on; those of so few people that a line tells them, from the next. */
const GREY_FROM = 2.5;
const SMALL_FROM = 5;
const SMALL_TEAM = 3;
/** Pixels per unit from which team names take their full size. */
const ROOMY_SCALE = 800;
const TEAM_SIZE = { smallest: 16, largest: 20 } as const;
const DETAIL_SIZE = 12;
const LINE_HEIGHT = 1.25;
/** A name of one line takes no more of the map's width. */
const WIDEST_SHARE = 0.5;
/** A team's name nearer than this, in pixels, to a stranger's disc would be read as theirs; from the second it may not be. */
const FROM_STRANGERS = { least: 8, better: 24 } as const;

/** How many teams are named at once. */
export function teamsAtOnce({ area }: Pick<LabelScene, "area">): number {
  const room = ((area.right - area.left) * (area.bottom - area.top)) / TEAMS.pixelsEach;
  return Math.round(Math.min(TEAMS.most, Math.max(TEAMS.fewest, room)));
}

/**
 * The teams to name, largest first: at first those with a colour of their own, then, as one comes nearer, the grey ones, the
 * smallest last. A grey one that is asked for is named from any distance.
 */
export function teamsToName({
  picture,
  regions,
  zoom,
}: Pick<LabelScene, "picture" | "regions" | "zoom">): TeamRegion[] {
  const { cast, focusTeams } = picture;
  const { authors } = cast.partition.teams;
  return regions.filter(({ team }) => {
    if (hasOwnHue(cast, team) || focusTeams?.has(team) === true) return true;
    return zoom >= (authors[team] > SMALL_TEAM ? GREY_FROM : SMALL_FROM);
  });
}

/** The names of the teams, to be placed largest first. */
export function* teamLabels(scene: LabelScene, discs: VisibleDiscs): Generator<Wanted<Label>> {
  const { picture } = scene;
  const around = surroundings(scene);
  let asked = 0;
  for (const { team, outline } of teamsToName(scene)) {
    if (isCrowd(picture.cast) && isInSight(scene, outline) && ++asked > MOST_ASKED) return;
    const isStranger = (author: number) => picture.cast.partition.team[author] !== team;
    yield teamLabel(scene, team, around(outline, isStranger, discs));
  }
}

/** In a crowd, of the teams in sight no more than so many are tried. */
const MOST_ASKED = 30;

function isInSight({ projection, area }: LabelScene, outline: Outline): boolean {
  return outline.some((point) => {
    const [x, y] = toPixels(projection, point);
    return x > area.left && x < area.right && y > area.top && y < area.bottom;
  });
}

/** The names of the large papers. */
export function* glyphLabels(scene: LabelScene, discs: VisibleDiscs): Generator<Wanted<Label>> {
  const { onlyLarge } = scene.picture.cast.dataset.authors;
  const around = surroundings(scene);
  for (const glyph of scene.glyphs) {
    yield glyphLabel(
      scene,
      glyph,
      around(glyph.outline, (author) => !onlyLarge[author], discs),
    );
  }
}

/** Where the names of groups stand. */
type Around = Omit<Parameters<typeof teamLabelSpots>[0], "width" | "height">;

function surroundings(scene: LabelScene) {
  const { projection, area, picture } = scene;
  const ofTeams = scene.regions.map(({ outline }) => outline);
  // Grey regions are mostly not drawn: names keep off them by keeping off their people.
  const grey = new Set(scene.regions.flatMap(({ team, outline }) => (hasOwnHue(picture.cast, team) ? [] : [outline])));
  const inPixels = new Map<Outline, PixelRegion>();
  for (const outline of [...ofTeams, ...scene.glyphs.map((glyph) => glyph.outline)]) {
    inPixels.set(outline, pixelRegion(outline.map((point) => toPixels(projection, point))));
  }
  const middle = middleOf(ofTeams.map((outline) => polygonCentroid(inPixels.get(outline)?.outline ?? [])));
  return (outline: Outline, isStranger: (author: number) => boolean, discs: VisibleDiscs): Around => {
    const others: PixelRegion[] = [];
    for (const [other, region] of inPixels) if (other !== outline && !grey.has(other)) others.push(region);
    const isBarred = (box: Box) => discs.bar(box, FROM_STRANGERS.least, isStranger);
    const isCrowded = (box: Box) => discs.isNear(box, FROM_STRANGERS.better, isStranger);
    return { region: inPixels.get(outline) ?? pixelRegion([]), middle, others, area, isBarred, isCrowded };
  };
}

function middleOf(centres: readonly (readonly [number, number])[]): [number, number] {
  const mean = (axis: 0 | 1) => centres.reduce((sum, centre) => sum + centre[axis] / centres.length, 0);
  return [mean(0), mean(1)];
}

/** The name in one line, or in two where one is too long for every place, or in two of the smallest size. */
function teamLabel(scene: LabelScene, team: number, around: Around): Wanted<Label> {
  const { picture, projection, area } = scene;
  const { teams } = picture.cast.partition;
  const size = teamSize(teams.authors[team], teams.authors[scene.regions[0].team], projection.scale);
  const palette = PALETTES[picture.cast.theme];
  const colour = picture.cast.colours.text[team];
  const isAside = picture.focusTeams?.has(team) === false;
  const inLines = (texts: readonly string[], size: number, orElse?: () => Wanted<Label>): Wanted<Label> => {
    const width = Math.max(...texts.map((text) => scene.measure(text, size, 600)));
    const height = size * LINE_HEIGHT * texts.length;
    return {
      label: {
        choice: { kind: "team", team },
        lines: texts.map((text) => ({ text, size, weight: 600 })),
        colour: isAside ? mix(colour, palette.background, 0.65) : colour,
      },
      width,
      height,
      ...placesFor(scene, around, width, height, isAside),
      orElse,
    };
  };
  const name = teams.name[team];
  const halves = inTwoLines(name);
  const smaller = (texts: readonly string[]) =>
    size > TEAM_SIZE.smallest ? () => inLines(texts, TEAM_SIZE.smallest) : undefined;
  if (halves === null) return inLines([cutLine(name)], size, smaller([cutLine(name)]));
  const isLong = [...name].length > LONGEST_LINE;
  const isWide = scene.measure(name, size, 600) > WIDEST_SHARE * (area.right - area.left);
  const broken = () => inLines(halves, size, smaller(halves));
  return isLong || isWide ? broken() : inLines([name], size, broken);
}

/** Where the name of a group may stand: at its outer edge; in a crowd, where no edge is clear, over the small dots in its middle. */
function placesFor({ picture }: LabelScene, around: Around, width: number, height: number, isAside: boolean) {
  if (!isCrowd(picture.cast)) return { spots: teamLabelSpots({ ...around, width, height }) };
  const [x, y] = polygonCentroid(around.region.outline);
  const upon = [0, -1, 1].map((lines): [number, number] => [x - width / 2, y - height / 2 + lines * height]);
  // What all is about is not written over with what is not.
  return isAside ? { spots: upon } : { spots: [], lastSpots: upon };
}

/** Larger names for larger teams, all small where the map itself is. */
function teamSize(authors: number, mostAuthors: number, scale: number): number {
  const share = Math.sqrt(authors / Math.max(1, mostAuthors)) * Math.min(1, scale / ROOMY_SCALE);
  return Math.round(TEAM_SIZE.smallest + (TEAM_SIZE.largest - TEAM_SIZE.smallest) * Math.min(1, share));
}

function glyphLabel(scene: LabelScene, glyph: LargePaperGlyph, around: Around): Wanted<Label> {
  const { measure, picture } = scene;
  const palette = PALETTES[picture.cast.theme];
  const width = Math.max(measure(glyph.name, TEAM_SIZE.smallest, 600), measure(glyph.detail, DETAIL_SIZE, 400));
  const height = (TEAM_SIZE.smallest + DETAIL_SIZE) * LINE_HEIGHT;
  const inFocus = picture.focus === null || glyph.people.some((author) => picture.focus?.authors[author] === 1);
  return {
    label: {
      choice: { kind: "paper", paper: glyph.paper },
      lines: [
        { text: glyph.name, size: TEAM_SIZE.smallest, weight: 600 },
        { text: glyph.detail, size: DETAIL_SIZE, weight: 400 },
      ],
      colour: inFocus ? palette.faintInk : mix(palette.faintInk, palette.background, 0.6),
    },
    width,
    height,
    ...placesFor(scene, around, width, height, !inFocus),
  };
}
