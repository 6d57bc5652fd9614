import { boxOf, type Circles, lengthOf, unitOf } from "./circles.ts";
import { LAYOUT } from "./layout-tuning.ts";
import type { TeamGraph, Wish } from "./team-graph.ts";

/**
 * What a placing of teams costs: the mean way between the rims of two teams over all weight between teams, how far wishes are missed, and the
 * size of the box if its shape is to be `aspect` = width / height. In units of `unitOf`.
 */
export function costOf(graph: TeamGraph, placed: Circles, aspect: number): { nearness: number; whole: number } {
  const { radius, a, b, w } = graph;
  const { x, y } = placed;
  let weight = 0;
  let way = 0;
  for (let k = 0; k < w.length; k++) {
    weight += w[k];
    way += w[k] * Math.max(0, lengthOf(x[b[k]] - x[a[k]], y[b[k]] - y[a[k]]) - radius[a[k]] - radius[b[k]]);
  }
  const unit = unitOf(radius);
  const nearness = ((weight > 0 ? way / weight : 0) + LAYOUT.wishCost * missedBy(graph, placed)) / unit;
  const { width, height } = boxOf(placed);
  return { nearness, whole: nearness + (LAYOUT.sizeCost * Math.max(width / aspect, height)) / unit };
}

/** Mean, over the authors who wish, of how much nearer than the wished team's middle some third team's is. */
function missedBy(graph: TeamGraph, { x, y }: Circles): number {
  let authors = 0;
  let missed = 0;
  for (const wish of graph.wishes) {
    const place = wishersPlace(graph, wish, x, y);
    let worst = 0;
    for (let t = 0; t < graph.radius.length; t++) {
      if (t === wish.of || t === wish.next) continue;
      worst = Math.max(worst, place.reach - lengthOf(x[t] - place.x, y[t] - place.y));
    }
    authors += wish.weight;
    missed += wish.weight * worst;
  }
  return authors > 0 ? missed / authors : 0;
}

/** Where those of a wish will about lie, and within which reach of there no third team is to have its middle. */
export function wishersPlace({ radius }: TeamGraph, { of, next }: Wish, x: Float64Array, y: Float64Array) {
  const dx = x[next] - x[of];
  const dy = y[next] - y[of];
  const apart = Math.max(lengthOf(dx, dy), 1e-9);
  const lean = Math.min(LAYOUT.wishLean * radius[of], apart / 2);
  return {
    x: x[of] + (lean * dx) / apart,
    y: y[of] + (lean * dy) / apart,
    // More than just nearer: members lie all over their side of the region.
    reach: apart - lean + LAYOUT.wishMargin * radius[of],
  };
}
