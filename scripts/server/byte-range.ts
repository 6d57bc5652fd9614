/** The bytes asked for, both ends included; null for all of them; "unsatisfiable" where there are none. */
export type ByteRange = { readonly first: number; readonly last: number } | null | "unsatisfiable";

/** Reads a `Range` header (RFC 9110, 14.2). Several ranges, other units and nonsense are ignored, as the RFC allows. */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === undefined || (from === "" && to === "")) return null;
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? "unsatisfiable" : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < first) return null;
  return first >= size ? "unsatisfiable" : { first, last };
}
