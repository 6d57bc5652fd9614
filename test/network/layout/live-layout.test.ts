import { expect, test } from "vitest";
import { layOutAuthors } from "../../../src/network/layout/lay-out.ts";
import { ownTeamShareOfNearest } from "../../../src/network/layout/layout-quality.ts";
import { liveLayout } from "../../../src/network/layout/live-layout.ts";
import { ringOfTeams, seedsExist, seedsInput } from "./small-worlds.ts";

const input = ringOfTeams(5, 12, 40);
const stored = layOutAuthors(input);

function meanWay(a: { x: Float32Array; y: Float32Array }, b: { x: Float32Array; y: Float32Array }): number {
  const ways = Array.from(a.x, (x, i) => Math.hypot(x - b.x[i], a.y[i] - b.y[i]));
  return ways.reduce((sum, way) => sum + way, 0) / ways.length;
}

test.skipIf(!seedsExist)("a live layout hardly moves from the stored positions of the seeds", () => {
  const seeds = seedsInput().input;
  const from = layOutAuthors(seeds);
  const live = liveLayout(seeds, "teams", from);
  // 20 seconds at 60 steps a second, and as much again.
  for (let step = 0; step < 2400; step++) live.step();
  expect(meanWay(live, from)).toBeLessThan(0.05);
});

test("a live layout hardly moves from stored positions, and leaves the start as it was", () => {
  const before = stored.x.slice();
  const live = liveLayout(input, "teams", stored);
  for (let step = 0; step < 1200; step++) live.step();
  expect(meanWay(live, stored)).toBeLessThan(0.01);
  expect(stored.x).toEqual(before);
});

test("it finds back to readable teams from the plain layout", () => {
  const plain = liveLayout(input, "plain", stored);
  for (let step = 0; step < 600; step++) plain.step();
  expect(meanWay(plain, stored)).toBeGreaterThan(0.02);
  const teams = liveLayout(input, "teams", { x: plain.x, y: plain.y, scale: stored.scale });
  for (let step = 0; step < 1500; step++) teams.step();
  expect(ownTeamShareOfNearest(teams.x, teams.y, input.team, (a) => !input.onlyLarge[a])).toBeGreaterThan(0.9);
});

test("plain force keeps everyone on the map", () => {
  const plain = liveLayout(input, "plain", stored);
  for (let step = 0; step < 300; step++) expect(Number.isFinite(plain.step())).toBe(true);
  for (const value of [...plain.x, ...plain.y]) expect(Math.abs(value)).toBeLessThanOrEqual(0.5);
});

test.each(["teams", "plain"] as const)("a pinned author stays until released (%s)", (mode) => {
  const live = liveLayout(input, mode, stored);
  const inDisc = input.onlyLarge.indexOf(true);
  for (const author of [3, inDisc]) {
    live.pin(author, 0.25, -0.125);
    for (let step = 0; step < 50; step++) live.step();
    expect([live.x[author], live.y[author]]).toEqual([0.25, -0.125]);
    live.release(author);
    for (let step = 0; step < 50; step++) live.step();
    expect([live.x[author], live.y[author]]).not.toEqual([0.25, -0.125]);
  }
});

test("others give way to an author who is dragged", () => {
  const live = liveLayout(input, "teams", stored);
  const neighbour = 1;
  live.pin(0, stored.x[neighbour], stored.y[neighbour]);
  for (let step = 0; step < 60; step++) live.step();
  expect(Math.hypot(live.x[neighbour] - live.x[0], live.y[neighbour] - live.y[0])).toBeGreaterThan(2 / stored.scale);
});
