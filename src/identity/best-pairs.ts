/**
 * The best pair of a symmetric table of scores of which one row and column changes and another empties at a time. Each row
 * keeps the best that stands right of its diagonal, so that a change costs about one row and not the table.
 */
export class BestPairs {
  readonly #scores: readonly Float64Array[];
  /** For each row where its best is, the first of equals; -1 where nothing right of the diagonal is above 0. */
  readonly #bestOf: Int32Array;

  constructor(scores: readonly Float64Array[]) {
    this.#scores = scores;
    this.#bestOf = new Int32Array(scores.length);
    for (let i = 0; i < scores.length; i++) this.#lookThrough(i);
  }

  /** The pair with the highest score above 0, `a < b`, of equals the first by a, then b; [-1, -1] where there is none. */
  pair(): readonly [a: number, b: number] {
    let [score, a, b] = [0, -1, -1];
    for (let i = 0; i < this.#bestOf.length; i++) {
      const j = this.#bestOf[i];
      if (j >= 0 && this.#scores[i][j] > score) [score, a, b] = [this.#scores[i][j], i, j];
    }
    return [a, b];
  }

  /** To be called when the scores of `a` have changed and those of `b` have become −∞. */
  changed(a: number, b: number): void {
    for (let i = 0; i < this.#bestOf.length; i++) {
      const at = this.#bestOf[i];
      if (i === a || i === b || at === a || at === b) this.#lookThrough(i);
      else if (i < a) {
        const own = this.#scores[i][a];
        const best = at < 0 ? 0 : this.#scores[i][at];
        if (own > best || (own === best && own > 0 && a < at)) this.#bestOf[i] = a;
      }
    }
  }

  #lookThrough(i: number): void {
    const row = this.#scores[i];
    let [score, at] = [0, -1];
    for (let j = i + 1; j < row.length; j++) if (row[j] > score) [score, at] = [row[j], j];
    this.#bestOf[i] = at;
  }
}
