/** What the part of an address after `?` asks the page to open. */
export type DataAddress =
  /** The dataset in a folder, by its whole address with a slash at its end. */
  | { readonly kind: "dataset"; readonly folder: string }
  /** A bibliography, read as if it were dropped. */
  | { readonly kind: "file"; readonly url: string; readonly name: string }
  /** Nothing that the page opens; the reason is a sentence. */
  | { readonly kind: "refused"; readonly reason: string };

/** Where the dataset lies where the address names none. */
const FOLDER = "data/";

/**
 * Reads `?data=…`, an address relative to that of the page (`base`). Only what the page's own origin serves is opened, so
 * that a link can show nobody's files but those of the host it leads to. A folder, its manifest, or a last segment
 * without a dot is a dataset; anything else is a bibliography.
 */
export function dataAddress(search: string, base: string): DataAddress {
  const given = new URLSearchParams(search).get("data");
  if (given === null || given.trim() === "") return { kind: "dataset", folder: new URL(FOLDER, base).href };
  const refused = (why: string): DataAddress => ({ kind: "refused", reason: `“${shortened(given)}” ${why}` });
  let url: URL;
  try {
    url = new URL(given, base);
  } catch {
    return refused("is no address.");
  }
  if (!/^https?:$/.test(url.protocol) || url.origin !== new URL(base).origin) {
    return refused("is not served beside this page; only what comes from the same place is opened by a link.");
  }
  if (url.username !== "" || url.password !== "") return refused("names a user, and was not opened.");
  url.hash = "";
  const last = url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
  if (last === "manifest.json") return { kind: "dataset", folder: new URL(".", url).href };
  if (!last.includes(".")) {
    url.search = "";
    return { kind: "dataset", folder: url.href.endsWith("/") ? url.href : `${url.href}/` };
  }
  return { kind: "file", url: url.href, name: decoded(last) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** At most 80 characters of what an address may have many of. */
function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).toWellFormed()}…`;
}
