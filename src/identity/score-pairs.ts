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
import { LARGE_PAPER, SharedCoauthorsCounter, SharedTraitsCounter } from "./shared-traits.ts";
import type { ScoredCase, Weighed } from "./weighed.ts";

type Mutable<Facts> = { -readonly [Fact in keyof Facts]: Facts[Fact] };

/** Weighs pairs of nodes, again and again as more nodes are known to be one person. */
export class Scorer {
  readonly #weighed: Weighed;
  readonly #pairs: readonly Pair[];
  readonly #commonness: Commonness;
  readonly #coauthors: Rows;
  readonly #fuller: Rows;
  readonly #apart: NodesApart;
  readonly #facts: readonly Mutable<PairFacts>[];
  /** Of each pair by its facts as they are; NaN before it is weighed. */
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
    this.#coauthors = coauthorsOf(weighed.graph, pairs);
    this.#fuller = fullerNames(pairs, weighed.graph.nodeCount);
    this.#facts = this.#lastingFacts(traits, rewritten);
    this.#scores = new Float64Array(pairs.length).fill(Number.NaN);
  }

  /** Cases with a score of `least` or more, without their explanation. */
  casesFrom(least: number, personOf: Uint32Array): ScoredCase[] {
    this.#weigh(personOf);
    const cases: ScoredCase[] = [];
    this.#pairs.forEach(({ a, b, kind, shorter }, i) => {
      const score = this.#scores[i];
      if (score >= least) cases.push({ a, b, relation: kind, shorter, score, evidence: [] });
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
      const facts = this.#facts[i];
      const score = this.#scores[i];
      // A name that was cut stays in the ledger, however unlikely its parts are one.
      const kept = score >= 0 || facts.circles !== undefined || (decided.size > 0 && decided.has(pairKey(a, b)));
      if (kept) cases.push({ a, b, relation: kind, shorter, score, evidence: explain(weigh(facts), facts) });
    });
    return cases;
  }

  /** Brings what depends on who is known to be one person up to date, and the scores of pairs where that changes anything. */
  #weigh(personOf: Uint32Array): void {
    const counter = new SharedCoauthorsCounter(this.#coauthors, personOf);
    const competitors = competitorsOf(this.#fuller, personOf);
    this.#pairs.forEach(({ a, b, shorter }, i) => {
      counter.focus(a);
      const facts = this.#facts[i];
      const coauthors = counter.with(b);
      const rivals = shorter < 0 ? 1 : competitors[shorter === 0 ? a : b];
      const isKnown = !Number.isNaN(this.#scores[i]);
      if (isKnown && coauthors === facts.shared.coauthors && rivals === facts.competitors) return;
      facts.shared.coauthors = coauthors;
      facts.competitors = rivals;
      this.#scores[i] = scoreOf(weigh(facts));
    });
  }

  /** What does not depend on which nodes are known to be one person. */
  #lastingFacts(traits: PaperTraits, rewritten: readonly number[]): Mutable<PairFacts>[] {
    const { graph, names, nameOfNode } = this.#weighed;
    const counter = new SharedTraitsCounter(graph, traits, this.#coauthors);
    const sameAuthorships = sameAuthorshipsOf(this.#weighed, rewritten);
    return this.#pairs.map(({ a, b, kind, shorter }) => {
      counter.focus(a);
      const [one, other] = [names[nameOfNode[a]], names[nameOfNode[b]]];
      const isSlip = kind === "given-spelling" || kind === "family-spelling";
      return {
        relation: kind,
        circles: kind === "same-name" ? this.#apart.facts(a, b) : undefined,
        shared: counter.with(b),
        sameAuthorships: sameAuthorships.size === 0 ? 0 : (sameAuthorships.get(pairKey(a, b)) ?? 0),
        competitors: 1,
        syllablesJoined: kind === "spacing" && joinsSyllables(one, other),
        expectedNamesakes: this.#expectedNamesakes(one, other, shorter),
        rarerSpelling: isSlip ? rarerOf(one, other, this.#commonness) : 1,
        orderDoubt: kind === "inverted" ? orderWeight(one, this.#commonness) : 0,
      };
    });
  }

  /** Of the name that says less, or of the more common one. */
  #expectedNamesakes(one: ParsedName, other: ParsedName, shorter: -1 | 0 | 1): number {
    const common = this.#commonness;
    const less = common.expectedNamesakes(shorter === 0 ? one : other);
    return shorter < 0 ? Math.max(common.expectedNamesakes(one), less) : less;
  }
}

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

/** Coauthors by papers that are not large, of the nodes that are in pairs. */
function coauthorsOf({ papers, nodeOf, nodeCount, authorshipsFrom }: Weighed["graph"], pairs: readonly Pair[]): Rows {
  const isAsked = new Uint8Array(nodeCount);
  for (const { a, b } of pairs) isAsked[a] = isAsked[b] = 1;
  const from = new Uint32Array(nodeCount + 1);
  const seen = new Int32Array(nodeCount).fill(-1);
  let values = new Uint32Array(4 * nodeCount + LARGE_PAPER);
  let count = 0;
  for (let i = 0; i < nodeCount; i++) {
    seen[i] = i;
    for (let k = papers.from[i]; isAsked[i] > 0 && k < papers.from[i + 1]; k++) {
      const [first, end] = [authorshipsFrom[papers.values[k]], authorshipsFrom[papers.values[k] + 1]];
      if (end - first > LARGE_PAPER) continue;
      if (count + LARGE_PAPER > values.length) {
        const larger = new Uint32Array(2 * values.length);
        larger.set(values);
        values = larger;
      }
      for (let at = first; at < end; at++) {
        const other = nodeOf[at];
        if (seen[other] === i) continue;
        seen[other] = i;
        values[count++] = other;
      }
    }
    from[i + 1] = count;
  }
  return { from, values: values.subarray(0, count) };
}
