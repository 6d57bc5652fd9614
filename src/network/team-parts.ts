import type { CoauthorNetwork } from "./coauthor-network.ts";
import { type CommunityOptions, findCommunities } from "./communities.ts";
import { networkInside } from "./network-inside.ts";
import { modularity } from "./partition-measures.ts";

/**
 * A team of fewer authors is not divided: one can still take it in at a glance, and who leads it stands in its panel. The largest of the
 * seeds' teams that writes ordinary papers has 38.
 */
export const LEAST_AUTHORS = 41;

/**
 * Nor is a team whose best division has a lower modularity in the team's own network: from about 0.3 on, parts are there (Clauset, Newman
 * & Moore 2004, doi:10.1103/PhysRevE.70.066111). Networks without parts reach less by chance alone, unless they have hardly any ties.
 */
export const LEAST_MODULARITY = 0.3;

/** Starts of Leiden in each team; of the ACL Anthology's authors, 93 % are in the same part from any two seeds with 4, 94 % with 16. */
const STARTS = 8;

/** The level below teams. */
export interface TeamParts {
  /** By author, the row of their part; −1 for authors of an undivided team or of none. */
  readonly part: Int32Array;
  /** By part, its team: ascending, and in a team the largest part first, equal ones by their smallest author. */
  readonly team: Uint32Array;
}

/**
 * Divides the teams of a division into parts: by modularity again, in the network of each team alone (its ties, and what of its papers is in
 * the team). So every part is of one team and connected, and everybody of a divided team is in one part of it. Depends on the network, the division
 * and the options alone. May be applied again, to `part` and as many communities as there are parts, for a level below.
 *
 * `community[i]` is below `communityCount`, or −1; communities are connected.
 */
export function partsOfTeams(
  network: CoauthorNetwork,
  community: Int32Array,
  communityCount: number,
  { resolution, seed }: Pick<CommunityOptions, "resolution" | "seed">,
  leastAuthors = LEAST_AUTHORS,
): TeamParts {
  const members = membersOf(community, communityCount);
  const cliques = cliquesByTeam(network, community, communityCount);
  const numberOf = new Int32Array(network.nodeCount).fill(-1);
  const part = new Int32Array(network.nodeCount).fill(-1);
  const team: number[] = [];
  members.forEach((ofTeam, t) => {
    if (ofTeam.length < leastAuthors) return;
    const inside = networkInside(network, ofTeam, numberOf, cliques[t]);
    const found = findCommunities(inside, { resolution, seed, starts: STARTS, method: "leiden" });
    if (found.communityCount < 2 || found.community.includes(-1)) return;
    if (modularity(inside, found.community, 1) < LEAST_MODULARITY) return;
    const first = team.length;
    for (let p = 0; p < found.communityCount; p++) team.push(t);
    ofTeam.forEach((author, i) => {
      part[author] = first + found.community[i];
    });
  });
  return { part, team: Uint32Array.from(team) };
}

/** The authors of each community, ascending. */
function membersOf(community: Int32Array, communityCount: number): Uint32Array[] {
  const sizes = new Uint32Array(communityCount);
  for (const c of community) if (c >= 0) sizes[c] += 1;
  const members = Array.from(sizes, (size) => new Uint32Array(size));
  const next = new Uint32Array(communityCount);
  community.forEach((c, author) => {
    if (c >= 0) members[c][next[c]++] = author;
  });
  return members;
}

/** For each community the implicit papers that somebody of it wrote, ascending. */
function cliquesByTeam({ implicit }: CoauthorNetwork, community: Int32Array, communityCount: number): number[][] {
  const byTeam: number[][] = Array.from({ length: communityCount }, () => []);
  if (implicit === undefined) return byTeam;
  for (let q = 0; q < implicit.papers.length; q++) {
    const teams = new Set<number>();
    for (let k = implicit.offsets[q]; k < implicit.offsets[q + 1]; k++) {
      if (community[implicit.members[k]] >= 0) teams.add(community[implicit.members[k]]);
    }
    for (const t of teams) byTeam[t].push(q);
  }
  return byTeam;
}
