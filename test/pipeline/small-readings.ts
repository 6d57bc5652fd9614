import fc from "fast-check";
import type { SourceRecord } from "../../src/model/record.ts";
import type { Reading } from "../../src/pipeline/reading.ts";

/** A reading of one file whose records have these authors; `A = B` is one authorship that a second record writes as `B`. */
export function readingOf(...lists: readonly (readonly string[])[]): Reading {
  const records = lists.flatMap((names, paper): SourceRecord[] => {
    const forms = names.map((entry) => entry.split(" = "));
    const twice = forms.some((one) => one.length > 1);
    const record = (form: number): SourceRecord => ({
      source: { file: "small.bib", format: "bibtex", record: 2 * paper + form + 1, line: 20 * paper + form + 1 },
      ids: { arxiv: `2404.${String(paper).padStart(5, "0")}` },
      title: `Paper number ${paper} of a small bibliography about ${["maps", "names", "teams"][paper % 3]}`,
      year: 2000 + (paper % 20),
      venue: ["A Journal", "A Conference"][paper % 2],
      authors: forms.map((one, position) => ({
        name: one[form] ?? one[0],
        ...(paper % 2 === 1 ? { family: one[0].split(" ").at(paper % 3 === 0 ? 0 : -1) } : {}),
        ...(position === 1 ? { orcid: `0000-0002-1825-00${one[0].length % 10}7` } : {}),
        ...(position === 2 ? { ids: [`s2:${one[0].length}`] } : {}),
      })),
    });
    return twice ? [record(0), record(1)] : [record(0)];
  });
  return {
    inputs: [{ file: "small.bib", sha256: "00ff", bytes: 1, format: "bibtex", records: records.length }],
    records,
    findings: [{ code: "names-differ", severity: "note", file: "small.bib", line: 1, detail: "two forms of a name" }],
  };
}

const NAMES = [
  "Jung-Woo Ha",
  "Jungwoo Ha",
  "J. Ha",
  "Jeon Dong Hyeon",
  "Dong Hyeon Jeon",
  "Dong Hyeon Jeon = Jeon Dong Hyeon",
  "Daehee Kim",
  "Dae Hee Kim",
  "Wei Wang",
  "Wang Wei",
  "José Núñez",
  "Jose Nunez",
  "Nako Sung",
  "???",
];

/** Small readings full of names that are hard to tell apart. */
export function smallReadings(): fc.Arbitrary<Reading> {
  return fc
    .array(fc.array(fc.constantFrom(...NAMES), { maxLength: 5 }), { minLength: 4, maxLength: 16 })
    .map((lists) => readingOf(...lists));
}
