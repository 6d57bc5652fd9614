import { describe, expect, test } from "vitest";
import { lengthOf } from "../../../src/network/layout/circles.ts";
import { layOutAuthors } from "../../../src/network/layout/lay-out.ts";
import { isLarge } from "../../../src/network/layout/lay-out-large.ts";
import { seatAuthors } from "../../../src/network/layout/layout-input.ts";
import { ownTeamShareOfNearest } from "../../../src/network/layout/layout-quality.ts";
import { liveLayout } from "../../../src/network/layout/live-layout.ts";
import { archipelago } from "./small-worlds.ts";

const input = archipelago(12, 60, 40, 120);
const layout = layOutAuthors(input);
const { bodies } = seatAuthors(input);
const pixels = {
  x: Float64Array.from(layout.x, (x) => x * layout.scale),
  y: Float64Array.from(layout.y, (y) => y * layout.scale),
};

function discOf(team: number) {
  const members = [...bodies].filter((author) => input.team[author] === team);
  const x = members.reduce((sum, author) => sum + pixels.x[author], 0) / members.length;
  const y = members.reduce((sum, author) => sum + pixels.y[author], 0) / members.length;
  const radius = Math.max(...members.map((author) => lengthOf(pixels.x[author] - x, pixels.y[author] - y)));
  return { x, y, radius };
}

function meanWay(a: { x: Float32Array; y: Float32Array }, b: { x: Float32Array; y: Float32Array }): number {
  return (
    Array.from(a.x, (x, i) => lengthOf(x - b.x[i], a.y[i] - b.y[i])).reduce((sum, way) => sum + way, 0) / a.x.length
  );
}

describe("a large map", () => {
  test("is laid out level by level", () => {
    expect(isLarge(seatAuthors(input))).toBe(true);
  });

  test("has a place of its own for everyone, on the map", () => {
    for (const value of [...layout.x, ...layout.y]) {
      expect(Math.abs(value)).toBeLessThanOrEqual(0.5);
      expect(Number.isInteger(value * 65_536)).toBe(true);
    }
    expect(new Set(Array.from(layout.x, (x, author) => `${x} ${layout.y[author]}`)).size).toBe(input.team.length);
  });

  test("has no dot that covers another", () => {
    for (const a of bodies) {
      for (const b of bodies) {
        if (b >= a) break;
        const distance = lengthOf(pixels.x[a] - pixels.x[b], pixels.y[a] - pixels.y[b]);
        expect(distance).toBeGreaterThanOrEqual(input.radius[a] + input.radius[b]);
      }
    }
  });

  test("keeps teams apart: whose discs meet nowhere, and who are each other's nearest", () => {
    const discs = Array.from({ length: 12 }, (_, team) => discOf(team));
    for (const a of discs) {
      for (const b of discs) {
        if (a === b) break;
        expect(lengthOf(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.9 * (a.radius + b.radius));
      }
    }
    const placed = new Set(bodies);
    expect(ownTeamShareOfNearest(layout.x, layout.y, input.team, (a) => placed.has(a) && a < 720)).toBeGreaterThan(
      0.97,
    );
  });

  test("has teams that write together side by side", () => {
    const discs = Array.from({ length: 12 }, (_, team) => discOf(team));
    const between = (a: number, b: number) => lengthOf(discs[a].x - discs[b].x, discs[a].y - discs[b].y);
    const tied = Array.from({ length: 11 }, (_, t) => between(t, t + 1));
    const all = discs.flatMap((_, a) => discs.slice(0, a).map((_b, b) => between(a, b)));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(tied)).toBeLessThan(0.65 * mean(all));
  });

  test("has those who write together near each other: a fair share of the nearest are coauthors", () => {
    const { incidence } = input;
    let found = 0;
    let asked = 0;
    for (let author = 0; author < 720; author += 7) {
      const coauthors = new Set<number>();
      for (let k = incidence.authorOffsets[author]; k < incidence.authorOffsets[author + 1]; k++) {
        const p = incidence.papers[k];
        if (input.large[p]) continue;
        for (let l = incidence.paperOffsets[p]; l < incidence.paperOffsets[p + 1]; l++)
          coauthors.add(incidence.authors[l]);
      }
      coauthors.delete(author);
      const far = (b: number) => lengthOf(pixels.x[b] - pixels.x[author], pixels.y[b] - pixels.y[author]);
      const nearest = [...bodies]
        .filter((b) => b !== author)
        .sort((a, b) => far(a) - far(b))
        .slice(0, coauthors.size);
      found += nearest.filter((b) => coauthors.has(b)).length;
      asked += coauthors.size;
    }
    // By chance it would be one in a hundred.
    expect(found / asked).toBeGreaterThan(0.4);
  });

  test("is packed: its discs take a good part of its page", () => {
    const width = Math.max(...pixels.x) - Math.min(...pixels.x);
    const height = Math.max(...pixels.y) - Math.min(...pixels.y);
    const asked = [...bodies].reduce((sum, author) => sum + Math.PI * (input.radius[author] + 5) ** 2, 0);
    expect(asked / (width * height)).toBeGreaterThan(0.3);
  });

  test("comes out of the same input to the same bits, and of another seed as another map", () => {
    expect(layOutAuthors(archipelago(12, 60, 40, 120))).toEqual(layout);
    expect(layOutAuthors({ ...input, seed: 2 })).not.toEqual(layout);
  });

  test("does not move while live", () => {
    const live = liveLayout(input, "teams", layout);
    for (let step = 0; step < 300; step++) live.step();
    expect(meanWay(live, layout)).toBeLessThan(1e-4);
    // The worker ends by itself once steps are as small as this.
    expect(live.step()).toBeLessThan(1e-5);
  });

  test("gives way to an author who is dragged, and closes again", () => {
    const live = liveLayout(input, "teams", layout);
    live.pin(5, layout.x[10], layout.y[10]);
    for (let step = 0; step < 60; step++) live.step();
    expect([live.x[5], live.y[5]]).toEqual([layout.x[10], layout.y[10]]);
    expect(lengthOf(live.x[10] - live.x[5], live.y[10] - live.y[5]) * layout.scale).toBeGreaterThan(2);
    live.release(5);
    for (let step = 0; step < 600; step++) live.step();
    expect(lengthOf(live.x[5] - layout.x[5], live.y[5] - layout.y[5])).toBeLessThan(0.05);
  });

  test("finds back from the plain layout", () => {
    const plain = liveLayout(input, "plain", layout);
    for (let step = 0; step < 100; step++) plain.step();
    expect(meanWay(plain, layout)).toBeGreaterThan(0.02);
    const teams = liveLayout(input, "teams", { x: plain.x, y: plain.y, scale: layout.scale });
    for (let step = 0; step < 500; step++) teams.step();
    expect(meanWay(teams, layout)).toBeLessThan(0.02);
  });
});
