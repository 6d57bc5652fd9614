import type { Partition } from "../model/dataset.ts";

/** A division of the authors into teams, or into the parts of these. */
export interface Divided {
  readonly team: Partition["team"];
  readonly teams: { readonly rowCount: number };
}

interface Members {
  readonly offsets: Uint32Array;
  readonly authors: Uint32Array;
}

/** Made at the first question about a division, so that every later one costs what it tells of. */
const KNOWN = new WeakMap<Partition["team"], Members>();

/** The authors of a team, ascending, as a view without copying. */
export function membersOf({ team, teams }: Divided, row: number): Uint32Array {
  let members = KNOWN.get(team);
  if (members === undefined) {
    members = membersByRow(team, teams.rowCount);
    KNOWN.set(team, members);
  }
  return members.authors.subarray(members.offsets[row], members.offsets[row + 1]);
}

function membersByRow(team: Partition["team"], teamCount: number): Members {
  const offsets = new Uint32Array(teamCount + 1);
  let all = 0;
  for (const own of team) {
    if (own === null) continue;
    offsets[own + 1] += 1;
    all += 1;
  }
  for (let row = 0; row < teamCount; row++) offsets[row + 1] += offsets[row];
  const next = offsets.slice(0, teamCount);
  const authors = new Uint32Array(all);
  for (let author = 0; author < team.length; author++) {
    const own = team[author];
    if (own !== null) authors[next[own]++] = author;
  }
  return { offsets, authors };
}
