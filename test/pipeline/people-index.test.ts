import fc from "fast-check";
import { expect, test } from "vitest";
import { findPeople } from "../../src/dataset/find-people.ts";
import { type PeopleBlock, peopleBlockTable } from "../../src/dataset/sheet-rows.ts";
import { tableBytes } from "../../src/dataset/write-dataset.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { fold } from "../../src/model/text.ts";
import { keysOf, peopleBlocks } from "../../src/pipeline/people-index.ts";
import { smallDataset } from "../dataset/small-dataset.ts";

const NAMES = [
  "Jung-Woo Ha",
  "Nako Sung",
  "Åsa Öberg",
  "J. W. Ha",
  "Ha Ha",
  "김 성훈",
  "O'Brien, Pat",
  "Ha-eun Kim",
  "…",
];

const dataset = (names: readonly string[]): Dataset =>
  smallDataset({
    papers: names.map((_, i) => ({ title: null, authors: names.map((_, j) => j).filter((j) => j >= i) })),
    names,
    variants: [],
    largePaper: 100,
  });

/** The index in bytes, and how often they were asked for. */
function indexOf(of: Dataset, entriesOfBlock: number) {
  const blocks: PeopleBlock[] = [];
  const pieces: Uint8Array[] = [];
  const sheetOf = Uint32Array.from(of.authors.authorId, (_, row) => row * 10);
  for (const block of peopleBlocks(of, sheetOf, entriesOfBlock)) {
    const bytes = tableBytes("people", block);
    const [first, last] = [block.folded[0], block.folded[block.rowCount - 1]];
    blocks.push({ bytes: bytes.length, sha256: sha256(bytes), first, last });
    pieces.push(bytes);
  }
  const file = Uint8Array.from(Buffer.concat(pieces));
  const asked: string[] = [];
  const openRange = async (name: string, from: number, to: number) => {
    asked.push(name);
    return file.slice(from, to).buffer;
  };
  return { blocks: peopleBlockTable(blocks), openRange, asked };
}

test("a name is looked for by each of its words but lone letters inside", () => {
  expect(keysOf("Jung-Woo Ha")).toEqual(["jungwooha", "woohajung", "hajungwoo"]);
  expect(keysOf("J. W. Ha")).toEqual(["jwha", "hajw"]);
  expect(keysOf("…")).toEqual([]);
  expect(keysOf(Array(20).fill("ab").join(" "))).toHaveLength(8);
});

test("people are found by the beginning of any word, whatever case, accents and spaces", async () => {
  const { blocks, openRange } = indexOf(dataset(NAMES), 100);
  const found = async (query: string) => (await findPeople(openRange, blocks, query)).people.map(({ name }) => name);
  expect(await found("ha")).toEqual(["Ha-eun Kim", "Ha Ha", "J. W. Ha", "Jung-Woo Ha"]);
  expect(await found("HA, jung")).toEqual(["Jung-Woo Ha"]);
  expect(await found("woo ha")).toEqual(["Jung-Woo Ha"]);
  expect(await found("oberg asa")).toEqual(["Åsa Öberg"]);
  expect(await found("김")).toEqual(["김 성훈"]);
  expect(await found("brien")).toEqual(["O'Brien, Pat"]);
  expect(await found("zz")).toEqual([]);
  expect(await found(" - ")).toEqual([]);
});

test("who is found comes with what is needed to go there", async () => {
  const of = dataset(NAMES);
  const { blocks, openRange } = indexOf(of, 100);
  expect(await findPeople(openRange, blocks, "nako")).toEqual({
    people: [{ name: "Nako Sung", authorId: of.authors.authorId[1], team: of.authors.team[1], papers: 2, sheet: 10 }],
    more: false,
  });
});

test("a form that is not the displayed name finds its author", async () => {
  const plain = dataset(NAMES);
  const names = { ...plain.names, name: plain.names.name.map((name, row) => (row === 1 ? "Sung, Nak-ho" : name)) };
  const { blocks, openRange } = indexOf({ ...plain, names }, 100);
  for (const query of ["nakho", "nako"]) {
    expect((await findPeople(openRange, blocks, query)).people.map(({ name }) => name)).toEqual(["Nako Sung"]);
  }
});

const parts = fc.constantFrom("ha", "han", "Ka", "kim", "J.", "a", "ab", "Öz");

test("what is found is what looking at everybody finds, unless it is said that there are more", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(parts, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
      parts,
      fc.integer({ min: 1, max: 6 }),
      async (names, query, entries) => {
        const of = dataset(names.map((words) => words.join(" ")));
        const { blocks, openRange, asked } = indexOf(of, entries);
        const { people, more } = await findPeople(openRange, blocks, query);
        const all = of.authors.name.flatMap((name, row) =>
          keysOf(name).some((key) => key.startsWith(fold(query))) ? of.authors.authorId[row] : [],
        );
        expect(asked.length).toBeLessThanOrEqual(2);
        for (const { authorId } of people) expect(all).toContain(authorId);
        if (!more) expect(people.map(({ authorId }) => authorId).sort()).toEqual(all.sort());
        else expect(people.length).toBeGreaterThan(0);
      },
    ),
  );
}, 60_000);

test("no more people are given than are asked for, those of most papers first", async () => {
  const { blocks, openRange } = indexOf(dataset(NAMES), 100);
  const { people, more } = await findPeople(openRange, blocks, "ha", 2);
  expect(people.map(({ papers }) => papers)).toEqual([8, 5]);
  expect(more).toBe(true);
});

test("a changed block is refused", async () => {
  const { blocks, openRange } = indexOf(dataset(NAMES), 100);
  const changed = async (name: string, from: number, to: number) => {
    const bytes = await openRange(name, from, to);
    new Uint8Array(bytes)[20] ^= 1;
    return bytes;
  };
  await expect(findPeople(changed, blocks, "ha")).rejects.toThrow(
    "people.bin: block 0 is not the one that the dataset describes (its SHA-256 differs).",
  );
});
