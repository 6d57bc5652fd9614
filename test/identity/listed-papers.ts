import type { Paper } from "../../src/model/paper.ts";

/**
 * Papers `p000`, `p001`, … by these author lists, with what `about` says of each by its index; `A = B` is an authorship that
 * another record has as `B`.
 */
export function listedPapers(
  lists: readonly (readonly string[])[],
  about: (index: number) => Partial<Paper> = () => ({}),
): Paper[] {
  return lists.map((names, index) => ({
    id: `p${String(index).padStart(3, "0")}`,
    ids: {},
    truncated: false,
    keywords: [],
    editors: [],
    groupAuthors: [],
    records: [],
    authors: names.map((entry) => {
      const [name, ...otherForms] = entry.split(" = ");
      return { name, otherForms };
    }),
    ...about(index),
  }));
}
