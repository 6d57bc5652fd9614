import { prominenceOf } from "../model/author-radius.ts";
import type { AuthorTable } from "../model/dataset.ts";
import { type Box, distanceToBox } from "./box.ts";
import { rowsByCount } from "./descending.ts";
import { type Label, type LabelScene, toPixels } from "./label-scene.ts";
import { once } from "./once.ts";
import { PALETTES } from "./palette.ts";
import { hasOwnHue, isCrowd, type Picture } from "./picture.ts";
import type { Wanted } from "./place-labels.ts";
import { cutLine } from "./short-lines.ts";
import type { VisibleDiscs } from "./visible-discs.ts";

/** People named while the whole map is shown. */
export const NAMES_AT_FIRST = 14;
const NAME_SIZE = 12;
/** A name needs less than a line: the height of its letters and a little. */
const NAME_HEIGHT = NAME_SIZE * 1.15;
/** Pixels between an author, ring included, and their name; tried in this order. */
const WHITES = [3, 1, 6] as const;
/** How far a name may stand aside, as shares of its width or height. */
const SHIFTS = [0.2, -0.2, 0.4, -0.4, 0.6, -0.6] as const;
/** Everyone else is farther from the name than its bearer by at least so many pixels. */
const CLEARLY_NEARER = 2;

/** Pixels that the ring of whoever is chosen reaches beyond their own. */
const CHOICE_RING = 3;

/** In a crowd, of those in sight no more than so many are tried. */
const MOST_ASKED = 90;

/** How many people may be named: with the area that one sees nearer. */
export function namesAt(zoom: number): number {
  return Math.round(NAMES_AT_FIRST * Math.max(1, zoom * zoom));
}

/** The names of those whom all is about; they are shown whatever is beneath. */
export function chosenLabels(scene: LabelScene, discs: VisibleDiscs): Generator<Wanted<Label>> {
  return labelsOfPeople(scene, discs, scene.picture.focus?.about ?? []);
}

/** The names of others, most wanted first, each beside its bearer and nowhere nearer to somebody else. */
export function personLabels(scene: LabelScene, discs: VisibleDiscs): Generator<Wanted<Label>> {
  const about = new Set(scene.picture.focus?.about);
  const wanted = peopleToName(scene.picture, namesAt(scene.zoom));
  return labelsOfPeople(scene, discs, about.size === 0 ? wanted : wanted.filter((author) => !about.has(author)));
}

/** Where whom all is about is drawn, in pixels: nothing is written there. */
export function chosenPlaces({ picture, projection, x, y }: LabelScene, discs: VisibleDiscs): Box[] {
  const shown = (picture.focus?.about ?? []).filter((author) => picture.authorVisible[author] === 1);
  return shown.map((author) => {
    const [px, py] = toPixels(projection, [x[author], y[author]]);
    const reach = discs.reachOf(author) + CHOICE_RING;
    return { left: px - reach, top: py - reach, right: px + reach, bottom: py + reach };
  });
}

function* labelsOfPeople(scene: LabelScene, discs: VisibleDiscs, people: Iterable<number>): Generator<Wanted<Label>> {
  const { picture, measure, projection, x, y, area } = scene;
  const palette = PALETTES[picture.cast.theme];
  let asked = 0;
  for (const author of people) {
    if (picture.authorVisible[author] === 0) continue;
    const [px, py] = toPixels(projection, [x[author], y[author]]);
    if (px < area.left - 20 || px > area.right + 20 || py < area.top - 20 || py > area.bottom + 20) continue;
    if (isCrowd(picture.cast) && ++asked > MOST_ASKED) return;
    const isCenter = picture.focus?.about.includes(author) === true;
    const bearer = { author, x: px, y: py, reach: discs.reachOf(author) + (isCenter ? CHOICE_RING : 0) };
    const text = cutLine(picture.cast.dataset.authors.name[author]);
    // Not yet there.
    if (text === "") continue;
    const weight = isCenter ? 600 : 500;
    const width = measure(text, NAME_SIZE, weight);
    const spots = spotsBeside(bearer, width, NAME_HEIGHT);
    yield {
      label: { choice: { kind: "author", author }, lines: [{ text, size: NAME_SIZE, weight }], colour: palette.ink },
      width,
      height: NAME_HEIGHT,
      spots: spots.filter(
        ([left, top]) =>
          !isMisread({ left, top, right: left + width, bottom: top + NAME_HEIGHT }, bearer, scene, discs),
      ),
      // Whom all is about is named whatever is beneath.
      ...(isCenter ? { lastSpots: spots } : {}),
    };
  }
}

interface Bearer {
  readonly author: number;
  readonly x: number;
  readonly y: number;
  /** Radius with ring, in pixels. */
  readonly reach: number;
}

/** Whether a name in this box could be taken for another's; who has faded is not asked. */
function isMisread(box: Box, { author, x, y, reach }: Bearer, { picture }: LabelScene, discs: VisibleDiscs): boolean {
  const gap = Math.max(0, distanceToBox(box, x, y) - reach);
  return discs.isNear(box, gap + CLEARLY_NEARER, (other) => other !== author && picture.authorFaded[other] === 0);
}

/** Right, left, above, below, then the corners, then shifted along the disc; then the same touching the disc, or farther off. */
function spotsBeside({ x, y, reach }: Bearer, width: number, height: number): [number, number][] {
  return WHITES.flatMap((white): [number, number][] => {
    const away = reach + white;
    const slant = away * 0.75;
    const [right, left, above, below] = [x + away, x - away - width, y - away - height, y + away];
    return [
      [right, y - height / 2],
      [left, y - height / 2],
      [x - width / 2, above],
      [x - width / 2, below],
      [x + slant, y - slant - height],
      [x + slant, y + slant],
      [x - slant - width, y - slant - height],
      [x - slant - width, y + slant],
      ...SHIFTS.flatMap((shift): [number, number][] => [
        [right, y - height * (0.5 + shift)],
        [left, y - height * (0.5 + shift)],
        [x - width * (0.5 + shift), above],
        [x - width * (0.5 + shift), below],
      ]),
    ];
  });
}

/**
 * Authors to name, most wanted first: those in focus, else the bridges, then by papers two of each coloured team and whoever
 * else is among the most published of the map, then everyone by papers up to `count` in all, so that a crowded map leaves names out rather than
 * naming others instead.
 */
export function peopleToName(picture: Picture, count: number): readonly number[] | Uint32Array {
  const { focus, cast } = picture;
  if (focus !== null) return focus.names;
  const byPapers = mostPapersFirst(cast.dataset.authors);
  // Thousands of bridges say nothing, and whoever is in sight is asked in this order.
  if (isCrowd(cast)) return byPapers;
  const named = new Set(cast.bridges.map(({ author }) => author));
  for (const author of leads(picture, byPapers)) named.add(author);
  // At first nobody beyond these is wanted: a name says that its bearer matters here.
  if (count > NAMES_AT_FIRST) {
    for (const author of byPapers) {
      if (named.size >= count) break;
      named.add(author);
    }
  }
  return [...named];
}

/** All authors, sorted once per dataset. */
const mostPapersFirst = once((authors: AuthorTable) => rowsByCount(prominenceOf(authors)));

/** By papers: of each coloured team the two with the most, of the others who is among the most published of the map. */
function leads({ cast }: Picture, byPapers: Uint32Array): Uint32Array {
  const { authors } = cast.dataset;
  const prominence = prominenceOf(authors);
  const found = new Map<number, number>();
  let rank = 0;
  return byPapers.filter((author) => {
    const team = cast.partition.team[author];
    if (authors.onlyLarge[author] || team === null) return false;
    const isAmongFirst = rank++ < NAMES_AT_FIRST && prominence[author] > 1;
    const before = found.get(team) ?? 0;
    found.set(team, before + 1);
    return before < 2 && (isAmongFirst || hasOwnHue(cast, team));
  });
}
