import type { Finding } from "../model/finding.ts";
import type { Evidence, NameNode } from "../model/identity.ts";
import type { Paper } from "../model/paper.ts";
import type { NodeKeys } from "./author-ids.ts";
import type { NodeGraph } from "./node-graph.ts";
import type { ParsedName } from "./parse-name.ts";
import type { WrittenForms } from "./written-forms.ts";

/** Two nodes with their score, before any preset. */
export interface ScoredCase {
  readonly a: number;
  readonly b: number;
  readonly relation: string;
  readonly shorter: -1 | 0 | 1;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** What the user has decided: it holds before any score. */
export interface Links {
  /** Pairs of nodes that are one person. */
  readonly same: readonly (readonly [a: number, b: number])[];
  /** Pairs of nodes that are two. */
  readonly different: readonly (readonly [a: number, b: number])[];
}

/** Name nodes and scored cases: all that presets have in common. */
export interface Weighed {
  readonly papers: readonly Paper[];
  readonly graph: NodeGraph;
  /** Distinct folded names, and for each node which it has. */
  readonly names: readonly ParsedName[];
  readonly keys: readonly string[];
  readonly nameOfNode: Uint32Array;
  readonly nodes: readonly NameNode[];
  readonly nodeKeys: NodeKeys;
  readonly forms: WrittenForms;
  /** For each node the ids that sources give it, scheme first; undefined where no source gives any. */
  readonly idsOfNode: readonly (readonly string[] | undefined)[] | undefined;
  readonly links: Links;
  /** Score descending, then a, then b. */
  readonly cases: readonly ScoredCase[];
  readonly findings: readonly Finding[];
  /** For each node that a decision names, its label. */
  readonly labels: ReadonlyMap<number, string>;
  describePaper(a: number, b: number): string;
  describeNames(a: number, b: number): string;
}
