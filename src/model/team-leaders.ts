import type { Dataset } from "./dataset.ts";

const LEADERS = 3;

/** By team the names of up to three core members, most tie weight inside the team first. */
export function teamLeaders({ teams, authors }: Dataset): string[][] {
  const leading = teams.evidence.map(({ core }) => core.slice(0, LEADERS));
  const wanted = new Set(leading.flat());
  const names = new Map<string, string>();
  authors.authorId.forEach((id, row) => {
    if (wanted.has(id)) names.set(id, authors.name[row]);
  });
  return leading.map((ids) => ids.flatMap((id) => names.get(id) ?? []));
}
