import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { distanceToSegment } from "../../src/scene/hit-test.ts";
import { ROOT } from "../built.ts";

/** The dataset that is served, for whoever needs to know where something is drawn. */
export const seeds: Dataset = await readDataset(
  async (file) => Uint8Array.from(await readFile(join(ROOT, "public/data", file))).buffer,
);

/** The row of the author called `name`. */
export function author(name: string): number {
  const row = seeds.authors.name.indexOf(name);
  if (row < 0) throw new Error(`Nobody in the seeds is called ${name}.`);
  return row;
}

/** The address of a view with a point in the middle of the map: a link that anybody could have been sent. */
export function addressAt([x, y]: readonly [number, number], ratio: number): string {
  return `at=${[x, y].map((value) => Number(value.toFixed(4))).join("~")}~${ratio}`;
}

/** Where an author stands, in stored positions. */
export function placeOf(name: string): [number, number] {
  const row = author(name);
  return [seeds.authors.x[row], seeds.authors.y[row]];
}

/** Distance to the nearest line that does not join `i` and `j`. */
function distanceToLines([px, py]: readonly [number, number], i: number, j: number): number {
  const { x, y } = seeds.authors;
  const { a, b, rowCount } = seeds.coauthorships;
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < rowCount; row++) {
    if ((a[row] === i && b[row] === j) || (a[row] === j && b[row] === i)) continue;
    least = Math.min(least, distanceToSegment(px, py, x[a[row]], y[a[row]], x[b[row]], y[b[row]]));
  }
  return least;
}

/** Of those known only from the large paper, the one farthest from all lines. */
export function authorFarFromLines(): string {
  const { name, onlyLarge } = seeds.authors;
  const room = (one: string) => distanceToLines(placeOf(one), -1, -1);
  return name.filter((_, row) => onlyLarge[row]).reduce((best, one) => (room(one) > room(best) ? one : best));
}

/** The point on the line between two authors that is farthest from all other lines and authors. */
export function clearestPointBetween(one: string, other: string): [number, number] {
  const { x, y } = seeds.authors;
  const [i, j] = [author(one), author(other)];
  const room = ([px, py]: readonly [number, number]): number => {
    const distances = Array.from(x, (_, k) => Math.hypot(px - x[k], py - y[k]));
    return Math.min(distanceToLines([px, py], i, j), ...distances);
  };
  const points = Array.from({ length: 81 }, (_, k): [number, number] => {
    const t = 0.1 + k / 100;
    return [x[i] + (x[j] - x[i]) * t, y[i] + (y[j] - y[i]) * t];
  });
  return points.reduce((best, point) => (room(point) > room(best) ? point : best));
}
