import fc from "fast-check";
import { expect, test } from "vitest";
import { scanUnits } from "../../src/network/unit-scanner.ts";

function unitsOf(text: string): string[] {
  const units: string[] = [];
  scanUnits(text, {
    word: (cased, from, to) => units.push(cased.slice(from, to)),
    sign: (code) => units.push(String.fromCodePoint(code)),
  });
  return units;
}

const UNIT =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-\u2010\u2011][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*|[^\p{L}\p{N}\s'’*_^~-]/gu;

/** The same by regular expressions, slowly. */
function unitsByExpressions(text: string): string[] {
  const cased = text.length > 12 && text === text.toUpperCase() ? text.toLowerCase() : text;
  const plain = cased
    .replace(/\$[^$]{1,80}\$|\\[a-z]+|<\/?[a-z][^<>]{0,40}>|&#?\w{1,8};/giu, " , ")
    .replace(/['’](?:s\b)?/gu, " ");
  return [...plain.matchAll(UNIT)].map(([unit]) => unit);
}

test("words are joined by hyphens, and signs stand alone", () => {
  expect(unitsOf("End-to-end learning (GNNs), again – and a dash-")).toEqual([
    ...["End-to-end", "learning", "(", "GNNs", ")", ",", "again", "–", "and", "a", "dash"],
  ]);
});

test("the possessive is left out, other words beginning with s are not", () => {
  expect(unitsOf("Zipf's law, the users’ choice, l'sens")).toEqual([
    ...["Zipf", "law", ",", "the", "users", "choice", ",", "l", "sens"],
  ]);
});

test("markup is one comma", () => {
  expect(unitsOf("an $x^2$ of <i>E. coli</i> &amp; \\emph more")).toEqual([
    ...["an", ",", "of", ",", "E", ".", "coli", ",", ",", ",", "more"],
  ]);
});

test("a text all in capitals is read in small letters, a short one is not", () => {
  expect(unitsOf("GRAPH NEURAL NETWORKS")).toEqual(["graph", "neural", "networks"]);
  expect(unitsOf("GNN AND LLM")).toEqual(["GNN", "AND", "LLM"]);
});

test("any text has the units that the expressions find", () => {
  const piece = fc.constantFrom(
    ...[
      "a",
      "Z",
      "s",
      "é",
      "e\u0301",
      "\u0301",
      "中文",
      "𝒜",
      "\ud83d",
      "7",
      "-",
      "\u2010",
      "'",
      "’s",
      " ",
      "\u00a0",
      "*",
    ],
    ...["$x$", "$", "<b>", "<", "&amp;", "&", "\\alpha", "\\", ".", ",", "(", "]", "。", "_", "ABCDEFGHIJKLMN", "\n"],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      expect(unitsOf(text)).toEqual(unitsByExpressions(text));
    }),
    { numRuns: 3000 },
  );
});
