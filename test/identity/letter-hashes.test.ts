import fc from "fast-check";
import { expect, test } from "vitest";
import { LetterHashes } from "../../src/identity/letter-hashes.ts";

const someWords = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 });

function hashOf(text: string): number {
  const letters = new LetterHashes();
  letters.read([text]);
  return letters.stretch(0, letters.length);
}

test("a stretch has the hash of its letters alone, wherever it stands and however the words are cut", () => {
  const letters = new LetterHashes();
  fc.assert(
    fc.property(someWords, fc.nat(), fc.nat(), (words, one, other) => {
      const text = words.join("");
      const [from, to] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
      letters.read(words);
      expect(letters.stretch(from, to)).toBe(hashOf(text.slice(from, to)));
      words.forEach((word, i) => {
        expect(letters.stretch(letters.wordFrom(i), letters.wordFrom(i + 1))).toBe(hashOf(word));
      });
    }),
  );
});

test("leaving a letter out gives the hash of what is left", () => {
  const letters = new LetterHashes();
  letters.read(["katherine", "smith"]);
  for (let at = 0; at < letters.length; at++) {
    expect(letters.without(at)).toBe(hashOf(`${"katherinesmith".slice(0, at)}${"katherinesmith".slice(at + 1)}`));
  }
});
