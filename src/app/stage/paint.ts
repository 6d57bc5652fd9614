import { curveBasisClosed, line } from "d3";
import { rowsByValue } from "../../scene/descending.ts";
import type { Frame } from "../../scene/frame.ts";
import type { LargePaperGlyph } from "../../scene/large-paper-glyph.ts";
import { authorColour, authorRing, isTieVisible, tieColour, tieWidth } from "../../scene/looks.ts";
import { mix, PALETTES, withAlpha } from "../../scene/palette.ts";
import { isCrowd } from "../../scene/picture.ts";
import { sizeFactor } from "../../scene/projection.ts";

type Canvas2D = CanvasRenderingContext2D;

/** Widths around an author, in pixels; the WebGL program draws the same. */
export const AUTHOR_EDGE = { outline: 1, gap: 1.2, ring: 3.4, ringOutline: 4.2 } as const;

/** Authors with a smaller radius, in pixels, carry no mark of doubt: it would be larger than they are. */
const SMALLEST_DOUBT = 2.5;

const REGION = { fill: 0.07, edge: 0.22, faded: 0.35 } as const;

/** Regions of the teams and discs of the large papers, with spokes where asked for: beneath the ties. */
export function paintGround(context: Canvas2D, frame: Frame): void {
  const { picture, regions, glyphs, projection } = frame;
  const { cast, focusTeams } = picture;
  const smooth = line<readonly [number, number]>(
    ([x]) => projection.left + x * projection.scale,
    ([, y]) => projection.top - y * projection.scale,
  )
    .curve(curveBasisClosed)
    .context(context);
  for (const { team, outline } of regions) {
    const strength = focusTeams?.has(team) === false ? REGION.faded : 1;
    context.beginPath();
    smooth(outline);
    context.fillStyle = withAlpha(cast.colours.fill[team], REGION.fill * strength);
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = withAlpha(cast.colours.fill[team], REGION.edge * strength);
    context.stroke();
  }
  const neutral = PALETTES[cast.theme].neutral;
  for (const { outline } of glyphs) {
    context.beginPath();
    smooth(outline);
    context.fillStyle = withAlpha(neutral, 0.05);
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = withAlpha(neutral, 0.16);
    context.stroke();
  }
  paintSpokes(context, frame);
}

function paintSpokes(context: Canvas2D, frame: Frame): void {
  const { picture, x, y, glyphs, projection } = frame;
  if (picture.focus === null || picture.focus.spokes.length === 0) return;
  const centres = new Map(glyphs.map((glyph) => [glyph.paper, glyph]));
  context.beginPath();
  for (const { paper, author } of picture.focus.spokes) {
    const centre = centres.get(paper);
    if (centre === undefined || picture.authorVisible[author] === 0) continue;
    context.moveTo(projection.left + centre.x * projection.scale, projection.top - centre.y * projection.scale);
    context.lineTo(projection.left + x[author] * projection.scale, projection.top - y[author] * projection.scale);
  }
  context.lineWidth = 0.8;
  context.strokeStyle = withAlpha(PALETTES[picture.cast.theme].between, 0.38);
  context.stroke();
}

/** Of a crowd no more ties than this are painted: the strongest. */
const MOST_TIES = 30_000;

/** Those of the ties that are visible, weakest first so that the heavy ones lie on top. */
export function paintTies(context: Canvas2D, frame: Frame, ties: Iterable<number> | null = null): void {
  const { picture, x, y, projection } = frame;
  const { cast } = picture;
  const { a, b } = cast.dataset.coauthorships;
  const factor = sizeFactor(projection.scale, cast.crowding);
  const rows: number[] = [];
  for (const row of ties ?? cast.between.keys()) if (isTieVisible(picture, row)) rows.push(row);
  for (const row of isCrowd(cast) ? strongest(rows, cast.strength) : byStrength(rows, cast.strength)) {
    context.beginPath();
    context.moveTo(projection.left + x[a[row]] * projection.scale, projection.top - y[a[row]] * projection.scale);
    context.lineTo(projection.left + x[b[row]] * projection.scale, projection.top - y[b[row]] * projection.scale);
    context.lineWidth = tieWidth(picture, row) * factor;
    context.strokeStyle = tieColour(picture, row);
    context.stroke();
  }
}

/** Weakest first. */
function byStrength(rows: readonly number[], strength: Float32Array): readonly number[] {
  return [...rows].sort((one, other) => strength[one] - strength[other] || one - other);
}

/** As many of the rows as are painted of a crowd, weakest first: a team may have a hundred thousand, too many to compare with each other. */
function strongest(rows: readonly number[], strength: Float32Array): Uint32Array {
  const values = new Float32Array(rows.length);
  for (let place = 0; place < rows.length; place++) values[place] = strength[rows[place]];
  const places = rowsByValue(values).subarray(0, MOST_TIES);
  return places.map((place) => rows[place]).reverse();
}

/** Those of the authors that are visible, faded ones beneath. */
export function paintAuthors(context: Canvas2D, frame: Frame, authors: readonly number[] | null = null): void {
  const { picture, x, y, projection } = frame;
  const background = PALETTES[picture.cast.theme].background;
  const factor = sizeFactor(projection.scale, picture.cast.crowding);
  for (const faded of [1, 0]) {
    for (const i of authors ?? x.keys()) {
      if (picture.authorVisible[i] === 0 || picture.authorFaded[i] !== faded) continue;
      const radius = picture.cast.radius[i] * factor;
      const ring = authorRing(picture, i);
      const disc = (reach: number, colour: string) => {
        context.beginPath();
        circle(context, frame, x[i], y[i], radius + reach);
        context.fillStyle = colour;
        context.fill();
      };
      disc(ring === null ? AUTHOR_EDGE.outline : AUTHOR_EDGE.ringOutline, background);
      if (ring !== null) {
        disc(AUTHOR_EDGE.ring, ring);
        disc(AUTHOR_EDGE.gap, background);
      }
      disc(0, authorColour(picture, i));
    }
  }
}

/** Sheets of the large papers, what was chosen, and all words: above the authors. */
export function paintTop(context: Canvas2D, frame: Frame, typeface: string): void {
  for (const glyph of frame.glyphs) paintSheet(context, frame, glyph);
  paintJoining(context, frame);
  paintDoubts(context, frame);
  paintChoice(context, frame);
  paintPins(context, frame);
  paintLabels(context, frame, typeface);
}

/** A sheet of paper with a folded corner and three lines of writing. */
function paintSheet(context: Canvas2D, frame: Frame, { paper, x, y }: LargePaperGlyph): void {
  const { projection, picture, choice } = frame;
  const palette = PALETTES[picture.cast.theme];
  const height = Math.min(26, Math.max(13, 20 * sizeFactor(projection.scale, picture.cast.crowding)));
  const width = height * 0.78;
  const fold = height * 0.3;
  const left = projection.left + x * projection.scale - width / 2;
  const top = projection.top - y * projection.scale - height / 2;
  const chosen = choice?.kind === "paper" && choice.paper === paper;
  context.beginPath();
  context.moveTo(left, top);
  context.lineTo(left + width - fold, top);
  context.lineTo(left + width, top + fold);
  context.lineTo(left + width, top + height);
  context.lineTo(left, top + height);
  context.closePath();
  context.lineJoin = "round";
  context.lineWidth = 5;
  context.strokeStyle = palette.background;
  context.stroke();
  context.fillStyle = palette.background;
  context.fill();
  context.lineWidth = chosen ? 2.2 : 1.4;
  context.strokeStyle = chosen ? palette.ink : palette.faintInk;
  context.stroke();
  context.beginPath();
  context.moveTo(left + width - fold, top);
  context.lineTo(left + width - fold, top + fold);
  context.lineTo(left + width, top + fold);
  for (const part of [0.5, 0.66, 0.82]) {
    context.moveTo(left + width * 0.22, top + height * part);
    context.lineTo(left + width * 0.78, top + height * part);
  }
  context.lineWidth = 1.1;
  context.stroke();
}

/** A dark ring around the chosen author, or around both ends of the chosen tie. */
function paintChoice(context: Canvas2D, frame: Frame): void {
  const { choice, picture, x, y, projection } = frame;
  if (choice === null || (choice.kind !== "author" && choice.kind !== "tie")) return;
  const palette = PALETTES[picture.cast.theme];
  const factor = sizeFactor(projection.scale, picture.cast.crowding);
  for (const author of choice.kind === "author" ? [choice.author] : [choice.a, choice.b]) {
    if (picture.authorVisible[author] !== 1) continue;
    const reach = authorRing(picture, author) === null ? 3 : 6;
    context.beginPath();
    circle(context, frame, x[author], y[author], picture.cast.radius[author] * factor + reach);
    context.lineWidth = 2;
    context.strokeStyle = palette.ink;
    context.stroke();
  }
}

/** A dashed ring around whoever may be two people, or one with somebody else, where there is room for it to be seen. */
function paintDoubts(context: Canvas2D, frame: Frame): void {
  const { picture, x, y, projection, size } = frame;
  const factor = sizeFactor(projection.scale, picture.cast.crowding);
  context.lineWidth = 1.2;
  context.strokeStyle = PALETTES[picture.cast.theme].faintInk;
  context.setLineDash([3, 2.5]);
  for (const author of picture.cast.doubtful) {
    if (picture.authorVisible[author] !== 1 || picture.authorFaded[author] === 1) continue;
    const radius = picture.cast.radius[author] * factor;
    const px = projection.left + x[author] * projection.scale;
    const py = projection.top - y[author] * projection.scale;
    if (radius < SMALLEST_DOUBT || px < 0 || py < 0 || px > size.width || py > size.height) continue;
    context.beginPath();
    circle(context, frame, x[author], y[author], radius + (authorRing(picture, author) === null ? 3 : 6));
    context.stroke();
  }
  context.setLineDash([]);
}

/** A dashed line between two who may be one, from ring to ring. */
function paintJoining(context: Canvas2D, frame: Frame): void {
  const { picture, x, y, projection } = frame;
  const joining = picture.focus?.joining ?? null;
  if (joining === null || joining.some((author) => picture.authorVisible[author] !== 1)) return;
  const [a, b] = joining;
  const factor = sizeFactor(projection.scale, picture.cast.crowding);
  const [dx, dy] = [(x[b] - x[a]) * projection.scale, (y[a] - y[b]) * projection.scale];
  const length = Math.hypot(dx, dy);
  const reach = (author: number) => (picture.cast.radius[author] * factor + AUTHOR_EDGE.ringOutline + 3) / length;
  const [from, to] = [reach(a), 1 - reach(b)];
  if (!(from < to)) return;
  const [left, top] = [projection.left + x[a] * projection.scale, projection.top - y[a] * projection.scale];
  context.beginPath();
  context.moveTo(left + dx * from, top + dy * from);
  context.lineTo(left + dx * to, top + dy * to);
  context.lineWidth = 2;
  context.strokeStyle = PALETTES[picture.cast.theme].ink;
  context.setLineDash([7, 5]);
  context.stroke();
  context.setLineDash([]);
}

/** A dot of the background in the middle of whoever is pinned, as the head of a pin. */
function paintPins(context: Canvas2D, frame: Frame): void {
  const { picture, x, y, projection, pins } = frame;
  const factor = sizeFactor(projection.scale, picture.cast.crowding);
  context.fillStyle = PALETTES[picture.cast.theme].background;
  for (const author of pins) {
    if (picture.authorVisible[author] !== 1) continue;
    context.beginPath();
    circle(context, frame, x[author], y[author], Math.max(1.5, picture.cast.radius[author] * factor * 0.4));
    context.fill();
  }
}

function paintLabels(context: Canvas2D, frame: Frame, typeface: string): void {
  const background = PALETTES[frame.picture.cast.theme].background;
  context.lineJoin = "round";
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  for (const { label, box } of frame.labels) {
    let baseline = box.top;
    for (const { text, size, weight } of label.lines) {
      context.font = `${weight} ${size}px ${typeface}`;
      const centred = label.lines.length > 1 ? (box.right - box.left - context.measureText(text).width) / 2 : 0;
      context.lineWidth = size > 13 ? 5 : 3.5;
      context.strokeStyle = withAlpha(background, 0.9);
      context.strokeText(text, box.left + centred, baseline + size * 0.98);
      context.fillStyle = label.colour;
      context.fillText(text, box.left + centred, baseline + size * 0.98);
      baseline += size * 1.25;
    }
  }
}

/** The name beside what the pointer is on, in a box that may lie over anything. */
export function paintTip(
  context: Canvas2D,
  frame: Pick<Frame, "size"> & { readonly picture: { readonly cast: Pick<Frame["picture"]["cast"], "theme"> } },
  lines: readonly string[],
  at: readonly [number, number],
  typeface: string,
) {
  const palette = PALETTES[frame.picture.cast.theme];
  const sizes = lines.map((_, i) => (i === 0 ? 13 : 12));
  const font = (i: number) => `${i === 0 ? 600 : 400} ${sizes[i]}px ${typeface}`;
  let width = 0;
  lines.forEach((text, i) => {
    context.font = font(i);
    width = Math.max(width, context.measureText(text).width);
  });
  const height = lines.length * 17 + 11;
  const left = Math.max(4, Math.min(at[0] + 14, frame.size.width - width - 24));
  const top = at[1] + 16 + height > frame.size.height ? at[1] - height - 12 : at[1] + 16;
  context.beginPath();
  context.roundRect(left, top, width + 20, height, 6);
  context.fillStyle = palette.background;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = mix(palette.background, palette.ink, 0.25);
  context.stroke();
  lines.forEach((text, i) => {
    context.font = font(i);
    context.fillStyle = i === 0 ? palette.ink : palette.faintInk;
    context.fillText(text, left + 10, top + 18 + i * 17);
  });
}

function circle(context: Canvas2D, { projection }: Frame, x: number, y: number, radius: number): void {
  context.arc(projection.left + x * projection.scale, projection.top - y * projection.scale, radius, 0, 2 * Math.PI);
}
