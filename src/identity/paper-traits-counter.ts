import type { Rows } from "./node-graph.ts";
import type { PaperTraits } from "./paper-traits.ts";

/**
 * Counts what the papers of pairs of nodes have in common. `focus(a)` marks what `a` has; `compare(b)` then costs what `b`
 * has, so that pairs are asked for by `a`, and leaves its counts in the fields.
 */
export class PaperTraitsCounter {
  titleWords = 0;
  titleWordsExpected = 0;
  venues = 0;
  venuesExpected = 0;
  readonly #papers: Rows;
  readonly #traits: PaperTraits;
  /** For each word, and for each venue, the last turn in which the node in focus had it; less than 0 once it was met. */
  readonly #wordMark: Int32Array;
  readonly #venueMark: Int32Array;
  #focus = -1;
  #turn = 0;

  /** `papers` of each node. */
  constructor(papers: Rows, traits: PaperTraits) {
    this.#papers = papers;
    this.#traits = traits;
    this.#wordMark = new Int32Array(traits.papersWithWord.length);
    this.#venueMark = new Int32Array(traits.papersAtVenue.length);
  }

  focus(a: number): void {
    if (this.#focus === a) return;
    this.#focus = a;
    this.#turn++;
    const { from, values } = this.#papers;
    for (let k = from[a]; k < from[a + 1]; k++) this.#mark(values[k]);
  }

  compare(b: number): void {
    const { from, values } = this.#papers;
    // How many papers have each word, and how many each venue, over all of them: whole numbers, of which none is lost.
    let papersWithWords = 0;
    let papersAtVenues = 0;
    this.titleWords = 0;
    this.venues = 0;
    for (let k = from[b]; k < from[b + 1]; k++) {
      papersWithWords += this.#meetWords(values[k]);
      papersAtVenues += this.#meetVenue(values[k]);
    }
    if (this.titleWords + this.venues > 0) for (let k = from[b]; k < from[b + 1]; k++) this.#forget(values[k]);
    const papersOfA = from[this.#focus + 1] - from[this.#focus];
    const paperCount = this.#traits.year.length;
    this.titleWordsExpected = (papersOfA * papersWithWords) / paperCount;
    this.venuesExpected = (papersOfA * papersAtVenues) / paperCount;
  }

  #mark(paper: number): void {
    const { titleWords, venue } = this.#traits;
    const end = titleWords.from[paper + 1];
    for (let w = titleWords.from[paper]; w < end; w++) this.#wordMark[titleWords.values[w]] = this.#turn;
    if (venue[paper] >= 0) this.#venueMark[venue[paper]] = this.#turn;
  }

  /** Counts the words of a paper that the node in focus has too, each once; how many papers have them, the others too. */
  #meetWords(paper: number): number {
    const { titleWords, papersWithWord } = this.#traits;
    const marks = this.#wordMark;
    const turn = this.#turn;
    const end = titleWords.from[paper + 1];
    let papers = 0;
    for (let w = titleWords.from[paper]; w < end; w++) {
      const word = titleWords.values[w];
      papers += papersWithWord[word];
      if (marks[word] !== turn) continue;
      marks[word] = -turn;
      this.titleWords++;
    }
    return papers;
  }

  #meetVenue(paper: number): number {
    const { venue, papersAtVenue } = this.#traits;
    const at = venue[paper];
    if (at < 0) return 0;
    if (this.#venueMark[at] === this.#turn) {
      this.#venueMark[at] = -this.#turn;
      this.venues++;
    }
    return papersAtVenue[at];
  }

  /** Marks again what was met of a paper. */
  #forget(paper: number): void {
    const { titleWords, venue } = this.#traits;
    const end = titleWords.from[paper + 1];
    for (let w = titleWords.from[paper]; w < end; w++) {
      const word = titleWords.values[w];
      if (this.#wordMark[word] === -this.#turn) this.#wordMark[word] = this.#turn;
    }
    const at = venue[paper];
    if (at >= 0 && this.#venueMark[at] === -this.#turn) this.#venueMark[at] = this.#turn;
  }
}
