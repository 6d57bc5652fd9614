import { foldedName } from "./name-forms.ts";
import { pairKey } from "./related-pairs.ts";
import type { Weighed } from "./weighed.ts";

/**
 * Pairs of nodes that records of one paper give to the same authorship, with how many authorships. `rewritten` are the
 * authorships that have other forms.
 */
export function sameAuthorshipsOf(
  { papers, keys, graph, nameOfNode }: Weighed,
  rewritten: readonly number[],
): Map<string, number> {
  const counts = new Map<string, number>();
  let nodesOfKey: Map<string, number[]> | undefined;
  for (const k of rewritten) {
    const paper = graph.paperOf[k];
    const { otherForms } = papers[paper].authors[k - graph.authorshipsFrom[paper]];
    nodesOfKey ??= nodesByKey(keys, nameOfNode);
    for (const key of new Set(otherForms.map(foldedName))) {
      for (const other of nodesOfKey.get(key) ?? []) {
        const pair = pairKey(graph.nodeOf[k], other);
        if (other !== graph.nodeOf[k]) counts.set(pair, (counts.get(pair) ?? 0) + 1);
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
