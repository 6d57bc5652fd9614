import type { RecordAuthor } from "../model/record.ts";
import { isGroupName } from "./group-name.ts";
import { isEtAl } from "./name-suffix.ts";

/** A list of names as a source has it, taken apart. */
export interface PeopleOfList {
  readonly people: readonly RecordAuthor[];
  /** "The ATLAS Collaboration" and its like, in order. */
  readonly groups: readonly string[];
  /** The list says of itself that there are more: "et al.", "and others". */
  readonly more: boolean;
}

/** What stands behind the last name that is given: "Ada Lovelace et al.", "A. Lovelace and others". */
const MORE_AT_END = /[,;]?\s(?:et\.?\sal\b\.?|(?:and|&)\s(?:others|colleagues))$/i;
/** Longer than what it looks for. */
const END = 24;

/**
 * Keeps apart what is no person in a list of names, whichever reader gave it: the words for more, and the groups whose name
 * says so. A name whose parts the source itself tells apart is a person's, whatever its words.
 */
export function peopleOfList(list: readonly RecordAuthor[]): PeopleOfList {
  if (!list.some(isSuspect)) return { people: list, groups: [], more: false };
  const people: RecordAuthor[] = [];
  const groups: string[] = [];
  let more = false;
  for (const author of list) {
    const name = author.name.trim();
    const whole = author.given === undefined && author.family === undefined;
    const end = MORE_AT_END.exec(name.slice(-END));
    if (isEtAl(name)) more = true;
    else if (whole && isGroupName(name)) groups.push(name);
    else if (whole && end !== null) {
      more = true;
      const rest = name.slice(0, name.length - end[0].length).trim();
      if (rest !== "" && !isEtAl(rest)) people.push({ ...author, name: rest });
    } else people.push(author);
  }
  return { people, groups, more };
}

/** A quick look, since nearly every name passes it. */
function isSuspect({ name }: RecordAuthor): boolean {
  if (!mayEndSo(name.charCodeAt(name.length - 2) | LOWER, name.charCodeAt(name.length - 1))) return false;
  return /\b(?:al|others|colleagues|collaborations?|consorti(?:um|a))\b/i.test(name.slice(-END));
}

/** Makes a capital small. */
const LOWER = 0x20;
const [A, E, I, L, M, N, O, R, S, U] = Array.from("aeilmnorsu", (letter) => letter.charCodeAt(0));

/** Whether the last two letters are those of a word that is looked for: al, others, colleagues, collaborations, consortia. */
function mayEndSo(first: number, last: number): boolean {
  // What is no letter may stand behind the word, or be white space.
  if (last < 0x41 || last > 0x7a) return true;
  const second = last | LOWER;
  if (second === S) return first === R || first === E || first === N;
  if (second === N) return first === O;
  if (second === L) return first === A;
  if (second === M) return first === U;
  return second === A && first === I;
}
