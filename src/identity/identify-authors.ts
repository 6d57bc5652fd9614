import type { Finding } from "../model/finding.ts";
import type { IdentityCase, IdentityDecision, NameNode, Preset } from "../model/identity.ts";
import type { Paper } from "../model/paper.ts";
import { authorIds } from "./author-ids.ts";
import { displayName, type NameForm } from "./name-forms.ts";
import { settleCases } from "./settle.ts";
import { weighNames } from "./weigh-names.ts";
import type { Weighed } from "./weighed.ts";
import { addForms } from "./written-forms.ts";

export interface IdentifiedAuthor {
  /** `a` and 12 hex digits; the same as long as the name and, where it is split, its papers stay. */
  readonly id: string;
  readonly name: string;
  /** Ascending by code unit. */
  readonly forms: readonly NameForm[];
}

export interface Identity {
  /** Ascending by id. */
  readonly authors: readonly IdentifiedAuthor[];
  /** For each authorship, in the order of the papers and their author lists, its author's index. */
  readonly authorOf: Uint32Array;
  /** By folded name, then by smallest paper id. */
  readonly nodes: readonly NameNode[];
  /** For each authorship its node's index. */
  readonly nodeOf: Uint32Array;
  /** For each node its author's index. */
  readonly authorOfNode: Uint32Array;
  /** Score descending, then a, then b. */
  readonly cases: readonly IdentityCase[];
  readonly findings: readonly Finding[];
}

/**
 * Decides who is who. `papers` must be sorted by id, as linking leaves them; then the result does not depend on the order
 * of the input. `weighNames` and `settle` are its two steps, for whoever changes the preset alone.
 */
export function identifyAuthors(
  papers: readonly Paper[],
  options: { readonly decisions?: readonly IdentityDecision[]; readonly preset?: Preset } = {},
): Identity {
  return settle(weighNames(papers, options.decisions), options.preset ?? "normal");
}

/** What a preset makes of weighed names. */
export function settle(weighed: Weighed, preset: Preset): Identity {
  const { personOf, cases } = settleCases(weighed, preset);
  const { nodeOf, nodeCount } = weighed.graph;
  const members = membersOf(personOf);
  // The first node of a person is the one that it is told by.
  const firstNodes: number[] = [];
  for (let node = 0; node < nodeCount; node++) if (personOf[node] === node) firstNodes.push(node);
  const authorOfNode = new Uint32Array(nodeCount);
  const authors = authorIds(weighed.nodeKeys, firstNodes).map(({ id, node: first }, author): IdentifiedAuthor => {
    const nodes = members.get(first) ?? [first];
    for (const node of nodes) authorOfNode[node] = author;
    return authorOf(weighed, id, nodes);
  });
  const authorOfAuthorship = new Uint32Array(nodeOf.length);
  for (let k = 0; k < nodeOf.length; k++) authorOfAuthorship[k] = authorOfNode[nodeOf[k]];
  return {
    authors,
    authorOf: authorOfAuthorship,
    nodes: weighed.nodes,
    nodeOf,
    authorOfNode,
    cases,
    findings: weighed.findings,
  };
}

/** The nodes of each person that has several, ascending; by the first. */
function membersOf(personOf: Uint32Array): Map<number, number[]> {
  const members = new Map<number, number[]>();
  personOf.forEach((first, node) => {
    if (first === node) return;
    const known = members.get(first);
    if (known) known.push(node);
    else members.set(first, [first, node]);
  });
  return members;
}

function authorOf({ forms, nodes, labels }: Weighed, id: string, members: readonly number[]): IdentifiedAuthor {
  const label =
    labels.size === 0 ? undefined : members.map((node) => labels.get(node)).find((one) => one !== undefined);
  if (members.length === 1) return { id, name: label ?? nodes[members[0]].name, forms: forms.all[members[0]] };
  return {
    id,
    name: label ?? displayName(addForms(members.map((node) => forms.chosen[node]))),
    forms: addForms(members.map((node) => forms.all[node])),
  };
}
