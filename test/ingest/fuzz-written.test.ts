import fc from "fast-check";
import { expect, test } from "vitest";
import { READERS } from "../../src/ingest/readers.ts";
import { brokenPromise, chunkSizes, fuzzed } from "./fuzzing.ts";
import { readBytes } from "./reading.ts";
import { WRITERS, writtenRecords } from "./written-records.ts";

const FILE = "any.file";
/** These have no records. */
const NETWORKS: ReadonlySet<string> = new Set([
  "gexf",
  "graphml",
  "vosviewer-json",
  "vosviewer-map",
  "vosviewer-network",
  "pajek",
]);
const RECORD_READERS = READERS.filter(({ format }) => !NETWORKS.has(format));
const utf8 = (text: string) => new TextEncoder().encode(text);

// Two in ten cases of all, the same for every reader.
test.each(RECORD_READERS)("$name gives back every record, author, year and DOI that was written", ({ format }) => {
  const noDoi = format === "acl-author-page";
  fc.assert(
    fc.property(writtenRecords, chunkSizes, (written, size) => {
      const text = WRITERS[format](written);
      const { list, findings, format: known } = readBytes(utf8(text), size, FILE);
      expect(known).toBe(format);
      const found = list.map(({ title, authors, year, ids }) => ({
        title: title?.replace(/\.$/, ""),
        authors: authors.map(({ name }) => name),
        year,
        doi: ids.doi,
      }));
      const expected = written.map(({ title, authors, year, doi }) => ({
        title,
        authors: authors.map(({ given, family }) => `${given} ${family}`),
        year,
        doi: noDoi ? undefined : `10.1000/${doi}`,
      }));
      expect(found).toEqual(expected);
      expect(brokenPromise({ records: list, findings }, text.split("\n").length, FILE)).toBe(null);
    }),
    fuzzed(0.2 / RECORD_READERS.length),
  );
});
