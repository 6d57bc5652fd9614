import type { Dataset, Partition } from "../model/dataset.ts";
import type { Choice } from "./view.ts";

/**
 * What a choice is called once it was decided anew who is who: the papers and authorships of both datasets are the same, the
 * authors and teams are not. An author is whoever has the first of their authorships now, a team is the one that most of its
 * members are in. Null where nothing is left of it.
 */
export function remapChoice(
  choice: Choice | null,
  before: { readonly dataset: Dataset; readonly partition: Partition },
  after: { readonly dataset: Dataset; readonly partition: Partition },
): Choice | null {
  if (choice === null || choice.kind === "paper") return choice;
  const authorNow = authorMap(before.dataset, after.dataset);
  if (choice.kind === "author") return { kind: "author", author: authorNow[choice.author] };
  if (choice.kind === "tie") {
    const [a, b] = [authorNow[choice.a], authorNow[choice.b]].sort((one, other) => one - other);
    return a === b ? { kind: "author", author: a } : { kind: "tie", a, b };
  }
  const members = new Map<number, number>();
  before.partition.team.forEach((team, author) => {
    if (team !== choice.team) return;
    const now = after.partition.team[authorNow[author]];
    if (now !== null) members.set(now, (members.get(now) ?? 0) + 1);
  });
  const most = [...members].sort((one, other) => other[1] - one[1] || one[0] - other[0]).at(0);
  return most === undefined ? null : { kind: "team", team: most[0] };
}

/** By author before, the author now who has their first authorship. */
function authorMap(before: Dataset, after: Dataset): Uint32Array {
  const map = new Uint32Array(before.authors.rowCount);
  for (let k = before.authorships.rowCount - 1; k >= 0; k--) {
    map[before.authorships.author[k]] = after.authorships.author[k];
  }
  return map;
}
