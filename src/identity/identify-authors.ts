import type { Finding } from "../model/finding.ts";
import type { IdentityCase, IdentityDecision, NameNode, Preset } from "../model/identity.ts";
import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
import { sha256 } from "../model/sha256.ts";
import { fold } from "../model/text.ts";
import { displayName, type NameForm } from "./name-forms.ts";
import { settleCases } from "./settle.ts";
import { weighNames } from "./weigh-names.ts";
import type { Weighed } from "./weighed.ts";

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
  const people = peopleOf(weighed, personOf);
  const identified = withIds(people);
  const authorOfNode = new Uint32Array(nodeCount);
  identified.forEach(({ person }, author) => {
    for (const node of person.nodes) authorOfNode[node] = author;
  });
  return {
    authors: identified.map(({ id, person }) => ({ id, name: person.name, forms: person.forms })),
    authorOf: Uint32Array.from(nodeOf, (node) => authorOfNode[node]),
    nodes: nodesOf(weighed),
    nodeOf,
    authorOfNode,
    cases,
    findings: weighed.findings,
  };
}

interface Person {
  readonly key: string;
  readonly name: string;
  readonly forms: readonly NameForm[];
  readonly nodes: readonly number[];
}

/** How often each node, or person, is written in which way: by the chosen records alone, and by all. */
class FormCounts {
  readonly chosen: NameCount[] = [];
  readonly others: NameCount[] = [];

  add(name: string, otherForms: readonly string[]): void {
    countIn(this.chosen, name);
    if (otherForms.length === 0) return;
    for (const form of new Set(otherForms)) if (form !== name) countIn(this.others, form);
  }

  all(): NameForm[] {
    const all = this.chosen.map((count) => ({ ...count }));
    for (const { name, authorships } of this.others) countIn(all, name, authorships);
    return inOrder(all);
  }
}

interface NameCount {
  readonly name: string;
  authorships: number;
}

/** Few names have more than a handful of forms, so that a list is looked through faster than a map is made. */
function countIn(counts: NameCount[], name: string, authorships = 1): void {
  const known = counts.find((count) => count.name === name);
  if (known) known.authorships += authorships;
  else counts.push({ name, authorships });
}

function inOrder(counts: readonly NameCount[]): NameForm[] {
  return counts.toSorted((a, b) => byCodeUnit(a.name, b.name));
}

/** Counts the written forms of each group of authorships; `groupOf` has one value per authorship. */
function countForms(papers: readonly Paper[], groupOf: (authorship: number) => number): (FormCounts | undefined)[] {
  const counts: (FormCounts | undefined)[] = [];
  let k = 0;
  for (const paper of papers) {
    for (const { name, otherForms } of paper.authors) {
      const group = groupOf(k++);
      const known = counts[group] ?? new FormCounts();
      known.add(name, otherForms);
      counts[group] = known;
    }
  }
  return counts;
}

function peopleOf({ papers, graph, keys, nameOfNode, labels }: Weighed, personOf: Uint32Array): Person[] {
  const { nodeOf, nodeCount, papers: papersOfNode } = graph;
  const forms = countForms(papers, (k) => personOf[nodeOf[k]]);
  const nodes: (number[] | undefined)[] = new Array(nodeCount).fill(undefined);
  for (let node = 0; node < nodeCount; node++) {
    const own = nodes[personOf[node]];
    if (own) own.push(node);
    else nodes[personOf[node]] = [node];
  }
  return nodes.flatMap((members, root): Person[] => {
    const written = forms[root];
    if (members === undefined || written === undefined) return [];
    const first = members[0];
    const name = nameOfNode[first];
    const isSplit = nameOfNode[first - 1] === name || nameOfNode[first + 1] === name;
    const key = compactKey(keys[name]);
    const label = members.map((node) => labels.get(node)).find((one) => one !== undefined);
    return [
      {
        // Beyond the smallest paper: two parts of a name may have that paper in common.
        key: isSplit
          ? [
              key,
              papers[papersOfNode.values[papersOfNode.from[first]]].id,
              keys[name],
              first - firstNodeOf(nameOfNode, first),
            ].join("\n")
          : key,
        name: label ?? displayName(inOrder(written.chosen)),
        forms: written.all(),
        nodes: members,
      },
    ];
  });
}

/** A folded name without its spaces; a name that folds to nothing stays. */
function compactKey(key: string): string {
  return fold(key) || key;
}

function firstNodeOf(nameOfNode: Uint32Array, node: number): number {
  let first = node;
  while (first > 0 && nameOfNode[first - 1] === nameOfNode[node]) first--;
  return first;
}

function nodesOf({ papers, graph, keys, nameOfNode }: Weighed): NameNode[] {
  const { nodeOf } = graph;
  return countForms(papers, (k) => nodeOf[k]).map((forms, node): NameNode => {
    const chosen = inOrder(forms?.chosen ?? []);
    return {
      name: displayName(chosen),
      folded: keys[nameOfNode[node]],
      authorships: chosen.reduce((sum, form) => sum + form.authorships, 0),
    };
  });
}

/** Gives ids by the SHA-256 of the key; should 48 bits ever meet, the later key is hashed again until it is free. */
function withIds(people: readonly Person[]): { id: string; person: Person }[] {
  const taken = new Set<string>();
  return people
    .toSorted((a, b) => byCodeUnit(a.key, b.key) || a.nodes[0] - b.nodes[0])
    .map((person) => {
      let key = person.key;
      let id: string;
      do {
        const digest = sha256(key);
        id = `a${digest.slice(0, 12)}`;
        key = digest;
      } while (taken.has(id));
      taken.add(id);
      return { id, person };
    })
    .sort((a, b) => byCodeUnit(a.id, b.id));
}
