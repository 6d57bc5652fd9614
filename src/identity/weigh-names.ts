import type { IdentityDecision } from "../model/identity.ts";
import { THRESHOLDS } from "../model/identity.ts";
import { naturalLog } from "../model/logarithm.ts";
import type { Paper } from "../model/paper.ts";
import { linkDecided, resolveDecisions } from "./apply-decisions.ts";
import { nodeKeys } from "./author-ids.ts";
import { candidatesOf } from "./candidates.ts";
import { type Commonness, commonnessOf } from "./commonness.ts";
import { Cuts, cutByIds, cutRepeats, idsByNode, type Nodes } from "./cut-names.ts";
import { explain, type PairFacts, scoreOf, weigh } from "./evidence.ts";
import { joinsSyllables } from "./given-names.ts";
import { invertedNames } from "./inverted-names.ts";
import { displayName, foldedName } from "./name-forms.ts";
import { type NameTable, nameTableOf } from "./name-table.ts";
import { cutNamesakes } from "./namesakes.ts";
import { nodeGraph, type Rows, sharedPaper } from "./node-graph.ts";
import { NodesApart } from "./nodes-apart.ts";
import { type PaperTraits, paperTraits } from "./paper-traits.ts";
import type { ParsedName } from "./parse-name.ts";
import type { Relation } from "./relation-kinds.ts";
import { uniteNodes } from "./settle.ts";
import { LARGE_PAPER, SharedCoauthorsCounter, SharedTraitsCounter } from "./shared-traits.ts";
import type { ScoredCase, Weighed } from "./weighed.ts";
import { writtenForms } from "./written-forms.ts";

/** How often persons found are taken for coauthors again, so that those who share them are found too. */
const ROUNDS = 3;
/** What an id that sources give both is worth: more than all else together. */
const SAME_ID = 20;

/** Two nodes whose names are related. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly kind: Relation | "same-name";
  readonly shorter: -1 | 0 | 1;
}

/**
 * Finds who could be one person and weighs it: everything that does not depend on a preset. `papers` must be sorted by
 * id, as linking leaves them; then the result does not depend on the order of the input.
 */
export function weighNames(papers: readonly Paper[], decisions: readonly IdentityDecision[] = []): Weighed {
  const table = nameTableOf(papers);
  const cuts = new Cuts();
  const findings = cutRepeats(papers, table, cuts);
  const resolved = resolveDecisions(decisions, papers, table, cuts);
  const ids = cutByIds(papers, table, cuts);
  const commonness = commonnessOf(table.names);
  const traits = paperTraits(papers);
  const namesakes = cutNamesakes(papers, table, commonness, traits, cuts);
  const nodes = cuts.nodesOf(table);
  const graph = nodeGraph(nodes.nodeOf, nodes.nodeCount, table.authorshipsFrom);
  const idsOfNode = ids && idsByNode(ids, nodes);
  const decided = linkDecided(resolved, nodes, graph);

  const forms = writtenForms(papers, table, graph);
  const weighed: Weighed = {
    papers,
    graph,
    names: table.names,
    keys: table.keys,
    nameOfNode: nodes.nameOfNode,
    nodes: forms.chosen.map((chosen, node) => ({
      name: displayName(chosen),
      folded: table.keys[nodes.nameOfNode[node]],
      authorships: graph.papers.from[node + 1] - graph.papers.from[node],
    })),
    nodeKeys: nodeKeys(papers, graph, table.keys, nodes.nameOfNode),
    forms,
    idsOfNode,
    links: decided.links,
    labels: decided.labels,
    cases: [],
    findings: [...findings, ...namesakes.findings, ...invertedNames(papers, table, commonness), ...decided.findings],
    describePaper: (a, b) => `both on ${papers[sharedPaper(graph.papers, a, b)].id}`,
    describeNames: (a, b) =>
      `"${table.keys[nodes.nameOfNode[a]]}" and "${table.keys[nodes.nameOfNode[b]]}" contradict each other`,
  };
  const byIds = sameIdCases(idsOfNode);
  const apart = new NodesApart(namesakes, graph.nodeOf);
  const pairs = pairsOf(table, nodes, apart);
  const scorer = new Scorer(weighed, pairs, commonness, traits, apart);
  let personOf: Uint32Array = Uint32Array.from({ length: nodes.nodeCount }, (_, node) => node);
  for (let round = 1; round < ROUNDS; round++) {
    const cases = inOrder([...byIds, ...scorer.cases(personOf, false)]);
    ({ personOf } = uniteNodes({ ...weighed, cases }, THRESHOLDS.normal));
  }
  const cases = inOrder([...byIds, ...decisionCases(decided.links, pairs), ...scorer.cases(personOf, true)]);
  return { ...weighed, cases };
}

function inOrder(cases: ScoredCase[]): ScoredCase[] {
  return cases.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

/**
 * Of a name in more parts than this only the first are compared: a list that holds one name a thousand times says nothing about
 * who is who, and each with each would be a million pairs.
 */
const MOST_PARTS = 64;

/**
 * Related names, node by node; and the parts of one name, each with each, but of namesakes only with the likeliest:
 * that all others are different people is what cutting the name says.
 */
function pairsOf(table: NameTable, { nodeCount, nameOfNode }: Nodes, apart: NodesApart): Pair[] {
  const from = new Uint32Array(table.names.length + 1);
  for (const name of nameOfNode) from[name + 1]++;
  for (let name = 0; name < table.names.length; name++) from[name + 1] += from[name];
  const end = (name: number) => Math.min(from[name + 1], from[name] + MOST_PARTS);
  const pairs: Pair[] = [];
  for (const { a, b, kind, shorter } of candidatesOf(table.names)) {
    for (let x = from[a]; x < end(a); x++)
      for (let y = from[b]; y < end(b); y++) pairs.push({ a: x, b: y, kind, shorter });
  }
  for (let a = 0; a < nodeCount; a++) {
    for (let b = a + 1; b < end(nameOfNode[a]); b++) {
      if (!apart.areApart(a, b)) pairs.push({ a, b, kind: "same-name", shorter: -1 });
    }
  }
  for (const [a, b] of apart.likeliestPairs()) pairs.push({ a, b, kind: "same-name", shorter: -1 });
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Nodes with an id in common: each with the next one that has it. */
function sameIdCases(idsOfNode: Weighed["idsOfNode"]): ScoredCase[] {
  const lastWith = new Map<string, number>();
  const cases: ScoredCase[] = [];
  idsOfNode?.forEach((ids, b) => {
    for (const id of ids ?? []) {
      const a = lastWith.get(id);
      lastWith.set(id, b);
      if (a === undefined) continue;
      const evidence = [{ kind: "same-id", weight: SAME_ID, detail: `both are ${id} to their source` }];
      cases.push({ a, b, relation: "same-id", shorter: -1, score: SAME_ID, evidence });
    }
  });
  return cases;
}

/** Decisions about nodes whose names nothing relates: cases too, so that the ledger has them. */
function decisionCases(links: Weighed["links"], pairs: readonly Pair[]): ScoredCase[] {
  if (links.same.length + links.different.length === 0) return [];
  const known = new Set(pairs.map(({ a, b }) => pairKey(a, b)));
  return [...links.same, ...links.different].flatMap(([one, other]): ScoredCase[] => {
    const [a, b] = one < other ? [one, other] : [other, one];
    if (known.has(pairKey(a, b))) return [];
    known.add(pairKey(a, b));
    return [{ a, b, relation: "decision", shorter: -1, score: 0, evidence: [] }];
  });
}

type Mutable<Facts> = { -readonly [Fact in keyof Facts]: Facts[Fact] };

class Scorer {
  readonly #weighed: Weighed;
  readonly #pairs: readonly Pair[];
  readonly #commonness: Commonness;
  readonly #coauthors: Rows;
  readonly #apart: NodesApart;
  readonly #facts: readonly Mutable<PairFacts>[];

  constructor(
    weighed: Weighed,
    pairs: readonly Pair[],
    commonness: Commonness,
    traits: PaperTraits,
    apart: NodesApart,
  ) {
    this.#apart = apart;
    this.#weighed = weighed;
    this.#pairs = pairs;
    this.#commonness = commonness;
    this.#coauthors = coauthorsOf(weighed.graph);
    this.#facts = this.#lastingFacts(traits);
  }

  /** Cases with a score of 0 or more, of namesakes, or with a decision; with their explanation if wanted. */
  cases(personOf: Uint32Array, explained: boolean): ScoredCase[] {
    const { graph, links } = this.#weighed;
    const coauthors = new SharedCoauthorsCounter(this.#coauthors, personOf);
    const competitors = competitorsOf(this.#pairs, personOf, graph.nodeCount);
    const decided = new Set([...links.same, ...links.different].map(([a, b]) => pairKey(a, b)));
    const cases: ScoredCase[] = [];
    this.#pairs.forEach(({ a, b, kind, shorter }, i) => {
      coauthors.focus(a);
      const facts = this.#facts[i];
      facts.shared.coauthors = coauthors.with(b);
      facts.competitors = shorter < 0 ? 1 : competitors[shorter === 0 ? a : b];
      const steps = weigh(facts);
      const score = scoreOf(steps);
      // A name that was cut stays in the ledger, however unlikely its parts are one.
      const kept = score >= 0 || facts.circles !== undefined || (decided.size > 0 && decided.has(pairKey(a, b)));
      if (!kept) return;
      cases.push({ a, b, relation: kind, shorter, score, evidence: explained ? explain(steps, facts) : [] });
    });
    return cases;
  }

  /** What does not depend on which nodes are known to be one person. */
  #lastingFacts(traits: PaperTraits): Mutable<PairFacts>[] {
    const { graph, names, nameOfNode } = this.#weighed;
    const counter = new SharedTraitsCounter(graph, traits, this.#coauthors);
    const sameAuthorships = sameAuthorshipsOf(this.#weighed);
    return this.#pairs.map(({ a, b, kind, shorter }) => {
      counter.focus(a);
      return {
        relation: kind,
        circles: kind === "same-name" ? this.#apart.facts(a, b) : undefined,
        shared: counter.with(b),
        sameAuthorships: sameAuthorships.size === 0 ? 0 : (sameAuthorships.get(pairKey(a, b)) ?? 0),
        competitors: 1,
        syllablesJoined: kind === "spacing" && joinsSyllables(names[nameOfNode[a]], names[nameOfNode[b]]),
        ...this.#rarity(names[nameOfNode[a]], names[nameOfNode[b]], kind, shorter),
      };
    });
  }

  #rarity(
    one: ParsedName,
    other: ParsedName,
    kind: Pair["kind"],
    shorter: -1 | 0 | 1,
  ): Pick<PairFacts, "expectedNamesakes" | "rarerSpelling" | "orderDoubt"> {
    const common = this.#commonness;
    const less = shorter === 0 ? common.expectedNamesakes(one) : common.expectedNamesakes(other);
    const expectedNamesakes = shorter < 0 ? Math.max(common.expectedNamesakes(one), less) : less;
    const rarerSpelling = kind === "given-spelling" || kind === "family-spelling" ? rarerOf(one, other, common) : 1;
    const orderDoubt = kind === "inverted" ? orderWeight(one, common) : 0;
    return { expectedNamesakes, rarerSpelling, orderDoubt };
  }
}

function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Pairs of nodes that records of one paper give to the same authorship, with how many authorships. */
function sameAuthorshipsOf({ papers, keys, graph, nameOfNode }: Weighed): Map<string, number> {
  const counts = new Map<string, number>();
  let nodesOfKey: Map<string, number[]> | undefined;
  let k = 0;
  for (const paper of papers) {
    for (const { otherForms } of paper.authors) {
      const node = graph.nodeOf[k++];
      if (otherForms.length === 0) continue;
      nodesOfKey ??= nodesByKey(keys, nameOfNode);
      for (const key of new Set(otherForms.map(foldedName))) {
        for (const other of nodesOfKey.get(key) ?? []) {
          if (other !== node) counts.set(pairKey(node, other), (counts.get(pairKey(node, other)) ?? 0) + 1);
        }
      }
    }
  }
  return counts;
}

function nodesByKey(keys: readonly string[], nameOfNode: Uint32Array): Map<string, number[]> {
  const nodes = new Map<string, number[]>();
  nameOfNode.forEach((name, node) => {
    const known = nodes.get(keys[name]);
    if (known) known.push(node);
    else nodes.set(keys[name], [node]);
  });
  return nodes;
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

/** For each node how many persons there are that it could be, being the shorter name. */
function competitorsOf(pairs: readonly Pair[], personOf: Uint32Array, nodeCount: number): Uint32Array {
  const persons: (Set<number> | undefined)[] = new Array(nodeCount).fill(undefined);
  for (const { a, b, kind, shorter } of pairs) {
    if (shorter < 0 || kind === "prefix") continue;
    const [less, more] = shorter === 0 ? [a, b] : [b, a];
    const known = persons[less] ?? new Set<number>();
    known.add(personOf[more]);
    persons[less] = known;
  }
  return Uint32Array.from(persons, (set) => set?.size ?? 1);
}

/** Coauthors by papers that are not large. */
function coauthorsOf({ papers, nodeOf, nodeCount, authorshipsFrom }: Weighed["graph"]): Rows {
  const from = new Uint32Array(nodeCount + 1);
  const values: number[] = [];
  const seen = new Int32Array(nodeCount).fill(-1);
  for (let i = 0; i < nodeCount; i++) {
    seen[i] = i;
    for (let k = papers.from[i]; k < papers.from[i + 1]; k++) {
      const paper = papers.values[k];
      if (authorshipsFrom[paper + 1] - authorshipsFrom[paper] > LARGE_PAPER) continue;
      for (let at = authorshipsFrom[paper]; at < authorshipsFrom[paper + 1]; at++) {
        const other = nodeOf[at];
        if (seen[other] === i) continue;
        seen[other] = i;
        values.push(other);
      }
    }
    from[i + 1] = values.length;
  }
  return { from, values: Uint32Array.from(values) };
}
