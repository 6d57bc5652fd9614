import { byCodeUnit } from "../model/order.ts";
import { massOf } from "./paper-fields.ts";
import type { Phrases } from "./phrases.ts";
import type { TeamPaper } from "./team-papers.ts";
import { FIRST_WORD, SENTENCE_END, type TextUnits } from "./text-units.ts";

/** How a phrase is used in some papers. */
export interface PhraseUse {
  /**
   * In its commonest form, titles and abstracts together: singular or plural, expansion or acronym, ties by code unit.
   * Letters are small but where the texts mostly write the word otherwise.
   */
  readonly phrase: string;
  /** Every word of it has a capital wherever it stands: the name of a system, a place or a person. */
  readonly isName: boolean;
  /** Keys of the words of its longest form: of the expansion where the commonest is an acronym. */
  readonly words: readonly string[];
  /** Papers that mention it, with its mass there. */
  readonly massIn: ReadonlyMap<number, number>;
}

/** How the phrases with the given ids are used in the given papers. */
export function phraseUses(
  phrases: Phrases,
  papers: readonly TeamPaper[],
  ids: ReadonlySet<number>,
): ReadonlyMap<number, PhraseUse> {
  const { texts } = phrases;
  const written = writtenForms(phrases.writtenIn);
  const sightings = new Map<number, Sightings>();
  const mayHave = new Uint8Array(FILTER_MASK + 1);
  for (const id of ids) mayHave[id & FILTER_MASK] = 1;
  for (const { paper } of papers) {
    const [title, abstract, venue] = texts.starts.subarray(3 * paper, 3 * paper + 3);
    phrases.visit(title, venue, (id, from, length) => {
      if (mayHave[id & FILTER_MASK] === 0 || !ids.has(id)) return;
      const seen = sightings.get(id) ?? {
        forms: new Map(),
        isCommon: false,
        longest: [],
        inTitle: new Set(),
        times: new Map(),
      };
      sightings.set(id, seen);
      const units = [...texts.units.subarray(from, from + length)];
      const inTitle = from < abstract;
      // In a title every word may have a capital; how the word is written elsewhere decides there.
      seen.isCommon ||= units.some((unit) => !/\p{Lu}/u.test(inTitle ? written(unit) : texts.words[unit]));
      if (units.length > seen.longest.length) seen.longest = units;
      const form = units.map(written).join(" ");
      seen.forms.set(form, (seen.forms.get(form) ?? 0) + 1);
      if (inTitle) seen.inTitle.add(paper);
      seen.times.set(paper, (seen.times.get(paper) ?? 0) + (inTitle ? 0 : 1));
    });
  }
  return new Map([...sightings].map(([id, seen]) => [id, useOf(seen, texts)]));
}

/** Most phrases are none of those wanted: the last bits of their ids tell most of these apart before a set is asked. */
const FILTER_MASK = 4095;

interface Sightings {
  readonly forms: Map<string, number>;
  isCommon: boolean;
  longest: readonly number[];
  /** Papers that have it in the title. */
  readonly inTitle: Set<number>;
  /** By paper, how often it stands in the abstract. */
  readonly times: Map<number, number>;
}

function useOf({ forms, isCommon, longest, inTitle, times }: Sightings, texts: TextUnits): PhraseUse {
  const [[phrase]] = [...forms].sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b));
  return {
    phrase,
    isName: !isCommon,
    words: longest.map((unit) => texts.keys[unit]),
    massIn: new Map([...times].map(([paper, count]) => [paper, massOf(inTitle.has(paper), count)])),
  };
}

const WRITTEN = new WeakMap<TextUnits, (unit: number) => string>();

/** How a word is written: as the abstracts mostly do inside a sentence; else in small letters, but for acronyms and names. */
function writtenForms(texts: TextUnits): (unit: number) => string {
  const known = WRITTEN.get(texts);
  if (known !== undefined) return known;

  // How often each word stands inside a sentence of an abstract; at its beginning a capital says nothing.
  const inside = new Uint32Array(texts.words.length);
  for (let p = 0; p < texts.paperCount; p++) {
    const [title, abstract] = texts.starts.subarray(3 * p, 3 * p + 2);
    if (isSentenceCase(texts, title, abstract)) {
      for (let k = title + 1; k < abstract; k++) if (texts.units[k - 1] !== SENTENCE_END) inside[texts.units[k]] += 1;
    }
    for (let k = texts.starts[3 * p + 1] + 1; k < texts.starts[3 * p + 2]; k++) {
      if (texts.units[k - 1] !== SENTENCE_END) inside[texts.units[k]] += 1;
    }
  }
  const commonest = new Map<string, number>();
  for (let unit = FIRST_WORD; unit < texts.words.length; unit++) {
    const lower = texts.words[unit].toLowerCase();
    const other = commonest.get(lower);
    if (other === undefined || isCommoner(unit, other)) commonest.set(lower, unit);
  }
  function isCommoner(unit: number, other: number): boolean {
    return inside[unit] > inside[other] || (inside[unit] === inside[other] && texts.words[unit] > texts.words[other]);
  }

  const form = (unit: number) => {
    const lower = texts.words[unit].toLowerCase();
    const best = commonest.get(lower) ?? unit;
    if (inside[best] > 0) return texts.words[best];
    // Only titles and beginnings have it: a capital there is no sign of a name, two capitals are one of an acronym.
    return /^\P{Lu}*\p{Lu}\P{Lu}*$/u.test(texts.words[unit]) ? lower : texts.words[unit];
  };
  const forms = new Map<number, string>();
  const written = (unit: number) => {
    const known = forms.get(unit) ?? form(unit);
    forms.set(unit, known);
    return known;
  };
  WRITTEN.set(texts, written);
  return written;
}

/**
 * Whether a title has capitals only where a sentence has them: half of its longer words begin small. In German nouns
 * never do, and its little words tell it apart.
 */
function isSentenceCase(texts: TextUnits, from: number, to: number): boolean {
  let long = 0;
  let small = 0;
  for (let k = from + 1; k < to; k++) {
    const word = texts.words[texts.units[k]];
    if (GERMAN.has(word)) return true;
    if (word.length < 5) continue;
    long += 1;
    if (/^\p{Ll}/u.test(word)) small += 1;
  }
  return small > 0 && 2 * small >= long;
}

const GERMAN: ReadonlySet<string> = new Set(
  "das dem den der des eine einer eines für im und vom zum zur über".split(" "),
);
