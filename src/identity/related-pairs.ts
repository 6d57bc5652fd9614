import { candidatesOf } from "./candidates.ts";
import type { Nodes } from "./cut-names.ts";
import type { NameTable } from "./name-table.ts";
import type { NodesApart } from "./nodes-apart.ts";
import type { Relation } from "./relation-kinds.ts";

/** Two nodes whose names are related. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly kind: Relation | "same-name";
  readonly shorter: -1 | 0 | 1;
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
export function pairsOf(table: NameTable, { nodeCount, nameOfNode }: Nodes, apart: NodesApart): Pair[] {
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

/** The same for both orders. */
export function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
