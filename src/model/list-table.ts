import { withRoom } from "./with-room.ts";

/** Numbers lists of whole numbers in the order of their first meeting: a hash table with linear probing over one column of values. */
export class ListTable {
  /** How many lists there are. */
  count = 0;
  /** The list with number `i` is `values[k]` for `from[i] <= k < from[i + 1]`. */
  values = new Uint32Array(1024);
  from = new Uint32Array(256);
  /** The number of a list, one more than it is; 0 where there is none. */
  #places = new Uint32Array(512);
  #hashes = new Int32Array(256);

  /** The number of the list of the first `length` values. */
  numberOf(list: Uint32Array, length: number): number {
    const hash = hashOf(list, length);
    let place = this.#placeOf(hash);
    for (; this.#places[place] !== 0; place = this.#nextPlace(place)) {
      const number = this.#places[place] - 1;
      if (this.#hashes[number] === hash && this.#isList(number, list, length)) return number;
    }
    return this.#add(place, hash, list, length);
  }

  #isList(number: number, list: Uint32Array, length: number): boolean {
    const from = this.from[number];
    if (this.from[number + 1] - from !== length) return false;
    for (let at = 0; at < length; at++) if (this.values[from + at] !== list[at]) return false;
    return true;
  }

  #placeOf(hash: number): number {
    return hash & (this.#places.length - 1);
  }

  #nextPlace(place: number): number {
    return (place + 1) & (this.#places.length - 1);
  }

  #add(place: number, hash: number, list: Uint32Array, length: number): number {
    const number = this.count++;
    const from = this.from[number];
    if (from + length > this.values.length) this.values = withRoom(this.values, 2 * (from + length));
    for (let at = 0; at < length; at++) this.values[from + at] = list[at];
    if (number + 2 > this.from.length) this.from = withRoom(this.from, 2 * this.from.length);
    this.from[number + 1] = from + length;
    this.#places[place] = number + 1;
    if (number >= this.#hashes.length) this.#hashes = withRoom(this.#hashes, 2 * number);
    this.#hashes[number] = hash;
    if (2 * this.count > this.#places.length) this.#enlarge();
    return number;
  }

  #enlarge(): void {
    this.#places = new Uint32Array(2 * this.#places.length);
    for (let number = 0; number < this.count; number++) {
      let place = this.#placeOf(this.#hashes[number]);
      while (this.#places[place] !== 0) place = this.#nextPlace(place);
      this.#places[place] = number + 1;
    }
  }
}

/** The values one after the other through the finalizer of MurmurHash3, by Austin Appleby. */
function hashOf(list: Uint32Array, length: number): number {
  let hash = length;
  for (let at = 0; at < length; at++) {
    hash = Math.imul(hash ^ list[at], 0x85eb_ca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
    hash ^= hash >>> 16;
  }
  return hash;
}
