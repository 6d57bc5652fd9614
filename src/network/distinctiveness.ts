import { naturalLog } from "../model/logarithm.ts";

/**
 * Class-based TF-IDF (Grootendorst 2022, arXiv:2203.05794), classes being teams: `f · ln(1 + A / F)`, with `f` the mass of
 * the term in the team per paper of the team, `F` its mass in all teams and `A` the mean paper weight of a team. Unlike
 * in the source, papers are counted in place of words, so that a long abstract says no more than a short one; and the
 * score grows with the root of the team's paper weight, as the certainty of a mean does, so that the one paper of a small
 * team does not win a field that a large team lives on.
 */
export function distinctiveness(massInTeam: number, massInAll: number, teamWeight: number, meanWeight: number): number {
  if (massInTeam === 0 || teamWeight === 0) return 0;
  // A sum in another order can come out below a part of it by the last bit.
  const all = Math.max(massInAll, massInTeam);
  return (massInTeam / teamWeight) * naturalLog(1 + meanWeight / all) * Math.sqrt(teamWeight);
}

/** The mean paper weight of a team; 0 where there are no teams. */
export function meanTeamWeight(teams: readonly { readonly weight: number }[]): number {
  return teams.length === 0 ? 0 : teams.reduce((sum, { weight }) => sum + weight, 0) / teams.length;
}

/**
 * How many times as much mass the term has in a paper of the team as in one of the other teams, by weight; infinite where only this
 * team has it. Where there is no other team nothing is known of others, which is infinite too.
 */
export function timesAsOften(massInTeam: number, massInAll: number, teamWeight: number, allWeight: number): number {
  const elsewhere = Math.max(0, massInAll - massInTeam);
  const others = Math.max(0, allWeight - teamWeight);
  return elsewhere === 0 || others === 0 ? Number.POSITIVE_INFINITY : (massInTeam * others) / (elsewhere * teamWeight);
}
