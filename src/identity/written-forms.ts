import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
import type { NameForm } from "./name-forms.ts";
import type { NameTable } from "./name-table.ts";
import { type NodeGraph, rowsByNode } from "./node-graph.ts";

/** How each node is written, ascending by code unit; the very same lists where no record has another form. */
export interface WrittenForms {
  /** As the chosen record of each paper writes it. */
  readonly chosen: readonly (readonly NameForm[])[];
  /** As any record does. */
  readonly all: readonly (readonly NameForm[])[];
}

/** Counts how the nodes are written. */
export function writtenForms(papers: readonly Paper[], table: NameTable, graph: NodeGraph): WrittenForms {
  const { spellings, spellingOf } = table;
  const rows = rowsByNode(graph.nodeOf, graph.nodeCount, spellingOf);
  const chosen: (readonly NameForm[])[] = [];
  for (let node = 0; node < graph.nodeCount; node++)
    chosen.push(chosenForms(rows.values, rows.from[node], rows.from[node + 1], spellings));

  const all = chosen.slice();
  for (const k of table.rewritten) {
    const paper = graph.paperOf[k];
    const { name, otherForms } = papers[paper].authors[k - graph.authorshipsFrom[paper]];
    const others = [...new Set(otherForms)].filter((form) => form !== name);
    all[graph.nodeOf[k]] = addForms([all[graph.nodeOf[k]], others.map((form) => ({ name: form, authorships: 1 }))]);
  }
  return { chosen, all };
}

/** The forms among the authorships of one node, which are left sorted by spelling. */
function chosenForms(
  spellingOf: Uint32Array,
  from: number,
  to: number,
  spellings: readonly string[],
): readonly NameForm[] {
  const first = spellingOf[from];
  let end = from + 1;
  while (end < to && spellingOf[end] === first) end++;
  if (end === to) return [{ name: spellings[first], authorships: to - from }];
  const forms: NameForm[] = [];
  const own = spellingOf.subarray(from, to).sort();
  for (let at = 0, next = 0; at < own.length; at = next) {
    while (next < own.length && own[next] === own[at]) next++;
    forms.push({ name: spellings[own[at]], authorships: next - at });
  }
  return forms.sort(byName);
}

/** The forms of several lists as one. */
export function addForms(lists: readonly (readonly NameForm[])[]): readonly NameForm[] {
  if (lists.length === 1) return lists[0];
  const counts = new Map<string, number>();
  for (const forms of lists) {
    for (const { name, authorships } of forms) counts.set(name, (counts.get(name) ?? 0) + authorships);
  }
  return Array.from(counts, ([name, authorships]) => ({ name, authorships })).sort(byName);
}

function byName(a: NameForm, b: NameForm): number {
  return byCodeUnit(a.name, b.name);
}
