import { byCodeUnit } from "../model/order.ts";
import { nameKey, parseName } from "./parse-name.ts";

/** One way in which an author's name is written, and in how many authorships some record writes it so. */
export interface NameForm {
  readonly name: string;
  readonly authorships: number;
}

/** A name as identity compares it: folded words in reading order, "kyung min kim"; the key of name nodes and decisions. */
export function foldedName(name: string): string {
  return nameKey(parseName(name));
}

/**
 * The form that stands for an author: the most frequent one; among equals the one that says most (most characters, then
 * not all in capitals), then the first by code unit.
 */
export function displayName(forms: readonly NameForm[]): string {
  const better = (one: NameForm, other: NameForm): number =>
    other.authorships - one.authorships ||
    other.name.length - one.name.length ||
    Number(isAllCapitals(one.name)) - Number(isAllCapitals(other.name)) ||
    byCodeUnit(one.name, other.name);
  if (forms.length === 1) return forms[0].name;
  return forms.toSorted(better)[0].name;
}

function isAllCapitals(name: string): boolean {
  return name === name.toUpperCase() && name !== name.toLowerCase();
}
