import type { PeopleTable } from "../model/atlas.ts";
import type { Dataset } from "../model/dataset.ts";
import { byCodeUnit } from "../model/order.ts";
import { fold } from "../model/text.ts";
import { grouped, groupMembers } from "./compressed-rows.ts";

/** Entries of one block. */
export const BLOCK_ENTRIES = 4000;
/** Words of one name that it may be looked for by; what has more is no person's. */
const MOST_WORDS = 8;

const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u;

/** Yields the index of people block by block; `sheetOf` has the sheet of each author. */
export function* peopleBlocks(
  dataset: Dataset,
  sheetOf: Uint32Array,
  entriesOfBlock: number = BLOCK_ENTRIES,
): Generator<PeopleTable> {
  const { folded, author } = entriesOf(dataset);
  const { papers, authorId, name, team } = dataset.authors;
  const order = Uint32Array.from(folded, (_, entry) => entry).sort(
    (s, t) =>
      byCodeUnit(folded[s], folded[t]) || papers[author[t]] - papers[author[s]] || author[s] - author[t] || s - t,
  );
  for (let from = 0; from < order.length; from += entriesOfBlock) {
    const entries = Array.from(order.subarray(from, from + entriesOfBlock));
    const people = entries.map((entry) => author[entry]);
    yield {
      rowCount: entries.length,
      folded: entries.map((entry) => folded[entry]),
      name: people.map((row) => name[row]),
      authorId: people.map((row) => authorId[row]),
      team: people.map((row) => team[row]),
      papers: Uint32Array.from(people, (row) => papers[row]),
      sheet: Uint32Array.from(people, (row) => sheetOf[row]),
    };
  }
}

/** By entry what it is found by and the author whom it finds, each once. */
function entriesOf({ authors, names }: Dataset): { readonly folded: readonly string[]; readonly author: number[] } {
  const formsOf = grouped(names.author, authors.rowCount);
  const folded: string[] = [];
  const author: number[] = [];
  for (let row = 0; row < authors.rowCount; row++) {
    const forms = Array.from(groupMembers(formsOf, row), (form) => names.name[form]);
    for (const key of new Set([authors.name[row], ...forms].flatMap(keysOf))) {
      folded.push(key);
      author.push(row);
    }
  }
  return { folded, author };
}

/** A name folded from each of its words on; a single letter is only looked for where it is the first. */
export function keysOf(name: string): string[] {
  const words = name
    .split(BETWEEN_WORDS)
    .map(fold)
    .filter((word) => word !== "");
  return words
    .slice(0, MOST_WORDS)
    .flatMap((word, i) => (i > 0 && word.length === 1 ? [] : [...words.slice(i), ...words.slice(0, i)].join("")));
}
