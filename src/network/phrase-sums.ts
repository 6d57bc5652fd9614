/**
 * Sums by phrase in columns: a table with linear probing that is emptied and filled again for each team, since a map of objects
 * for every phrase of 100,000 abstracts would keep the garbage collector busy for longer than the counting takes.
 */
export interface PhraseSums {
  /** Phrases in the table; the columns beside are valid below it. */
  readonly size: number;
  readonly ids: Float64Array;
  readonly masses: Float64Array;
  readonly weights: Float64Array;
  /** The longest length met. */
  readonly lengths: Uint8Array;
  add(id: number, mass: number, weight: number, length: number): void;
  clear(): void;
}

export function phraseSums(): PhraseSums {
  let bits = 12;
  // The row of a phrase, one more than it is; 0 where there is none.
  let places = new Uint32Array(2 ** bits);
  const sums = {
    size: 0,
    ids: new Float64Array(places.length / 2),
    masses: new Float64Array(places.length / 2),
    weights: new Float64Array(places.length / 2),
    lengths: new Uint8Array(places.length / 2),
    add,
    clear,
  };

  function placeOf(id: number): number {
    const mask = places.length - 1;
    let place = Math.imul(id >>> 0, 0x9e3779b1) >>> (32 - bits);
    while (places[place] !== 0 && sums.ids[places[place] - 1] !== id) place = (place + 1) & mask;
    return place;
  }

  function add(id: number, mass: number, weight: number, length: number): void {
    let place = placeOf(id);
    if (places[place] === 0) {
      if (sums.size === sums.ids.length) {
        enlarge();
        place = placeOf(id);
      }
      const row = sums.size++;
      places[place] = row + 1;
      sums.ids[row] = id;
      sums.masses[row] = mass;
      sums.weights[row] = weight;
      sums.lengths[row] = length;
      return;
    }
    const row = places[place] - 1;
    sums.masses[row] += mass;
    sums.weights[row] += weight;
    if (length > sums.lengths[row]) sums.lengths[row] = length;
  }

  function clear(): void {
    // A few phrases are taken out one by one, each from its end of a run, many with the whole table.
    if (8 * sums.size > places.length) places.fill(0);
    else for (let row = sums.size - 1; row >= 0; row--) places[placeOf(sums.ids[row])] = 0;
    sums.size = 0;
  }

  function enlarge(): void {
    bits += 1;
    places = new Uint32Array(2 ** bits);
    sums.ids = longer(sums.ids);
    sums.masses = longer(sums.masses);
    sums.weights = longer(sums.weights);
    const lengths = new Uint8Array(2 * sums.lengths.length);
    lengths.set(sums.lengths);
    sums.lengths = lengths;
    for (let row = 0; row < sums.size; row++) places[placeOf(sums.ids[row])] = row + 1;
  }

  return sums;
}

function longer(column: Float64Array): Float64Array<ArrayBuffer> {
  const enlarged = new Float64Array(2 * column.length);
  enlarged.set(column);
  return enlarged;
}
