/**
 * Sets of the numbers below `count`, at first each of one number, that can be joined but not parted. Three numbers a
 * number are held, however they are joined.
 */
export class UnionFind {
  readonly count: number;
  /** The parent of a member; of a root, how large its set is, below 0. */
  readonly #parents: Int32Array;
  /** The members of a set are a ring. */
  readonly #next: Int32Array;
  /** Of who once was a root: what took it into another set, + 1. */
  readonly #reasons: Float64Array;

  constructor(count: number) {
    this.count = count;
    this.#parents = new Int32Array(count).fill(-1);
    this.#next = Int32Array.from({ length: count }, (_, index) => index);
    this.#reasons = new Float64Array(count);
  }

  root(index: number): number {
    const parents = this.#parents;
    let at = index;
    while (parents[at] >= 0) {
      const parent = parents[at];
      if (parents[parent] >= 0) parents[at] = parents[parent];
      at = parent;
    }
    return at;
  }

  /** Whether it is so for every member of this one's set. */
  every(index: number, holds: (member: number) => boolean): boolean {
    let at = index;
    do {
      if (!holds(at)) return false;
      at = this.#next[at];
    } while (at !== index);
    return true;
  }

  /** The larger set takes the smaller in; of equal ones the earlier root stays. `reason` is what joins them, from 0. */
  join(a: number, b: number, reason: number): void {
    const [first, second] = [this.root(a), this.root(b)];
    if (first === second) return;
    const difference = this.#parents[second] - this.#parents[first];
    const [kept, gone] = difference > 0 || (difference === 0 && first < second) ? [first, second] : [second, first];
    this.#parents[kept] += this.#parents[gone];
    this.#parents[gone] = kept;
    this.#reasons[gone] = reason + 1;
    // Two rings become one where two of their members change their next ones.
    const next = this.#next[kept];
    this.#next[kept] = this.#next[gone];
    this.#next[gone] = next;
  }

  /** What joined it to the others of its set: every member has a reason but one. */
  reasonOf(index: number): number | undefined {
    const reason = this.#reasons[index];
    return reason === 0 ? undefined : reason - 1;
  }

  /** Each set's members, ascending, in the order of their first ones. */
  *sets(): Generator<number[]> {
    const told = new Uint8Array(this.count);
    for (let index = 0; index < this.count; index++) {
      if (told[index] === 1) continue;
      const members: number[] = [];
      this.every(index, (member) => members.push(member) > 0);
      for (const member of members) told[member] = 1;
      yield members.sort((a, b) => a - b);
    }
  }
}
