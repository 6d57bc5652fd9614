import type { ParsedName } from "./parse-name.ts";

/** Given names that so many have that it is the next one which says who it is; all are forms of one name. */
const MUHAMMAD = new Set("mohammad mohammed muhammad mohamed mohamad muhammed mohamud mohd md mhd".split(" "));

/** Frequent Vietnamese family names that are hardly ever words of other languages' names. */
const VIETNAMESE = new Set(
  "nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly doan dinh trinh truong".split(" "),
);

/** Those of them that, in front, are no given names. */
const IN_FRONT = new Set("nguyen tran pham huynh phan dang bui truong".split(" "));

/** A syllable of Chinese or Korean, as it is romanised. */
const SYLLABLE =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|ts|hs)?(?:[aeiouy]|[aeo]i|ao|ou|oo|ee|ae|eo|eu|ui|ia|iao|ie|iu|io|ua|uai|uo|ue|ya|yeo|ye|yo|yu|yoo|yeu|wa|wo|weo|ou|you)(?:n|ng|k|l|m|p|h)?$/;

/**
 * Whether a further given name tells people apart rather than being one that anybody may leave out: where Muhammad stands first, in
 * Vietnamese names, whose middle name belongs to the given name, and where both are syllables: "Jian-Guang" is not called "Jian".
 */
export function hasTellingMiddle({ words, family }: ParsedName): boolean {
  if (family === 2 && SYLLABLE.test(words[0]) && SYLLABLE.test(words[1])) return true;
  return MUHAMMAD.has(words[0]) || VIETNAMESE.has(words[family]) || IN_FRONT.has(words[0]);
}
