import type { ParsedName } from "./parse-name.ts";

/** How common the parts of names are, and so how many others may have the same. */
export interface Commonness {
  /** Distinct names in the collection. */
  readonly nameCount: number;
  /** How many other people of a collection of this size are expected to have a name with these parts. */
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
  const expectedNamesakes = (name: ParsedName): number => {
    const family = families.get(familyOf(name)) ?? 1;
    if (name.family === 0) return family;
    const full = name.words.findIndex((word, i) => i < name.family && word.length > 1);
    if (full > 0) return (Math.max(family - 2, 0.1) * (firsts.get(name.words[full]) ?? 1)) / names.length;
    const several = name.family > 1 && name.words.every((word, i) => i >= name.family || word.length > 1);
    const given = (several ? givens.get(givenOf(name)) : firsts.get(name.words[0])) ?? 1;
    // Of those who have the family name, two are the pair in question.
    return (Math.max(family - 2, 0.1) * given) / names.length;
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
