import { naturalLog } from "../model/logarithm.ts";
import type { Commonness } from "./commonness.ts";
import { explain, type PairFacts, scoreOf, weigh } from "./evidence.ts";
import { joinsSyllables } from "./given-names.ts";
import { type Rows, rowsByNode } from "./node-graph.ts";
import type { NodesApart } from "./nodes-apart.ts";
import type { PaperTraits } from "./paper-traits.ts";
import type { ParsedName } from "./parse-name.ts";
import { type Pair, pairKey } from "./related-pairs.ts";
import { sameAuthorshipsOf } from "./same-authorships.ts";
import { TraitsOfPairs } from "./shared-traits.ts";
import type { ScoredCase, Weighed } from "./weighed.ts";

/** Weighs pairs of nodes, again and again as more nodes are known to be one person. */
export class Scorer {
  readonly #weighed: Weighed;
  readonly #pairs: readonly Pair[];
  readonly #commonness: Commonness;
  readonly #shared: TraitsOfPairs;
  readonly #fuller: Rows;
  readonly #apart: NodesApart;
  readonly #sameAuthorships: ReadonlyMap<string, number>;
  readonly #expectedNamesakes: Float64Array;
  /** What depends on who is known to be one person: how many coauthors each pair has in common, and how many it competes with. */
  #coauthors: Uint32Array;
  readonly #competitors: Uint32Array;
  /** Of each pair by its facts as they are. */
  readonly #scores: Float64Array;

  /** `pairs` by a; `rewritten` are the authorships that have other forms. */
  constructor(
    weighed: Weighed,
    pairs: readonly Pair[],
    commonness: Commonness,
    traits: PaperTraits,
    apart: NodesApart,
    rewritten: readonly number[],
  ) {
    this.#apart = apart;
    this.#weighed = weighed;
    this.#pairs = pairs;
    this.#commonness = commonness;
    this.#shared = new TraitsOfPairs(weighed.graph, traits, pairs);
    this.#fuller = fullerNames(pairs, weighed.graph.nodeCount);
    this.#sameAuthorships = sameAuthorshipsOf(weighed, rewritten);
    this.#expectedNamesakes = new Float64Array(pairs.length);
    pairs.forEach((pair, i) => {
      this.#expectedNamesakes[i] = this.#namesakesOf(pair);
    });
    this.#coauthors = new Uint32Array(pairs.length);
    this.#competitors = new Uint32Array(pairs.length);
    this.#scores = new Float64Array(pairs.length);
  }

  /** Cases with a score of `least` or more, without their explanation. */
  casesFrom(least: number, personOf: Uint32Array): ScoredCase[] {
    this.#weigh(personOf);
    const cases: ScoredCase[] = [];
    this.#pairs.forEach(({ a, b, kind, shorter }, i) => {
      const score = this.#scores[i];
      if (score >= least) cases.push({ a, b, relation: kind, shorter, score, evidence: NONE });
    });
    return cases;
  }

  /** Cases with a score of 0 or more, of namesakes, or with a decision; explained. */
  cases(personOf: Uint32Array): ScoredCase[] {
    this.#weigh(personOf);
    const { links } = this.#weighed;
    const decided = new Set([...links.same, ...links.different].map(([a, b]) => pairKey(a, b)));
    const cases: ScoredCase[] = [];
    this.#pairs.forEach(({ a, b, kind, shorter }, i) => {
      const score = this.#scores[i];
      // A name that was cut stays in the ledger, however unlikely its parts are one.
      const isCut = kind === "same-name" && this.#apart.facts(a, b) !== undefined;
      if (!(score >= 0 || isCut || (decided.size > 0 && decided.has(pairKey(a, b))))) return;
      const facts = this.#factsOf(i);
      cases.push({ a, b, relation: kind, shorter, score, evidence: explain(weigh(facts), facts) });
    });
    return cases;
  }

  /** Brings what depends on who is known to be one person up to date, and the scores of pairs where that changes anything. */
  #weigh(personOf: Uint32Array): void {
    const persons = competitorsOf(this.#fuller, personOf);
    const coauthors = this.#shared.coauthors(personOf);
    const coauthorsBefore = this.#coauthors;
    this.#coauthors = coauthors;
    this.#pairs.forEach(({ a, b, shorter }, i) => {
      const rivals = shorter < 0 ? 1 : persons[shorter === 0 ? a : b];
      // No pair competes with nobody: before the first time all differ.
      if (rivals === this.#competitors[i] && coauthors[i] === coauthorsBefore[i]) return;
      this.#competitors[i] = rivals;
      this.#scores[i] = scoreOf(weigh(this.#factsOf(i)));
    });
  }

  #factsOf(pair: number): PairFacts {
    const { names, nameOfNode } = this.#weighed;
    const { a, b, kind } = this.#pairs[pair];
    const one = names[nameOfNode[a]];
    const other = names[nameOfNode[b]];
    const isSlip = kind === "given-spelling" || kind === "family-spelling";
    const sameAuthorships = this.#sameAuthorships.size === 0 ? 0 : (this.#sameAuthorships.get(pairKey(a, b)) ?? 0);
    return {
      relation: kind,
      circles: kind === "same-name" ? this.#apart.facts(a, b) : undefined,
      shared: this.#shared.of(pair, this.#coauthors[pair]),
      sameAuthorships,
      competitors: this.#competitors[pair],
      syllablesJoined: kind === "spacing" && joinsSyllables(one, other),
      expectedNamesakes: this.#expectedNamesakes[pair],
      rarerSpelling: isSlip ? rarerOf(one, other, this.#commonness) : 1,
      orderDoubt: kind === "inverted" ? orderWeight(one, this.#commonness) : 0,
    };
  }

  /** How many others are expected to have the name that says less, or the more common one. */
  #namesakesOf({ a, b, shorter }: Pair): number {
    const { names, nameOfNode } = this.#weighed;
    const { expectedNamesakes } = this.#commonness;
    const less = expectedNamesakes(names[nameOfNode[shorter === 0 ? a : b]]);
    return shorter < 0 ? Math.max(expectedNamesakes(names[nameOfNode[a]]), less) : less;
  }
}

const NONE: readonly never[] = [];

function rarerOf(one: ParsedName, other: ParsedName, common: Commonness): number {
  for (let i = 0; i < one.words.length; i++) {
    if (one.words[i] !== other.words[i]) {
      return Math.max(1, Math.min(common.namesWithWord(one.words[i]), common.namesWithWord(other.words[i])));
    }
  }
  return 1;
}

function orderWeight(name: ParsedName, common: Commonness): number {
  const given = naturalLog(common.lastRatherThanFirst(name.words[0]));
  const family = naturalLog(common.lastRatherThanFirst(name.words[name.words.length - 1]));
  return Math.min(1.5, Math.max(-1.5, 0.5 * Math.abs(family - given) - 1.5));
}

/** For each node, being the shorter name of pairs, the nodes of the others. */
function fullerNames(pairs: readonly Pair[], nodeCount: number): Rows {
  const having = pairs.filter(({ kind, shorter }) => shorter >= 0 && kind !== "prefix");
  const less = Uint32Array.from(having, ({ a, b, shorter }) => (shorter === 0 ? a : b));
  const more = Uint32Array.from(having, ({ a, b, shorter }) => (shorter === 0 ? b : a));
  return rowsByNode(less, nodeCount, more);
}

/** For each node how many persons there are that it could be, being the shorter name; 1 where it is none. */
function competitorsOf({ from, values }: Rows, personOf: Uint32Array): Uint32Array {
  const competitors = new Uint32Array(personOf.length);
  const metBy = new Int32Array(personOf.length).fill(-1);
  for (let node = 0; node < personOf.length; node++) {
    let persons = 0;
    for (let k = from[node]; k < from[node + 1]; k++) {
      const person = personOf[values[k]];
      if (metBy[person] !== node) persons++;
      metBy[person] = node;
    }
    competitors[node] = Math.max(1, persons);
  }
  return competitors;
}
