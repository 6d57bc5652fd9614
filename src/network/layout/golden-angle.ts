/** Cosine and sine of the golden angle π(3 − √5) as literals: `Math.cos` may differ in its last bits between engines. */
const COS = -0.73736887807832;
const SIN = 0.675490294261524;

/**
 * `count` places around the origin, evenly dense, each turned by the golden angle from the one before (Vogel 1979): place k
 * is `spacing` × √(k + `skipped` + ½) from the middle, so `skipped` leaves a hole. No two are nearer than 1.5 × `spacing`.
 */
export function goldenPlaces(count: number, spacing: number, skipped = 0): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let cos = 1;
  let sin = 0;
  for (let k = 0; k < count; k++) {
    const distance = spacing * Math.sqrt(k + skipped + 0.5);
    x[k] = distance * cos;
    y[k] = distance * sin;
    const turned = cos * COS - sin * SIN;
    sin = sin * COS + cos * SIN;
    cos = turned;
    // Rounding would make the direction longer or shorter over many turns.
    const length = Math.sqrt(cos * cos + sin * sin);
    cos /= length;
    sin /= length;
  }
  return { x, y };
}
