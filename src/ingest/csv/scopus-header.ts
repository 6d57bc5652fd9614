import { headerKey } from "./columns.ts";

/** Whether a header is Scopus's: which of its columns an export has is the user's choice, these are nearly always there. */
export function isScopusHeader(header: readonly string[]): boolean {
  const names = new Set(header.map(headerKey));
  if (names.has("publication id")) return false;
  const own = ["eid", "author s id", "author full names", "art no", "page start", "abbreviated source title"];
  return names.has("authors") && names.has("title") && names.has("source title") && own.some((name) => names.has(name));
}
