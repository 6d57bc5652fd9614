/** Steps of a stored position in one unit. */
export const STEPS = 65_536;

/**
 * Positions divided by `scale` and rounded to the grid of 2⁻¹⁶, kept within ±½. Where two fall on one point of the grid, the later author moves
 * to the nearest free point found along a square spiral.
 */
export function placesOnGrid(
  places: { x: Float64Array; y: Float64Array },
  scale: number,
): { x: Float32Array; y: Float32Array } {
  const count = places.x.length;
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const taken = new Set<number>();
  for (let i = 0; i < count; i++) {
    let column = onGrid(places.x[i] / scale);
    let row = onGrid(places.y[i] / scale);
    // The spiral turns after 1, 1, 2, 2, 3, 3, … steps; points outside the map are passed over.
    for (let leg = 1, dx = 1, dy = 0, left = 1; taken.has(key(column, row)) || outside(column) || outside(row); ) {
      column += dx;
      row += dy;
      left--;
      if (left === 0) {
        leg++;
        [dx, dy] = [-dy, dx];
        left = (leg + 1) >> 1;
      }
    }
    taken.add(key(column, row));
    x[i] = column / STEPS;
    y[i] = row / STEPS;
  }
  return { x, y };
}

function onGrid(value: number): number {
  // Adding 0 makes the negative zero of a rounding a plain one: they are equal, but not the same bytes.
  return Math.max(-STEPS / 2, Math.min(STEPS / 2, Math.round(value * STEPS))) + 0;
}

function outside(step: number): boolean {
  return step < -STEPS / 2 || step > STEPS / 2;
}

function key(column: number, row: number): number {
  return (column + STEPS) * (4 * STEPS) + row + STEPS;
}
