import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Incidence, incidenceOf } from "../../../src/model/incidence.ts";

/*
 * Real author lists, where the folder of corpora lies beside the project: papers of DBLP and of the Microsoft Academic Graph,
 * one a line, authors as numbers; and collaboration networks of SNAP, one tie a line.
 */

const FOLDER = join(process.cwd(), "../shared/corpora/hypergraphs");

export const CORPORA = {
  dblp: "dblp-csr.hyper.txt.gz",
  mag10: "mag10.hyper.txt.gz",
  "ca-AstroPh": "ca-AstroPh.txt.gz",
  "ca-CondMat": "ca-CondMat.txt.gz",
  "ca-HepTh": "ca-HepTh.txt.gz",
} as const;

export type Corpus = keyof typeof CORPORA;

export function hasCorpus(name: Corpus): boolean {
  return existsSync(join(FOLDER, CORPORA[name]));
}

/** Reads a corpus as papers; a tie of SNAP is a paper of two. Authors are numbered as they appear. */
export function corpus(name: Corpus): Incidence {
  const text = gunzipSync(readFileSync(join(FOLDER, CORPORA[name]))).toString("latin1");
  const number = new Map<string, number>();
  const offsets = [0];
  const authors: number[] = [];
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const first = authors.length;
    for (const word of new Set(line.split(/[\s,]+/u))) {
      if (word === "") continue;
      const author = number.get(word) ?? number.size;
      number.set(word, author);
      authors.push(author);
    }
    if (authors.length > first) offsets.push(authors.length);
  }
  return incidenceOf(Uint32Array.from(offsets), Uint32Array.from(authors), number.size);
}
