/**
 * For each author of `kept`, 1 if `other` puts them into the same team, else 0. Since the communities of two divisions
 * carry no common names, each team of `kept` is first matched to one community of `other`, one to one: the two that share most
 * authors first, then the next two of those left (equal overlaps: the smaller team number, then the smaller community
 * number). An author is in the same team if their community is the one matched to their team. −1 matches nothing.
 */
export function sameTeam(kept: Int32Array, other: Int32Array): Uint8Array {
  const partner = matchedCommunities(kept, other);
  return Uint8Array.from(kept, (team, i) => (partner.get(team) === other[i] ? 1 : 0));
}

/** Team of `kept` → its community in `other`. */
function matchedCommunities(kept: Int32Array, other: Int32Array): Map<number, number> {
  const shared = overlaps(kept, other);
  shared.sort((a, b) => b.authors - a.authors || a.team - b.team || a.community - b.community);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { team, community } of shared) {
    if (partner.has(team) || taken.has(community)) continue;
    partner.set(team, community);
    taken.add(community);
  }
  return partner;
}

interface Overlap {
  readonly team: number;
  readonly community: number;
  authors: number;
}

/** The pairs of a team and a community that share authors: at most as many as there are authors. */
function overlaps(kept: Int32Array, other: Int32Array): Overlap[] {
  const found = new Map<number, Overlap>();
  for (let i = 0; i < kept.length; i++) {
    const team = kept[i];
    const community = other[i];
    if (team < 0 || community < 0) continue;
    const pair = team * kept.length + community;
    const overlap = found.get(pair);
    if (overlap === undefined) found.set(pair, { team, community, authors: 1 });
    else overlap.authors += 1;
  }
  return [...found.values()];
}
