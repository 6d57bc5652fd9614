import type { CircleFacts } from "./circles.ts";
import type { Namesakes } from "./namesakes.ts";

/** The nodes that namesakes were told apart into. */
export class NodesApart {
  readonly #namesakes: Namesakes;
  readonly #circleOf = new Map<number, number>();

  constructor(namesakes: Namesakes, nodeOf: Uint32Array) {
    this.#namesakes = namesakes;
    for (const [k, circle] of namesakes.circleOf) this.#circleOf.set(nodeOf[k], circle);
  }

  areApart(a: number, b: number): boolean {
    const [one, other] = [this.#circleOf.get(a), this.#circleOf.get(b)];
    return one !== undefined && other !== undefined && one !== other;
  }

  /** What was weighed of two circles; undefined where the nodes are none, or others of the name are likelier. */
  facts(a: number, b: number): CircleFacts | undefined {
    const [one, other] = [this.#circleOf.get(a), this.#circleOf.get(b)];
    return one === undefined || other === undefined ? undefined : this.#namesakes.likeliest[one].get(other);
  }

  *likeliestPairs(): Generator<[a: number, b: number]> {
    const nodesOf = new Map<number, number[]>();
    for (const [node, circle] of this.#circleOf) nodesOf.set(circle, [...(nodesOf.get(circle) ?? []), node]);
    for (const [a, circle] of this.#circleOf) {
      for (const other of this.#namesakes.likeliest[circle].keys()) {
        for (const b of nodesOf.get(other) ?? []) if (a < b) yield [a, b];
      }
    }
  }
}
