import { MortonOrder } from "./morton-order.ts";

/** Largest number of bodies in a leaf: below this, exact sums are cheaper than opening more cells. */
const LEAF_SIZE = 12;
/** Two cells of which the product of their sizes is at most this are summed body by body: cheaper than two expansions, and exact. */
const FEW_PAIRS = 10;
/** Bodies whose squared distance is below this do not repel: their quotient could overflow, and pushing dots apart is another force's task. */
const SAME_PLACE = 1e-18;
/** Columns of a cell's local expansion: real and imaginary part of three coefficients. */
const LOCAL = 6;

/**
 * A quadtree over bodies in the plane, for repulsion that falls with distance (mass / d, as in ForceAtlas2). Bodies are sorted along the Morton
 * curve, so that a cell is a range of the order and the tree is a few flat columns:
 *
 *     cell k    bodies order[starts[k]] … order[ends[k] − 1]; its first child, if it has any, is cell k + 1,
 *               and the next cell outside it is skips[k]
 *
 * Empty cells and cells with one child are left out, so there are fewer than two cells a body however close bodies lie. The tree is
 * made once and built again for every step; it allocates only when it is made.
 *
 * Where Barnes & Hut (1986) let a body meet far cells, here cells meet far cells (Greengard & Rokhlin 1987; walked in pairs as in Dehnen 2002). In
 * complex numbers the force at z is the conjugate of f(z) = Σ m / (z − z_j). About their centre of mass c the bodies of a far
 * cell give M / (z − c) + Q / (z − c)³ with Q = Σ m (z_j − c)², and around the middle of the cell that feels it, this is
 * L0 + L1 h + L2 h². Each pair of cells is met once, for both sides.
 */
export class Quadtree {
  private readonly bodyCount: number;
  private readonly morton: MortonOrder;
  private readonly sortedX: Float64Array;
  private readonly sortedY: Float64Array;
  private readonly sortedMass: Float64Array;
  /** What each body feels, in Morton order. */
  private readonly feltX: Float64Array;
  private readonly feltY: Float64Array;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly skips: Uint32Array;
  private readonly leaf: Uint8Array;
  private readonly centerX: Float64Array;
  private readonly centerY: Float64Array;
  /** Distance of a cell's farthest body from its centre of mass, at most. */
  private readonly reach: Float64Array;
  private readonly cellMass: Float64Array;
  private readonly spreadRe: Float64Array;
  private readonly spreadIm: Float64Array;
  private readonly local: Float64Array;
  private cellCount = 0;
  private thetaSquared = 0;

  constructor(bodyCount: number) {
    this.bodyCount = bodyCount;
    const cells = 2 * bodyCount + 1;
    this.morton = new MortonOrder(bodyCount);
    this.sortedX = new Float64Array(bodyCount);
    this.sortedY = new Float64Array(bodyCount);
    this.sortedMass = new Float64Array(bodyCount);
    this.feltX = new Float64Array(bodyCount);
    this.feltY = new Float64Array(bodyCount);
    this.starts = new Uint32Array(cells);
    this.ends = new Uint32Array(cells);
    this.skips = new Uint32Array(cells);
    this.leaf = new Uint8Array(cells);
    this.centerX = new Float64Array(cells);
    this.centerY = new Float64Array(cells);
    this.reach = new Float64Array(cells);
    this.cellMass = new Float64Array(cells);
    this.spreadRe = new Float64Array(cells);
    this.spreadIm = new Float64Array(cells);
    this.local = new Float64Array(LOCAL * cells);
  }

  /** Builds the tree anew from the bodies' places and masses (> 0), all of length `bodyCount`. */
  build(x: Float64Array, y: Float64Array, mass: Float64Array): void {
    this.cellCount = 0;
    if (this.bodyCount === 0) return;
    this.morton.sort(x, y);
    const { order } = this.morton;
    for (let k = 0; k < this.bodyCount; k++) {
      const i = order[k];
      this.sortedX[k] = x[i];
      this.sortedY[k] = y[i];
      this.sortedMass[k] = mass[i];
    }
    this.addCell(0, this.bodyCount, 0);
  }

  /**
   * Adds `strength` × Σ mass_j (p_i − p_j) / |p_i − p_j|² to the columns `outX` and `outY` of every body i. Two cells are far from each other if their
   * reaches together are below `theta` (0 to below 1) × the distance of their centres of mass; 0 gives the exact sum. Bodies at the same
   * place do not repel.
   */
  repel(strength: number, theta: number, outX: Float64Array, outY: Float64Array): void {
    if (this.bodyCount === 0) return;
    this.thetaSquared = theta * theta;
    this.feltX.fill(0);
    this.feltY.fill(0);
    this.local.fill(0, 0, LOCAL * this.cellCount);
    this.within(0);
    this.handDown();
    const { order } = this.morton;
    for (let k = 0; k < this.bodyCount; k++) {
      outX[order[k]] += strength * this.feltX[k];
      outY[order[k]] += strength * this.feltY[k];
    }
  }

  /** Everything that the bodies of one cell do to each other. */
  private within(cell: number): void {
    if (this.leaf[cell] === 1) {
      this.sumBetween(cell, cell);
      return;
    }
    const end = this.skips[cell];
    for (let a = cell + 1; a < end; a = this.skips[a]) {
      this.within(a);
      for (let b = this.skips[a]; b < end; b = this.skips[b]) this.between(a, b);
    }
  }

  /** Everything that the bodies of two cells do to each other. */
  private between(a: number, b: number): void {
    const { reach, starts, ends, leaf, skips } = this;
    const dx = this.centerX[a] - this.centerX[b];
    const dy = this.centerY[a] - this.centerY[b];
    const apart = dx * dx + dy * dy;
    const both = reach[a] + reach[b];
    if ((ends[a] - starts[a]) * (ends[b] - starts[b]) <= FEW_PAIRS) {
      this.sumBetween(a, b);
    } else if (both * both < this.thetaSquared * apart) {
      this.expand(a, b, dx, dy, apart);
    } else if (leaf[a] === 1 && leaf[b] === 1) {
      this.sumBetween(a, b);
    } else if (leaf[b] === 1 || (leaf[a] === 0 && reach[a] >= reach[b])) {
      for (let c = a + 1; c < skips[a]; c = skips[c]) this.between(c, b);
    } else {
      for (let c = b + 1; c < skips[b]; c = skips[c]) this.between(a, c);
    }
  }

  /** Adds what each of two far cells does to the local expansion of the other. */
  private expand(a: number, b: number, dx: number, dy: number, apart: number): void {
    const { local, cellMass, spreadRe, spreadIm } = this;
    // u = 1 / (c_a − c_b) and its powers.
    const u1r = dx / apart;
    const u1i = -dy / apart;
    const u2r = u1r * u1r - u1i * u1i;
    const u2i = 2 * u1r * u1i;
    const u3r = u2r * u1r - u2i * u1i;
    const u3i = u2r * u1i + u2i * u1r;
    const u4r = 3 * (u2r * u2r - u2i * u2i);
    const u4i = 6 * u2r * u2i;
    const ma = cellMass[a];
    const mb = cellMass[b];
    const qar = spreadRe[a];
    const qai = spreadIm[a];
    const qbr = spreadRe[b];
    const qbi = spreadIm[b];
    const la = LOCAL * a;
    const lb = LOCAL * b;
    local[la] += mb * u1r + qbr * u3r - qbi * u3i;
    local[la + 1] += mb * u1i + qbr * u3i + qbi * u3r;
    local[la + 2] -= mb * u2r + qbr * u4r - qbi * u4i;
    local[la + 3] -= mb * u2i + qbr * u4i + qbi * u4r;
    local[la + 4] += mb * u3r;
    local[la + 5] += mb * u3i;
    local[lb] -= ma * u1r + qar * u3r - qai * u3i;
    local[lb + 1] -= ma * u1i + qar * u3i + qai * u3r;
    local[lb + 2] -= ma * u2r + qar * u4r - qai * u4i;
    local[lb + 3] -= ma * u2i + qar * u4i + qai * u4r;
    local[lb + 4] -= ma * u3r;
    local[lb + 5] -= ma * u3i;
  }

  /** Body by body; with a = b, all pairs within. */
  private sumBetween(a: number, b: number): void {
    const { sortedX, sortedY, sortedMass, feltX, feltY } = this;
    const startB = this.starts[b];
    const endB = this.ends[b];
    for (let i = this.starts[a]; i < this.ends[a]; i++) {
      const px = sortedX[i];
      const py = sortedY[i];
      const mass = sortedMass[i];
      let sumX = 0;
      let sumY = 0;
      for (let j = a === b ? i + 1 : startB; j < endB; j++) {
        const dx = px - sortedX[j];
        const dy = py - sortedY[j];
        const squared = dx * dx + dy * dy;
        if (squared < SAME_PLACE) continue;
        const inverse = 1 / squared;
        const pull = sortedMass[j] * inverse;
        sumX += dx * pull;
        sumY += dy * pull;
        const push = mass * inverse;
        feltX[j] -= dx * push;
        feltY[j] -= dy * push;
      }
      feltX[i] += sumX;
      feltY[i] += sumY;
    }
  }

  /** Hands every cell's local expansion down to its children, and in leaves to the bodies. */
  private handDown(): void {
    const { local, leaf, skips, centerX, centerY, sortedX, sortedY, feltX, feltY } = this;
    for (let cell = 0; cell < this.cellCount; cell++) {
      const at = LOCAL * cell;
      const l0r = local[at];
      const l0i = local[at + 1];
      const l1r = local[at + 2];
      const l1i = local[at + 3];
      const l2r = local[at + 4];
      const l2i = local[at + 5];
      const cx = centerX[cell];
      const cy = centerY[cell];
      if (leaf[cell] === 1) {
        for (let k = this.starts[cell]; k < this.ends[cell]; k++) {
          const hx = sortedX[k] - cx;
          const hy = sortedY[k] - cy;
          const ir = l1r + l2r * hx - l2i * hy;
          const ii = l1i + l2r * hy + l2i * hx;
          feltX[k] += l0r + ir * hx - ii * hy;
          feltY[k] -= l0i + ir * hy + ii * hx;
        }
        continue;
      }
      for (let child = cell + 1; child < skips[cell]; child = skips[child]) {
        const hx = centerX[child] - cx;
        const hy = centerY[child] - cy;
        const to = LOCAL * child;
        const qr = l2r * hx - l2i * hy;
        const qi = l2r * hy + l2i * hx;
        const ir = l1r + qr;
        const ii = l1i + qi;
        local[to] += l0r + ir * hx - ii * hy;
        local[to + 1] += l0i + ir * hy + ii * hx;
        local[to + 2] += ir + qr;
        local[to + 3] += ii + qi;
        local[to + 4] += l2r;
        local[to + 5] += l2i;
      }
    }
  }

  /** Adds the cell of the bodies `start` to `end` of the order, whose keys agree above `level`, and all cells in it. */
  private addCell(start: number, end: number, level: number): void {
    const cell = this.cellCount++;
    this.starts[cell] = start;
    this.ends[cell] = end;
    const split = end - start <= LEAF_SIZE ? MortonOrder.LEVELS : this.morton.levelWhereSplit(start, end, level);
    const isLeaf = split === MortonOrder.LEVELS;
    this.leaf[cell] = isLeaf ? 1 : 0;
    for (let from = start; !isLeaf && from < end; ) {
      const to = this.morton.endOfQuarter(from, end, split);
      this.addCell(from, to, split + 1);
      from = to;
    }
    this.skips[cell] = this.cellCount;
    if (isLeaf) this.weighLeaf(cell);
    else this.weighCell(cell);
  }

  private weighLeaf(cell: number): void {
    const { sortedX, sortedY, sortedMass } = this;
    const start = this.starts[cell];
    const end = this.ends[cell];
    let mass = 0;
    let x = 0;
    let y = 0;
    for (let j = start; j < end; j++) {
      mass += sortedMass[j];
      x += sortedMass[j] * sortedX[j];
      y += sortedMass[j] * sortedY[j];
    }
    // A lone body is its own centre to the last bit: m·x/m may miss x by a rounding.
    const cx = end - start === 1 ? sortedX[start] : x / mass;
    const cy = end - start === 1 ? sortedY[start] : y / mass;
    let farthest = 0;
    let re = 0;
    let im = 0;
    for (let j = start; j < end; j++) {
      const dx = sortedX[j] - cx;
      const dy = sortedY[j] - cy;
      re += sortedMass[j] * (dx * dx - dy * dy);
      im += sortedMass[j] * 2 * dx * dy;
      farthest = Math.max(farthest, dx * dx + dy * dy);
    }
    this.setCell(cell, mass, cx, cy, Math.sqrt(farthest), re, im);
  }

  private weighCell(cell: number): void {
    const { centerX, centerY, cellMass, reach, spreadRe, spreadIm, skips } = this;
    let mass = 0;
    let x = 0;
    let y = 0;
    for (let c = cell + 1; c < skips[cell]; c = skips[c]) {
      mass += cellMass[c];
      x += cellMass[c] * centerX[c];
      y += cellMass[c] * centerY[c];
    }
    const cx = x / mass;
    const cy = y / mass;
    let farthest = 0;
    let re = 0;
    let im = 0;
    for (let c = cell + 1; c < skips[cell]; c = skips[c]) {
      const dx = centerX[c] - cx;
      const dy = centerY[c] - cy;
      re += spreadRe[c] + cellMass[c] * (dx * dx - dy * dy);
      im += spreadIm[c] + cellMass[c] * 2 * dx * dy;
      farthest = Math.max(farthest, Math.sqrt(dx * dx + dy * dy) + reach[c]);
    }
    this.setCell(cell, mass, cx, cy, farthest, re, im);
  }

  private setCell(cell: number, mass: number, x: number, y: number, reach: number, re: number, im: number): void {
    this.cellMass[cell] = mass;
    this.centerX[cell] = x;
    this.centerY[cell] = y;
    this.reach[cell] = reach;
    this.spreadRe[cell] = re;
    this.spreadIm[cell] = im;
  }
}
