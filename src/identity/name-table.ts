import type { Paper } from "../model/paper.ts";
import { DistinctNames } from "./distinct-names.ts";
import type { ParsedName } from "./parse-name.ts";
import { Readings } from "./readings.ts";

/** The distinct folded names of a collection, and which authorship has which. */
export interface NameTable {
  /** In the order of `keys`. */
  readonly names: readonly ParsedName[];
  /** Folded names, ascending by code unit. */
  readonly keys: readonly string[];
  /** For each authorship, in the order of the papers and their author lists, its name. */
  readonly nameOf: Uint32Array;
  /** The distinct strings, and for each authorship its own. */
  readonly spellings: readonly string[];
  readonly spellingOf: Uint32Array;
  /** The authorships that have other forms, ascending. */
  readonly rewritten: readonly number[];
  /** For each paper its first authorship, and behind the last the number of all: `papers.length + 1` values. */
  readonly authorshipsFrom: Uint32Array;
}

/** Reads every distinct string once; where sources say what the family name is, most of a name's strings decide. */
export function nameTableOf(papers: readonly Paper[]): NameTable {
  const authorshipsFrom = new Uint32Array(papers.length + 1);
  for (let p = 0; p < papers.length; p++) authorshipsFrom[p + 1] = authorshipsFrom[p] + papers[p].authors.length;

  const readings = new Readings();
  const spellingOf = new Uint32Array(authorshipsFrom[papers.length]);
  const readingOf = new Uint32Array(spellingOf.length);
  const rewritten: number[] = [];
  let k = 0;
  for (const paper of papers) {
    for (const { name, family, otherForms } of paper.authors) {
      if (otherForms.length > 0) rewritten.push(k);
      readingOf[k++] = readings.numberOf(name, family);
    }
  }
  const { spellings, families, spellingOfReading } = readings;
  const names = new DistinctNames();
  families.forEach((family, reading) => {
    names.read(spellings[spellingOfReading[reading]], family);
  });
  names.settleFamilies(readings, readingOf);
  const { names: ordered, keys, place } = names.inOrder();
  const nameOf = readingOf;
  for (let i = 0; i < nameOf.length; i++) {
    const reading = readingOf[i];
    spellingOf[i] = spellingOfReading[reading];
    nameOf[i] = place[reading];
  }
  return { names: ordered, keys, nameOf, spellings, spellingOf, rewritten, authorshipsFrom };
}
