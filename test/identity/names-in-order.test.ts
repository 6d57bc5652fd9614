import fc from "fast-check";
import { expect, test } from "vitest";
import { namesInOrder } from "../../src/identity/names-in-order.ts";
import { byCodeUnit } from "../../src/model/order.ts";

/** The texts in the order that `namesInOrder` gives their lists; an empty word is put behind those that are marked. */
function inOrder(lists: readonly (readonly string[])[], hasSpaces: boolean): string[] {
  const words = [...new Set(lists.flat())];
  const from = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    from[i + 1] = from[i] + list.length;
  });
  const values = Uint32Array.from(lists.flat(), (word) => words.indexOf(word));
  return Array.from(namesInOrder({ count: lists.length, from, values }, words, hasSpaces), (i) => textOf(lists[i]));
}

function textOf(list: readonly string[]): string {
  return (list[list.length - 1] === "" ? list.slice(0, -1) : list).join(" ");
}

function distinctLists(word: fc.Arbitrary<string>) {
  const list = fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 8 }), fc.constantFrom("", "jr"))
    .map(([own, suffix]) => [...own, suffix]);
  return fc.uniqueArray(list, { selector: textOf, maxLength: 60 });
}

test("names come by the code units of their words with spaces between, also where many of the first are equal", () => {
  fc.assert(
    fc.property(distinctLists(fc.constantFrom("a", "a", "a", "ab", "b", "ö", "!", "abcdefghijklmn")), (lists) => {
      expect(inOrder(lists, false)).toEqual(lists.map(textOf).sort(byCodeUnit));
    }),
    { numRuns: 1000 },
  );
});

test("names come by their code units also where a word holds a space or a control character", () => {
  fc.assert(
    fc.property(distinctLists(fc.constantFrom("a", "a b", "a\t", "\u0001", "b")), (lists) => {
      expect(inOrder(lists, true)).toEqual(lists.map(textOf).sort(byCodeUnit));
    }),
  );
});
