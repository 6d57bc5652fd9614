/** How ready one is to take two names for one person. Each preset's merges hold all merges of the stricter ones. */
export type Preset = "strict" | "normal" | "generous";

export const PRESETS: readonly Preset[] = ["strict", "normal", "generous"];

/** Least score, in natural-log odds, at which a preset takes two names for one person. */
export const THRESHOLDS: Readonly<Record<Preset, number>> = { strict: 3, normal: 1.5, generous: 0.5 };

/** How certain a case is by its score alone: sure ≥ 3, likely ≥ 1.5, suggested ≥ 0, else hidden. */
export type Band = "sure" | "likely" | "suggested" | "hidden";

export function bandOf(score: number): Band {
  if (score >= 3) return "sure";
  if (score >= 1.5) return "likely";
  return score >= 0 ? "suggested" : "hidden";
}

/**
 * Authorships that are one person without question: one folded name, and where it has to be told apart (two on one paper,
 * namesakes, a decision), one part of its authorships. Authors are unions of name nodes.
 */
export interface NameNode {
  /** The form that stands for the node, as the chosen records write it. */
  readonly name: string;
  /** See `foldedName`. Several nodes have the same one where a name is split. */
  readonly folded: string;
  readonly authorships: number;
}

/** One step of the waterfall that adds up to a case's score. */
export interface Evidence {
  /** Stable, kebab-case: `relation`, `coauthors`, `title-words`, `venue`, `years`, `competition`, `commonness`, `same-id`, … */
  readonly kind: string;
  /** Natural-log odds that the two are one person; a multiple of 1/1000. */
  readonly weight: number;
  /** In words, without the weight: "3 shared coauthors where 0.01 were expected". */
  readonly detail: string;
}

/** What became of a case. */
export type Outcome =
  /** Taken for one person by score. */
  | "merged"
  /** Below the preset's threshold. */
  | "open"
  /** The two stand together on a paper. */
  | "refused-paper"
  /** Their sources give them different ids of one kind. */
  | "refused-ids"
  /** Names that are already joined to one side contradict the other. */
  | "refused-names"
  /** A decision of the user says same, or different; it may be a consequence of several. */
  | "decided-same"
  | "decided-different";

export const OUTCOMES: readonly Outcome[] = [
  "merged",
  "open",
  "refused-paper",
  "refused-ids",
  "refused-names",
  "decided-same",
  "decided-different",
];

/** A question of identity: are these two name nodes one person? The ledger is the list of these. */
export interface IdentityCase {
  /** Indices of name nodes, a < b. */
  readonly a: number;
  readonly b: number;
  /** Kebab-case kind of `relation`, or `same-name` for parts of one name, `same-id`, `decision`. */
  readonly relation: string;
  /** Sum of the evidence's weights, to the thousandth. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly outcome: Outcome;
  /** Where refused: what contradicts, in words: "both on 2024.acl-long.1". */
  readonly against?: string;
}

export const ACTIONS = ["different", "display", "same", "split"] as const;

/** A side of a decision: a name as anybody writes it (compared folded), and if not all of its papers are meant, which. */
export interface DecidedName {
  readonly name: string;
  /** Ids of papers; empty: all. */
  readonly papers: readonly string[];
}

/** What the user has decided about identity; one line of `identity.tsv`. */
export type IdentityDecision =
  | { readonly action: "same"; readonly one: DecidedName; readonly other: DecidedName }
  | { readonly action: "different"; readonly one: DecidedName; readonly other: DecidedName }
  /** The authorships of the name on these papers are a person of their own, shown as `label` if given. */
  | { readonly action: "split"; readonly one: DecidedName; readonly label?: string }
  /** The author who has this name (on these papers) is shown as `label`. */
  | { readonly action: "display"; readonly one: DecidedName; readonly label: string };

/** What decides who is who besides the papers. */
export interface IdentityChoice {
  readonly decisions: readonly IdentityDecision[];
  readonly preset: Preset;
}
