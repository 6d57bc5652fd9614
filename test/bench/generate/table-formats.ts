import type { WrittenFormat } from "./formats.ts";
import type { InventedPaper } from "./papers.ts";

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const tableRow = (cells: readonly (string | number)[]) =>
  `${cells.map((cell) => (typeof cell === "number" ? cell : quoted(cell))).join(",")}\n`;
const names = ({ authors }: InventedPaper, between: string) =>
  authors.map(({ given, family }) => `${family}, ${given}`).join(between);
const initials = ({ authors }: InventedPaper) =>
  authors.map(({ given, family }) => `${family} ${given[0]}.`).join("; ");

/** Comma- and tab-delimited exports. */
export const TABLE_FORMATS: readonly WrittenFormat[] = [
  {
    format: "csv",
    extension: "csv",
    begin: "Title,Authors,Year,Journal,DOI,Keywords,Abstract\n",
    record: (paper) =>
      tableRow([
        ...[paper.title, names(paper, "; "), paper.year, paper.venue, paper.doi],
        ...[paper.keywords.join("; "), paper.abstract],
      ]),
    end: "",
  },
  {
    format: "scopus-csv",
    extension: "csv",
    begin:
      "Authors,Author full names,Author(s) ID,Title,Year,Source title,Volume,Cited by,DOI,Link,Affiliations,Abstract,Author Keywords,Document Type,EID\n",
    record: (paper, at) =>
      tableRow([
        ...[
          initials(paper),
          paper.authors.map(({ given, family }, i) => `${family}, ${given} (${1000 + i})`).join("; "),
        ],
        ...[
          paper.authors.map((_, i) => 1000 + i).join("; "),
          paper.title,
          paper.year,
          paper.venue,
          7,
          at % 90,
          paper.doi,
        ],
        ...["https://www.scopus.com/inward/record.uri", "University of Tests, Testville", paper.abstract],
        ...[paper.keywords.join("; "), "Article", `2-s2.0-${at}`],
      ]),
    end: "",
  },
  {
    format: "wos-tab",
    extension: "txt",
    begin: "PT\tAU\tAF\tTI\tSO\tDT\tDE\tAB\tC1\tTC\tPY\tPD\tDI\tUT\t\n",
    record: (paper, at) =>
      `${[
        ...[
          "J",
          names(paper, "; "),
          names(paper, "; "),
          paper.title,
          paper.venue,
          "Article",
          paper.keywords.join("; "),
        ],
        ...[paper.abstract, "Univ Tests", at % 90, paper.year, "JUN 8", paper.doi, `WOS:${at}`, ""],
      ].join("\t")}\n`,
    end: "",
  },
];
