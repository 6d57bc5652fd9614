import type { Counting } from "../model/counting.ts";
import type { LayoutMode } from "../model/layout-mode.ts";
import type { YearSpan } from "./year-filter.ts";

/** What the user has chosen: an author, a tie, a team, a part of one or a paper, by row number in the dataset. */
export type Choice =
  | { readonly kind: "author"; readonly author: number }
  | { readonly kind: "tie"; readonly a: number; readonly b: number }
  | { readonly kind: "team"; readonly team: number }
  | { readonly kind: "part"; readonly part: number }
  | { readonly kind: "paper"; readonly paper: number };

/**
 * What the map can bring forward: a choice; two authors of whom it is asked whether they are one person; or an author who may be two, with
 * the coauthors of the part that would leave.
 */
export type Shown =
  | Choice
  | { readonly kind: "question"; readonly a: number; readonly b: number }
  | { readonly kind: "parting"; readonly author: number; readonly coauthors: readonly number[] };

/** Whether it can be chosen, and is not only shown. */
export function isChoice(shown: Shown): shown is Choice {
  return shown.kind !== "question" && shown.kind !== "parting";
}

/** Where the camera stands: `x`, `y` in stored positions (−½ to ½), `ratio` 1 shows the whole map, smaller is nearer. */
export interface CameraView {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** All that decides what is drawn and listed, besides the dataset: what a copied link brings back. */
export interface View {
  readonly counting: Counting;
  /** Null shows the overview. */
  readonly choice: Choice | null;
  /** Teams (rows of the division by `counting`) that are not drawn. */
  readonly hiddenTeams: ReadonlySet<number>;
  /** Only what has papers of these years is drawn; null draws all. */
  readonly years: YearSpan | null;
  readonly layoutMode: LayoutMode;
  /** Null is the whole map. */
  readonly camera: CameraView | null;
}

export const CAMERA_RATIO = { min: 0.02, max: 10 } as const;

/** The view that a dataset opens with. */
export function initialView(counting: Counting): View {
  return {
    counting,
    choice: null,
    hiddenTeams: new Set(),
    years: null,
    layoutMode: "teams",
    camera: null,
  };
}

/** Whether two choices are of the same thing. */
export function sameChoice(one: Shown | null, other: Shown | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === "author") return other.kind === "author" && one.author === other.author;
  if (one.kind === "tie" || one.kind === "question") {
    return other.kind === one.kind && one.a === other.a && one.b === other.b;
  }
  if (one.kind === "parting") {
    return (
      other.kind === "parting" &&
      one.author === other.author &&
      one.coauthors.length === other.coauthors.length &&
      one.coauthors.every((coauthor, i) => coauthor === other.coauthors[i])
    );
  }
  if (one.kind === "team") return other.kind === "team" && one.team === other.team;
  if (one.kind === "part") return other.kind === "part" && one.part === other.part;
  return other.kind === "paper" && one.paper === other.paper;
}

/** Whether two cameras stand at the same place; null is the whole map. */
export function sameCamera(one: CameraView | null, other: CameraView | null): boolean {
  if (one === null || other === null) return one === other;
  return one.x === other.x && one.y === other.y && one.ratio === other.ratio;
}
