import { byCodeUnit } from "../model/order.ts";
import { fold } from "../model/text.ts";

/** One way in which an author's name is written, and in how many authorships some record writes it so. */
export interface NameForm {
  readonly name: string;
  readonly authorships: number;
}

/** What decides by default whether two names are one: case, accents, hyphens and spaces do not count. */
export function foldedName(name: string): string {
  const folded = fold(name);
  // A name without a single letter ("???") has nothing to fold; two of them are one only when they are equal.
  return folded === "" ? name : folded;
}

/** Whether two names are the same words in another order: "Jeon Dong Hyeon" and "Dong Hyeon Jeon". */
export function sameWords(one: string, other: string): boolean {
  const words = (name: string) =>
    name
      .split(/[\s,]+/u)
      .map(fold)
      .filter(Boolean)
      .sort(byCodeUnit)
      .join(" ");
  return words(one) === words(other);
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
  return forms.toSorted(better)[0].name;
}

function isAllCapitals(name: string): boolean {
  return name === name.toUpperCase() && name !== name.toLowerCase();
}
