import type { Dataset } from "../model/dataset.ts";
import { paperLinks } from "./links.ts";
import { paperTitle } from "./paper-order.ts";
import { thousands } from "./wording.ts";

/** Plain references name this many authors; BibTeX names all. */
const NAMED_AUTHORS = 10;

/** The papers as a reference list, one per line, in the order given: "Authors (year). Title. Venue. Address". */
export function plainReferences(dataset: Dataset, papers: readonly number[]): string {
  return papers.map((paper) => plainReference(dataset, paper)).join("\n");
}

function plainReference(dataset: Dataset, paper: number): string {
  const { papers } = dataset;
  const names = authorNames(dataset, paper);
  const shown = names.slice(0, NAMED_AUTHORS).join(", ");
  const authors = names.length > NAMED_AUTHORS ? `${shown} et al. (${thousands(names.length)} authors)` : shown;
  const year = papers.year[paper] === null ? "n.d." : String(papers.year[paper]);
  const address = paperLinks(papers, paper).at(0)?.href;
  return [`${authors === "" ? "[no authors]" : authors} (${year})`, paperTitle(papers, paper), papers.venue[paper]]
    .filter((part) => part !== null)
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .concat(address ?? [])
    .join(" ");
}

/** The papers as BibTeX, in the order given, with every author. */
export function bibtexReferences(dataset: Dataset, papers: readonly number[]): string {
  const keys = new Set<string>();
  return papers.map((paper) => bibtexEntry(dataset, paper, freeKey(dataset, paper, keys))).join("\n\n");
}

/** The paper_id with what BibTeX keys cannot hold replaced, made unique by a number where two would be one. */
function freeKey(dataset: Dataset, paper: number, taken: Set<string>): string {
  const plain = dataset.papers.paperId[paper].replace(/[^\w.:-]/g, "-");
  let key = plain;
  for (let i = 2; taken.has(key); i++) key = `${plain}-${i}`;
  taken.add(key);
  return key;
}

function bibtexEntry(dataset: Dataset, paper: number, key: string): string {
  const { papers } = dataset;
  const arxiv = papers.arxiv[paper];
  const address = paperLinks(papers, paper).at(0)?.href;
  const fields: [name: string, value: string | null][] = [
    ["title", `{${tex(paperTitle(papers, paper))}}`],
    ["author", authorNames(dataset, paper).map(bibtexName).join(" and ")],
    ["year", papers.year[paper] === null ? null : String(papers.year[paper])],
    ["howpublished", papers.venue[paper] === null ? null : tex(papers.venue[paper])],
    ["eprint", arxiv],
    ["archiveprefix", arxiv === null ? null : "arXiv"],
    ["doi", papers.doi[paper] === null ? null : tex(papers.doi[paper])],
    ["url", address === undefined ? null : tex(address)],
  ];
  const lines = fields.filter(([, value]) => value !== null && value !== "");
  return `@misc{${key},\n${lines.map(([name, value]) => `  ${name} = {${value}},\n`).join("")}}`;
}

function authorNames(dataset: Dataset, paper: number): string[] {
  const first = dataset.papers.firstAuthorship[paper];
  return dataset.authorships.name.slice(first, first + dataset.papers.authors[paper]);
}

/** A name with a comma or the word "and" in it would be read as two; braces hold it together. */
function bibtexName(name: string): string {
  return /,|\band\b/i.test(name) ? `{${tex(name)}}` : tex(name);
}

const TEX: ReadonlyMap<string, string> = new Map([
  ["\\", "\\textbackslash{}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
  ...[..."{}%&$#_"].map((character): [string, string] => [character, `\\${character}`]),
]);

/** Text with what TeX would act on made plain. */
function tex(text: string): string {
  return text.replace(/[\\~^{}%&$#_]/g, (character) => TEX.get(character) ?? character);
}
