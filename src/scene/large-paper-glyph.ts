import type { Dataset } from "../model/dataset.ts";
import { authorsOf, type Incidence, papersOf } from "../model/incidence.ts";
import { type Outline, regionOf } from "./regions.ts";

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
  /** Authors of this paper alone, ascending. */
  readonly onlyHere: readonly number[];
}

/**
 * The glyphs of the large papers, each at the centre of its disc. An author known from several large papers stands with
 * the first of them; a large paper nobody stands with has no glyph.
 */
export function largePaperGlyphs(
  dataset: Dataset,
  incidence: Incidence,
  x: Float32Array,
  y: Float32Array,
): LargePaperGlyph[] {
  const { papers, authors } = dataset;
  const glyphs: LargePaperGlyph[] = [];
  for (let paper = 0; paper < papers.rowCount; paper++) {
    if (!papers.large[paper]) continue;
    const people = authorsOf(incidence, paper);
    const here = Array.from(people).filter((a) => authors.onlyLarge[a] && papersOf(incidence, a)[0] === paper);
    if (here.length === 0) continue;
    const onlyHere = here.filter((a) => authors.papers[a] === 1).sort((a, b) => a - b);
    glyphs.push({
      paper,
      ...middleOf(here, x, y),
      outline: regionOf(here, x, y, PADDING) ?? [],
      name: shortTitle(papers.title[paper]),
      detail: `${people.length} authors: ${onlyHere.length} only here, ${people.length - onlyHere.length} in teams`,
      onlyHere,
    });
  }
  return glyphs;
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

/** What people call a paper: its title up to a colon, without "Technical Report", cut to a readable length. */
export function shortTitle(title: string | null): string {
  if (title === null || title === "") return "Untitled paper";
  const head = title.split(/[:：]/u, 1)[0].trim();
  const name = (head === "" ? title : head).replace(/ technical report$/iu, "");
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}
