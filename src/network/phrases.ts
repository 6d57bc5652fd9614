import { CLOSE, FIRST_WORD, OPEN, type TextUnits } from "./text-units.ts";
import { WORD_KIND, wordKind } from "./word-kinds.ts";

/** Longest phrase, in units. */
const MOST_UNITS = 4;

/** A phrase met at the units `from <= k < from + length`. Phrases with one `id` are forms of one phrase. */
export type PhraseMeeting = (id: number, from: number, length: number) => void;

/** The noun-like phrases of texts. */
export interface Phrases {
  readonly texts: TextUnits;
  /** Texts that tell how a word is mostly written. */
  readonly writtenIn: TextUnits;
  /** Visits every noun-like phrase in the units `from <= k < to`, parts of longer ones included. */
  visit(from: number, to: number, meeting: PhraseMeeting): void;
}

/**
 * Noun-like phrases without a grammar: up to four neighbouring words that break no clause, are neither function words nor
 * verbs of academic prose, end in no adjective, and are not all as empty as "model" or "system". The `id` is a hash of
 * 53 bits of the words' keys, so that it is the same whatever else was read (two phrases share one by chance once in 10¹⁵
 * pairs). An acronym has the id of its expansion where some text defines it: "graph neural networks (GNNs)".
 */
export function phrasesOf(texts: TextUnits): Phrases {
  const known = FOUND.get(texts) ?? findPhrases(texts);
  FOUND.set(texts, known);
  return known;
}

const FOUND = new WeakMap<TextUnits, Phrases>();

function findPhrases(texts: TextUnits): Phrases {
  const kinds = Uint8Array.from(texts.words, (word, id) => (id < FIRST_WORD ? 0 : wordKind(word, texts.keys[id])));
  const alones = Uint8Array.from(texts.words, (word, id) => (standsAlone(word, kinds[id]) ? 1 : 0));
  const hashes = hashesOf(texts.keys);
  const expansions = acronymExpansions(texts, hashes);

  return {
    texts,
    writtenIn: texts,
    visit(from, to, meeting) {
      for (let start = from; start < to; start++) {
        let a = SEED_A;
        let b = SEED_B;
        let telling = false;
        for (let at = start; at < to && at - start < MOST_UNITS; at++) {
          const unit = texts.units[at];
          const kind = kinds[unit];
          if (kind === WORD_KIND.BREAK) break;
          a = mixed(a, hashes.a[unit], FACTOR_A);
          b = mixed(b, hashes.b[unit], FACTOR_B);
          telling ||= kind !== WORD_KIND.GENERIC;
          if (!telling || kind === WORD_KIND.MODIFIER) continue;
          const alone = at === start;
          if (alone && alones[unit] === 0) continue;
          meeting((alone ? expansions.get(unit) : undefined) ?? idOf(a, b), start, at - start + 1);
        }
      }
    },
  };
}

/** The phrases of titles alone, as if no paper had an abstract; all texts still tell how words are written. */
export function phrasesOfTitles({ texts, writtenIn, visit }: Phrases): Phrases {
  const starts = texts.starts.slice();
  for (let p = 0; p < texts.paperCount; p++) starts[3 * p + 2] = starts[3 * p + 1];
  return { texts: { ...texts, starts }, writtenIn, visit };
}

/** A single word names something when it is no short or general word; in scripts without spaces a run is a clause. */
function standsAlone(word: string, kind: number): boolean {
  if (kind !== WORD_KIND.NOUN || word.length < 3) return false;
  return isAcronym(word) || (word.length >= 4 && !UNSPACED_RUN.test(word));
}

const UNSPACED_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{9}/u;

/** Two capitals or more among at most ten letters. */
export function isAcronym(word: string): boolean {
  return word.length <= 10 && (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

/** A hash of one string or of several in a row: two lanes of 32 bits, of which the id keeps 53. */
const SEED_A = 0x811c9dc5;
const SEED_B = 0x01000193;
const FACTOR_A = 0x9e3779b1;
const FACTOR_B = 0xc2b2ae35;

/** FNV-1a (Fowler, Noll & Vo) from each of two bases, the second with another factor. */
function hashesOf(texts: readonly string[]): { readonly a: Int32Array; readonly b: Int32Array } {
  const a = new Int32Array(texts.length).fill(SEED_A);
  const b = new Int32Array(texts.length).fill(SEED_B);
  texts.forEach((text, t) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a[t] = Math.imul(a[t] ^ code, 0x01000193);
      b[t] = Math.imul(b[t] ^ code, 0x85ebca6b);
    }
  });
  return { a, b };
}

/** Mixes the hash of one more word into a lane: `state` is what the words before gave. */
function mixed(state: number, word: number, factor: number): number {
  const product = Math.imul(state ^ (word + (state << 6) + (state >>> 2)), factor);
  return product ^ (product >>> 15);
}

function idOf(a: number, b: number): number {
  return (a >>> 11) * 4_294_967_296 + (b >>> 0);
}

/**
 * Which phrase each acronym stands for, by id of the word: the expansion that most often stands before it in
 * parentheses, "graph neural networks (GNNs)". All forms of the acronym ("GNN", "GNNs") share it.
 */
function acronymExpansions(texts: TextUnits, hashes: ReturnType<typeof hashesOf>): ReadonlyMap<number, number> {
  const candidates = new Map<string, Map<number, number>>();
  const { units, words, keys } = texts;
  for (let k = 2; k + 1 < units.length; k++) {
    const word = words[units[k]];
    if (units[k - 1] !== OPEN || units[k + 1] >= FIRST_WORD || units[k + 1] === OPEN || !isAcronym(word)) continue;
    const from = expansionStart(texts, k - 1, word);
    if (from === null) continue;
    let a = SEED_A;
    let b = SEED_B;
    for (let at = from; at < k - 1; at++) {
      a = mixed(a, hashes.a[units[at]], FACTOR_A);
      b = mixed(b, hashes.b[units[at]], FACTOR_B);
    }
    const expansion = idOf(a, b);
    const counts = candidates.get(keys[units[k]]) ?? new Map<number, number>();
    candidates.set(keys[units[k]], counts.set(expansion, (counts.get(expansion) ?? 0) + 1));
  }

  const expansions = new Map<number, number>();
  words.forEach((word, unit) => {
    const counts = unit < FIRST_WORD || !isAcronym(word) ? undefined : candidates.get(keys[unit]);
    if (counts === undefined) return;
    const [[best]] = [...counts].sort(([id, count], [otherId, other]) => other - count || id - otherId);
    expansions.set(unit, best);
  });
  return expansions;
}

/**
 * Where the expansion of an acronym begins that stands in the parenthesis opened at `open`: the letters of the acronym are
 * found from its end backwards in the words before, its first letter at the beginning of a word (Schwartz & Hearst 2003,
 * doi:10.1142/9789812776303_0042). Null where they are not found in one clause.
 */
function expansionStart(texts: TextUnits, open: number, acronym: string): number | null {
  const letters = acronym.replace(/s$/u, "").toLowerCase();
  const furthest = Math.max(0, open - Math.min(letters.length + 5, letters.length * 2));
  let letter = letters.length - 1;
  for (let at = open - 1; at >= furthest && texts.units[at] >= FIRST_WORD && texts.units[at] !== CLOSE; at--) {
    const word = texts.words[texts.units[at]].toLowerCase();
    for (let i = word.length - 1; i >= 0 && letter >= 0; i--) {
      const atStartOfWord = i === 0 || word[i - 1] === "-";
      if (word[i] === letters[letter] && (letter > 0 || atStartOfWord)) letter -= 1;
    }
    if (letter < 0) return at;
  }
  return null;
}
