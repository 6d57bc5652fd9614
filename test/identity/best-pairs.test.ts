import fc from "fast-check";
import { expect, test } from "vitest";
import { BestPairs } from "../../src/identity/best-pairs.ts";

function slowPair(scores: readonly Float64Array[]): readonly [number, number] {
  let [best, a, b] = [0, -1, -1];
  scores.forEach((row, i) => {
    for (let j = i + 1; j < row.length; j++) if (row[j] > best) [best, a, b] = [row[j], i, j];
  });
  return [a, b];
}

test("while pairs are joined, the best one is the one that looking through the whole table finds", () => {
  const few = fc.integer({ min: -2, max: 4 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.array(few, { minLength: 200, maxLength: 200 }), (count, values) => {
      const scores = Array.from({ length: count }, () => new Float64Array(count).fill(Number.NEGATIVE_INFINITY));
      let next = 0;
      for (let i = 0; i < count; i++) for (let j = 0; j < i; j++) scores[i][j] = scores[j][i] = values[next++];
      const best = new BestPairs(scores);
      const gone = new Set<number>();
      for (;;) {
        const [a, b] = best.pair();
        expect([a, b]).toEqual(slowPair(scores));
        if (a < 0) break;
        gone.add(b);
        for (let k = 0; k < count; k++) {
          scores[b][k] = scores[k][b] = Number.NEGATIVE_INFINITY;
          if (k !== a && !gone.has(k)) scores[a][k] = scores[k][a] = values[next++];
        }
        best.changed(a, b);
      }
    }),
  );
});
