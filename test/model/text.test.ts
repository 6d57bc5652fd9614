import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText, fold } from "../../src/model/text.ts";

test.each([
  ["Kyung-Min Kim", "kyungminkim"],
  ["Lluís Màrquez", "lluismarquez"],
  ["Øistein Straße", "oisteinstrasse"],
  ["efficiency.Model compression", "efficiencymodelcompression"],
  ["ﬁnding", "finding"],
  ["김민수", "김민수".normalize("NFKD")],
  ["हिन्दी", "हिन्दी"],
])("%s folds to %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("plain text folds by the same rules as other text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary-ascii" }), (text) => fold(`${text}ü`) === `${fold(text)}u`));
});

test("folding twice folds no further", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)));
  // A joiner between two points of Hebrew keeps them out of order until it goes.
  const points = "\u05d0\u05bc\u200d\u05b0";
  expect(fold(fold(points))).toBe(fold(points));
});

test("kept text has no controls, no bidirectional marks, no lone surrogates and single spaces", () => {
  expect(cleanText("  A\u202Eb\u0000\u200B \t\n c\uD800  ")).toBe("Ab c\uFFFD");
});

test("the joiners that Persian and Indic scripts need stay", () => {
  expect(cleanText("می\u200cخواهم")).toBe("می\u200cخواهم");
});

// The rules one after the other, without any short cut.
const slowlyCleaned = (text: string) =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\s+/gu, " ")
    .trim()
    .normalize("NFC");

test("every character is cleaned by the same rules, alone and between letters", () => {
  for (let code = 0; code <= 0xffff; code++) {
    for (const text of [
      String.fromCharCode(code),
      `a${String.fromCharCode(code)}b`,
      `e${String.fromCharCode(code)} `,
    ]) {
      if (cleanText(text) !== slowlyCleaned(text)) expect.fail(`U+${code.toString(16)}`);
    }
  }
});

test("plain text folds as other text does", () => {
  const slow = (text: string) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "");
  fc.assert(fc.property(fc.string({ unit: "binary-ascii" }), (text) => fold(text) === slow(text)));
});

test("plain text stays, and other text becomes it, by the same rules", () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom("a", "~", "!", " ", "\n", "é") }),
    fc.string({ unit: fc.constantFrom("a", "α", " ", " ", "\t", "\n", "\r", "\v", "\u00a0", "\u0301") }),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(text, (one) => {
      expect(cleanText(one)).toBe(slowlyCleaned(one));
    }),
  );
});
