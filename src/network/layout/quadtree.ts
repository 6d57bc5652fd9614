/** Largest number of bodies in a leaf: below this, exact sums are cheaper than opening more cells. */
const LEAF_SIZE = 8;
/** Bodies whose squared distance is below this do not repel: their quotient could overflow, and pushing dots apart is another force's task. */
const SAME_PLACE = 1e-18;
/** Bits per axis of a Morton key: cells are never smaller than 2⁻¹⁶ of the square, the step of stored positions. */
const KEY_BITS = 16;

/**
 * A quadtree over bodies in the plane, for repulsion that falls with distance (mass / d, as in ForceAtlas2) after Barnes & Hut 1986.
 * Bodies are sorted along the Morton curve, so that a cell is a range of the order and the tree is a few flat columns:
 *
 *     cell k    bodies order[starts[k]] … order[ends[k] − 1]; its first child, if it has any, is cell k + 1,
 *               and the next cell outside it is skips[k]
 *
 * Empty cells and cells with one child are left out, so there are fewer than two cells a body however close bodies lie.
 * The tree is made once and built again for every step; it allocates only when it is made.
 */
export class Quadtree {
  private readonly bodyCount: number;
  private readonly order: Uint32Array;
  private readonly spare: Uint32Array;
  private readonly keys: Uint32Array;
  private readonly sortedX: Float64Array;
  private readonly sortedY: Float64Array;
  private readonly sortedMass: Float64Array;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly skips: Uint32Array;
  private readonly leaf: Uint8Array;
  private readonly sizeSquared: Float64Array;
  private readonly centerX: Float64Array;
  private readonly centerY: Float64Array;
  private readonly cellMass: Float64Array;
  private cellCount = 0;
  private side = 0;

  constructor(bodyCount: number) {
    this.bodyCount = bodyCount;
    const cells = 2 * bodyCount + 1;
    this.order = new Uint32Array(bodyCount);
    this.spare = new Uint32Array(bodyCount);
    this.keys = new Uint32Array(bodyCount);
    this.sortedX = new Float64Array(bodyCount);
    this.sortedY = new Float64Array(bodyCount);
    this.sortedMass = new Float64Array(bodyCount);
    this.starts = new Uint32Array(cells);
    this.ends = new Uint32Array(cells);
    this.skips = new Uint32Array(cells);
    this.leaf = new Uint8Array(cells);
    this.sizeSquared = new Float64Array(cells);
    this.centerX = new Float64Array(cells);
    this.centerY = new Float64Array(cells);
    this.cellMass = new Float64Array(cells);
  }

  /** Builds the tree anew from the bodies' places and masses (> 0), all of length `bodyCount`. */
  build(x: Float64Array, y: Float64Array, mass: Float64Array): void {
    this.cellCount = 0;
    if (this.bodyCount === 0) return;
    this.computeKeys(x, y);
    this.sortByKey();
    for (let k = 0; k < this.bodyCount; k++) {
      const i = this.order[k];
      this.sortedX[k] = x[i];
      this.sortedY[k] = y[i];
      this.sortedMass[k] = mass[i];
    }
    this.addCell(0, this.bodyCount, 0);
  }

  /**
   * Adds `strength` × Σ mass_j (p_i − p_j) / |p_i − p_j|² to the columns `outX` and `outY` of every body i, a far cell counting as
   * one body: a cell is far if its side is below `theta` × the distance to its centre of mass. `theta` is at most 0.7, so
   * that no body ever takes its own cell for a far one; 0 gives the exact sum. Bodies at the same place do not repel.
   */
  repel(strength: number, theta: number, outX: Float64Array, outY: Float64Array): void {
    const { order, sortedX, sortedY, sortedMass, starts, ends, skips, leaf, sizeSquared, centerX, centerY, cellMass } =
      this;
    const thetaSquared = theta * theta;
    for (let k = 0; k < this.bodyCount; k++) {
      const px = sortedX[k];
      const py = sortedY[k];
      let sumX = 0;
      let sumY = 0;
      for (let c = 0; c < this.cellCount; ) {
        const dx = px - centerX[c];
        const dy = py - centerY[c];
        const distanceSquared = dx * dx + dy * dy;
        if (sizeSquared[c] < thetaSquared * distanceSquared) {
          const pull = cellMass[c] / distanceSquared;
          sumX += dx * pull;
          sumY += dy * pull;
          c = skips[c];
        } else if (leaf[c] === 0) {
          c++;
        } else {
          for (let j = starts[c]; j < ends[c]; j++) {
            const bx = px - sortedX[j];
            const by = py - sortedY[j];
            const between = bx * bx + by * by;
            if (between < SAME_PLACE) continue;
            const pull = sortedMass[j] / between;
            sumX += bx * pull;
            sumY += by * pull;
          }
          c = skips[c];
        }
      }
      const i = order[k];
      outX[i] += strength * sumX;
      outY[i] += strength * sumY;
    }
  }

  private computeKeys(x: Float64Array, y: Float64Array): void {
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    for (let i = 0; i < this.bodyCount; i++) {
      minX = Math.min(minX, x[i]);
      maxX = Math.max(maxX, x[i]);
      minY = Math.min(minY, y[i]);
      maxY = Math.max(maxY, y[i]);
    }
    this.side = Math.max(maxX - minX, maxY - minY);
    const cells = (1 << KEY_BITS) - 1;
    const perUnit = this.side > 0 ? cells / this.side : 0;
    for (let i = 0; i < this.bodyCount; i++) {
      this.keys[i] = (spread((x[i] - minX) * perUnit) | (spread((y[i] - minY) * perUnit) << 1)) >>> 0;
    }
  }

  /** Radix sort, four passes of a byte: stable, so equal keys stay in order of body. */
  private sortByKey(): void {
    let from = this.order;
    let to = this.spare;
    for (let i = 0; i < this.bodyCount; i++) from[i] = i;
    const next = new Uint32Array(256);
    for (let shift = 0; shift < 2 * KEY_BITS; shift += 8) {
      next.fill(0);
      for (let i = 0; i < this.bodyCount; i++) next[(this.keys[i] >>> shift) & 255]++;
      for (let digit = 0, sum = 0; digit < 256; digit++) {
        const count = next[digit];
        next[digit] = sum;
        sum += count;
      }
      for (let k = 0; k < this.bodyCount; k++) to[next[(this.keys[from[k]] >>> shift) & 255]++] = from[k];
      [from, to] = [to, from];
    }
  }

  /** Adds the cell of the bodies `start` to `end` of the order, whose keys agree above `level`, and all cells in it. */
  private addCell(start: number, end: number, level: number): void {
    const { keys, order } = this;
    let split = level;
    if (end - start > 1) {
      const differing = keys[order[start]] ^ keys[order[end - 1]];
      split = differing === 0 ? KEY_BITS : Math.clz32(differing) >>> 1;
    }
    const cell = this.cellCount++;
    this.starts[cell] = start;
    this.ends[cell] = end;
    const size = this.side / (1 << split);
    this.sizeSquared[cell] = end - start === 1 ? 0 : size * size;
    const isLeaf = end - start <= LEAF_SIZE || split === KEY_BITS;
    this.leaf[cell] = isLeaf ? 1 : 0;
    if (!isLeaf) {
      const shift = 2 * (KEY_BITS - 1 - split);
      for (let from = start; from < end; ) {
        const digit = (keys[order[from]] >>> shift) & 3;
        let to = from + 1;
        while (to < end && ((keys[order[to]] >>> shift) & 3) === digit) to++;
        this.addCell(from, to, split + 1);
        from = to;
      }
    }
    this.skips[cell] = this.cellCount;
    this.weigh(cell);
  }

  private weigh(cell: number): void {
    let mass = 0;
    let x = 0;
    let y = 0;
    for (let j = this.starts[cell]; j < this.ends[cell]; j++) {
      mass += this.sortedMass[j];
      x += this.sortedMass[j] * this.sortedX[j];
      y += this.sortedMass[j] * this.sortedY[j];
    }
    // A lone body is its own centre to the last bit: m·x/m may miss x by a rounding, and the body would be thrown away from itself.
    const alone = this.ends[cell] - this.starts[cell] === 1;
    this.cellMass[cell] = mass;
    this.centerX[cell] = alone ? this.sortedX[this.starts[cell]] : x / mass;
    this.centerY[cell] = alone ? this.sortedY[this.starts[cell]] : y / mass;
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
