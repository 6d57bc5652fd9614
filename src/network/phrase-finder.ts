import { FIRST_WORD, type TextUnits } from "./text-units.ts";
import { wordKey } from "./word-forms.ts";

/** Which group of phrases was met, and where: the units from `from` up to, not including, `to`. */
export type Meeting = (group: number, from: number, to: number) => void;

/** Finds groups of phrases in texts that were read as units. */
export interface PhraseFinder {
  /** Reports every group met in the units `from <= k < to`, left to right, the longest phrase at each place. */
  find(from: number, to: number, meeting: Meeting): void;
}

/**
 * A finder of groups of phrases (a field with its synonyms is one group). Words match in any form (`wordKey`), the parts
 * of a hyphenated word one by one, so that "GNN-based" has a GNN in it. A phrase of one word with two or more capitals is
 * an acronym and matches only as it is written, or with a plural s: "ADS" is not met in "ads", nor "IR" in "ir".
 */
export function phraseFinder(groups: readonly (readonly string[])[], texts: TextUnits): PhraseFinder {
  const { root, partIds } = stepsOf(groups);
  const parts = partsOfWords(texts, partIds);
  // The parts of the units in a row: what they are, as written where that matters, and which unit they came from.
  const row: number[] = [];
  const writtenRow: string[] = [];
  const unitRow: number[] = [];

  return {
    find(from, to, meeting) {
      row.length = writtenRow.length = unitRow.length = 0;
      for (let k = from; k < to; k++) {
        for (const { id, written } of parts[texts.units[k]]) {
          row.push(id);
          writtenRow.push(written);
          unitRow.push(k);
        }
      }
      for (let start = 0; start < row.length; ) {
        let groupsMet: readonly number[] | undefined;
        let end = start;
        let step: Step | undefined = root;
        for (let at = start; at < row.length; at++) {
          step = row[at] === UNKNOWN ? undefined : step.next.get(row[at]);
          if (step === undefined) break;
          const met = metAt(step, writtenRow[at]);
          if (met.length > 0) {
            groupsMet = met;
            end = at + 1;
          }
        }
        if (groupsMet === undefined) start += 1;
        else {
          for (const group of groupsMet) meeting(group, unitRow[start], unitRow[end - 1] + 1);
          start = end;
        }
      }
    },
  };
}

const BETWEEN_PARTS = /[\s\u2010\u2011-]+/u;

/** What the forms of one phrase have in common: the keys of its words, hyphenated ones taken apart. */
export function phraseKey(phrase: string): string {
  return partsOfPhrase(phrase).map(wordKey).join(" ");
}

function partsOfPhrase(phrase: string): string[] {
  return phrase.split(BETWEEN_PARTS).filter((part) => part !== "");
}

/** One step of a phrase: the next steps by part, and the groups that end here; of acronyms by the only way to write them. */
interface Step {
  readonly next: Map<number, Step>;
  readonly groups: number[];
  readonly acronyms: Map<string, number[]>;
}

const NOBODY: readonly number[] = [];

function metAt(step: Step, written: string): readonly number[] {
  if (step.acronyms.size === 0) return step.groups;
  const acronyms =
    step.acronyms.get(written) ?? (written.endsWith("s") ? step.acronyms.get(written.slice(0, -1)) : NOBODY);
  return acronyms === undefined || acronyms.length === 0 ? step.groups : [...new Set([...step.groups, ...acronyms])];
}

function stepsOf(groups: readonly (readonly string[])[]): { root: Step; partIds: Map<string, number> } {
  const newStep = (): Step => ({ next: new Map(), groups: [], acronyms: new Map() });
  const root = newStep();
  const partIds = new Map<string, number>();
  groups.forEach((phrases, group) => {
    for (const phrase of phrases) {
      const parts = partsOfPhrase(phrase);
      if (parts.length === 0) continue;
      let step = root;
      for (const part of parts) {
        const key = wordKey(part);
        const id = partIds.get(key) ?? partIds.size + 1;
        partIds.set(key, id);
        const next = step.next.get(id) ?? newStep();
        step.next.set(id, next);
        step = next;
      }
      const isAcronym = parts.length === 1 && (parts[0].match(/\p{Lu}/gu)?.length ?? 0) >= 2;
      const ends = isAcronym ? (step.acronyms.get(parts[0]) ?? []) : step.groups;
      if (!ends.includes(group)) ends.push(group);
      if (isAcronym) step.acronyms.set(parts[0], ends);
    }
  });
  return { root, partIds };
}

interface Part {
  readonly id: number;
  readonly written: string;
}

/** A part that stands in no phrase, and the end of a clause. */
const UNKNOWN = 0;

/** The parts of each word, by id of the word. */
function partsOfWords(texts: TextUnits, partIds: ReadonlyMap<string, number>): readonly (readonly Part[])[] {
  const unknown: readonly Part[] = [{ id: UNKNOWN, written: "" }];
  return texts.words.map((word, unit) => {
    if (unit < FIRST_WORD) return unknown;
    const written = word.split(BETWEEN_PARTS);
    const ids = written.map((part) => partIds.get(written.length === 1 ? texts.keys[unit] : wordKey(part)) ?? UNKNOWN);
    return ids.every((id) => id === UNKNOWN) ? unknown : ids.map((id, i) => ({ id, written: written[i] }));
  });
}
