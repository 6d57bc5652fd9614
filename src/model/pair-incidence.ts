import { type Incidence, incidenceOf } from "./incidence.ts";

/** Ties as an incidence: tie t is a row of its two ends, as if it were a paper of two authors. For what is made for papers. */
export function pairIncidence(
  ties: { readonly a: Uint32Array; readonly b: Uint32Array },
  authorCount: number,
): Incidence {
  const { a, b } = ties;
  const ends = new Uint32Array(2 * a.length);
  for (let tie = 0; tie < a.length; tie++) {
    ends[2 * tie] = a[tie];
    ends[2 * tie + 1] = b[tie];
  }
  return incidenceOf(
    Uint32Array.from({ length: a.length + 1 }, (_, tie) => 2 * tie),
    ends,
    authorCount,
  );
}
