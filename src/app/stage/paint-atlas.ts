import type { AtlasFrame } from "../../scene/atlas-picture.ts";
import { mix, PALETTES, withAlpha } from "../../scene/palette.ts";

type Canvas2D = CanvasRenderingContext2D;

const DISC = { fill: 0.2, edge: 0.75, shownFill: 0.42, faded: 0.3 } as const;
/** Smaller discs, in pixels, are dots: an edge would be all there is of them. */
const DOT = 3;

/** Ties, discs and names of an atlas, and a dark ring around the chosen team. */
export function paintAtlas(context: Canvas2D, frame: AtlasFrame, chosen: number | null, typeface: string): void {
  paintLines(context, frame);
  paintDiscs(context, frame);
  paintRing(context, frame, chosen);
  paintNames(context, frame, typeface);
}

function paintLines(context: Canvas2D, { cast, lines, focus }: AtlasFrame): void {
  const { atlas, theme, fill, strength } = cast;
  context.lineCap = "round";
  for (const { tie, from, to, width } of lines) {
    context.beginPath();
    context.moveTo(from[0], from[1]);
    context.lineTo(to[0], to[1]);
    context.lineWidth = width;
    const colour =
      focus === null
        ? PALETTES[theme].between
        : fill[focus.team === atlas.ties.a[tie] ? atlas.ties.b[tie] : atlas.ties.a[tie]];
    context.strokeStyle = withAlpha(colour, (focus === null ? 0.12 : 0.3) + 0.4 * strength[tie]);
    context.stroke();
  }
}

/** Largest first, so that small ones lie on top. */
function paintDiscs(context: Canvas2D, { cast, discs, focus }: AtlasFrame): void {
  const background = PALETTES[cast.theme].background;
  for (const { team, x, y, radius } of discs) {
    const isShown = focus?.team === team;
    const strength = focus === null || isShown || focus.neighbours.has(team) ? 1 : DISC.faded;
    const hue = cast.fill[team];
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    if (radius < DOT) {
      context.fillStyle = withAlpha(hue, DISC.edge * strength);
      context.fill();
      continue;
    }
    // Lines end at the edge.
    context.fillStyle = background;
    context.fill();
    context.fillStyle = withAlpha(hue, (isShown ? DISC.shownFill : DISC.fill) * strength);
    context.fill();
    context.lineWidth = 1.2;
    context.strokeStyle = withAlpha(hue, DISC.edge * strength);
    context.stroke();
  }
}

function paintRing(context: Canvas2D, { cast, discs }: AtlasFrame, chosen: number | null): void {
  const disc = discs.find(({ team }) => team === chosen);
  if (disc === undefined) return;
  context.beginPath();
  context.arc(disc.x, disc.y, disc.radius + 2.5, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = PALETTES[cast.theme].ink;
  context.stroke();
}

function paintNames(context: Canvas2D, { cast, names, focus }: AtlasFrame, typeface: string): void {
  const { background } = PALETTES[cast.theme];
  context.lineJoin = "round";
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  for (const { team, text, size, box } of names) {
    const isFaded = focus !== null && focus.team !== team && !focus.neighbours.has(team);
    context.font = `600 ${size}px ${typeface}`;
    context.lineWidth = size > 13 ? 5 : 3.5;
    context.strokeStyle = withAlpha(background, 0.9);
    context.strokeText(text, box.left, box.top + size * 0.98);
    context.fillStyle = isFaded ? mix(cast.text[team], background, 0.65) : cast.text[team];
    context.fillText(text, box.left, box.top + size * 0.98);
  }
}
