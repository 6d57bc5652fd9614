/**
 * Moves bodies into the disc of radius `reach` around (`toX`, `toY`) so that it is filled evenly and who was beside whom stays so: the bodies are halved again and again,
 * at the median across the longer side of a box that is halved with them in proportion to their `area`; the box is then bent into the disc. Changes `bodies`' order.
 */
export function fillDisc(
  bodies: Uint32Array,
  area: Float64Array,
  x: Float64Array,
  y: Float64Array,
  toX: number,
  toY: number,
  reach: number,
): void {
  const place = (start: number, end: number, left: number, right: number, bottom: number, top: number): void => {
    if (end - start === 1) {
      const across = (left + right) / 2;
      const up = (bottom + top) / 2;
      // The elliptical grid mapping of a square to a disc, which needs roots only.
      x[bodies[start]] = toX + reach * across * Math.sqrt(1 - (up * up) / 2);
      y[bodies[start]] = toY + reach * up * Math.sqrt(1 - (across * across) / 2);
      return;
    }
    const wide = right - left >= top - bottom;
    const middle = (start + end) >>> 1;
    selectNth(bodies, start, end - 1, middle, wide ? x : y);
    let first = 0;
    let whole = 0;
    for (let k = start; k < end; k++) {
      whole += area[bodies[k]];
      if (k < middle) first += area[bodies[k]];
    }
    if (wide) {
      const split = left + ((right - left) * first) / whole;
      place(start, middle, left, split, bottom, top);
      place(middle, end, split, right, bottom, top);
    } else {
      const split = bottom + ((top - bottom) * first) / whole;
      place(start, middle, left, right, bottom, split);
      place(middle, end, left, right, split, top);
    }
  };
  if (bodies.length > 0) place(0, bodies.length, -1, 1, -1, 1);
}

/** Orders `items[low..high]` so that none before `nth` has a larger value than any from `nth` on (Hoare's selection); equal values by number. */
function selectNth(items: Uint32Array, low: number, high: number, nth: number, value: Float64Array): void {
  while (low < high) {
    const pivot = items[(low + high) >>> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (before(items[i], pivot, value)) i++;
      while (before(pivot, items[j], value)) j--;
      if (i > j) break;
      const swapped = items[i];
      items[i++] = items[j];
      items[j--] = swapped;
    }
    if (nth <= j) high = j;
    else if (nth >= i) low = i;
    else return;
  }
}

function before(a: number, b: number, value: Float64Array): boolean {
  return value[a] < value[b] || (value[a] === value[b] && a < b);
}
