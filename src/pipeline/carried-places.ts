import type { Dataset } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { goldenPlaces } from "../network/layout/golden-angle.ts";
import type { Layout } from "../network/layout/lay-out.ts";
import { placesOnGrid } from "../network/layout/stored-places.ts";

/** White between the dots of authors who were one, in pixels. */
const WHITE = 2;

/**
 * Where authors stand who have been identified anew: at the mean of the places where their authorships stood. Those who
 * were one author would all stand at one point: the one with most authorships keeps it, the others stand around, near enough to be
 * seen as one group and without covering each other. `radius` is the drawn radius of each author in pixels.
 */
export function carriedPlaces(dataset: Dataset, incidence: Incidence, radius: Float32Array): Layout {
  const { authors, authorships, manifest } = dataset;
  const count = incidence.authorCount;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const shares = new Uint32Array(count);
  // Places are multiples of 2⁻¹⁶, so that these sums and the mean of equal places are exact.
  incidence.authors.forEach((author, row) => {
    x[author] += authors.x[authorships.author[row]];
    y[author] += authors.y[authorships.author[row]];
    shares[author] += 1;
  });
  for (let author = 0; author < count; author++) {
    x[author] /= Math.max(1, shares[author]);
    y[author] /= Math.max(1, shares[author]);
  }
  const scale = manifest.layoutScale;
  for (const group of sharedPlaces(x, y)) {
    group.sort((a, b) => shares[b] - shares[a] || a - b);
    const widest = group.reduce((most, author) => Math.max(most, radius[author]), 0);
    // Golden places are at least 1.5 spacings apart.
    const places = goldenPlaces(group.length, (2 * widest + WHITE) / 1.5 / Math.max(1, scale));
    group.forEach((author, k) => {
      x[author] += places.x[k] - places.x[0];
      y[author] += places.y[k] - places.y[0];
    });
  }
  return { ...placesOnGrid({ x, y }, 1), scale };
}

/** The authors who stand at exactly one place with others, a list for each such place. */
function sharedPlaces(x: Float64Array, y: Float64Array): number[][] {
  const at = new Map<string, number[]>();
  for (let author = 0; author < x.length; author++) {
    const key = `${x[author]} ${y[author]}`;
    const group = at.get(key);
    if (group === undefined) at.set(key, [author]);
    else group.push(author);
  }
  return [...at.values()].filter((group) => group.length > 1);
}
