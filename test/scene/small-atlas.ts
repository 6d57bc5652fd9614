import type { Atlas } from "../../src/model/atlas.ts";
import { smallDataset } from "./small-dataset.ts";

/*
 * Four teams on two sheets, by size, with places for a map of 100 pixels a unit:
 *
 *   t0 Bees    (-0.2, 0)   radius 0.1    sheet 0        ties: t0–t1 8 (5 papers), t1–t2 2 (2), t0–t3 0.5 (1)
 *   t1 Locks   ( 0.2, 0)   radius 0.05   sheet 0
 *   t2 Moss    ( 0.2, 0.2) radius 0.05   sheet 1
 *   t3 Organs  (-0.2, 0.02) radius 0.01  sheet 1, within the disc of Bees
 */
export function smallAtlas(): Atlas {
  const { manifest } = smallDataset();
  const counts = { ...manifest.counts, papers: 1_200_000, authors: 2_100_000, teams: 4 };
  return {
    manifest: { ...manifest, counts },
    teams: {
      rowCount: 4,
      teamId: ["t0", "t1", "t2", "t3"],
      name: ["Bees", "Locks", "Moss", "Organs"],
      authors: Uint32Array.of(400, 100, 90, 4),
      papers: Uint32Array.of(500, 120, 80, 1),
      firstYear: [1990, 2000, null, 2020],
      lastYear: [2020, 2001, null, 2020],
      leaders: [["Ada Hive", "Ben Comb"], ["Cy Lock"], ["Di Green"], []],
      x: Float32Array.of(-0.2, 0.2, 0.2, -0.2),
      y: Float32Array.of(0, 0, 0.2, 0.02),
      radius: Float32Array.of(0.1, 0.05, 0.05, 0.01),
      sheet: Uint32Array.of(0, 0, 1, 1),
    },
    ties: {
      rowCount: 3,
      a: Uint32Array.of(0, 1, 0),
      b: Uint32Array.of(1, 2, 3),
      papers: Uint32Array.of(5, 2, 1),
      weight: Float32Array.of(8, 2, 0.5),
    },
    sheets: {
      rowCount: 2,
      offset: Float64Array.of(0, 10),
      bytes: Uint32Array.of(10, 10),
      sha256: ["", ""],
      members: Uint32Array.of(500, 94),
      authors: Uint32Array.of(520, 100),
      papers: Uint32Array.of(600, 80),
      left: Float32Array.of(-0.3, -0.2),
      bottom: Float32Array.of(-0.1, 0),
      right: Float32Array.of(0.25, 0.25),
      top: Float32Array.of(0.1, 0.25),
    },
  };
}

export const [BEES, LOCKS, MOSS, ORGANS] = [0, 1, 2, 3];
