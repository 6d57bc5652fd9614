import fc from "fast-check";
import { expect, test } from "vitest";
import { systemNames } from "../../src/scene/system-names.ts";

const names = (title: string | null, abstract: string | null) => systemNames(title, abstract).map(({ name }) => name);

test("a short title before a colon is a name", () => {
  expect(names("Hop Sampling: A Simple Regularized Graph Learning", null)).toEqual(["Hop Sampling"]);
  expect(names("A Rather Long Way of Saying Things: Part One", null)).toEqual([]);
});

test("words written unlike words are names", () => {
  expect(names(null, "With MH-Aug, k-SALSA, GPT-3, HyperCLOVA and One4all we do well.")).toEqual([
    "MH-Aug",
    "k-SALSA",
    "GPT-3",
    "HyperCLOVA",
    "One4all",
  ]);
  expect(names(null, "Relation-Aware Self-Attention in large-scale data. I am. A 3D view.")).toEqual([]);
});

test("a letter after a name belongs to it", () => {
  expect(names("HyperCLOVA X Technical Report", null)).toEqual(["HyperCLOVA X"]);
  expect(names(null, "With HyperCLOVA I see. Then HyperCLOVA XL.")).toEqual(["HyperCLOVA", "XL"]);
});

test("what a paper proposes is its own, with the short form in brackets", () => {
  expect(
    systemNames(null, "Hence we propose a Deformable Graph Transformer (DGT) that attends. It beats BERT4."),
  ).toEqual([
    { name: "Deformable Graph Transformer", own: true },
    { name: "DGT", own: true },
    { name: "BERT4", own: false },
  ]);
});

test("a name with a plural is a kind of thing", () => {
  expect(names(null, "Graph neural networks (GNNs) are many; a GNN is one.")).toEqual([]);
});

test("each name stands once, and its own paper's claim outweighs a mention", () => {
  expect(systemNames("CHOPT: Search", "CHOPT is used. We introduce CHOPT.")).toEqual([{ name: "CHOPT", own: true }]);
});

test("long runs of capitals or hyphens take no time to speak of", () => {
  expect(names(null, "A".repeat(100_000)).length).toBe(1);
  expect(names(null, "a-".repeat(100_000)).length).toBe(0);
  expect(names(null, "we propose ".repeat(20_000)).length).toBe(0);
});

/** The words that are written unlike most, by one expression for every word, slowly. */
function unusualByExpressions(text: string): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:[-.+][\p{L}\p{N}]+)*/gu)].map(([word]) => word);
  return words.filter((word) => {
    if (/^\d/.test(word) || /^\p{Lu}{2,}s$/u.test(word)) return false;
    return /\p{L}\d+\p{L}/u.test(word) || word.split("-").some((part) => /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}/u.test(part));
  });
}

test("in any text the words are found that are written unlike most", () => {
  const piece = fc.constantFrom(
    ...[
      "a",
      "B",
      "s",
      "7",
      "é",
      "É",
      "𝒜",
      "\ud835",
      "中",
      "ß",
      "-",
      ".",
      "+",
      " ",
      "(",
      "\u0301",
      "²",
      "ǅ",
      "Ab",
      "no",
      "GPT",
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      // No letter alone behind a word, which would belong to its name, and no brackets or colons for other rules to begin with.
      const spaced = pieces
        .join("")
        .split(" ")
        .filter((part) => part !== "")
        .join(" ");
      const text = spaced.replace(/ (?=[B-HJ-Z](?![\p{L}\p{N}]))/gu, "");
      expect(systemNames(null, text).map(({ name }) => name)).toEqual(
        [...new Set(unusualByExpressions(text))].filter((name) => !pluralsIn(text).has(name)),
      );
    }),
    { numRuns: 3000 },
  );
});

function pluralsIn(text: string): Set<string> {
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:[-.+][\p{L}\p{N}]+)*/gu)].map(([word]) => word);
  return new Set(words.filter((word) => /^\p{Lu}{2,}s$/u.test(word)).map((word) => word.slice(0, -1)));
}
