import type { PeopleBlockTable, SheetTable } from "../model/atlas.ts";
import type { Dataset } from "../model/dataset.ts";

/** What the table of sheets says of one. */
export interface SheetRow {
  readonly bytes: number;
  readonly sha256: string;
  readonly members: number;
  readonly authors: number;
  readonly papers: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The row of one sheet whose file has so many bytes and this hash. */
export function sheetRow({ manifest, authors, papers }: Dataset, bytes: number, sha256: string): SheetRow {
  const members = Array.from(manifest.sheet?.members ?? []);
  const least = (column: Float32Array) => members.reduce((low, row) => Math.min(low, column[row]), 0.5);
  const most = (column: Float32Array) => members.reduce((high, row) => Math.max(high, column[row]), -0.5);
  return {
    bytes,
    sha256,
    members: members.length,
    authors: authors.rowCount,
    papers: papers.rowCount,
    left: least(authors.x),
    bottom: least(authors.y),
    right: most(authors.x),
    top: most(authors.y),
  };
}

/** The table of sheets that lie one after the other. */
export function sheetTable(rows: readonly SheetRow[]): SheetTable {
  return {
    rowCount: rows.length,
    offset: offsetsOf(rows),
    bytes: Uint32Array.from(rows, ({ bytes }) => bytes),
    sha256: rows.map(({ sha256 }) => sha256),
    members: Uint32Array.from(rows, ({ members }) => members),
    authors: Uint32Array.from(rows, ({ authors }) => authors),
    papers: Uint32Array.from(rows, ({ papers }) => papers),
    left: Float32Array.from(rows, ({ left }) => left),
    bottom: Float32Array.from(rows, ({ bottom }) => bottom),
    right: Float32Array.from(rows, ({ right }) => right),
    top: Float32Array.from(rows, ({ top }) => top),
  };
}

/** What the table of blocks says of one block of the index of people. */
export interface PeopleBlock {
  readonly bytes: number;
  readonly sha256: string;
  readonly first: string;
  readonly last: string;
}

/** The table of blocks that lie one after the other. */
export function peopleBlockTable(blocks: readonly PeopleBlock[]): PeopleBlockTable {
  return {
    rowCount: blocks.length,
    offset: offsetsOf(blocks),
    bytes: Uint32Array.from(blocks, ({ bytes }) => bytes),
    sha256: blocks.map(({ sha256 }) => sha256),
    first: blocks.map(({ first }) => first),
    last: blocks.map(({ last }) => last),
  };
}

/** Where each of some pieces begins that lie one after the other. */
function offsetsOf(pieces: readonly { readonly bytes: number }[]): Float64Array {
  let next = 0;
  return Float64Array.from(pieces, ({ bytes }) => {
    next += bytes;
    return next - bytes;
  });
}
