import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { READERS } from "../../src/ingest/readers.ts";
import { readBytes } from "./reading.ts";

const CORPORA = join(import.meta.dirname, "../../../shared/corpora");
const present = existsSync(join(CORPORA, "expected.json"));

interface Expected {
  readonly records: number;
  readonly authorMentions: number;
}

/** Folders of the corpora and the format that their files are; some files are of another. */
const FOLDERS: Readonly<Record<string, string>> = {
  ris: "ris",
  nbib: "nbib",
  wos: "wos",
  "enw-refer": "refer",
  "ovid-text": "ovid",
  "arxiv-listing-text": "arxiv-listing",
  "scopus-csv": "scopus-csv",
  "other-csv": "csv",
};

/** What the independent count did not count or could not: [records, author mentions]. The why stands in test/README.md. */
const OURS: Readonly<Record<string, readonly [number, number]>> = {
  // "TY" is missing; the record is whole but for it.
  "ris/RisImporterCorrupted.ris": [1, 1],
  // Counted by "PMID"; these records begin with "PMC" or "PMCR".
  "nbib/MedlinePlainImporterTestMultiAbstract.txt": [1, 0],
  "nbib/MedlinePlainImporterTestMultiTitle.txt": [1, 0],
  // The same twice; and one "FAU" is empty.
  "nbib/MedlinePlainImporterTestMultipleEntries.txt": [7, 2],
  // Seven names stand on one line, parted by semicolons.
  "wos/IsiImporterTestMedline.isi": [2, 8],
  // Counted by "%0", which these lack.
  "enw-refer/Endnote.pattern.A.enw": [1, 1],
  "enw-refer/Endnote.pattern.E.enw": [1, 0],
  // No counts are given for these: our own figures, looked over in full for Ovid, at the head of the tables; tables have a header.
  "ovid-text/OvidImporterTest1.txt": [5, 4],
  "ovid-text/OvidImporterTest2Invalid.txt": [2, 7],
  "ovid-text/OvidImporterTest3.txt": [1, 3],
  "ovid-text/OvidImporterTest4.txt": [1, 4],
  "ovid-text/OvidImporterTest5.txt": [1, 1],
  "ovid-text/OvidImporterTest6.txt": [1, 4],
  "ovid-text/OvidImporterTest7.txt": [1, 3],
  "other-csv/embase.csv": [6, 29],
  "other-csv/ieee.csv": [10, 86],
  "other-csv/springer.csv": [18, 63],
};

/** Counted there as estimates. */
const MARGIN: Readonly<Record<string, number>> = { "arxiv-listing-text": 0.02 };

const all: Record<string, Expected> = present ? JSON.parse(readFileSync(join(CORPORA, "expected.json"), "utf8")) : {};
const files = present
  ? Object.entries(FOLDERS).flatMap(([folder, format]) =>
      readdirSync(join(CORPORA, "formats", folder)).map((name) => ({ folder, path: `${folder}/${name}`, format })),
    )
  : [];
const bytesOf = (path: string) => readFileSync(join(CORPORA, "formats", path));

test.skipIf(!present)("every file of text gives the records and authors expected of it (needs the corpora)", () => {
  expect(files.length).toBeGreaterThan(80);
  const differing = files.flatMap(({ folder, path }) => {
    const { list } = readBytes(bytesOf(path), 4096, path);
    const mentions = list.reduce((sum, record) => sum + record.authors.length, 0);
    const { records, authorMentions } = all[path] ?? {};
    const [wanted, names] = OURS[path] ?? [records, authorMentions];
    const margin = (MARGIN[folder] ?? 0) * names;
    return list.length === wanted && Math.abs(mentions - names) <= margin
      ? []
      : [`${path}: ${list.length}, ${mentions}`];
  });
  expect(differing).toEqual([]);
});

test.skipIf(!present)("every file of text is recognised as its format and as nothing else (needs the corpora)", () => {
  const differing = files.flatMap(({ path, format }) => {
    const text = bytesOf(path)
      .toString("utf8")
      .slice(0, 65_536)
      .replace(/^\ufeff/, "")
      .replace(/\r\n?/g, "\n");
    const found = READERS.filter((reader) => reader.detects(text)).map((reader) => reader.format);
    // This one has no line of any format.
    const wanted = path === "wos/IsiImporterTestEmpty.isi" ? "" : format;
    return found.join() === wanted ? [] : [`${path}: ${found.join()}`];
  });
  expect(differing).toEqual([]);
});

test.skipIf(!present)("no file of another kind is taken for a format of text (needs the corpora)", () => {
  const ours = new Set(["wos-tab", ...Object.values(FOLDERS)]);
  const readers = READERS.filter((reader) => ours.has(reader.format));
  const mistaken: string[] = [];
  const look = (folder: string): void => {
    for (const entry of readdirSync(join(CORPORA, "formats", folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) look(path);
      else {
        const text = bytesOf(path).toString("utf8").slice(0, 65_536).replace(/\r\n?/g, "\n");
        const found = readers.filter((reader) => reader.detects(text)).map((reader) => reader.format);
        if (found.length > 0) mistaken.push(`${path}: ${found.join()}`);
      }
    }
  };
  for (const folder of readdirSync(join(CORPORA, "formats"))) if (FOLDERS[folder] === undefined) look(folder);
  expect(mistaken).toEqual([]);
});

test.skipIf(!present)("nobody named “et al.” or “others” is an author of a file of text (needs the corpora)", () => {
  for (const { path } of files) {
    for (const { authors } of readBytes(bytesOf(path), 65_536, path).list) {
      for (const { name } of authors) expect(name).not.toMatch(/\bet\.? al\b|^others$|^\[|^anonymous$/i);
    }
  }
});
