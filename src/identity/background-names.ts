import table from "./background-names.json";

/*
 * How common words are in the names of researchers everywhere. `background-names.json` counts the 537,178 distinct folded
 * names of 707,055 papers, as `parseName` reads them: joined family names, first given words, and given names of several
 * words joined ("jihoon", "Ji-Hoon"). A key b holds the words that about 2^(b/2) in a million names have; words of fewer
 * than ten names are left out, so that nobody can be told by them. The source and its licence stand in the file.
 */

/** The share of names with a word that the table does not have: less than ten in 537,178. */
const UNKNOWN = 5e-6;

const families = sharesOf(table.family);
const givens = sharesOf(table.given);
const initials: ReadonlyMap<string, number> = new Map(
  Object.entries(table.initial).map(([letter, inMillion]) => [letter, inMillion / 1e6]),
);

/** The share of names, from 0 to 1, with this family name: folded words without spaces between. */
export function backgroundFamilyShare(family: string): number {
  return families.get(family) ?? UNKNOWN;
}

/** The share of names, from 0 to 1, with this given name, or, being one letter, with that initial. */
export function backgroundGivenShare(given: string): number {
  return (given.length === 1 ? initials.get(given) : givens.get(given)) ?? UNKNOWN;
}

function sharesOf(buckets: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const [bucket, words] of Object.entries(buckets)) {
    // Doubled and not raised to a power, which need not give the same last bit everywhere.
    let inMillion = Number(bucket) % 2 === 0 ? 1 : Math.SQRT2;
    for (let doubled = 2; doubled <= Number(bucket); doubled += 2) inMillion *= 2;
    for (const word of words.split(" ")) shares.set(word, inMillion / 1e6);
  }
  return shares;
}
