import { findPeople, readPeopleBlocks } from "../../dataset/find-people.ts";
import type { FoundPeople, PeopleBlockTable } from "../../model/atlas.ts";
import type { OpenAtlas } from "./dataset-store.ts";
import { fetchRange } from "./fetch-range.ts";
import { nativeDigest } from "./native-digest.ts";

/** Fewer letters are the beginning of too many names. */
const LEAST_LETTERS = 2;

let known: { readonly folder: string; readonly blocks: Promise<PeopleBlockTable | null> } | null = null;

/** Finds people of the whole dataset by the beginning of a name, with a request or two; null where the dataset has no list of them. */
export async function findAnybody(
  { folder }: Pick<OpenAtlas, "folder">,
  query: string,
  signal: AbortSignal,
): Promise<FoundPeople | null> {
  if (query.trim().length < LEAST_LETTERS) return { people: [], more: false };
  const blocks = await blocksOf(folder);
  if (blocks === null || signal.aborted) return null;
  const open = (file: string, from: number, to: number) => fetchRange(new URL(file, folder), file, from, to, signal);
  return findPeople(open, blocks, query, undefined, nativeDigest());
}

/** The list of blocks, fetched once; asked for again where it did not come. */
async function blocksOf(folder: string): Promise<PeopleBlockTable | null> {
  if (known?.folder !== folder) {
    const open = async (file: string) => (await fetch(new URL(file, folder), { mode: "same-origin" })).arrayBuffer();
    known = { folder, blocks: readPeopleBlocks(open, nativeDigest()) };
  }
  try {
    return await known.blocks;
  } catch (error) {
    known = null;
    throw error;
  }
}
