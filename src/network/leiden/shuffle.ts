import type { Generator } from "../../model/generator.ts";

/** The numbers below `count` in an order of chance (Fisher and Yates). */
export function shuffledNodes(count: number, chance: Generator): Uint32Array {
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    const moved = order[i];
    order[i] = order[j];
    order[j] = moved;
  }
  return order;
}

/** The numbers below `count` one after the other, from one of chance on, and round. */
export function nodesInTurn(count: number, chance: Generator): Uint32Array {
  const order = new Uint32Array(count);
  let i = Math.floor(chance() * count);
  for (let at = 0; at < count; at++) {
    order[at] = i;
    i = i + 1 === count ? 0 : i + 1;
  }
  return order;
}
