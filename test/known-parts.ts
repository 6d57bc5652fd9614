/*
 * Three groups of 15 who write 20 papers each, joined by three papers to the next. Sixty trios beside them, of 15 papers each, make
 * the network so large that the three are one team.
 */
export const GROUPS = 3;
export const OF_GROUP = 15;
const TRIOS = 60;
/** Those of the groups come first, group by group. */
export const PEOPLE = GROUPS * OF_GROUP + 3 * TRIOS;
const SUBJECTS = ["River deltas", "Soil bacteria", "Glacier ice"];

interface Written {
  readonly title: string;
  readonly by: readonly number[];
}

export const PAPERS: readonly Written[] = [
  ...SUBJECTS.flatMap((subject, group) => {
    const of = (k: number) => group * OF_GROUP + (k % OF_GROUP);
    return Array.from({ length: 20 }, (_, k) => ({ title: `${subject} ${k}x`, by: [of(k), of(k + 1), of(k + 4)] }));
  }),
  ...[1, 2].flatMap((group) =>
    [0, 5, 10].map((k) => ({ title: "Together", by: [group * OF_GROUP + k, (group - 1) * OF_GROUP + k] })),
  ),
  ...Array.from({ length: 15 * TRIOS }, (_, k) => {
    const first = GROUPS * OF_GROUP + 3 * Math.floor(k / 15);
    return { title: `Apart ${k}x`, by: [first, first + 1, first + 2] };
  }),
];

const LETTERS = "bdfghklmnprstvwz";
const syllable = (n: number) => LETTERS[n % 16] + "aeiou"[Math.floor(n / 16) % 5];

/** A name unlike all others. */
export function person(number: number): string {
  const given = `${syllable(number * 7)}${syllable(number * 11 + 3)}n`;
  const family = `${syllable(number)}${syllable(Math.floor(number / 80) + 5)}${syllable(number * 3 + 1)}x`;
  return [given, family].map((word) => word[0].toUpperCase() + word.slice(1)).join(" ");
}
