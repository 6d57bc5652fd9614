import fc from "fast-check";
import { expect, test } from "vitest";
import { byCodeUnit } from "../../src/model/order.ts";
import { indices, orderByKey, wordRanks } from "../../src/model/radix-order.ts";

test("indices come by ascending key, those of equal keys in their order", () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 0xffff_ffff }));
  fc.assert(
    fc.property(fc.array(key), fc.boolean(), (values, reversed) => {
      const keys = Uint32Array.from(values);
      const start = reversed ? indices(keys.length).reverse() : indices(keys.length);
      const wanted = [...start].sort((a, b) => keys[a] - keys[b]);
      expect([...orderByKey(start, keys)]).toEqual(wanted);
    }),
  );
});

test("the rank of a word is its place among all by code unit, whatever its letters and length", () => {
  const letters = fc.constantFrom("a", "b", "z", "o", "ö", "0", "李", " ", "-");
  const word = fc.array(letters, { maxLength: 16 }).map((all) => all.join(""));
  const plain = fc.array(fc.constantFrom("a", "b"), { maxLength: 15 }).map((all) => all.join(""));
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(word, plain)), (words) => {
      const ordered = [...words].sort(byCodeUnit);
      expect([...wordRanks(words)]).toEqual(words.map((one) => ordered.indexOf(one)));
    }),
  );
});
