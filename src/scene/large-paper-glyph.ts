import type { Dataset } from "../model/dataset.ts";
import { authorsOf, type Incidence } from "../model/incidence.ts";
import { homePapers } from "../model/large-papers.ts";
import { shortTitle } from "../model/short-title.ts";
import { type Outline, regionOf } from "./regions.ts";
import { counted, thousands } from "./wording.ts";

/** White between the outermost people and the edge of their disc, in positions. */
const PADDING = 0.016;

/** A large paper on the map: a sheet in the middle of the disc of those whom only this paper brings into the network. */
export interface LargePaperGlyph {
  readonly paper: number;
  readonly x: number;
  readonly y: number;
  /** Around those who stand with it: a disc in the stored layout. */
  readonly outline: Outline;
  /** "HyperCLOVA X" */
  readonly name: string;
  /** "377 authors: 336 only here, 41 in teams" */
  readonly detail: string;
  /** Those who stand with it: known only from large papers, this one above all. Ascending. */
  readonly people: readonly number[];
}

/**
 * The glyphs of the large papers, each at the centre of its disc (see `homePapers`); a large paper nobody stands with has
 * no glyph.
 */
export function largePaperGlyphs(
  dataset: Dataset,
  incidence: Incidence,
  x: Float32Array,
  y: Float32Array,
): LargePaperGlyph[] {
  const { papers, authors } = dataset;
  const homes = homePapers(incidence, authors.onlyLarge);
  const glyphs: LargePaperGlyph[] = [];
  for (let paper = 0; paper < papers.rowCount; paper++) {
    if (!papers.large[paper]) continue;
    const all = Array.from(authorsOf(incidence, paper));
    const people = all.filter((a) => homes[a] === paper).sort((a, b) => a - b);
    if (people.length === 0) continue;
    glyphs.push({
      paper,
      ...middleOf(people, x, y),
      outline: regionOf(people, x, y, PADDING) ?? [],
      name: paperName(papers.title[paper]),
      detail: detailOf(dataset, all),
      people,
    });
  }
  return glyphs;
}

/** "377 authors: 336 only here, 41 in teams"; parts with nobody in them are left out. */
function detailOf({ authors }: Dataset, all: readonly number[]): string {
  const onlyHere = all.filter((a) => authors.papers[a] === 1).length;
  const inTeams = all.filter((a) => !authors.onlyLarge[a]).length;
  const parts = [
    [onlyHere, "only here"],
    [all.length - onlyHere - inTeams, "on other large papers"],
    [inTeams, "in teams"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, where]) => `${thousands(count)} ${where}`);
  return `${counted(all.length, "author")}: ${told.join(", ")}`;
}

function middleOf(members: readonly number[], x: Float32Array, y: Float32Array) {
  let middleX = 0;
  let middleY = 0;
  for (const a of members) {
    middleX += x[a] / members.length;
    middleY += y[a] / members.length;
  }
  return { x: middleX, y: middleY };
}

const LONGEST_NAME = 40;

/** What a label calls a paper. */
export function paperName(title: string | null): string {
  return shortTitle(title ?? "", LONGEST_NAME) || "Untitled paper";
}
