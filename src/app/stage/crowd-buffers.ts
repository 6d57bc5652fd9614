import { authorHue, calmOpacity, tieHue } from "../../scene/looks.ts";
import { channels, PALETTES } from "../../scene/palette.ts";
import type { Cast } from "../../scene/picture.ts";
import type { Attribute } from "./gl-program.ts";

/*
 * What the programs of crowd-shaders.ts read, as bytes: floats and colours share a buffer.
 */

interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export const AUTHOR_ATTRIBUTES: readonly Attribute[] = [
  { name: "a_position", size: 2, kind: "float" },
  { name: "a_radius", size: 1, kind: "float" },
  { name: "a_colour", size: 4, kind: "byte" },
  { name: "a_ring", size: 4, kind: "byte" },
];
const AUTHOR_WORDS = 5;
export const AUTHOR_BYTES = 4 * AUTHOR_WORDS;

export const LINE_ATTRIBUTES: readonly Attribute[] = [
  { name: "a_position", size: 2, kind: "float" },
  { name: "a_length", size: 1, kind: "float" },
  { name: "a_colour", size: 4, kind: "byte" },
];
const LINE_WORDS = 8;
export const LINE_BYTES = 4 * LINE_WORDS;

export const STRIP_ATTRIBUTES: readonly Attribute[] = [
  { name: "a_ends", size: 4, kind: "float" },
  { name: "a_colour", size: 4, kind: "byte" },
];
export const STRIP_VERTICES = 6;
const STRIP_WORDS = 5;
export const STRIP_BYTES = 4 * STRIP_WORDS * STRIP_VERTICES;

/** One vertex for each of the authors, in their order. */
export function authorVertices(cast: Cast, { x, y }: Places, authors: Uint32Array): Float32Array {
  const floats = new Float32Array(AUTHOR_WORDS * authors.length);
  const words = new Uint32Array(floats.buffer);
  const packed = packer();
  for (let i = 0; i < authors.length; i++) {
    const author = authors[i];
    const at = AUTHOR_WORDS * i;
    const towards = cast.ringOf[author];
    floats[at] = finite(x[author]);
    floats[at + 1] = finite(y[author]);
    floats[at + 2] = cast.radius[author];
    words[at + 3] = packed(authorHue(cast, author), 255);
    words[at + 4] = towards < 0 ? 0 : packed(cast.colours.fill[towards], 255);
  }
  return floats;
}

/** Two vertices for each of the ties, in their order. */
export function lineVertices(cast: Cast, { x, y }: Places, ties: Uint32Array): Float32Array {
  const { a, b } = cast.dataset.coauthorships;
  const floats = new Float32Array(LINE_WORDS * ties.length);
  const words = new Uint32Array(floats.buffer);
  const packed = packer();
  for (let i = 0; i < ties.length; i++) {
    const row = ties[i];
    const at = LINE_WORDS * i;
    floats[at] = finite(x[a[row]]);
    floats[at + 1] = finite(y[a[row]]);
    floats[at + 4] = finite(x[b[row]]);
    floats[at + 5] = finite(y[b[row]]);
    floats[at + 2] = Math.sqrt((floats[at + 4] - floats[at]) ** 2 + (floats[at + 5] - floats[at + 1]) ** 2);
    floats[at + 6] = floats[at + 2];
    words[at + 3] = packed(tieHue(cast, row), Math.round(255 * calmOpacity(cast, row)));
    words[at + 7] = words[at + 3];
  }
  return floats;
}

/** Six vertices for each of the ties, in their order. */
export function stripVertices(cast: Cast, { x, y }: Places, ties: Uint32Array): Float32Array {
  const { a, b } = cast.dataset.coauthorships;
  const floats = new Float32Array(STRIP_WORDS * STRIP_VERTICES * ties.length);
  const words = new Uint32Array(floats.buffer);
  const packed = packer();
  for (let i = 0; i < ties.length; i++) {
    const row = ties[i];
    const colour = packed(tieHue(cast, row), Math.round(255 * calmOpacity(cast, row)));
    for (let vertex = 0; vertex < STRIP_VERTICES; vertex++) {
      const at = STRIP_WORDS * (STRIP_VERTICES * i + vertex);
      floats[at] = finite(x[a[row]]);
      floats[at + 1] = finite(y[a[row]]);
      floats[at + 2] = finite(x[b[row]]);
      floats[at + 3] = finite(y[b[row]]);
      words[at + 4] = colour;
    }
  }
  return floats;
}

export function backgroundOf(cast: Cast): readonly number[] {
  return channels(PALETTES[cast.theme].background).map((channel) => channel / 255);
}

/** Packs `#rrggbb` and an opacity of 0 to 255 as WebGL reads four bytes; each colour is parsed once. */
function packer(): (colour: string, opacity: number) => number {
  const known = new Map<string, number>();
  return (colour, opacity) => {
    let packed = known.get(colour);
    if (packed === undefined) {
      const [red, green, blue] = channels(colour);
      packed = red | (green << 8) | (blue << 16);
      known.set(colour, packed);
    }
    return (packed | (opacity << 24)) >>> 0;
  };
}

/** Where somebody without a place is drawn. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
