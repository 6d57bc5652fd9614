import { expect, test } from "vitest";
import { filesWithSheets, needsSheets } from "../../scripts/sheet-files.ts";
import { DatasetError } from "../../src/dataset/dataset-error.ts";
import { findPeople, readPeopleBlocks } from "../../src/dataset/find-people.ts";
import { readAtlas } from "../../src/dataset/read-atlas.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { readGlance } from "../../src/dataset/read-glance.ts";
import { readSheet } from "../../src/dataset/read-sheet.ts";
import { datasetFiles } from "../../src/dataset/write-dataset.ts";
import type { Atlas } from "../../src/model/atlas.ts";
import { incidenceOf, papersOf } from "../../src/model/incidence.ts";
import { planSheets } from "../../src/pipeline/sheet-plan.ts";
import { inventedLists } from "../bench/draw/author-lists.ts";
import { datasetAround } from "../bench/draw/large-dataset.ts";
import { smallDataset, THREE_PAPERS } from "../dataset/small-dataset.ts";

type Files = ReadonlyMap<string, Uint8Array>;

/** About fifty teams, and authors whom nobody wrote with, each with a paper. */
const WHOLE = (() => {
  const lists = inventedLists(600);
  const authorCount = lists.authorCount + 50;
  const alone = Array.from({ length: authorCount }, (_, author) => author).filter(
    (author) => author >= lists.authorCount || papersOf(lists, author).length === 0,
  );
  const offsets = [...lists.paperOffsets, ...alone.map((_, i) => lists.authors.length + i + 1)];
  const authors = Uint32Array.from([...lists.authors, ...alone]);
  return datasetAround(incidenceOf(Uint32Array.from(offsets), authors, authorCount));
})();

const LEAST = 60;

const FILES: Files = new Map(
  Array.from(filesWithSheets(WHOLE, { least: LEAST }), ([name, pieces]) => [name, joined(pieces)]),
);

function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  return Uint8Array.from(Buffer.concat([...pieces]));
}

const opener = (files: Files) => async (file: string) => {
  const bytes = files.get(file);
  if (!bytes) throw new Error(`no ${file}`);
  return Uint8Array.from(bytes).buffer;
};

const ranges = (files: Files) => async (file: string, from: number, to: number) =>
  Uint8Array.from((files.get(file) ?? new Uint8Array()).subarray(from, to)).buffer;

async function atlasOf(files: Files): Promise<Atlas> {
  const atlas = await readAtlas(opener(files));
  if (atlas === null) throw new Error("There is no atlas.");
  return atlas;
}

const ATLAS = await atlasOf(FILES);
const SHEETS = await Promise.all(ATLAS.sheets.sha256.map((_, sheet) => readSheet(ranges(FILES), ATLAS, sheet)));

test("a dataset has no atlas unless it was written with one, and a glance only where it has none", async () => {
  const plain = datasetFiles(WHOLE);
  expect(await readAtlas(opener(plain))).toBeNull();
  expect(await readGlance(opener(FILES))).toBeNull();
  expect(needsSheets(smallDataset(THREE_PAPERS))).toBe(false);
  const { papers } = smallDataset(THREE_PAPERS);
  expect(needsSheets({ ...smallDataset(THREE_PAPERS), papers: { ...papers, rowCount: 250_001 } })).toBe(true);
});

test("beside the sheets the dataset is there whole", async () => {
  expect(await readDataset(opener(FILES))).toEqual(WHOLE);
  for (const [name, bytes] of datasetFiles(WHOLE)) {
    if (name !== "manifest.json") expect(FILES.get(name), name).toEqual(bytes);
  }
});

test("everybody is a member of one sheet, with their team, and all their papers are there", () => {
  expect(SHEETS.length).toBeGreaterThan(3);
  const sheetOf = new Map<string, number>();
  for (const [sheet, { manifest, authors, authorships, papers, teams }] of SHEETS.entries()) {
    const members = manifest.sheet?.members ?? [];
    expect(members.length).toBeGreaterThanOrEqual(sheet === SHEETS.length - 1 ? 1 : LEAST);
    for (const row of members) {
      const id = authors.authorId[row];
      expect(sheetOf.has(id)).toBe(false);
      sheetOf.set(id, sheet);
      const team = authors.team[row];
      if (team !== null) expect(ATLAS.teams.sheet[Number(teams.teamId[team].slice(1))]).toBe(sheet);
      const own = new Set(papers.paperId.filter((_, paper) => paperHas(authorships, paper, row)));
      expect(own.size).toBe(WHOLE.authors.papers[WHOLE.authors.authorId.indexOf(id)]);
    }
  }
  expect(new Set(sheetOf.keys())).toEqual(new Set(WHOLE.authors.authorId));
});

function paperHas({ paper, author }: (typeof WHOLE)["authorships"], row: number, person: number): boolean {
  return paper.some((of, k) => of === row && author[k] === person);
}

test("a team of more than a sheet has a sheet of its own", () => {
  const { members, sheetOfTeam } = planSheets(WHOLE, 12);
  for (const [team, size] of WHOLE.teams.authors.entries()) {
    if (size >= 12) expect(members[sheetOfTeam[team]].length).toBe(size);
  }
  expect(members.reduce((sum, people) => sum + people.length, 0)).toBe(WHOLE.authors.rowCount);
});

test("the atlas says of teams and ties between them what the dataset does", () => {
  const { teams, ties } = ATLAS;
  expect(teams.name).toEqual(WHOLE.teams.name);
  expect(teams.authors).toEqual(WHOLE.teams.authors);
  const members = WHOLE.authors.authorId.flatMap((_, row) => (WHOLE.authors.team[row] === 0 ? row : []));
  const mean = members.reduce((sum, row) => sum + WHOLE.authors.x[row], 0) / members.length;
  expect(teams.x[0]).toBeCloseTo(mean, 6);
  const between = new Map<string, { papers: number; weight: number }>();
  const tieOf = (a: number, b: number) => {
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
    const tie = between.get(key) ?? { papers: 0, weight: 0 };
    between.set(key, tie);
    return tie;
  };
  const { coauthorships, authors, papers, authorships } = WHOLE;
  coauthorships.weightPaper.forEach((weight, row) => {
    const [a, b] = [authors.team[coauthorships.a[row]] ?? -1, authors.team[coauthorships.b[row]] ?? -1];
    if (a !== b) tieOf(a, b).weight += weight;
  });
  for (let paper = 0; paper < papers.rowCount; paper++) {
    const people = authorships.author.filter((_, k) => authorships.paper[k] === paper);
    const of = [...new Set(Array.from(people, (row) => authors.team[row]))].filter((team) => team !== null);
    for (const a of of) for (const b of of) if (a < b) tieOf(a, b).papers += 1;
  }
  expect(ties.rowCount).toBe(between.size);
  for (let row = 0; row < ties.rowCount; row++) {
    const tie = between.get(`${ties.a[row]} ${ties.b[row]}`);
    expect(ties.papers[row]).toBe(tie?.papers);
    expect(ties.weight[row]).toBeCloseTo(tie?.weight ?? 0, 4);
  }
});

test("the boxes of the sheets hold their members", () => {
  for (const [sheet, { manifest, authors }] of SHEETS.entries()) {
    const { left, right, bottom, top } = ATLAS.sheets;
    for (const row of manifest.sheet?.members ?? []) {
      expect(authors.x[row] >= left[sheet] && authors.x[row] <= right[sheet]).toBe(true);
      expect(authors.y[row] >= bottom[sheet] && authors.y[row] <= top[sheet]).toBe(true);
    }
  }
});

test("people are found in the files, with the sheet that they are members of", async () => {
  const blocks = await readPeopleBlocks(opener(FILES));
  if (blocks === null) throw new Error("There is no index of people.");
  for (const row of [0, 17, WHOLE.authors.rowCount - 1]) {
    const { people } = await findPeople(ranges(FILES), blocks, WHOLE.authors.name[row]);
    const found = people.find(({ authorId }) => authorId === WHOLE.authors.authorId[row]);
    expect(found).toMatchObject({ team: WHOLE.authors.team[row], papers: WHOLE.authors.papers[row] });
    const { manifest, authors } = SHEETS[found?.sheet ?? -1];
    expect(Array.from(manifest.sheet?.members ?? [], (member) => authors.authorId[member])).toContain(found?.authorId);
  }
  expect(await readPeopleBlocks(opener(datasetFiles(WHOLE)))).toBeNull();
});

test("the same dataset gives the same sheets", () => {
  for (const [name, pieces] of filesWithSheets(structuredClone(WHOLE), { least: LEAST })) {
    expect(joined(pieces), name).toEqual(FILES.get(name));
  }
});

test("sheets whose bytes or tables are not those of the atlas are refused", async () => {
  const bytes = Uint8Array.from(FILES.get("sheets.bin") ?? []);
  bytes[bytes.length - 9] ^= 1;
  const changed = new Map(FILES).set("sheets.bin", bytes);
  const last = ATLAS.sheets.rowCount - 1;
  await expect(readSheet(ranges(changed), ATLAS, last)).rejects.toThrow(
    `sheets.bin: sheet ${last} is not the one that the atlas describes (its SHA-256 differs).`,
  );
  const other = { ...ATLAS, sheets: { ...ATLAS.sheets, papers: ATLAS.sheets.papers.map((count) => count + 1) } };
  await expect(readSheet(ranges(FILES), other, 0)).rejects.toThrow("sheet 0 does not hold what the atlas says.");
});

test("a sheet whose index does not fit is refused, hash and all", async () => {
  const agreeing = (sheet: Uint8Array): [Files, Atlas] => [
    new Map([["sheets.bin", sheet]]),
    { ...ATLAS, sheets: { ...ATLAS.sheets, bytes: Uint32Array.of(sheet.length) } },
  ];
  const index = (text: string, rest = 0) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    return Uint8Array.from(Buffer.concat([length, Buffer.from(text), Buffer.alloc(rest)]));
  };
  for (const wrong of [
    new Uint8Array(3),
    Uint8Array.of(255, 255, 255, 255, 0),
    index("{"),
    index('[["manifest.json",5]]', 4),
    index('[["manifest.json",-1]]', 4),
    index('[["manifest.json",3]]', 4),
    index("[[3,3]]", 3),
    index("[]"),
    index('[["manifest.json",0]]'),
  ]) {
    const [files, atlas] = agreeing(wrong);
    const digest = () => ATLAS.sheets.sha256[0];
    await expect(readSheet(ranges(files), atlas, 0, digest)).rejects.toThrow(DatasetError);
  }
});
