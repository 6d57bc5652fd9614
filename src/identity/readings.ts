/** The distinct strings, each with all that its sources say the family name is: what it means as a name. */
export class Readings {
  /** In the order in which they were met. */
  readonly spellings: string[] = [];
  /** For each reading the family name of its source, and which of the strings it is. */
  readonly families: (string | undefined)[] = [];
  readonly spellingOfReading: number[] = [];
  /** For each reading the same string with another family name; -1 where there is none. */
  readonly #next: number[] = [];
  readonly #first = new Map<string, number>();

  numberOf(name: string, family: string | undefined): number {
    const first = this.#first.get(name);
    if (first === undefined) {
      this.#first.set(name, this.families.length);
      return this.#add(this.spellings.push(name) - 1, family, -1);
    }
    // Nearly always one string has one family name; where it has another, the next reading is tried.
    for (let reading = first; reading >= 0; reading = this.#next[reading]) {
      if (this.families[reading] === family) return reading;
    }
    const added = this.#add(this.spellingOfReading[first], family, this.#next[first]);
    this.#next[first] = added;
    return added;
  }

  #add(spelling: number, family: string | undefined, next: number): number {
    this.spellingOfReading.push(spelling);
    this.#next.push(next);
    return this.families.push(family) - 1;
  }
}
