import { HashedWords } from "../model/hashed-words.ts";
import type { Paper } from "../model/paper.ts";
import { fold } from "../model/text.ts";
import { withRoom } from "../model/with-room.ts";
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
/** To be expected, of three letters and more. */
const WORDS_OF_A_TITLE = 9;

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
  const words = new HashedWords();
  const from = new Uint32Array(papers.length + 1);
  let values = new Uint32Array(WORDS_OF_A_TITLE * papers.length + 16);
  // For each word in how many titles it stands, and the last paper of these, one more than it is.
  let met = new Int32Array(2048);
  let count = 0;
  papers.forEach(({ title }, p) => {
    const add = (word: number): void => {
      if (2 * word >= met.length) met = withRoom(met, 2 * met.length);
      if (met[2 * word + 1] === p + 1) return;
      met[2 * word]++;
      met[2 * word + 1] = p + 1;
      if (count === values.length) values = withRoom(values, 2 * count);
      values[count++] = word;
    };
    if (title !== undefined && !addPlainWords(title, words, add)) {
      // Those that were added before this was found out count once all the same.
      for (const word of title.toLowerCase().split(BETWEEN_WORDS)) {
        if (word.length >= SHORTEST_WORD) add(words.numberOf(word));
      }
    }
    from[p + 1] = count;
  });
  const papersWithWord = new Uint32Array(words.count);
  for (let word = 0; word < papersWithWord.length; word++) papersWithWord[word] = met[2 * word];
  return { titleWords: { from, values: values.subarray(0, count) }, papersWithWord };
}

/** Adds the words of a title of ASCII without controls, found and hashed in one walk; false at what is neither. */
function addPlainWords(title: string, words: HashedWords, add: (word: number) => void): boolean {
  for (let at = 0; at < title.length; at++) {
    const word = words.plainNumberFrom(title, at, SHORTEST_WORD);
    if (word >= 0) add(word);
    at = words.end;
    if (at < title.length && !isPlain(title.charCodeAt(at))) return false;
  }
  return true;
}

/** Of the codes of ASCII without controls. */
function isPlain(code: number): boolean {
  return code >= 0x20 && code <= 0x7e;
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

/** The rows without frequent words; they take the place of those that are given. */
function onlyRare({ from, values }: Rows, papersWithWord: Uint32Array, most: number): Rows {
  let count = 0;
  for (let p = 0, k = 0; p + 1 < from.length; p++) {
    for (; k < from[p + 1]; k++) if (papersWithWord[values[k]] <= most) values[count++] = values[k];
    from[p + 1] = count;
  }
  return { from, values: values.subarray(0, count) };
}
