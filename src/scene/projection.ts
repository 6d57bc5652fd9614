import { CAMERA_RATIO, type CameraView } from "./view.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels that something covers at each side of the map. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

export interface Bounds {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

/**
 * From positions to pixels: `px = left + x · scale`, `py = top − y · scale`, since positions count upwards and pixels
 * downwards. At ratio 1 the shorter side of the map shows one unit, which is the whole extent of stored positions.
 */
export interface Projection {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Pixels per unit at which authors have their own radius. */
const REFERENCE_SCALE = 900;

export function projectionOf(camera: CameraView, size: Size): Projection {
  const scale = Math.min(size.width, size.height) / camera.ratio;
  return { scale, left: size.width / 2 - camera.x * scale, top: size.height / 2 + camera.y * scale };
}

/**
 * How much larger than their own radius authors are drawn at this scale: nearer, they grow more slowly than the map, so that
 * room appears between them; farther, they shrink almost as fast, so that they do not run into each other.
 * Where the map is crowded, all of it at `crowding` times that scale.
 */
export function sizeFactor(scale: number, crowding = 1): number {
  const nearness = scale / (REFERENCE_SCALE * crowding);
  return nearness > 1 ? Math.min(3, Math.sqrt(nearness)) : Math.max(0.35 / crowding, nearness ** 0.8);
}

/** The camera made fit for use: finite, within the allowed ratios, not off the map. */
export function cleanCamera(camera: CameraView): CameraView {
  const inside = (value: number) => (Number.isFinite(value) ? Math.min(1, Math.max(-1, value)) : 0);
  const ratio = Number.isFinite(camera.ratio) ? camera.ratio : 1;
  return {
    x: inside(camera.x),
    y: inside(camera.y),
    ratio: Math.min(CAMERA_RATIO.max, Math.max(CAMERA_RATIO.min, ratio)),
  };
}

/** The camera nearer by `factor` (> 1) or farther (< 1), while what is at the pixel stays there. */
export function zoomAt(camera: CameraView, size: Size, pixel: readonly [number, number], factor: number): CameraView {
  const before = projectionOf(camera, size);
  const { ratio } = cleanCamera({ ...camera, ratio: camera.ratio / factor });
  const x = (pixel[0] - before.left) / before.scale;
  const y = (before.top - pixel[1]) / before.scale;
  const kept = ratio / camera.ratio;
  return cleanCamera({ x: x + (camera.x - x) * kept, y: y + (camera.y - y) * kept, ratio });
}

/** The camera moved so that the picture moves by pixels. */
export function panBy(camera: CameraView, size: Size, dx: number, dy: number): CameraView {
  const { scale } = projectionOf(camera, size);
  return cleanCamera({ x: camera.x - dx / scale, y: camera.y + dy / scale, ratio: camera.ratio });
}

/** The camera that shows `bounds` within what the insets leave free; `nearest` is the smallest ratio it may take. */
export function fitCamera(bounds: Bounds, size: Size, insets: Insets, nearest: number = CAMERA_RATIO.min): CameraView {
  const freeWidth = Math.max(40, size.width - insets.left - insets.right);
  const freeHeight = Math.max(40, size.height - insets.top - insets.bottom);
  const spanX = Math.max(1e-6, bounds.maxX - bounds.minX);
  const spanY = Math.max(1e-6, bounds.maxY - bounds.minY);
  const scale = Math.min(freeWidth / spanX, freeHeight / spanY);
  const shorter = Math.min(size.width, size.height);
  const ratio = Math.max(nearest, cleanCamera({ x: 0, y: 0, ratio: shorter / scale }).ratio);
  const used = shorter / ratio;
  return cleanCamera({
    x: (bounds.minX + bounds.maxX) / 2 + (insets.right - insets.left) / 2 / used,
    y: (bounds.minY + bounds.maxY) / 2 + (insets.top - insets.bottom) / 2 / used,
    ratio,
  });
}

/**
 * The bounds of the authors that `shown` admits. One author far outside does not squeeze the rest: where the outermost
 * hundredth takes more than half of the extent, it is left out. Null when nothing is shown.
 */
export function boundsOf(x: Float32Array, y: Float32Array, shown: (author: number) => boolean): Bounds | null {
  const rows = new Uint32Array(x.length);
  let count = 0;
  for (let i = 0; i < x.length; i++) if (shown(i) && Number.isFinite(x[i]) && Number.isFinite(y[i])) rows[count++] = i;
  if (count === 0) return null;
  const [minX, maxX] = extentWithoutStrays(x, rows.subarray(0, count));
  const [minY, maxY] = extentWithoutStrays(y, rows.subarray(0, count));
  return { minX, maxX, minY, maxY };
}

/** Hundredths are found among no more than about so many, evenly spread over the rows. */
const SAMPLE = 20_000;

function extentWithoutStrays(column: Float32Array, rows: Uint32Array): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const row of rows) {
    const value = column[row];
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const values = new Float32Array(Math.ceil(rows.length / step));
  for (let i = 0; i < values.length; i++) values[i] = column[rows[i * step]];
  values.sort();
  const last = values.length - 1;
  const low = values[Math.round(last * 0.01)];
  const high = values[Math.round(last * 0.99)];
  const strays = most - least > 2 * (high - low) && high > low;
  return strays ? [low, high] : [least, most];
}

/** `bounds` with room on every side. */
export function widened(bounds: Bounds, by: number): Bounds {
  return { minX: bounds.minX - by, maxX: bounds.maxX + by, minY: bounds.minY - by, maxY: bounds.maxY + by };
}
