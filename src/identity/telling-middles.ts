import type { ParsedName } from "./parse-name.ts";

/** Given names that so many have that it is the next one which says who it is; all are forms of one name. */
const MUHAMMAD = new Set("mohammad mohammed muhammad mohamed mohamad muhammed mohamud mohd md mhd".split(" "));

/** Frequent Vietnamese family names that are hardly ever words of other languages' names. */
const VIETNAMESE = new Set(
  "nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly doan dinh trinh truong".split(" "),
);

/** Those of them that, in front, are no given names. */
const IN_FRONT = new Set("nguyen tran pham huynh phan dang bui truong".split(" "));

/**
 * Whether a further given name tells people apart rather than being one that anybody may leave out: where Muhammad stands first, and in
 * Vietnamese names, whose middle name belongs to the given name.
 */
export function hasTellingMiddle({ words, family }: ParsedName): boolean {
  return MUHAMMAD.has(words[0]) || VIETNAMESE.has(words[family]) || IN_FRONT.has(words[0]);
}
