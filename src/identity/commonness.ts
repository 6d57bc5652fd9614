import { backgroundFamilyShare, backgroundGivenShare } from "./background-names.ts";
import type { ParsedName } from "./parse-name.ts";

/** The background counts as so many names of the collection: large ones hardly feel it. */
const BACKGROUND_NAMES = 1000;
/** A collection is a part of a field: so many names beyond it may be confused with its own. */
const NAMES_BEYOND = 3000;

/** How common the parts of names are, and so how many others may have the same. */
export interface Commonness {
  /** Distinct names in the collection. */
  readonly nameCount: number;
  /**
   * How many other people are expected to have a name with these parts, family and given name being independent:
   * (N + M) · f · g, with f = (F − 2 + K·f₀) / (N + K) and g = (G − 1 + K·g₀) / (N + K). N names are in the collection,
   * F with the family name, of which two are the pair in question, and G with the given name, of which one is; f₀ and g₀
   * are the shares of the background table, which count as K names (the mean of the posterior under a Dirichlet prior);
   * M names of the field are beyond the collection. In a large collection this is F·G / N.
   */
  expectedNamesakes(name: ParsedName): number;
  /** How many names have this word in their given or family name. */
  namesWithWord(word: string): number;
  /** How much rather the word stands last in a name than first: (last + ½) / (first + ½). */
  lastRatherThanFirst(word: string): number;
}

export function commonnessOf(names: readonly ParsedName[]): Commonness {
  const families = new Map<string, number>();
  const givens = new Map<string, number>();
  const firsts = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const name of names) {
    count(families, familyOf(name));
    if (name.family === 0) continue;
    count(firsts, name.words[0]);
    if (name.words[0].length > 1) count(firsts, name.words[0][0]);
    count(givens, givenOf(name));
  }
  const all = names.length + BACKGROUND_NAMES;
  const expected = (family: string, given: string, withGiven: number): number => {
    const familyShare =
      (Math.max((families.get(family) ?? 1) - 2, 0) + BACKGROUND_NAMES * backgroundFamilyShare(family)) / all;
    const givenShare = (Math.max(withGiven - 1, 0) + BACKGROUND_NAMES * backgroundGivenShare(given)) / all;
    return (names.length + NAMES_BEYOND) * familyShare * givenShare;
  };
  const expectedNamesakes = (name: ParsedName): number => {
    const family = familyOf(name);
    if (name.family === 0) return families.get(family) ?? 1;
    const full = name.words.findIndex((word, i) => i < name.family && word.length > 1);
    if (full > 0) return expected(family, name.words[full], firsts.get(name.words[full]) ?? 1);
    const several = name.family > 1 && name.words.every((word, i) => i >= name.family || word.length > 1);
    const given = several ? givenOf(name) : name.words[0];
    // "Minyoung" is as common as it is together with "Min Young".
    const withGiven = Math.max(givens.get(given) ?? 1, several ? 0 : (firsts.get(given) ?? 1));
    return expected(family, given, withGiven);
  };
  return {
    nameCount: names.length,
    expectedNamesakes,
    namesWithWord: (word) => (firsts.get(word) ?? 0) + (families.get(word) ?? 0),
    lastRatherThanFirst: (word) => ((families.get(word) ?? 0) + 0.5) / ((firsts.get(word) ?? 0) + 0.5),
  };
}

function familyOf(name: ParsedName): string {
  return name.family === name.words.length - 1 ? name.words[name.family] : name.words.slice(name.family).join("");
}

function givenOf(name: ParsedName): string {
  return name.family === 1 ? name.words[0] : name.words.slice(0, name.family).join("");
}
