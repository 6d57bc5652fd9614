import { expect, test } from "vitest";
import { authorsOf, type Incidence } from "../../../src/model/incidence.ts";
import { lengthOf } from "../../../src/network/layout/circles.ts";
import { layOutAuthors } from "../../../src/network/layout/lay-out.ts";
import type { LayoutInput } from "../../../src/network/layout/layout-input.ts";
import { archipelago, inputOf } from "./small-worlds.ts";

const before = archipelago(12, 60, 40, 0);
const stored = layOutAuthors(before);

const papersIn = (incidence: Incidence) =>
  Array.from({ length: incidence.paperCount }, (_, p) => [...authorsOf(incidence, p)]);

/** The same map with three newcomers in team 4 and a new pair. */
function grown(): LayoutInput {
  const count = before.team.length;
  const newcomer = [count, count + 1, count + 2];
  const papers = [...papersIn(before.incidence), [240, ...newcomer], [241, newcomer[0]], [count + 3, count + 4]];
  return inputOf(papers, [...before.team, 4, 4, 4, before.teamCount, before.teamCount]);
}

const after = grown();
const unknown = after.team.slice(before.team.length).map(() => Number.NaN);
const former = { x: [...stored.x, ...unknown], y: [...stored.y, ...unknown], scale: stored.scale };
const carried = layOutAuthors(after, former);

/** Ways of those who were there, in pixels, the common shift of the page left out. */
function ways(to: typeof stored): number[] {
  const x = Array.from(stored.x, (at, i) => to.x[i] * to.scale - at * stored.scale);
  const y = Array.from(stored.y, (at, i) => to.y[i] * to.scale - at * stored.scale);
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];
  const [mx, my] = [middle(x), middle(y)];
  return x.map((dx, i) => lengthOf(dx - mx, y[i] - my)).sort((a, b) => a - b);
}

test("a dataset that changes a little moves a little", () => {
  const moved = ways(carried);
  expect(moved[moved.length >> 1]).toBeLessThan(1);
  expect(moved[Math.floor(0.95 * moved.length)]).toBeLessThan(20);
  // Laid out anew, it is another map.
  const anew = ways(layOutAuthors(after));
  expect(anew[anew.length >> 1]).toBeGreaterThan(100);
});

test("newcomers lie in their team, and no dot covers another", () => {
  const pixels = { x: carried.x.map((x) => x * carried.scale), y: carried.y.map((y) => y * carried.scale) };
  const team = after.team.flatMap((t, author) => (t === 4 && author < before.team.length ? [author] : []));
  const cx = team.reduce((sum, author) => sum + pixels.x[author], 0) / team.length;
  const cy = team.reduce((sum, author) => sum + pixels.y[author], 0) / team.length;
  const reach = Math.max(...team.map((author) => lengthOf(pixels.x[author] - cx, pixels.y[author] - cy)));
  for (const author of [0, 1, 2].map((k) => before.team.length + k)) {
    expect(lengthOf(pixels.x[author] - cx, pixels.y[author] - cy)).toBeLessThan(1.1 * reach);
  }
  for (let a = 0; a < after.team.length - 3; a++) {
    for (let b = 0; b < a; b++) {
      if (after.team[a] === null || after.team[b] === null) continue;
      const distance = lengthOf(pixels.x[a] - pixels.x[b], pixels.y[a] - pixels.y[b]);
      expect(distance).toBeGreaterThanOrEqual(after.radius[a] + after.radius[b]);
    }
  }
});

test("nothing new moves nobody far", () => {
  const again = ways(layOutAuthors(before, stored));
  expect(again[again.length - 1]).toBeLessThan(5);
});
