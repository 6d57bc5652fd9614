import fc from "fast-check";
import { expect, test } from "vitest";
import { latexToText, mathToText } from "../../src/ingest/latex/latex-text.ts";

test.each([
  ['M{\\"u}ller', "Müller"],
  ['M\\"uller', "Müller"],
  ['M\\"{u}ller', "Müller"],
  ["Erd{\\H{o}}s and Erd\\H os", "Erdős and Erdős"],
  ["na{\\\"\\i}ve, \\'{\\i}", "naïve, í"],
  ['{\\O}ystein \\AA{}ngstr\\"om stra{\\ss}e', "Øystein Ångström straße"],
  ["\\c{c} \\v{S} \\k a \\r{u} {\\L}\\'od\\'z", "ç Š ą ů Łódź"],
  ["\\textbf{bold} {\\em kept} \\unknown{argument}", "bold kept argument"],
  ["\\href{javascript:alert(1)}{text}", "text"],
  ["{\\noopsort{1973b}}1973", "1973"],
  ["50\\% \\& \\$5 \\_ \\#", "50% & $5 _ #"],
  ["``quoted'' -- and --- it's", "“quoted” – and — it's"],
  ["$^{13}$CO, H$_2$O, $\\alpha\\times\\beta$, $x^{ab}$", "¹³CO, H₂O, α×β, xab"],
  ["<b>no markup</b> \\write18{rm}", "<b>no markup</b> 18rm"],
  ["Donald~Knuth", "Donald\u00a0Knuth"],
  ["{{Nested} {Braces}}", "Nested Braces"],
])("%s reads %s", (latex, text) => {
  expect(latexToText(latex).normalize("NFC")).toBe(text);
});

test("text without LaTeX stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      fc.pre(!/[\\{}$~`'-]/.test(text));
      expect(latexToText(text)).toBe(text);
    }),
  );
});

test("no text throws, and no “<” appears that was not there", () => {
  const soup = fc.array(
    fc.constantFrom(
      "\\",
      "{",
      "}",
      "$",
      "^",
      "_",
      "'",
      '"',
      "\\'",
      "\\i",
      "\\href",
      "\\c",
      "[",
      "]",
      "a",
      " ",
      "😀",
      "~",
    ),
  );
  fc.assert(
    fc.property(soup, (pieces) => {
      expect(latexToText(pieces.join(""))).not.toContain("<");
    }),
  );
});

test("mathematics in plain text becomes Unicode, and sums of money stay", () => {
  expect(mathToText("a $\\bar\\nu_e$ burst, $10^{-5}$, $p$-adic").normalize("NFC")).toBe("a ν̄e burst, 10⁻⁵, p-adic");
  expect(mathToText("from $5 to $10, ~100-fold -- 90%")).toBe("from $5 to $10, ~100-fold -- 90%");
  expect(mathToText("one $ alone \\x")).toBe("one $ alone \\x");
});
