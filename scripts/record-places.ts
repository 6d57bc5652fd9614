import { Column } from "../src/ingest/column.ts";
import { byCodeUnit } from "../src/model/order.ts";
import type { RecordSource } from "../src/model/record.ts";

/** Where records stand, in columns. */
export class RecordPlaces {
  #count = 0;
  /** Names of files and formats, each once. */
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  #files = Column.naturals();
  #formats = Column.naturals();
  #records = Column.naturals();
  #lines = Column.naturals();

  add({ file, format, record, line }: RecordSource): void {
    const index = this.#count++;
    this.#files.set(index, this.#numberOf(file));
    this.#formats.set(index, this.#numberOf(format));
    this.#records.set(index, record);
    this.#lines.set(index, line);
  }

  /**
   * The records by file, record, line and format: `order[0]` is the number of the first. Null where they came so. What two
   * files of one name say, `byContent` has to tell apart.
   */
  order(byContent: (a: number, b: number) => number): Uint32Array | null {
    const ranks = new Uint32Array(this.#names.length);
    [...this.#names].sort(byCodeUnit).forEach((name, rank) => {
      ranks[this.#numberOf(name)] = rank;
    });
    const byPlace = (a: number, b: number): number =>
      ranks[this.#files.at(a)] - ranks[this.#files.at(b)] ||
      this.#records.at(a) - this.#records.at(b) ||
      this.#lines.at(a) - this.#lines.at(b) ||
      ranks[this.#formats.at(a)] - ranks[this.#formats.at(b)];
    let sorted = true;
    for (let index = 1; index < this.#count && sorted; index++) sorted = byPlace(index - 1, index) < 0;
    if (sorted) return null;
    return Uint32Array.from({ length: this.#count }, (_, index) => index).sort(
      (a, b) => byPlace(a, b) || byContent(a, b),
    );
  }

  /** Lets go of all of it. */
  clear(): void {
    this.#count = 0;
    this.#files = Column.naturals();
    this.#formats = Column.naturals();
    this.#records = Column.naturals();
    this.#lines = Column.naturals();
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }
}
