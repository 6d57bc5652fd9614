/**
 * Whether a path segment matches a pattern of `*` (any run of characters) and `?` (one character). Linear but for
 * re-trying the last star, which is at worst segment × pattern: no regular expression of ours can be made to hang.
 */
export function matchesSegment(pattern: string, segment: string): boolean {
  let p = 0;
  let star = -1;
  let retry = 0;
  for (let s = 0; s < segment.length; ) {
    if (pattern[p] === "*") {
      star = p++;
      retry = s;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === segment[s])) {
      p++;
      s++;
    } else if (star >= 0) {
      p = star + 1;
      s = ++retry;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}
