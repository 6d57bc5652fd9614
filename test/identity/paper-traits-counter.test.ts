import { expect, test } from "vitest";
import { PaperTraitsCounter } from "../../src/identity/paper-traits-counter.ts";

/** Papers 0 to 3 with words 0 to 2 and two venues; the nodes have the papers 0 and 1, 2, 3, and 2 and 3. */
const TRAITS = {
  titleWords: { from: Uint32Array.of(0, 2, 3, 5, 7), values: Uint32Array.of(0, 1, 1, 1, 2, 2, 1) },
  papersWithWord: Uint32Array.of(1, 4, 2),
  venue: Int32Array.of(0, 1, 0, -1),
  papersAtVenue: Uint32Array.of(2, 1),
  year: new Float64Array(4),
};
const PAPERS = { from: Uint32Array.of(0, 2, 3, 4, 6), values: Uint32Array.of(0, 1, 2, 3, 2, 3) };

function compared(counter: PaperTraitsCounter, b: number) {
  counter.compare(b);
  const { titleWords, titleWordsExpected, venues, venuesExpected } = counter;
  return { titleWords, titleWordsExpected, venues, venuesExpected };
}

test("a word or a venue that both have counts once, and chance by all papers of either", () => {
  const counter = new PaperTraitsCounter(PAPERS, TRAITS);
  counter.focus(0);
  // Two papers of one, and of four the words of the other stand in 4 + 2, and 2 are at its venue.
  const one = { titleWords: 1, titleWordsExpected: (2 * (4 + 2)) / 4, venues: 1, venuesExpected: (2 * 2) / 4 };
  expect(compared(counter, 1)).toEqual(one);
  const none = { titleWords: 1, titleWordsExpected: (2 * (2 + 4)) / 4, venues: 0, venuesExpected: 0 };
  expect(compared(counter, 2)).toEqual(none);
  const both = { titleWords: 1, titleWordsExpected: (2 * 12) / 4, venues: 1, venuesExpected: (2 * 2) / 4 };
  expect(compared(counter, 3)).toEqual(both);
  expect(compared(counter, 1), "what was met before is there again").toEqual(one);
});

test("what another node had in focus is forgotten", () => {
  const counter = new PaperTraitsCounter(PAPERS, TRAITS);
  counter.focus(0);
  counter.focus(2);
  expect(compared(counter, 1)).toMatchObject({ titleWords: 2, venues: 0 });
});
