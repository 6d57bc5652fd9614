import type { Frame } from "./frame.ts";
import type { Positions } from "./hit-test.ts";
import type { Label } from "./label-scene.ts";
import type { Placed } from "./place-labels.ts";
import type { Projection } from "./projection.ts";

/**
 * The labels of a frame where they lie in another projection, each as far from what it names as before: names of people from their
 * bearer, all others from the place beneath their middle.
 */
export function carriedLabels(from: Frame, { x, y }: Positions, to: Projection): Placed<Label>[] {
  const { scale, left, top } = from.projection;
  return from.labels.map(({ label, box }) => {
    const before =
      label.choice.kind === "author"
        ? [left + from.x[label.choice.author] * scale, top - from.y[label.choice.author] * scale]
        : [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const [placeX, placeY] =
      label.choice.kind === "author"
        ? [x[label.choice.author], y[label.choice.author]]
        : [(before[0] - left) / scale, (top - before[1]) / scale];
    const dx = to.left + placeX * to.scale - before[0];
    const dy = to.top - placeY * to.scale - before[1];
    return {
      label,
      box: { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy },
    };
  });
}
