import type { Finding } from "../model/finding.ts";
import type { Commonness } from "./commonness.ts";
import type { NameTable } from "./name-table.ts";

/** How much rather than first a word must stand last in other names to be taken for a family name. */
const FAMILY_NAME = 10;

/**
 * Names that seem to be written family name first: of their two words the first is elsewhere a family name, the last a
 * given name ("Lee Jonghyun" among many a Lee and another Jonghyun). Nothing is changed; findings: `name-inverted`.
 */
export function invertedNames({ names, keys }: NameTable, commonness: Commonness): Finding[] {
  return names.flatMap(({ words }, i): Finding[] => {
    if (words.length !== 2) return [];
    const [front, back] = words;
    // Its own standing last is one half of what `back` has; a word that is elsewhere a given name has as much at least.
    const reversed = commonness.lastRatherThanFirst(front) >= FAMILY_NAME && commonness.lastRatherThanFirst(back) <= 1;
    if (!reversed) return [];
    return [
      {
        code: "name-inverted",
        severity: "note",
        detail: `"${keys[i]}" may be written family name first: elsewhere "${front}" is a family name and "${back}" a given name.`,
      },
    ];
  });
}
