import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
import { indices, orderByKey } from "../model/radix-order.ts";
import { sha256, sha256Start } from "../model/sha256.ts";
import { fold } from "../model/text.ts";
import type { NodeGraph } from "./node-graph.ts";

/** What the ids of authors are made of: that of a person is its first node's. */
export interface NodeKeys {
  /** The name without spaces, and where it is split, the part. */
  readonly keys: readonly string[];
  /** The first 48 bits of the SHA-256 of each key. */
  readonly starts: Float64Array;
}

export function nodeKeys(
  papers: readonly Paper[],
  graph: NodeGraph,
  names: readonly string[],
  nameOfNode: Uint32Array,
): NodeKeys {
  const keys: string[] = [];
  let first = 0;
  nameOfNode.forEach((name, node) => {
    if (nameOfNode[first] !== name) first = node;
    // A name that folds to nothing stays.
    const key = withoutSpaces(names[name]) || names[name];
    const isSplit = first < node || nameOfNode[node + 1] === name;
    // Beyond the smallest paper: two parts of a name may have that paper in common.
    const { from, values } = graph.papers;
    keys.push(isSplit ? [key, papers[values[from[node]]].id, names[name], node - first].join("\n") : key);
  });
  const starts = new Float64Array(keys.length);
  for (let node = 0; node < keys.length; node++) starts[node] = sha256Start(keys[node]);
  return { keys, starts };
}

const PLAIN = /^[a-z0-9 ]*$/;

/** A folded name without spaces or whatever else is no letter and no digit. */
function withoutSpaces(name: string): string {
  return PLAIN.test(name) ? name.replaceAll(" ", "") : fold(name);
}

const THREE_DIGITS = Array.from({ length: 0x1000 }, (_, i) => i.toString(16).padStart(3, "0"));

/** With the digits of `toString(16)`, which takes ten times as long. */
function idOf(start: number): string {
  const high = Math.floor(start / HALF);
  const low = start - high * HALF;
  return `a${THREE_DIGITS[high >>> 12]}${THREE_DIGITS[high & 0xfff]}${THREE_DIGITS[low >>> 12]}${THREE_DIGITS[low & 0xfff]}`;
}

/**
 * Ids for the persons that begin with these nodes, in ascending order: `a` and 12 hex digits. Should two keys give one id,
 * the later key is hashed again until it has its own.
 */
export function authorIds({ keys, starts }: NodeKeys, firstNodes: readonly number[]): { id: string; node: number }[] {
  const byKey = (a: number, b: number): number => byCodeUnit(keys[a], keys[b]) || a - b;
  const nodes: number[] = [];
  const late: number[] = [];
  for (const at of byStart(starts, firstNodes)) {
    const node = firstNodes[at];
    const last = nodes.length - 1;
    if (last < 0 || starts[nodes[last]] !== starts[node]) nodes.push(node);
    else if (byKey(nodes[last], node) < 0) late.push(node);
    else late.push(...nodes.splice(last, 1, node));
  }
  const ids = nodes.map((node) => ({ id: idOf(starts[node]), node }));
  if (late.length === 0) return ids;
  const taken = new Set(nodes.map((node) => starts[node]));
  for (const node of late.sort(byKey)) {
    let key = keys[node];
    let start: number;
    do {
      key = sha256(key);
      start = sha256Start(key);
    } while (taken.has(start));
    taken.add(start);
    ids.push({ id: idOf(start), node });
  }
  return ids.sort((a, b) => byCodeUnit(a.id, b.id));
}

const HALF = 2 ** 24;

/** Where in `nodes` they stand by ascending start: numbers of 48 bits, which two keys hold. */
function byStart(starts: Float64Array, nodes: readonly number[]): Uint32Array {
  const high = Uint32Array.from(nodes, (node) => Math.floor(starts[node] / HALF));
  const low = Uint32Array.from(nodes, (node) => starts[node] % HALF);
  return orderByKey(orderByKey(indices(nodes.length), low), high);
}
