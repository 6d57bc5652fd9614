import fc from "fast-check";
import { expect, test } from "vitest";
import { paperTraits } from "../../src/identity/paper-traits.ts";
import type { Paper } from "../../src/model/paper.ts";

function titled(title: string | undefined, number: number): Paper {
  const lists = { authors: [], keywords: [], editors: [], groupAuthors: [], records: [number] };
  return { id: `p${number}`, ids: {}, title, truncated: false, ...lists };
}

test("a title has the words of three letters or digits and more, without case, each once, in whatever script", () => {
  const piece = fc.constantFrom(
    "Loom",
    "loom",
    "of",
    "the",
    "BERT4",
    "3D",
    "Ärger",
    "織機の話",
    " ",
    " ",
    "-",
    ": ",
    "'",
    "@[",
    "{",
  );
  const titles = fc.array(
    fc.option(
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join("")),
      { nil: undefined },
    ),
  );
  fc.assert(
    fc.property(titles, (all) => {
      // Few papers, so that every word is rare unless it is on more than four.
      const { titleWords, papersWithWord } = paperTraits(all.map(titled));
      const wordsOf = all.map((title) => {
        const words = (title ?? "").toLowerCase().split(/[^\p{L}\p{N}\p{M}]+/u);
        return [...new Set(words.filter((word) => word.length >= 3))];
      });
      const met = [...new Set(wordsOf.flat())];
      const counts = met.map((word) => wordsOf.filter((words) => words.includes(word)).length);
      expect([...papersWithWord]).toEqual(counts);
      wordsOf.forEach((words, p) => {
        const rare = words.map((word) => met.indexOf(word)).filter((index) => counts[index] <= 4);
        expect([...titleWords.values.subarray(titleWords.from[p], titleWords.from[p + 1])]).toEqual(rare);
      });
    }),
  );
});
