import type { PaperField } from "../model/dataset.ts";
import { naturalLog } from "../model/logarithm.ts";
import { byCodeUnit } from "../model/order.ts";
import { phraseFinder } from "./phrase-finder.ts";
import { type PaperText, readTexts, type TextUnits } from "./text-units.ts";

export type { PaperText };

/** The fields that papers may be about: `fields.json`, which the user may edit. */
export interface Vocabulary {
  readonly fields: readonly VocabularyField[];
}

export interface VocabularyField {
  /** As it is shown: "recommender systems", "GNN". */
  readonly name: string;
  /** The phrases that mention the field. Only these are looked for: "law" may be shown where "scaling law" is not meant. */
  readonly synonyms: readonly string[];
  /** A field that says little, because so much belongs to it: it gives way to any other. */
  readonly broad?: boolean;
}

/** Reads a vocabulary of parsed JSON. Throws with a sentence on anything that is not one. */
export function readVocabulary(json: unknown): Vocabulary {
  const fields = isObject(json) ? json.fields : undefined;
  if (!Array.isArray(fields)) throw new Error('The vocabulary is not an object with a list "fields".');
  const names = new Set<string>();
  return {
    fields: fields.map((field: unknown, i) => {
      const place = `Field ${i + 1} of the vocabulary`;
      if (!isObject(field)) throw new Error(`${place} is not an object.`);
      const { name, synonyms, broad } = field;
      if (!isPhrase(name)) throw new Error(`${place} has no name.`);
      if (names.has(name)) throw new Error(`${place} has the name of another field: "${name}".`);
      names.add(name);
      if (!Array.isArray(synonyms) || synonyms.length === 0 || !synonyms.every(isPhrase)) {
        throw new Error(`${place}, "${name}", has no list of synonyms, each with a letter or digit in it.`);
      }
      if (broad !== undefined && typeof broad !== "boolean") {
        throw new Error(`${place}, "${name}": "broad" is neither true nor false.`);
      }
      return { name, synonyms, broad: broad ?? false };
    }),
  };
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPhrase(value: unknown): value is string {
  return typeof value === "string" && /[\p{L}\p{N}]/u.test(value);
}

/** How much a text speaks of one field (index in the vocabulary). `mass` is above 0, below `TITLE_MASS + PURPOSE_MASS + 1`. */
export interface Mention {
  readonly field: number;
  readonly mass: number;
}

/** A title names its subject once, and means it; an abstract repeats itself, and the first mention says most. */
export const TITLE_MASS = 1.5;

/** What stands behind the last "for" of a title is what the paper is for: "graph propagation for social recommendation". */
export const PURPOSE_MASS = 0.5;

/**
 * The mass of a phrase that is or is not in the title, and `times` times in the abstract (⅓, ½, ⅗, … for once, twice, …);
 * `isPurpose` where the title has it behind its last "for".
 */
export function massOf(inTitle: boolean, times: number, isPurpose = false): number {
  return (inTitle ? TITLE_MASS : 0) + (isPurpose ? PURPOSE_MASS : 0) + times / (times + 2);
}

/** The fields each paper mentions in title and abstract, ascending; where those name none, the ones of its venue. */
export function fieldMentions(texts: TextUnits, vocabulary: Vocabulary): readonly (readonly Mention[])[] {
  const known = MENTIONS.get(texts);
  if (known?.vocabulary === vocabulary) return known.mentions;
  const mentions = findMentions(texts, vocabulary);
  MENTIONS.set(texts, { vocabulary, mentions });
  return mentions;
}

// Papers and teams, by each counting scheme, ask for the same mentions.
const MENTIONS = new WeakMap<
  TextUnits,
  { readonly vocabulary: Vocabulary; readonly mentions: readonly (readonly Mention[])[] }
>();

function findMentions(texts: TextUnits, vocabulary: Vocabulary): readonly (readonly Mention[])[] {
  const finder = phraseFinder(
    vocabulary.fields.map(({ synonyms }) => synonyms),
    texts,
  );
  const count = (from: number, to: number) => {
    const times = new Map<number, number>();
    finder.find(from, to, (field) => times.set(field, (times.get(field) ?? 0) + 1));
    return times;
  };

  return Array.from({ length: texts.paperCount }, (_, p) => {
    const [start, abstract, venue, end] = texts.starts.subarray(3 * p, 3 * p + 4);
    const inTitle = count(start, abstract);
    const inPurpose = count(purposeOf(texts, start, abstract), abstract);
    const inAbstract = count(abstract, venue);
    const fields = new Set([...inTitle.keys(), ...inAbstract.keys()]);
    if (fields.size === 0) return [...count(venue, end).keys()].map((field) => ({ field, mass: 0.5 }));
    return [...fields]
      .sort((a, b) => a - b)
      .map((field) => ({ field, mass: massOf(inTitle.has(field), inAbstract.get(field) ?? 0, inPurpose.has(field)) }));
  });
}

/** The place behind the last "for" between `start` and `end`; `end` where there is none. */
function purposeOf({ units, words }: TextUnits, start: number, end: number): number {
  let k = end;
  while (k > start && words[units[k - 1]].toLowerCase() !== "for") k--;
  return k > start ? k : end;
}

/**
 * What each paper is about, best first; empty where its text names no field. The score, above 0, is the mass of the
 * mentions times √ln(1 + N/n), with n of N papers mentioning the field: what sets a paper apart says more. The root keeps
 * one passing word that nobody else uses from outweighing what the paper says again and again. A broad field stands behind
 * every other.
 */
export function fieldsOfPapers(
  papers: readonly PaperText[],
  vocabulary: Vocabulary,
): readonly (readonly PaperField[])[] {
  const mentions = fieldMentions(readTexts(papers), vocabulary);
  const mentioning = new Uint32Array(vocabulary.fields.length);
  for (const ofPaper of mentions) for (const { field } of ofPaper) mentioning[field] += 1;
  const rarity = Array.from(mentioning, (n) => (n === 0 ? 0 : Math.sqrt(naturalLog(1 + papers.length / n))));

  return mentions.map((ofPaper) =>
    ofPaper
      .map(({ field, mass }) => ({ ...vocabulary.fields[field], score: roundScore(mass * rarity[field]) }))
      .sort(
        (a, b) =>
          Number(a.broad ?? false) - Number(b.broad ?? false) || b.score - a.score || byCodeUnit(a.name, b.name),
      )
      .map(({ name, score }) => ({ name, score })),
  );
}

/** Scores are sums in some order of papers; nine digits are kept, so that the order cannot show. */
export function roundScore(score: number): number {
  return Number(score.toPrecision(9));
}
