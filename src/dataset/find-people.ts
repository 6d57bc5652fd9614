import {
  type FoundPeople,
  type FoundPerson,
  PEOPLE_FILE,
  type PeopleBlockTable,
  type PeopleTable,
} from "../model/atlas.ts";
import { byCodeUnit } from "../model/order.ts";
import { sha256 } from "../model/sha256.ts";
import { fold } from "../model/text.ts";
import { fileOf } from "./columns.ts";
import { DatasetError } from "./dataset-error.ts";
import { type Digest, hasTable, type Open, openManifest, openTables } from "./open-tables.ts";
import type { OpenRange } from "./read-sheet.ts";
import { readTable } from "./read-table.ts";

/** Blocks that one question may ask for. */
const MOST_BLOCKS = 2;
const MOST_PEOPLE = 20;

/**
 * Opens the list of blocks by which people are found in a dataset that is too large to be loaded whole; null where it has none. Throws
 * as `readAtlas` does.
 */
export async function readPeopleBlocks(open: Open, digest: Digest = sha256): Promise<PeopleBlockTable | null> {
  const { files, variants, ...manifest } = await openManifest(open);
  const file = { files, variants, ...manifest };
  if (!hasTable(file, "peopleBlocks")) return null;
  const { peopleBlocks } = await openTables(["peopleBlocks"], file, open, digest);
  const blocks = peopleBlocks as PeopleBlockTable;
  checkBlocks(blocks);
  return blocks;
}

/**
 * The people a form of whose name has a word that begins as asked, with what follows: "ha", "ha jung" and "jung woo" find
 * Jung-Woo Ha; case, accents, hyphens and spaces do not matter. One range of `people.bin` is asked for, or two; where the
 * beginning is that of more names, `more` says so. Throws `DatasetError` where bytes are not those that the list describes.
 */
export async function findPeople(
  openRange: OpenRange,
  blocks: PeopleBlockTable,
  query: string,
  most: number = MOST_PEOPLE,
  digest: Digest = sha256,
): Promise<FoundPeople> {
  const prefix = fold(query);
  if (prefix === "") return { people: [], more: false };
  const first = blocks.last.findIndex((last) => byCodeUnit(last, prefix) >= 0);
  if (first < 0) return { people: [], more: false };
  let end = first;
  while (end < blocks.rowCount && isReached(blocks.first[end], prefix)) end += 1;
  const asked = Array.from({ length: Math.min(end - first, MOST_BLOCKS) }, (_, i) => first + i);
  const tables = await Promise.all(asked.map((block) => openBlock(openRange, blocks, block, digest)));
  const found = new Map<string, FoundPerson>();
  for (const table of tables) {
    table.folded.forEach((folded, row) => {
      if (folded.startsWith(prefix)) found.set(table.authorId[row], personOf(table, row));
    });
  }
  const people = [...found.values()].sort(
    (a, b) => b.papers - a.papers || byCodeUnit(a.name, b.name) || byCodeUnit(a.authorId, b.authorId),
  );
  return { people: people.slice(0, most), more: people.length > most || end - first > asked.length };
}

/** Whether a block whose first entry is this may hold entries that begin with the prefix: what comes before it is no question here. */
function isReached(first: string, prefix: string): boolean {
  return first.startsWith(prefix) || byCodeUnit(first, prefix) < 0;
}

function personOf({ name, authorId, team, papers, sheet }: PeopleTable, row: number): FoundPerson {
  return { name: name[row], authorId: authorId[row], team: team[row], papers: papers[row], sheet: sheet[row] };
}

async function openBlock(
  openRange: OpenRange,
  blocks: PeopleBlockTable,
  block: number,
  digest: Digest,
): Promise<PeopleTable> {
  const from = blocks.offset[block];
  const bytes = await openRange(PEOPLE_FILE, from, from + blocks.bytes[block]);
  if ((await digest(new Uint8Array(bytes))) !== blocks.sha256[block]) {
    throw new DatasetError(
      PEOPLE_FILE,
      `block ${block} is not the one that the dataset describes (its SHA-256 differs).`,
    );
  }
  return (await readTable("people", bytes)) as PeopleTable;
}

function checkBlocks({ first, last, offset, bytes, rowCount }: PeopleBlockTable): void {
  for (let row = 0; row < rowCount; row++) {
    const from = row === 0 ? 0 : offset[row - 1] + bytes[row - 1];
    const sorted = first[row] <= last[row] && (row === 0 || last[row - 1] <= first[row]);
    if (offset[row] !== from || !sorted) {
      throw new DatasetError(fileOf("peopleBlocks"), `row ${row} does not go on where the one before ends.`);
    }
  }
}
