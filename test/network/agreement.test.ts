import fc from "fast-check";
import { expect, test } from "vitest";
import { sameTeam } from "../../src/network/agreement.ts";

const divisions = fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 12 }).map((labels) => Int32Array.from(labels));

test("communities are matched one to one by the authors they share, largest overlap first", () => {
  const kept = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 2, 2);
  const other = Int32Array.of(7, 7, 7, 5, 7, 7, 4, 4, 4);
  // 0–7 share three and 2–4 two; 1 shares two with 7 and one with 4, both taken, so it has no partner.
  expect([...sameTeam(kept, other)]).toEqual([1, 1, 1, 0, 0, 0, 0, 1, 1]);
});

test("of equal overlaps the smaller team takes the smaller community", () => {
  expect([...sameTeam(Int32Array.of(0, 0, 1, 1), Int32Array.of(1, 0, 1, 0))]).toEqual([0, 1, 1, 0]);
  expect([...sameTeam(Int32Array.of(1, 0), Int32Array.of(0, 0))]).toEqual([0, 1]);
});

test("a division under other numbers agrees about every author who has a team", () => {
  fc.assert(
    fc.property(divisions, (kept) => {
      const renamed = kept.map((c) => (c < 0 ? -1 : 9 - c));
      expect([...sameTeam(kept, renamed)]).toEqual([...kept].map((c) => (c < 0 ? 0 : 1)));
    }),
  );
});

test("authors of one team who are said to agree are in one community", () => {
  fc.assert(
    fc.property(divisions, divisions, (kept, labels) => {
      const other = kept.map((_, i) => labels[i] ?? 0);
      const same = sameTeam(kept, other);
      const partner = new Map<number, number>();
      same.forEach((agrees, i) => {
        if (agrees === 0) return;
        expect(partner.get(kept[i]) ?? other[i]).toBe(other[i]);
        partner.set(kept[i], other[i]);
      });
      expect(new Set(partner.values()).size).toBe(partner.size);
    }),
  );
});
