/** The fixtures of formats that are lines or tables of text, and the format that each must be recognised as. */
export const TEXT_FIXTURES = [
  ["happy.ris", "ris"],
  ["nasty.ris", "ris"],
  ["happy.nbib", "nbib"],
  ["nasty.nbib", "nbib"],
  ["happy-wos.txt", "wos"],
  ["nasty-wos.txt", "wos"],
  ["wos-tab.txt", "wos-tab"],
  ["happy.enw", "refer"],
  ["nasty.enw", "refer"],
  ["happy-ovid.txt", "ovid"],
  ["nasty-ovid.txt", "ovid"],
  ["happy.abs", "arxiv-listing"],
  ["nasty.abs", "arxiv-listing"],
  ["scopus-2015.csv", "scopus-csv"],
  ["scopus-2020.csv", "scopus-csv"],
  ["scopus-2024.csv", "scopus-csv"],
  ["guessed.csv", "csv"],
  ["nasty.csv", "csv"],
  ["dimensions.csv", "csv"],
  ["lens.csv", "csv"],
  ["pubmed.csv", "csv"],
] as const;

export const TEXT_FORMATS: ReadonlySet<string> = new Set(TEXT_FIXTURES.map(([, format]) => format));
