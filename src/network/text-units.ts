import { wordKey } from "./word-forms.ts";

/** What a paper says of itself; `null` is absence. */
export interface PaperText {
  readonly title: string | null;
  readonly abstract: string | null;
  readonly venue: string | null;
}

/** Ids that are not words: the end of a clause or sentence, and the parentheses between which acronyms are defined. */
export const CLAUSE_END = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const SENTENCE_END = 3;
/** The first id of a word. */
export const FIRST_WORD = 4;

/**
 * The texts of papers as numbers, read once. The units (words; hyphenated words are one) of paper `p` are `units[k]`:
 * title for `starts[3p] <= k < starts[3p + 1]`, abstract up to `starts[3p + 2]`, venue up to `starts[3p + 3]`.
 */
export interface TextUnits {
  readonly paperCount: number;
  readonly units: Uint32Array;
  /** `3 · paperCount + 1` */
  readonly starts: Uint32Array;
  /** Each word as written, by id. */
  readonly words: readonly string[];
  /** What the forms of one word share (`wordKey`), by id of the word. */
  readonly keys: readonly string[];
}

// A letter or digit and what follows it, joined by hyphens; or one sign that ends a clause. The apostrophe is in neither.
const UNIT =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-\u2010\u2011][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*|[^\p{L}\p{N}\s'’*_^~-]/gu;
// Formulas and commands of LaTeX, tags and entities.
const MARKUP = /\$[^$]{1,80}\$|\\[a-z]+|<\/?[a-z][^<>]{0,40}>|&#?\w{1,8};/giu;
const POSSESSIVE = /['’](?:s\b)?/gu;

const READ = new WeakMap<readonly PaperText[], TextUnits>();

/** Reads every text once, however often it is asked for the same list. Linear in the length of the texts. */
export function readTexts(papers: readonly PaperText[]): TextUnits {
  const known = READ.get(papers) ?? unitsOf(papers);
  READ.set(papers, known);
  return known;
}

function unitsOf(papers: readonly PaperText[]): TextUnits {
  const words: string[] = [",", "(", ")", "."];
  const ids = new Map<string, number>();
  const starts = new Uint32Array(3 * papers.length + 1);
  let units = new Uint32Array(1024);
  let size = 0;

  const push = (unit: number) => {
    if (size === units.length) {
      const larger = new Uint32Array(2 * size);
      larger.set(units);
      units = larger;
    }
    units[size++] = unit;
  };
  const read = (text: string | null) => {
    if (text === null) return;
    for (const [found] of plainCase(text).replace(MARKUP, " , ").replace(POSSESSIVE, " ").matchAll(UNIT)) {
      if (found === "(" || found === "[") push(OPEN);
      else if (found === ")" || found === "]") push(CLOSE);
      else if (SENTENCE_SIGNS.has(found)) push(SENTENCE_END);
      else if (!STARTS_AS_WORD.test(found)) push(CLAUSE_END);
      else {
        let id = ids.get(found);
        if (id === undefined) {
          id = words.length;
          // A slice of a long text would keep the whole text in memory.
          const word = Array.from(found).join("");
          ids.set(word, id);
          words.push(word);
        }
        push(id);
      }
    }
    push(SENTENCE_END);
  };

  papers.forEach(({ title, abstract, venue }, p) => {
    read(title);
    starts[3 * p + 1] = size;
    read(abstract);
    starts[3 * p + 2] = size;
    read(venue);
    starts[3 * p + 3] = size;
  });
  const keys = words.map((word, id) => (id < FIRST_WORD ? "" : wordKey(word)));
  return { paperCount: papers.length, units: units.slice(0, size), starts, words, keys };
}

const SENTENCE_SIGNS: ReadonlySet<string> = new Set([".", "!", "?", ":", "。"]);
const STARTS_AS_WORD = /^[\p{L}\p{N}]/u;

/** A text all in capitals says nothing about which words are acronyms: it is read in small letters. */
function plainCase(text: string): string {
  return text.length > 12 && text === text.toUpperCase() ? text.toLowerCase() : text;
}
