import type { IdentityCase, Outcome, Preset } from "../model/identity.ts";
import { THRESHOLDS } from "../model/identity.ts";
import { indices } from "../model/radix-order.ts";
import { givenNamesContradict, holdsGivenNames } from "./given-names.ts";
import { sharedPaper } from "./node-graph.ts";
import type { ParsedName } from "./parse-name.ts";
import type { ScoredCase, Weighed } from "./weighed.ts";

/** What unions by score have made of the nodes. */
export interface Unions {
  /** For each node the smallest node of its person. */
  readonly personOf: Uint32Array;
  /** What became of each case, in their order. */
  readonly outcomes: readonly Outcome[];
  readonly against: readonly (string | undefined)[];
}

interface Refusal {
  readonly outcome: "refused-paper" | "refused-ids" | "refused-names" | "decided-different";
  readonly against: string;
}

/**
 * Joins nodes best-first: what is decided, then cases by descending score down to `threshold`. Before each union the two
 * whole persons are laid side by side: two of one paper, ids that conflict, names that contradict or a decision refuse
 * it. A lower threshold only goes on where a higher one stopped, so its persons are unions of the other's.
 */
export function uniteNodes(weighed: Weighed, threshold: number): Unions {
  const persons = new Persons(weighed);
  for (const [a, b] of weighed.links.same) persons.unite(a, b);

  const outcomes: Outcome[] = [];
  const against: (string | undefined)[] = [];
  for (const scored of weighed.cases) {
    const { a, b } = scored;
    let outcome: Outcome = "open";
    let reason: string | undefined;
    if (persons.isDecided(a, b))
      outcome = persons.rootOf(a) === persons.rootOf(b) ? "decided-same" : "decided-different";
    else if (persons.rootOf(a) === persons.rootOf(b)) outcome = scored.score >= threshold ? "merged" : "open";
    else if (scored.score >= threshold || scored.score >= THRESHOLDS.generous) {
      const refusal = persons.refusal(a, b, scored);
      if (refusal !== undefined) ({ outcome, against: reason } = refusal);
      else if (scored.score >= threshold) {
        persons.unite(a, b);
        outcome = "merged";
      }
    } else {
      const refusal = persons.standTogether(a, b);
      if (refusal !== undefined) ({ outcome, against: reason } = refusal);
    }
    outcomes.push(outcome);
    against.push(reason);
  }
  return { personOf: persons.all(), outcomes, against };
}

/** The cases with what a preset makes of them, and for each node its person. */
export function settleCases(weighed: Weighed, preset: Preset): { personOf: Uint32Array; cases: IdentityCase[] } {
  const { personOf, outcomes, against } = uniteNodes(weighed, THRESHOLDS[preset]);
  const cases = weighed.cases.map(({ a, b, relation, score, evidence }, i): IdentityCase => {
    const why = against[i];
    return { a, b, relation, score, evidence, outcome: outcomes[i], ...(why === undefined ? {} : { against: why }) };
  });
  return { personOf, cases };
}

class Persons {
  readonly #weighed: Weighed;
  readonly #root: Uint32Array;
  /** Nodes of one person as a ring: the next one. */
  readonly #next: Uint32Array;
  readonly #decided: Uint32Array;
  readonly #different: ReadonlyMap<number, readonly number[]>;

  constructor(weighed: Weighed) {
    const { nodeCount } = weighed.graph;
    this.#weighed = weighed;
    this.#root = indices(nodeCount);
    this.#next = this.#root.slice();
    // Persons by decisions alone.
    this.#decided = this.#root.slice();
    const different = new Map<number, number[]>();
    for (const [a, b] of weighed.links.different) {
      for (const [one, other] of [
        [a, b],
        [b, a],
      ]) {
        const known = different.get(one);
        if (known) known.push(other);
        else different.set(one, [other]);
      }
    }
    this.#different = different;
    for (const [a, b] of weighed.links.same) {
      const [low, high] = [find(this.#decided, a), find(this.#decided, b)].sort((x, y) => x - y);
      this.#decided[high] = low;
    }
  }

  rootOf(node: number): number {
    return find(this.#root, node);
  }

  unite(a: number, b: number): void {
    const one = this.rootOf(a);
    const other = this.rootOf(b);
    if (one === other) return;
    const low = Math.min(one, other);
    const high = Math.max(one, other);
    this.#root[high] = low;
    // Two rings become one when two of their members change successors.
    const next = this.#next[low];
    this.#next[low] = this.#next[high];
    this.#next[high] = next;
  }

  /** Whether decisions settle it: they make one person of both, or two of the persons that they make. */
  isDecided(a: number, b: number): boolean {
    const one = find(this.#decided, a);
    const other = find(this.#decided, b);
    return one === other || this.#areDifferent(a, b);
  }

  #areDifferent(a: number, b: number): boolean {
    if (this.#different.size === 0) return false;
    let x = a;
    do {
      const others = this.#different.get(x);
      if (others?.some((other) => this.rootOf(other) === this.rootOf(b))) return true;
      x = this.#next[x];
    } while (x !== a);
    return false;
  }

  refusal(a: number, b: number, scored: ScoredCase): Refusal | undefined {
    const { graph, names, nameOfNode, idsOfNode } = this.#weighed;
    const bridging = scored.shorter >= 0 || scored.relation === "inverted";
    if (this.#areDifferent(a, b))
      return { outcome: "decided-different", against: "a decision says that they are different" };
    let contradiction: Refusal | undefined;
    let x = a;
    do {
      let y = b;
      do {
        if (sharedPaper(graph.papers, x, y) >= 0)
          return { outcome: "refused-paper", against: this.#weighed.describePaper(x, y) };
        const ids = idsOfNode === undefined ? undefined : conflictingIds(idsOfNode[x], idsOfNode[y]);
        if (ids !== undefined) return { outcome: "refused-ids", against: ids };
        if (bridging && contradiction === undefined && (x !== a || y !== b)) {
          const [one, other] = [names[nameOfNode[x]], names[nameOfNode[y]]];
          if (one !== other && givenNamesContradict(one, other) && !this.#isBoth(a, b, one, other)) {
            contradiction = { outcome: "refused-names", against: this.#weighed.describeNames(x, y) };
          }
        }
        y = this.#next[y];
      } while (y !== b);
      x = this.#next[x];
    } while (x !== a);
    return contradiction;
  }

  /** That the two names themselves are on one paper, which is told however low the score is. */
  standTogether(a: number, b: number): Refusal | undefined {
    if (sharedPaper(this.#weighed.graph.papers, a, b) < 0) return undefined;
    return { outcome: "refused-paper", against: this.#weighed.describePaper(a, b) };
  }

  /** Whether one of the persons' names has the given names of both: "Gary Geunbae Lee" of "Gary" and "Geunbae". */
  #isBoth(a: number, b: number, one: ParsedName, other: ParsedName): boolean {
    const { names, nameOfNode } = this.#weighed;
    for (const side of [a, b]) {
      let node = side;
      do {
        const name = names[nameOfNode[node]];
        if (holdsGivenNames(name, one) && holdsGivenNames(name, other)) return true;
        node = this.#next[node];
      } while (node !== side);
    }
    return false;
  }

  all(): Uint32Array {
    const persons = new Uint32Array(this.#root.length);
    for (let node = 0; node < persons.length; node++) persons[node] = this.rootOf(node);
    return persons;
  }
}

function find(root: Uint32Array, node: number): number {
  let at = node;
  while (root[at] !== at) {
    root[at] = root[root[at]];
    at = root[at];
  }
  return at;
}

/** The two ids of one scheme that differ, in words; undefined where no scheme has an id on both sides, or one is shared. */
function conflictingIds(one: readonly string[] | undefined, other: readonly string[] | undefined): string | undefined {
  if (one === undefined || other === undefined) return undefined;
  for (const id of one) {
    const scheme = id.slice(0, id.indexOf(":") + 1);
    const rivals = other.filter((rival) => rival.startsWith(scheme));
    if (rivals.length > 0 && !one.some((own) => rivals.includes(own))) return `${id} and ${rivals[0]}`;
  }
  return undefined;
}
