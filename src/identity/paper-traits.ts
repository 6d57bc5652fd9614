import type { Paper } from "../model/paper.ts";
import { fold } from "../model/text.ts";
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
  const words = new Map<string, number>();
  const papersWithWord: number[] = [];
  const lastPaper: number[] = [];
  const from = new Uint32Array(papers.length + 1);
  const values: number[] = [];
  const venues = new Map<string, number>();
  const papersAtVenue: number[] = [];
  const venue = new Int32Array(papers.length).fill(-1);
  const venueOfString = new Map<string, number>();

  papers.forEach((paper, p) => {
    const title = (paper.title ?? "").toLowerCase();
    for (const word of title.split(PLAIN.test(title) ? BETWEEN_PLAIN_WORDS : BETWEEN_WORDS)) {
      if (word.length < 3) continue;
      let index = words.get(word);
      if (index === undefined) {
        index = papersWithWord.length;
        words.set(word, index);
        papersWithWord.push(0);
        lastPaper.push(-1);
      }
      if (lastPaper[index] === p) continue;
      lastPaper[index] = p;
      papersWithWord[index]++;
      values.push(index);
    }
    from[p + 1] = values.length;
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
  const most = Math.max(RARE_PAPERS, RARE_SHARE * papers.length);
  return {
    titleWords: onlyRare({ from, values: Uint32Array.from(values) }, papersWithWord, most),
    papersWithWord: Uint32Array.from(papersWithWord),
    venue,
    papersAtVenue: Uint32Array.from(papersAtVenue),
    year: Float64Array.from(papers, (paper) => paper.year ?? Number.NaN),
  };
}

/** ASCII without controls, where words end at the same places by a pattern that is twice as fast. */
const PLAIN = /^[ -~]*$/;
const BETWEEN_PLAIN_WORDS = /[^a-z0-9]+/;
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

function onlyRare(rows: Rows, papersWithWord: readonly number[], most: number): Rows {
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
