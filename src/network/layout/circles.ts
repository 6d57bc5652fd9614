/** Circles in the plane, in columns. */
export interface Circles {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float64Array;
}

/** The length of a vector. */
export function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** The radius of one circle as large as all together: the unit in which placings are compared. */
export function unitOf(radius: Float64Array): number {
  return Math.sqrt(radius.reduce((sum, r) => sum + r * r, 0));
}

/** The box around all circles; empty at the origin without any. */
export function boxOf({ x, y, radius }: Circles) {
  let left = Infinity;
  let right = -Infinity;
  let bottom = Infinity;
  let top = -Infinity;
  for (let t = 0; t < radius.length; t++) {
    left = Math.min(left, x[t] - radius[t]);
    right = Math.max(right, x[t] + radius[t]);
    bottom = Math.min(bottom, y[t] - radius[t]);
    top = Math.max(top, y[t] + radius[t]);
  }
  if (radius.length === 0) left = right = bottom = top = 0;
  return { left, right, bottom, top, width: right - left, height: top - bottom };
}

/** Moves overlapping circles apart, the smaller one more; returns the largest overlap found. Candidates by a sweep along x. */
export function separate(
  radius: Float64Array,
  grown: number,
  gap: number,
  order: Uint32Array,
  x: Float64Array,
  y: Float64Array,
): number {
  insertionSort(order, x);
  const widest = radius.reduce((a, b) => Math.max(a, b), 0);
  let largest = 0;
  for (let k = 0; k < order.length; k++) {
    const i = order[k];
    for (let l = k + 1; l < order.length; l++) {
      const j = order[l];
      const dx = x[j] - x[i];
      if (dx > (radius[i] + widest + gap) * grown) break;
      const wanted = (radius[i] + radius[j] + gap) * grown;
      const dy = y[j] - y[i];
      const distanceSquared = dx * dx + dy * dy;
      if (distanceSquared >= wanted * wanted) continue;
      const distance = Math.sqrt(distanceSquared);
      const overlap = wanted - distance;
      largest = Math.max(largest, overlap);
      const ux = distance > 0 ? dx / distance : 1;
      const uy = distance > 0 ? dy / distance : 0;
      const massI = radius[i] * radius[i];
      const massJ = radius[j] * radius[j];
      const shareI = (overlap * massJ) / (massI + massJ);
      const shareJ = (overlap * massI) / (massI + massJ);
      x[i] -= shareI * ux;
      y[i] -= shareI * uy;
      x[j] += shareJ * ux;
      y[j] += shareJ * uy;
    }
  }
  return largest;
}

/** Nearly sorted from round to round, where insertion is linear. Ties by number, so that the order is never chance. */
function insertionSort(order: Uint32Array, x: Float64Array): void {
  for (let k = 1; k < order.length; k++) {
    const moving = order[k];
    let l = k - 1;
    while (l >= 0 && (x[order[l]] > x[moving] || (x[order[l]] === x[moving] && order[l] > moving))) {
      order[l + 1] = order[l];
      l--;
    }
    order[l + 1] = moving;
  }
}
