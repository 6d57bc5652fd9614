import type { WrittenFormat } from "./formats.ts";
import type { InventedPaper } from "./papers.ts";

const commaNames = ({ authors }: InventedPaper) => authors.map(({ given, family }) => `${family}, ${given}`);
const plainNames = ({ authors }: InventedPaper) => authors.map(({ given, family }) => `${given} ${family}`);
const shortNames = ({ authors }: InventedPaper) => authors.map(({ given, family }) => `${family} ${given[0]}`);
const lines = (tag: string, values: readonly string[]) => values.map((value) => `${tag}${value}\n`).join("");

/** A value wrapped as the exports wrap it, at about `width` characters. */
function wrapped(text: string, width: number, indent: string): string {
  let rest = text;
  let out = "";
  while (rest.length > width) {
    const space = rest.lastIndexOf(" ", width);
    const at = space > 0 ? space : width;
    out += `${rest.slice(0, at)}\n${indent}`;
    rest = rest.slice(at).trimStart();
  }
  return out + rest;
}

const arxivId = (at: number) =>
  `${String(7 + Math.floor(at / 1_200_000)).padStart(2, "0")}${String(1 + (Math.floor(at / 100_000) % 12)).padStart(2, "0")}.${String(at % 100_000).padStart(5, "0")}`;

/** BibTeX, tagged text, and what is made for people to read. */
export const TEXT_FORMATS: readonly WrittenFormat[] = [
  {
    format: "bibtex",
    extension: "bib",
    begin: "% Invented records.\n@string{acm = {Invented Machinery}}\n",
    record: (paper, at) =>
      `@article{key${at},\n  author = {${commaNames(paper).join(" and ")}},\n  title = {${paper.title} {In\\'ev}itable},\n` +
      `  journal = {${paper.venue}},\n  year = {${paper.year}},\n  volume = 7,\n  publisher = acm,\n  doi = {${paper.doi}},\n` +
      `  keywords = {${paper.keywords.join(", ")}},\n  abstract = {${paper.abstract}}\n}\n\n`,
    end: "",
  },
  {
    format: "ris",
    extension: "ris",
    begin: "",
    record: (paper) =>
      `TY  - JOUR\n${lines("AU  - ", commaNames(paper))}TI  - ${paper.title}\nJO  - ${paper.venue}\nPY  - ${paper.year}\n` +
      `DO  - ${paper.doi}\n${lines("KW  - ", paper.keywords)}SN  - 1234-5678\nAB  - ${paper.abstract}\nER  - \n\n`,
    end: "",
  },
  {
    format: "nbib",
    extension: "nbib",
    begin: "",
    record: (paper, at) =>
      `PMID- ${paper.number + 1}\nOWN - NLM\nSTAT- MEDLINE\nDP  - ${paper.year} Mar\nTI  - ${wrapped(paper.title, 80, "      ")}\n` +
      `LID - ${paper.doi} [doi]\nAB  - ${wrapped(paper.abstract, 80, "      ")}\n` +
      paper.authors
        .map(
          ({ given, family }) =>
            `FAU - ${family}, ${given}\nAU  - ${family} ${given[0]}\nAD  - University of ${family}.\n`,
        )
        .join("") +
      `LA  - eng\nPT  - Journal Article\nJT  - ${paper.venue}\nJID - ${at}\n${lines("OT  - ", paper.keywords)}SO  - ${paper.venue}.\n\n`,
    end: "",
  },
  {
    format: "wos",
    extension: "txt",
    begin: "FN Clarivate Analytics Web of Science\nVR 1.0\n",
    record: (paper, at) =>
      `PT J\nAU ${shortNames(paper).join("\n   ")}\nAF ${commaNames(paper).join("\n   ")}\nTI ${wrapped(paper.title, 80, "   ")}\n` +
      `SO ${paper.venue.toUpperCase()}\nDT Article\nDE ${paper.keywords.join("; ")}\nAB ${wrapped(paper.abstract, 80, "   ")}\n` +
      `C1 [${commaNames(paper).join("; ")}] Univ Tests, Testville, Norway.\nCR SOMEONE A, 1999, J TESTS, V1\n   OTHER B, 2001, J TESTS, V3\n` +
      `TC 3\nPY ${paper.year}\nDI ${paper.doi}\nUT WOS:${at}\nER\n\n`,
    end: "EF\n",
  },
  {
    format: "refer",
    extension: "enw",
    begin: "",
    record: (paper) =>
      `%0 Journal Article\n${lines("%A ", commaNames(paper))}%T ${paper.title}\n%J ${paper.venue}\n%D ${paper.year}\n` +
      `%K ${paper.keywords.join("; ")}\n%R ${paper.doi}\n%X ${paper.abstract}\n\n`,
    end: "",
  },
  {
    format: "ovid",
    extension: "txt",
    begin: "",
    record: (paper, at) =>
      `<${at + 1}>\nAccession Number\n  ${String(at).padStart(8, "0")}\nAuthor\n  ${commaNames(paper).join(";  ")}\n` +
      `Institution\n  University of Tests\nTitle\n  ${paper.title}.[Article]\nSource\n  ${paper.venue}.   28(2):103-106, April ${paper.year}.\n` +
      `Abstract\n  ${paper.abstract}\nAuthor Keywords\n  ${paper.keywords.join(";  ")}.\nDOI Number\n  ${paper.doi}\n\n`,
    end: "",
  },
  {
    format: "arxiv-listing",
    extension: "abs",
    begin: "",
    record: (paper, at) =>
      `${"-".repeat(78)}\n\\\\\narXiv:${arxivId(at)}\nFrom: Somebody <s@example.org>\nDate: Mon, 2 Apr ${paper.year} 19:18:42 GMT   (44kb)\n\n` +
      `Title: ${wrapped(paper.title, 70, "  ")}\nAuthors: ${wrapped(plainNames(paper).join(", "), 70, "  ")}\nCategories: cs.XX\n` +
      `Journal-ref: ${paper.venue}\n\\\\\n  ${wrapped(paper.abstract, 76, "")}\n\\\\ ( https://arxiv.org/abs/${arxivId(at)} ,  44kb)\n`,
    end: "",
  },
  {
    format: "arxiv-author-listing",
    extension: "txt",
    begin: "",
    record: (paper, at) =>
      `${paper.title}\n${plainNames(paper).join(", ")}\n\n${paper.abstract}\n\n12 pages\n\narXiv:${arxivId(at)} - doi: ${paper.doi}\n` +
      `Created: ${paper.year < 1991 ? 1991 : paper.year}-01-02\n\n`,
    end: "",
  },
  {
    format: "acl-author-page",
    extension: "txt",
    begin: "Ada Lovelace\n\n",
    record: (paper, at) =>
      `${at % 50 === 0 ? `\n${2024 - (Math.floor(at / 50) % 24)}\n\n` : ""}pdf bib abs\n${paper.title}\n${plainNames(paper).join(" | ")}\n` +
      `Proceedings of the ${paper.venue}\n\n${paper.abstract}\n\n`,
    end: "",
  },
];
