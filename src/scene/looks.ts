import { mix, PALETTES, withAlpha } from "./palette.ts";
import type { Cast, Picture } from "./picture.ts";

/*
 * How authors and ties of a picture look, one at a time: whoever draws asks for those that changed.
 */

const TIE = { thinnest: 0.7, widest: 4, palest: 0.2, palestBetween: 0.14, strongest: 0.9 } as const;
const FOCUS = { wider: 1.25, added: 0.3 } as const;
/** What is not in focus keeps this share of its strength: of the opacity of ties, and of the colour of authors. */
export const FADED = { tie: 0.18, author: 0.2 } as const;

/** `#rrggbb` of an author's disc while nothing is asked about. */
export function authorHue({ colours, dataset, partition, theme }: Cast, author: number): string {
  const team = partition.team[author];
  return team === null || dataset.authors.onlyLarge[author] ? PALETTES[theme].neutral : colours.fill[team];
}

/** `#rrggbb` of an author's disc. */
export function authorColour({ cast, authorFaded }: Picture, author: number): string {
  const colour = authorHue(cast, author);
  return authorFaded[author] === 1 ? faded(cast, colour) : colour;
}

/** `#rrggbb` of the ring around an author; null where there is none. */
export function authorRing({ cast, focus, authorFaded }: Picture, author: number): string | null {
  if (focus?.ringed.has(author)) return PALETTES[cast.theme].ink;
  const towards = cast.ringOf[author];
  if (towards < 0) return null;
  const ring = cast.colours.fill[towards];
  return authorFaded[author] === 1 ? faded(cast, ring) : ring;
}

/** The weaker half waits until one comes near or asks for it; a faded line of it would only be dust. */
export function isTieVisible({ cast, focus, near, authorVisible, tieInYears }: Picture, row: number): boolean {
  const { a, b } = cast.dataset.coauthorships;
  if (authorVisible[a[row]] === 0 || authorVisible[b[row]] === 0) return false;
  if (tieInYears !== null && tieInYears[row] === 0) return false;
  return cast.weak[row] === 0 || (focus === null ? near : focus.ties.has(row));
}

/** In pixels, at the scale where authors have their own radius. */
export function tieWidth({ cast, focus }: Picture, row: number): number {
  return calmWidth(cast.strength[row]) * (focus?.ties.has(row) === true ? FOCUS.wider : 1);
}

/** Of a tie that nothing is asked about. */
export function calmWidth(strength: number): number {
  return Math.fround(Math.max(TIE.thinnest, TIE.widest * strength));
}

/** 0 to 1. */
export function tieOpacity({ cast, focus }: Picture, row: number): number {
  const opacity = calmOpacity(cast, row);
  if (focus === null) return opacity;
  return focus.ties.has(row) ? Math.min(1, FOCUS.added + opacity) : opacity * FADED.tie;
}

/** Of a tie that nothing is asked about, 0 to 1. */
export function calmOpacity(cast: Cast, row: number): number {
  const palest = cast.between[row] === 1 ? TIE.palestBetween : TIE.palest;
  return Math.max(palest, TIE.strongest * cast.strength[row]);
}

/** `#rrggbb`: the team's inside a team, grey between teams. */
export function tieHue({ between, colours, dataset, partition, theme }: Cast, row: number): string {
  const team = partition.team[dataset.coauthorships.a[row]];
  return between[row] === 1 || team === null ? PALETTES[theme].between : colours.fill[team];
}

/** `rgba(…)` */
export function tieColour(picture: Picture, row: number): string {
  return withAlpha(tieHue(picture.cast, row), tieOpacity(picture, row));
}

const FADED_COLOURS = new Map<string, string>();

function faded({ theme }: Cast, colour: string): string {
  const { background } = PALETTES[theme];
  const known = FADED_COLOURS.get(colour + background);
  if (known !== undefined) return known;
  const made = mix(colour, background, 1 - FADED.author);
  FADED_COLOURS.set(colour + background, made);
  return made;
}
