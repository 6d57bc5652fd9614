import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { generator } from "../../../src/model/generator.ts";
import { type Incidence, incidenceOf } from "../../../src/model/incidence.ts";

const DBLP = join(process.cwd(), "../shared/corpora/hypergraphs/dblp-csr.hyper.txt.gz");

export function hasDblp(): boolean {
  return existsSync(DBLP);
}

/** The author lists of DBLP's largest component: about 105,000 authors and 384,000 ties. */
export function dblpLists(): Incidence {
  const lines = gunzipSync(readFileSync(DBLP)).toString("latin1").split("\n");
  const lists = lines.flatMap((line) => {
    const list = [...new Set(line.match(/\d+/gu) ?? [])].map(Number);
    return list.length === 0 ? [] : [list];
  });
  return largestComponent(lists);
}

/** Invented author lists: groups of about a dozen that write together, a few of each with those of the next groups. */
export function inventedLists(authors: number, seed = 1): Incidence {
  const chance = generator(seed);
  const lists: number[][] = [];
  for (let first = 0; first + 12 <= authors; first += 12) {
    for (let p = 0; p < 14; p++) {
      const list = new Set<number>();
      const size = 1 + Math.floor(4.2 * chance() + chance());
      for (let i = 0; i < size; i++) {
        const far = chance() > 0.93;
        list.add(
          far ? Math.min(authors - 1, first + Math.floor(chance() * 400)) : first + Math.floor(12 * chance() ** 1.5),
        );
      }
      lists.push([...list]);
    }
  }
  return incidenceOfLists(lists, authors);
}

function incidenceOfLists(lists: readonly (readonly number[])[], authorCount: number): Incidence {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, p) => {
    offsets[p + 1] = offsets[p] + list.length;
  });
  const authors = new Uint32Array(offsets[lists.length]);
  lists.forEach((list, p) => {
    authors.set(list, offsets[p]);
  });
  return incidenceOf(offsets, authors, authorCount);
}

function largestComponent(lists: readonly (readonly number[])[]): Incidence {
  const most = lists.reduce((max, list) => Math.max(max, ...list), 0);
  const parent = Uint32Array.from({ length: most + 1 }, (_, i) => i);
  const root = (author: number) => {
    let at = author;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  };
  for (const list of lists) for (const author of list) parent[root(author)] = root(list[0]);
  const size = new Uint32Array(most + 1);
  for (let author = 0; author <= most; author++) size[root(author)] += 1;
  const largest = size.indexOf(size.reduce((max, count) => Math.max(max, count), 0));
  const row = new Map<number, number>();
  const kept = lists
    .filter((list) => root(list[0]) === largest)
    .map((list) =>
      list.map((author) => {
        const known = row.get(author) ?? row.size;
        row.set(author, known);
        return known;
      }),
    );
  return incidenceOfLists(kept, row.size);
}
