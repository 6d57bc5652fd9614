import type { IdentityDecision } from "../model/identity.ts";
import { THRESHOLDS } from "../model/identity.ts";
import type { Paper } from "../model/paper.ts";
import { indices } from "../model/radix-order.ts";
import { linkDecided, resolveDecisions } from "./apply-decisions.ts";
import { nodeKeys } from "./author-ids.ts";
import { commonnessOf } from "./commonness.ts";
import { Cuts, cutByIds, cutRepeats, idsByNode } from "./cut-names.ts";
import { invertedNames } from "./inverted-names.ts";
import { displayName } from "./name-forms.ts";
import { nameTableOf } from "./name-table.ts";
import { cutNamesakes } from "./namesakes.ts";
import { nodeGraph, sharedPaper } from "./node-graph.ts";
import { NodesApart } from "./nodes-apart.ts";
import { paperTraits } from "./paper-traits.ts";
import { type Pair, pairKey, pairsOf } from "./related-pairs.ts";
import { Scorer } from "./score-pairs.ts";
import { uniteNodes } from "./settle.ts";
import type { ScoredCase, Weighed } from "./weighed.ts";
import { writtenForms } from "./written-forms.ts";

/** How often persons found are taken for coauthors again, so that those who share them are found too. */
const ROUNDS = 3;
/** What an id that sources give both is worth: more than all else together. */
const SAME_ID = 20;

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
  const scorer = new Scorer(weighed, pairs, commonness, traits, apart, table.rewritten);
  let personOf: Uint32Array = indices(nodes.nodeCount);
  for (let round = 1; round < ROUNDS; round++) {
    const cases = inOrder([...byIds, ...scorer.casesFrom(THRESHOLDS.normal, personOf)]);
    ({ personOf } = uniteNodes({ ...weighed, cases }, THRESHOLDS.normal));
  }
  const cases = inOrder([...byIds, ...decisionCases(decided.links, pairs), ...scorer.cases(personOf)]);
  return { ...weighed, cases };
}

function inOrder(cases: ScoredCase[]): ScoredCase[] {
  return cases.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

/** Nodes with ids in common: each with the next one that has the id, once with whatever they share. */
function sameIdCases(idsOfNode: Weighed["idsOfNode"]): ScoredCase[] {
  const lastWith = new Map<string, number>();
  const cases: ScoredCase[] = [];
  idsOfNode?.forEach((ids, b) => {
    const shared = new Map<number, string[]>();
    for (const id of ids ?? []) {
      const a = lastWith.get(id);
      lastWith.set(id, b);
      if (a !== undefined) shared.set(a, [...(shared.get(a) ?? []), id]);
    }
    for (const [a, both] of shared) {
      const evidence = [{ kind: "same-id", weight: SAME_ID, detail: `both are ${both.join(" and ")} to their source` }];
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
