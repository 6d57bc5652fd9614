import type { Finding } from "../model/finding.ts";
import type { Paper } from "../model/paper.ts";
import type { Commonness } from "./commonness.ts";
import type { NameTable } from "./name-table.ts";

/** How much rather than first a word must stand last in other names to be taken for a family name. */
const FAMILY_NAME = 10;

/**
 * Names that seem to be written family name first: of their two words the first is elsewhere a family name, the last a
 * given name ("Lee Jonghyun" among many a Lee and another Jonghyun). Nothing is changed; findings: `name-inverted`.
 */
export function invertedNames(papers: readonly Paper[], table: NameTable, commonness: Commonness): Finding[] {
  const inverted = new Map<number, string>();
  table.names.forEach(({ words }, i) => {
    if (words.length !== 2) return;
    const [front, back] = words;
    // Its own standing last is one half of what `back` has; a word that is elsewhere a given name has as much at least.
    if (commonness.lastRatherThanFirst(front) >= FAMILY_NAME && commonness.lastRatherThanFirst(back) <= 1)
      inverted.set(i, "");
  });
  if (inverted.size === 0) return [];
  writtenNames(papers, table, inverted);
  return [...inverted.values()].map((name): Finding => {
    return {
      code: "name-inverted",
      severity: "note",
      detail: `"${name}" may be written family name first: elsewhere its first word is a family name and its last a given name.`,
    };
  });
}

/** Fills in how the first authorship of each name writes it. */
function writtenNames(
  papers: readonly Paper[],
  { names, nameOf, authorshipsFrom }: NameTable,
  written: Map<number, string>,
): void {
  const isWanted = new Uint8Array(names.length);
  for (const name of written.keys()) isWanted[name] = 1;
  for (let p = 0; p < papers.length; p++) {
    for (let k = authorshipsFrom[p]; k < authorshipsFrom[p + 1]; k++) {
      if (isWanted[nameOf[k]] === 0) continue;
      isWanted[nameOf[k]] = 0;
      written.set(nameOf[k], papers[p].authors[k - authorshipsFrom[p]].name);
    }
  }
}
