import type { Paper } from "../model/paper.ts";
import { fold } from "../model/text.ts";
import { WordTable } from "../model/word-table.ts";
import type { Rows } from "./node-graph.ts";

/** What of a paper speaks for who wrote it, beside its authors; NaN for an unknown year, -1 for an unknown venue. */
export interface PaperTraits {
  /** For each paper its rare title words, by index, each once. */
  readonly titleWords: Rows;
  /** For each word in how many papers' titles it stands. */
  readonly papersWithWord: Uint32Array;
  readonly venue: Int32Array;
  readonly papersAtVenue: Uint32Array;
  readonly year: Float64Array;
}

/** A title word in more than this share of the papers says nothing of who wrote one. */
const RARE_SHARE = 0.003;
const RARE_PAPERS = 4;

export function paperTraits(papers: readonly Paper[]): PaperTraits {
  const { titleWords, papersWithWord } = titleWordsOf(papers);
  const most = Math.max(RARE_PAPERS, RARE_SHARE * papers.length);
  const year = new Float64Array(papers.length);
  papers.forEach((paper, p) => {
    year[p] = paper.year ?? Number.NaN;
  });
  return { titleWords: onlyRare(titleWords, papersWithWord, most), papersWithWord, ...venuesOf(papers), year };
}

/** For each paper the words of its title, each once, and for each word in how many titles it stands. */
function titleWordsOf(papers: readonly Paper[]): { titleWords: Rows; papersWithWord: Uint32Array } {
  const table = new WordTable();
  const from = new Uint32Array(papers.length + 1);
  let values = new Uint32Array(16 * papers.length + 16);
  const papersWithWord: number[] = [];
  const lastPaper: number[] = [];
  let count = 0;
  papers.forEach(({ title }, p) => {
    const add = (word: number): void => {
      if (word === papersWithWord.length) {
        papersWithWord.push(0);
        lastPaper.push(-1);
      }
      if (lastPaper[word] === p) return;
      lastPaper[word] = p;
      papersWithWord[word]++;
      if (count === values.length) values = grown(values);
      values[count++] = word;
    };
    if (title !== undefined && PLAIN.test(title)) addPlainWords(title, table, add);
    else if (title !== undefined) {
      for (const word of title.toLowerCase().split(BETWEEN_WORDS)) {
        if (word.length >= SHORTEST_WORD) add(table.numberOf(word));
      }
    }
    from[p + 1] = count;
  });
  return { titleWords: { from, values: values.subarray(0, count) }, papersWithWord: Uint32Array.from(papersWithWord) };
}

/** The words of a title of ASCII, found where they stand. */
function addPlainWords(title: string, table: WordTable, add: (word: number) => void): void {
  for (let at = 0; at < title.length; at++) {
    const start = at;
    while (at < title.length && isLetterOrDigit(title.charCodeAt(at))) at++;
    if (at - start >= SHORTEST_WORD) add(table.plainNumberAt(title, start, at));
  }
}

function isLetterOrDigit(code: number): boolean {
  const small = code | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function grown(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * values.length);
  larger.set(values);
  return larger;
}

/** For each paper its venue, and for each of these how many papers it has. */
function venuesOf(papers: readonly Paper[]): Pick<PaperTraits, "venue" | "papersAtVenue"> {
  const venues = new Map<string, number>();
  const venueOfString = new Map<string, number>();
  const papersAtVenue: number[] = [];
  const venue = new Int32Array(papers.length).fill(-1);
  papers.forEach((paper, p) => {
    if (paper.venue === undefined) return;
    let at = venueOfString.get(paper.venue);
    if (at === undefined) {
      const key = venueKey(paper.venue);
      at = venues.get(key) ?? papersAtVenue.length;
      venues.set(key, at);
      venueOfString.set(paper.venue, at);
      if (at === papersAtVenue.length) papersAtVenue.push(0);
    }
    papersAtVenue[at]++;
    venue[p] = at;
  });
  return { venue, papersAtVenue: Uint32Array.from(papersAtVenue) };
}

/** Shorter ones are articles and the like. */
const SHORTEST_WORD = 3;
/** ASCII without controls, whose words are letters and digits. */
const PLAIN = /^[ -~]*$/;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u;

/** A series of meetings is one venue: years, ordinals and numbers of volumes go. */
function venueKey(venue: string): string {
  return venue
    .split(BETWEEN_WORDS)
    .map(fold)
    .filter((word) => !HAS_DIGIT.test(word) && !ORDINAL.test(word))
    .join(" ");
}

const HAS_DIGIT = /\d/;
const ORDINAL =
  /(?:^first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|tieth|^[ivx]+)$/;

function onlyRare(rows: Rows, papersWithWord: Uint32Array, most: number): Rows {
  const from = new Uint32Array(rows.from.length);
  const values = new Uint32Array(rows.values.length);
  let count = 0;
  for (let p = 0; p + 1 < rows.from.length; p++) {
    for (let k = rows.from[p]; k < rows.from[p + 1]; k++) {
      if (papersWithWord[rows.values[k]] <= most) values[count++] = rows.values[k];
    }
    from[p + 1] = count;
  }
  return { from, values: values.slice(0, count) };
}
