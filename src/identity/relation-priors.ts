import type { Relation } from "./relation-kinds.ts";

/** Natural-log odds that two names so related are one person's, before anything else is known of them. */
export const PRIORS: Readonly<Record<Relation, number>> = {
  spacing: 3.1,
  umlaut: 3.4,
  // Lu and Lü are two family names, and both are common.
  pinyin: 0,
  inverted: -1.5,
  suffix: 1.8,
  "particle-dropped": 2,
  "family-extended": 0.6,
  // The prior of its weakest part, a dropped given name: two words of a family name that agree make up for the rest. Of
  // 8 such pairs in the ACL Anthology all are one person.
  "family-joined": 1,
  "family-spelling": -0.2,
  "middle-initial": 2.8,
  "middle-dropped": 1,
  // Of such pairs read by hand that share nobody, fewer than half are one person.
  "telling-middle": 0.1,
  "middle-shortened": 3.2,
  initial: 1.7,
  initials: 2.5,
  "initial-and-middle": 1.6,
  // Of such pairs read by hand that share nobody, most are two people.
  "initial-and-other": -1,
  "first-dropped": 0.2,
  nickname: 0.9,
  prefix: -2.3,
  "given-spelling": -0.6,
};

/** What is done to a name, in words: the first step of the waterfall. */
export const WORDING: Readonly<Record<Relation, string>> = {
  spacing: "the same letters with other spaces or hyphens",
  umlaut: "the same name with umlauts spelt out",
  pinyin: "u, v or yu, where the u may be the ü of Pinyin",
  inverted: "the same words with the family name in front",
  suffix: "the same name with and without its suffix",
  "particle-dropped": "the same name with and without a particle",
  "family-extended": "a second family name added",
  "family-joined": "the family name in one word, with umlauts and further given names written otherwise",
  "family-spelling": "one letter differs in the family name",
  "middle-initial": "a middle initial added",
  "middle-dropped": "a middle name added",
  "telling-middle": "a part of the given name added, in a Chinese, Korean or Vietnamese name or beside Muhammad",
  "middle-shortened": "a middle name written out",
  initial: "an initial written out",
  initials: "initials written out",
  "initial-and-middle": "an initial written out, and a middle name added",
  "initial-and-other": "an initial written out, but the middle name gone",
  "first-dropped": "a first name added in front",
  nickname: "a usual short or kindred form of the given name",
  prefix: "a given name cut short",
  "given-spelling": "one letter differs in the given name",
};

const OTHERS: Readonly<Record<string, string>> = {
  "same-name": "parts of one name that stands for several people",
  "same-id": "one id in their sources",
  decision: "nothing but a decision",
};

/** What the relation of a case is, in words. */
export function relationInWords(relation: string): string {
  const wording: Readonly<Record<string, string>> = { ...WORDING, ...OTHERS };
  return wording[relation] ?? relation;
}
