import { WordTable } from "../model/word-table.ts";
import { scanUnits } from "./unit-scanner.ts";
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

const READ = new WeakMap<readonly PaperText[], TextUnits>();

/** Reads every text once, however often it is asked for the same list. Linear in the length of the texts. */
export function readTexts(papers: readonly PaperText[]): TextUnits {
  const known = READ.get(papers) ?? unitsOf(papers);
  READ.set(papers, known);
  return known;
}

function unitsOf(papers: readonly PaperText[]): TextUnits {
  const table = new WordTable([",", "(", ")", "."]);
  const { words } = table;
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
  const visitor = {
    word: (text: string, from: number, to: number) => push(table.numberAt(text, from, to)),
    sign: (code: number) => push(SIGNS.get(code) ?? CLAUSE_END),
  };
  const read = (text: string | null) => {
    if (text === null) return;
    scanUnits(text, visitor);
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

const SIGNS: ReadonlyMap<number, number> = new Map(
  [["([", OPEN] as const, [")]", CLOSE] as const, [".!?:。", SENTENCE_END] as const].flatMap(([signs, unit]) =>
    [...signs].map((sign) => [sign.charCodeAt(0), unit] as const),
  ),
);
