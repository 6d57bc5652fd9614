/** What a column may be made of: 8, 4, 4 and 1 byte for a number. */
type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/**
 * One number for each record, in memory of its own that grows with the largest index. What was never set is 0, and a
 * column of nothing but that costs nothing.
 */
export class Column {
  #values: Numbers;
  readonly #make: (length: number) => Numbers;

  private constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.#values = make(0);
  }

  static floats(): Column {
    return new Column((length) => new Float64Array(length));
  }

  static integers(): Column {
    return new Column((length) => new Int32Array(length));
  }

  static naturals(): Column {
    return new Column((length) => new Uint32Array(length));
  }

  static bytes(): Column {
    return new Column((length) => new Uint8Array(length));
  }

  at(index: number): number {
    return index < this.#values.length ? this.#values[index] : 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      if (value === 0) return;
      // Systems give memory when it is written to: the half that is empty yet is only reserved.
      const longer = this.#make(Math.max(1024, 2 * index));
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[index] = value;
  }

  /** Puts what is at `order[i]` to i, for every i. */
  reorder(order: Uint32Array): void {
    if (this.#values.length === 0) return;
    const values = this.#make(order.length);
    for (let i = 0; i < order.length; i++) values[i] = this.at(order[i]);
    this.#values = values;
  }
}
