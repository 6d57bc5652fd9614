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
  const counts = new WordCounts();
  for (const name of names) {
    counts.families[counts.indexOf(familyOf(name))]++;
    if (name.family === 0) continue;
    const [first] = name.words;
    const index = counts.indexOf(first);
    counts.firsts[index]++;
    if (first.length > 1) counts.firsts[counts.indexOf(first[0])]++;
    counts.givens[name.family === 1 ? index : counts.indexOf(givenOf(name))]++;
  }
  const all = names.length + BACKGROUND_NAMES;
  const expected = (family: string, withFamily: number, given: string, withGiven: number): number => {
    const familyShare = (Math.max((withFamily || 1) - 2, 0) + BACKGROUND_NAMES * backgroundFamilyShare(family)) / all;
    const givenShare = (Math.max((withGiven || 1) - 1, 0) + BACKGROUND_NAMES * backgroundGivenShare(given)) / all;
    return (names.length + NAMES_BEYOND) * familyShare * givenShare;
  };
  const expectedNamesakes = (name: ParsedName): number => {
    const family = familyOf(name);
    const withFamily = counts.of(counts.families, family);
    if (name.family === 0) return withFamily || 1;
    const full = name.words.findIndex((word, i) => i < name.family && word.length > 1);
    if (full > 0) {
      return expected(family, withFamily, name.words[full], counts.of(counts.firsts, name.words[full]));
    }
    const several = name.family > 1 && name.words.every((word, i) => i >= name.family || word.length > 1);
    const given = several ? givenOf(name) : name.words[0];
    // "Minyoung" is as common as it is together with "Min Young".
    const withGiven = Math.max(counts.of(counts.givens, given), several ? 0 : counts.of(counts.firsts, given));
    return expected(family, withFamily, given, withGiven);
  };
  return {
    nameCount: names.length,
    expectedNamesakes,
    namesWithWord: (word) => counts.of(counts.firsts, word) + counts.of(counts.families, word),
    lastRatherThanFirst: (word) => (counts.of(counts.families, word) + 0.5) / (counts.of(counts.firsts, word) + 0.5),
  };
}

/** How many names have a word as family name, as given name, and as the first of the given names or its initial. */
class WordCounts {
  readonly families: number[] = [];
  readonly givens: number[] = [];
  readonly firsts: number[] = [];
  readonly #indexOf = new Map<string, number>();

  /** The index of a word in the counts, which is a new one where it was not met before. */
  indexOf(word: string): number {
    let index = this.#indexOf.get(word);
    if (index === undefined) {
      index = this.families.push(0) - 1;
      this.givens.push(0);
      this.firsts.push(0);
      this.#indexOf.set(word, index);
    }
    return index;
  }

  of(counts: readonly number[], word: string): number {
    const index = this.#indexOf.get(word);
    return index === undefined ? 0 : counts[index];
  }
}

function familyOf(name: ParsedName): string {
  return name.family === name.words.length - 1 ? name.words[name.family] : name.words.slice(name.family).join("");
}

function givenOf(name: ParsedName): string {
  return name.family === 1 ? name.words[0] : name.words.slice(0, name.family).join("");
}
