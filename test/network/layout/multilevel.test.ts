import { describe, expect, test } from "vitest";
import { generator } from "../../../src/model/generator.ts";
import { authorsOf, authorsOn } from "../../../src/model/incidence.ts";
import { coarsen } from "../../../src/network/layout/coarsen.ts";
import { neighbourhoodPreservation, relativeStress } from "../../../src/network/layout/layout-fidelity.ts";
import { balanceScale, placeMultilevel } from "../../../src/network/layout/multilevel.ts";
import { extentOf } from "../../../src/network/layout/relaxation.ts";
import { componentsOf, rowsAmong, type TieRows, tieRows } from "../../../src/network/layout/tie-rows.ts";
import { archipelago, inputOf } from "./small-worlds.ts";

const { incidence, team } = archipelago(6, 40, 3, 0);
const everyone = Uint32Array.from(team, (_, author) => author);
const ties = tieRows(incidence, () => true, everyone, Int32Array.from(everyone));
const main = rowsAmong(ties, componentsOf(ties)[0]);

/** A square grid of `side` × `side`, of which everybody knows the picture. */
function grid(side: number): TieRows {
  const at = (row: number, column: number) => row * side + column;
  const papers: number[][] = [];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (column + 1 < side) papers.push([at(row, column), at(row, column + 1)]);
      if (row + 1 < side) papers.push([at(row, column), at(row + 1, column)]);
    }
  }
  const count = side * side;
  const all = Uint32Array.from({ length: count }, (_, i) => i);
  const input = inputOf(
    papers,
    Array.from(all, () => 0),
  );
  return tieRows(input.incidence, () => true, all, Int32Array.from(all));
}

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

describe("ties in rows", () => {
  test("are the sums over all pairs of all papers, from both ends", () => {
    const weight = new Map<string, number>();
    for (let p = 0; p < incidence.paperCount; p++) {
      for (const a of authorsOf(incidence, p)) {
        for (const b of authorsOf(incidence, p)) {
          if (a === b) continue;
          const key = `${a} ${b}`;
          weight.set(key, (weight.get(key) ?? 0) + 1 / Math.sqrt(authorsOn(incidence, p) - 1));
        }
      }
    }
    expect(ties.neighbors.length).toBe(weight.size);
    for (let i = 0; i < ties.count; i++) {
      let mass = 1;
      for (let k = ties.offsets[i]; k < ties.offsets[i + 1]; k++) {
        expect(ties.weights[k]).toBeCloseTo(weight.get(`${i} ${ties.neighbors[k]}`) ?? 0, 12);
        mass += ties.weights[k];
      }
      expect(ties.mass[i]).toBeCloseTo(mass, 12);
    }
  });

  test("fall into components, largest first, that keep all their ties", () => {
    const sizes = componentsOf(ties).map((members) => members.length);
    expect(sizes).toEqual([240, 2, 2, 2, 1]);
    const kept = componentsOf(ties).map((members) => rowsAmong(ties, members).weights);
    expect(sum(kept.flatMap((weights) => [...weights]))).toBeCloseTo(sum(ties.weights), 9);
  });
});

describe("a coarser network", () => {
  test("keeps all mass, and all weight but that within its bodies", () => {
    const coarser = coarsen(main, null);
    expect(coarser.ties.count).toBeLessThan(0.7 * main.count);
    expect(sum(coarser.ties.mass)).toBeCloseTo(sum(main.mass), 9);
    let between = 0;
    for (let i = 0; i < main.count; i++) {
      for (let k = main.offsets[i]; k < main.offsets[i + 1]; k++) {
        if (coarser.parent[i] !== coarser.parent[main.neighbors[k]]) between += main.weights[k];
      }
    }
    expect(sum(coarser.ties.weights)).toBeCloseTo(between, 9);
  });

  test("joins nobody across groups while groups count", () => {
    const group = Int32Array.from(componentsOf(ties)[0], (author) => team[author] ?? 0);
    const coarser = coarsen(main, group);
    coarser.parent.forEach((parent, i) => {
      expect(coarser.group?.[parent]).toBe(group[i]);
    });
  });
});

describe("places by levels", () => {
  test("are the same bits for the same seed, and others for another", () => {
    expect(placeMultilevel(main, null, 1)).toEqual(placeMultilevel(main, null, 1));
    expect(placeMultilevel(main, null, 2)).not.toEqual(placeMultilevel(main, null, 1));
  });

  test.each(["linear", "linlog"] as const)(
    "are scaled to where pull and push balance, once and for all (%s)",
    (attraction) => {
      const { x, y } = placeMultilevel(main, null, 1);
      const scaled = (factor: number) => {
        const at = { x: x.map((value) => factor * value), y: y.map((value) => factor * value) };
        balanceScale(main, at.x, at.y, attraction);
        return extentOf(at.x, at.y);
      };
      expect(scaled(100) / scaled(1)).toBeCloseTo(1, 9);
      // A little wider or narrower, the energy is higher: Σ w d (or half Σ w d²) − Σ m m log d.
      const total = main.mass.reduce((a, b) => a + b, 0);
      const pairs = (total * total - main.mass.reduce((a, b) => a + b * b, 0)) / 2;
      balanceScale(main, x, y, attraction);
      let pull = 0;
      for (let i = 0; i < main.count; i++) {
        for (let k = main.offsets[i]; k < main.offsets[i + 1]; k++) {
          const d = Math.hypot(x[i] - x[main.neighbors[k]], y[i] - y[main.neighbors[k]]);
          pull += (main.weights[k] * (attraction === "linlog" ? d : (d * d) / 2)) / 2;
        }
      }
      const energy = (s: number) => pull * (attraction === "linlog" ? s : s * s) - pairs * Math.log(s);
      expect(energy(1.01)).toBeGreaterThan(energy(1));
      expect(energy(0.99)).toBeGreaterThan(energy(1));
    },
  );

  test.each([1, 2, 3])("unfold a grid: distances are true and neighbours near (seed %i)", (seed) => {
    const network = grid(24);
    const { x, y } = placeMultilevel(network, null, seed);
    expect(relativeStress(network, x, y)).toBeLessThan(0.12);
    expect(neighbourhoodPreservation(network, x, y)).toBeGreaterThan(0.5);
  });

  test("show who writes together", () => {
    const { x, y } = placeMultilevel(main, null, 1);
    expect(neighbourhoodPreservation(main, x, y)).toBeGreaterThan(0.5);
    expect(relativeStress(main, x, y)).toBeLessThan(0.3);
  });

  test("exist for one and for two", () => {
    const one = tieRows(inputOf([[0]], [0]).incidence, () => true, Uint32Array.of(0), Int32Array.of(0));
    expect(placeMultilevel(one, null, 1).x.every(Number.isFinite)).toBe(true);
    const two = tieRows(inputOf([[0, 1]], [0, 0]).incidence, () => true, Uint32Array.of(0, 1), Int32Array.of(0, 1));
    const { x, y } = placeMultilevel(two, null, 1);
    expect(Math.abs(x[0] - x[1]) + Math.abs(y[0] - y[1])).toBeGreaterThan(0.1);
  });
});

describe("the measures", () => {
  test("give a straight path laid out straight full marks, and a shuffled one few", () => {
    const count = 60;
    const input = inputOf(
      Array.from({ length: count - 1 }, (_, k) => [k, k + 1]),
      Array.from({ length: count }, () => 0),
    );
    const all = Uint32Array.from({ length: count }, (_, i) => i);
    const path = tieRows(input.incidence, () => true, all, Int32Array.from(all));
    const straight = Float64Array.from(all);
    const none = new Float64Array(count);
    expect(relativeStress(path, straight, none)).toBeCloseTo(0, 12);
    expect(neighbourhoodPreservation(path, straight, none)).toBe(1);
    const chance = generator(1);
    const anywhere = straight.map(() => chance());
    expect(neighbourhoodPreservation(path, anywhere, none)).toBeLessThan(0.2);
    expect(relativeStress(path, anywhere, none)).toBeGreaterThan(0.3);
  });
});
