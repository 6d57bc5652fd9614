import type { PeopleBlockTable, PeopleTable } from "../model/atlas.ts";
import { COUNT, COUNT_OR_NULL, type ColumnsOf, TEXT } from "./column.ts";

const PEOPLE: ColumnsOf<PeopleTable> = {
  folded: TEXT,
  name: TEXT,
  authorId: TEXT,
  team: COUNT_OR_NULL,
  papers: COUNT,
  sheet: COUNT,
};

const PEOPLE_BLOCKS: ColumnsOf<PeopleBlockTable> = {
  offset: { type: "DOUBLE", nullable: false, range: [0, Number.MAX_SAFE_INTEGER] },
  bytes: COUNT,
  sha256: TEXT,
  first: TEXT,
  last: TEXT,
};

/** `people` is what each block holds; no file has this name. */
export const PEOPLE_TABLES = { people: PEOPLE, peopleBlocks: PEOPLE_BLOCKS };
