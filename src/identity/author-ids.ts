import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
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
  return { keys, starts: Float64Array.from(keys, sha256Start) };
}

const PLAIN = /^[a-z0-9 ]*$/;

/** A folded name without spaces or whatever else is no letter and no digit. */
function withoutSpaces(name: string): string {
  return PLAIN.test(name) ? name.replaceAll(" ", "") : fold(name);
}

const THREE_DIGITS = Array.from({ length: 0x1000 }, (_, i) => i.toString(16).padStart(3, "0"));

/** As `toString(16)` does it, which takes ten times as long. */
function twelveDigits(start: number): string {
  const high = Math.floor(start / 0x100_0000);
  const low = start - high * 0x100_0000;
  return THREE_DIGITS[high >>> 12] + THREE_DIGITS[high & 0xfff] + THREE_DIGITS[low >>> 12] + THREE_DIGITS[low & 0xfff];
}

/**
 * Ids for the persons that begin with these nodes, in ascending order: `a` and 12 hex digits. Should two keys give one id,
 * the later key is hashed again until it has its own.
 */
export function authorIds({ keys, starts }: NodeKeys, firstNodes: readonly number[]): { id: string; node: number }[] {
  const nodeOf = new Map<number, number>();
  const late: number[] = [];
  for (const node of firstNodes) {
    const holder = nodeOf.get(starts[node]);
    if (holder === undefined) nodeOf.set(starts[node], node);
    else if (byKey(holder, node) < 0) late.push(node);
    else {
      nodeOf.set(starts[node], node);
      late.push(holder);
    }
  }
  for (const node of late.sort(byKey)) {
    let key = keys[node];
    let start: number;
    do {
      key = sha256(key);
      start = sha256Start(key);
    } while (nodeOf.has(start));
    nodeOf.set(start, node);
  }
  return Array.from(Float64Array.from(nodeOf.keys()).sort(), (start) => ({
    id: `a${twelveDigits(start)}`,
    node: nodeOf.get(start) ?? 0,
  }));

  function byKey(a: number, b: number): number {
    return byCodeUnit(keys[a], keys[b]) || a - b;
  }
}
