import type { Incidence } from "../../model/incidence.ts";
import { homePapers } from "../../model/large-papers.ts";

/** What a layout is made from; all columns have one entry per author unless said otherwise. */
export interface LayoutInput {
  readonly incidence: Incidence;
  /** Per paper. */
  readonly large: readonly boolean[];
  /** Per paper the pull of each pair of it; 1/(n−1) where it is left out. */
  readonly pull?: Float64Array;
  /** Null for an author without coauthors. */
  readonly team: readonly (number | null)[];
  readonly teamCount: number;
  readonly onlyLarge: readonly boolean[];
  /** Drawn radius in pixels on a map 900 px wide. */
  readonly radius: Float32Array;
  /** A whole number from 0 to 2³² − 1. */
  readonly seed: number;
}

/** Which authors the forces place, and which stand in a disc. */
export interface Seating {
  /** Authors placed by forces, ascending. */
  readonly bodies: Uint32Array;
  /** Per author its number among `bodies`, or −1. */
  readonly bodyOf: Int32Array;
  /** Those known only from one large paper, largest group first. */
  readonly discs: readonly DiscMembers[];
}

export interface DiscMembers {
  /** Null for the disc of authors without any coauthor. */
  readonly paper: number | null;
  readonly authors: readonly number[];
  /** Mean radius of their dots. */
  readonly dot: number;
}

/**
 * Seats every author once. Who is known only from large papers sits in the disc of the one on which most such authors are (then the
 * smallest paper); who has no team, since nobody ever wrote with them, in a disc of their own kind, which is the last; all
 * others are placed by forces.
 */
export function seatAuthors({ incidence, team, onlyLarge, radius }: LayoutInput): Seating {
  const homes = homePapers(incidence, onlyLarge);
  const bodyOf = new Int32Array(incidence.authorCount).fill(-1);
  const bodies: number[] = [];
  const byPaper = new Map<number, number[]>();
  const alone: number[] = [];
  for (let author = 0; author < incidence.authorCount; author++) {
    const paper = homes[author];
    if (paper >= 0) {
      const members = byPaper.get(paper);
      if (members === undefined) byPaper.set(paper, [author]);
      else members.push(author);
    } else if (team[author] === null || onlyLarge[author]) {
      alone.push(author);
    } else {
      bodyOf[author] = bodies.length;
      bodies.push(author);
    }
  }
  const disc = (paper: number | null, authors: readonly number[]): DiscMembers => ({
    paper,
    authors,
    dot: authors.reduce((sum, author) => sum + radius[author], 0) / authors.length,
  });
  const discs = [...byPaper]
    .sort(([p, a], [q, b]) => b.length - a.length || p - q)
    .map(([paper, authors]) => disc(paper, authors));
  if (alone.length > 0) discs.push(disc(null, alone));
  return { bodies: Uint32Array.from(bodies), bodyOf, discs };
}
