import type { Dataset, Partition } from "../model/dataset.ts";
import { membersOfPart } from "./part-facts.ts";
import { membersOf } from "./team-members.ts";
import type { Choice } from "./view.ts";

/**
 * What a choice is called once it was decided anew who is who: the papers and authorships of both datasets are the same, the
 * authors and teams are not. An author is whoever has the first of their authorships now, a team or a part is the one that most of its
 * members are in, of a part that is no more it is the team. Null where nothing is left of it.
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
  const members =
    choice.kind === "team" ? membersOf(before.partition, choice.team) : membersOfPart(before.dataset, choice.part);
  if (choice.kind === "part") {
    const part = mostOf(members, (author) => after.dataset.authors.part[authorNow[author]]);
    if (part !== null) return { kind: "part", part };
  }
  const team = mostOf(members, (author) => after.partition.team[authorNow[author]]);
  return team === null ? null : { kind: "team", team };
}

/** Where most of some authors are now, of equal ones the first; null where nobody is anywhere. */
function mostOf(authors: Uint32Array, now: (author: number) => number | null): number | null {
  const counts = new Map<number, number>();
  for (const author of authors) {
    const row = now(author);
    if (row !== null) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).at(0)?.[0] ?? null;
}

/** By author before, the author now who has their first authorship. */
function authorMap(before: Dataset, after: Dataset): Uint32Array {
  const map = new Uint32Array(before.authors.rowCount);
  for (let k = before.authorships.rowCount - 1; k >= 0; k--) {
    map[before.authorships.author[k]] = after.authorships.author[k];
  }
  return map;
}
