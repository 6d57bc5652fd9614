import { extentOf } from "./extent.ts";

/** Bits per axis of a Morton key: cells are never smaller than 2⁻¹⁶ of the square, the step of stored positions. */
const KEY_BITS = 16;

/** Bits that a pass of the radix sort looks at. */
const DIGIT_BITS = 11;
/** Up to this many bodies are sorted by insertion: three passes over all digits would cost more. */
const FEW = 100;

/** Bodies in the plane sorted along the Morton curve (Z-order), so that every cell of a quadtree is a range of the order. */
export class MortonOrder {
  /** Levels of the tree below its root. */
  static readonly LEVELS = KEY_BITS;

  /** The bodies in order, after `sort`; equal keys by number of body. */
  order: Uint32Array;
  private spare: Uint32Array;
  private keys: Uint32Array;
  private spareKeys: Uint32Array;
  private readonly next: Uint32Array;

  constructor(count: number) {
    this.order = new Uint32Array(count);
    this.spare = new Uint32Array(count);
    this.keys = new Uint32Array(count);
    this.spareKeys = new Uint32Array(count);
    this.next = new Uint32Array(count <= FEW ? 0 : 1 << DIGIT_BITS);
  }

  sort(x: Float64Array, y: Float64Array): void {
    const count = this.order.length;
    const { minX, minY, maxX, maxY } = extentOf(x, y);
    const side = Math.max(maxX - minX, maxY - minY);
    const perUnit = side > 0 ? ((1 << KEY_BITS) - 1) / side : 0;
    for (let i = 0; i < count; i++) {
      this.keys[i] = (spread((x[i] - minX) * perUnit) | (spread((y[i] - minY) * perUnit) << 1)) >>> 0;
      this.order[i] = i;
    }
    if (count <= FEW) this.sortFew();
    else for (let shift = 0; shift < 2 * KEY_BITS; shift += DIGIT_BITS) this.sortByDigit(shift);
  }

  /** The level at which the keys from `start` to `end` of the order first part, `LEVELS` if they never do. */
  levelWhereSplit(start: number, end: number, level: number): number {
    if (end - start < 2) return KEY_BITS;
    const differing = this.keys[start] ^ this.keys[end - 1];
    return differing === 0 ? KEY_BITS : Math.max(level, Math.clz32(differing) >>> 1);
  }

  /** Where the quarter of a cell that begins at `from` ends; the cell ends at `end` and parts at `level`. */
  endOfQuarter(from: number, end: number, level: number): number {
    const shift = 2 * (KEY_BITS - 1 - level);
    const digit = (this.keys[from] >>> shift) & 3;
    let low = from + 1;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (((this.keys[middle] >>> shift) & 3) === digit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private sortFew(): void {
    const { order, keys } = this;
    for (let k = 1; k < keys.length; k++) {
      const key = keys[k];
      let l = k - 1;
      for (; l >= 0 && keys[l] > key; l--) {
        keys[l + 1] = keys[l];
        order[l + 1] = order[l];
      }
      keys[l + 1] = key;
      order[l + 1] = k;
    }
  }

  /** One pass of a radix sort, by digits of 11 bits: stable, so equal keys stay in order of body. */
  private sortByDigit(shift: number): void {
    const { order, spare, keys, spareKeys, next } = this;
    const mask = (1 << DIGIT_BITS) - 1;
    next.fill(0);
    for (let k = 0; k < keys.length; k++) next[(keys[k] >>> shift) & mask]++;
    for (let digit = 0, sum = 0; digit < next.length; digit++) {
      const count = next[digit];
      next[digit] = sum;
      sum += count;
    }
    for (let k = 0; k < keys.length; k++) {
      const to = next[(keys[k] >>> shift) & mask]++;
      spareKeys[to] = keys[k];
      spare[to] = order[k];
    }
    this.order = spare;
    this.spare = order;
    this.keys = spareKeys;
    this.spareKeys = keys;
  }
}

/** The 16 bits of a number with a zero between each two: abcd → 0a0b0c0d. */
function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
