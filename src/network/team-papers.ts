import { type Counting, pairWeight } from "../model/counting.ts";
import { authorsOf, authorsOn, type Incidence } from "../model/incidence.ts";

/** One paper of a team: `share` of its authors are in the team, above 0, at most 1. */
export interface TeamPaper {
  readonly paper: number;
  readonly share: number;
}

/** What a team wrote, papers ascending. */
export interface TeamWriting {
  /** Papers that are not large. */
  readonly papers: readonly TeamPaper[];
  /** Sum of their shares: the paper weight of the team. */
  readonly weight: number;
  readonly largePapers: readonly TeamPaper[];
  readonly largeWeight: number;
}

/** Who of the authors of each paper is in which team, told by team. Linear in authorships. */
export function writingOfTeams(
  incidence: Incidence,
  large: readonly boolean[],
  team: readonly (number | null)[],
  teamCount: number,
): readonly TeamWriting[] {
  const papers: TeamPaper[][] = Array.from({ length: teamCount }, () => []);
  const largePapers: TeamPaper[][] = Array.from({ length: teamCount }, () => []);
  for (let p = 0; p < incidence.paperCount; p++) {
    const authors = authorsOn(incidence, p);
    for (const [t, members] of membersByTeam(incidence, p, team)) {
      (large[p] ? largePapers : papers)[t].push({ paper: p, share: members / authors });
    }
  }
  return papers.map((ofTeam, t) => ({
    papers: ofTeam,
    weight: sharesOf(ofTeam),
    largePapers: largePapers[t],
    largeWeight: sharesOf(largePapers[t]),
  }));
}

/** Each author's tie weight inside their own team; 0 for an author without one. Linear in authorships. */
export function insideWeights(
  incidence: Incidence,
  team: readonly (number | null)[],
  counting: Counting,
): Float64Array {
  const inside = new Float64Array(incidence.authorCount);
  for (let p = 0; p < incidence.paperCount; p++) {
    const weight = pairWeight(counting, authorsOn(incidence, p));
    const members = membersByTeam(incidence, p, team);
    for (const author of authorsOf(incidence, p)) {
      const own = team[author];
      if (own !== null) inside[author] += weight * ((members.get(own) ?? 1) - 1);
    }
  }
  return inside;
}

function membersByTeam(incidence: Incidence, p: number, team: readonly (number | null)[]): Map<number, number> {
  const members = new Map<number, number>();
  for (const author of authorsOf(incidence, p)) {
    const t = team[author];
    if (t !== null) members.set(t, (members.get(t) ?? 0) + 1);
  }
  return members;
}

function sharesOf(papers: readonly TeamPaper[]): number {
  return papers.reduce((sum, { share }) => sum + share, 0);
}
