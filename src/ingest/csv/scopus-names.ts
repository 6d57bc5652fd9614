import { isInitials } from "../person-name.ts";
import { splitNames } from "./delimited-names.ts";

/** A name of Scopus with what its other columns say of the person. */
export interface ScopusNames {
  readonly names: string[];
  /** Parallel to `names`, or empty. */
  readonly ids: string[];
  readonly affiliations: string[];
  /** How many names the columns give, where they disagree. */
  readonly counts?: readonly number[];
}

/**
 * Scopus has written its author column in three ways: "Kim, K., Lee, S." (up to about 2015), "Kim K., Lee S." (to 2022), and
 * "Kim K.; Lee S." with full names and ids, "Kim, Kyungwoo (571…); Lee, …", in a second column.
 */
export function scopusNames(authors: string, fullNames: string, ids: string, withPlaces: string): ScopusNames {
  const short = splitNames(authors);
  const full = parts(fullNames).map((text) => /^(.*?)\s?\((\d{1,20})\)$/s.exec(text) ?? ["", text, ""]);
  const own = parts(ids).filter((id) => /^\d{1,20}$/.test(id));
  const places = parts(withPlaces).map(placeOf);
  const names = full.length >= short.length ? full.map(([, name]) => name) : short;
  const same = <T>(list: readonly T[]): T[] => (list.length === names.length ? [...list] : []);
  const counts = [short.length, full.length, own.length].filter((count) => count > 0);
  return {
    names,
    ids: full.length >= short.length && full.length > 0 ? full.map(([, , id]) => id) : same(own),
    affiliations: same(places),
    counts: new Set(counts).size > 1 ? counts : undefined,
  };
}

/** "Liu F., Dept, Univ" and "Phillips, J.C., Institute": what stands behind the name. */
function placeOf(text: string): string {
  const [, second = "", ...rest] = text.split(",");
  const behind = second
    .trim()
    .split(/\s+/)
    .every((word) => isInitials(word))
    ? rest
    : [second, ...rest];
  return behind.join(",").trim();
}

function parts(cell: string): string[] {
  return cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
