/** People of the invented bibliography, in groups of equal size: enough for a dataset with a glance. */
export const CROWD = { groups: 12, people: 240 } as const;

const FIELDS = [
  "tide gauges",
  "bee keeping",
  "violin varnish",
  "glacier mapping",
  "bread ovens",
  "kite photography",
  "moss gardens",
  "paper marbling",
  "canal locks",
  "wind organs",
  "salt marshes",
  "clock towers",
];

/** "Ada Aab of the first group": letters only, so that no two are taken for one person. */
function nameOf(group: number, person: number): string {
  const letters = (value: number) =>
    [26 * 26, 26, 1].map((unit) => String.fromCharCode(97 + (Math.floor(value / unit) % 26))).join("");
  return `Q${letters(group * 997 + 31)} Z${letters(person * 71 + group)}${letters(person)}`;
}

/** A BibTeX file of papers of four, each within one group about one thing, with one paper between a group and the next. */
export function crowdBibliography(): string {
  const entries: string[] = [];
  for (let group = 0; group < CROWD.groups; group++) {
    const people = Array.from({ length: CROWD.people }, (_, person) => nameOf(group, person));
    const write = (key: string, authors: readonly string[]) =>
      entries.push(
        `@article{${key}, title = {Notes on ${FIELDS[group]} ${key}}, year = ${1990 + (entries.length % 30)}, author = {${authors.join(" and ")}}}`,
      );
    for (let p = 0; p < CROWD.people; p += 2) {
      write(
        `g${group}x${p}`,
        [0, 1, 2, 7].map((step) => people[(p + step) % CROWD.people]),
      );
      write(
        `g${group}y${p}`,
        [0, 3, 31].map((step) => people[(p * 5 + step) % CROWD.people]),
      );
    }
    write(`g${group}z`, [people[0], nameOf((group + 1) % CROWD.groups, 0)]);
  }
  return entries.join("\n");
}
