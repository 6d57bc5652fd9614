/**
 * The natural logarithm, made of + − × ÷ only: `Math.log` may differ in its last bit between versions of V8, and stored
 * results must not. For `x > 0`, subnormal numbers included; 0 gives −∞, a negative number or NaN gives NaN.
 *
 * `x = m · 2^e` with m in [√½, √2), then `ln m = 2 · artanh(s)` with `s = (m − 1) / (m + 1)`, |s| < 0.1716: the odd
 * series in s is below the last bit after 11 terms.
 */
export function naturalLog(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;

  // A subnormal number has no hidden bit; times 2^54 it is normal, and nothing is lost.
  const isSubnormal = x < SMALLEST_NORMAL;
  view.setFloat64(0, isSubnormal ? x * 2 ** 54 : x);
  const head = view.getUint32(0);
  let exponent = ((head >>> 20) & 0x7ff) - (isSubnormal ? 1022 + 54 : 1022);
  view.setUint32(0, (head & 0x800f_ffff) | (1022 << 20));
  let mantissa = view.getFloat64(0);
  if (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent -= 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const squared = s * s;
  let series = 0;
  for (let odd = 23; odd >= 1; odd -= 2) series = series * squared + 1 / odd;
  return exponent * Math.LN2 + 2 * s * series;
}

const SMALLEST_NORMAL = 2 ** -1022;
/** Eight bytes to take a number apart in; kept, since making them anew for each logarithm costs more than all else. */
const view = new DataView(new ArrayBuffer(8));
