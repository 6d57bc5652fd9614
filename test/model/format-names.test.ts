import { expect, test } from "vitest";
import { READERS } from "../../src/ingest/readers.ts";
import { FORMAT_NAMES, formatName } from "../../src/model/format-names.ts";

test("every format that is read has a name of its own, and no other has one", () => {
  expect([...FORMAT_NAMES.keys()].toSorted()).toEqual([...new Set(READERS.map(({ format }) => format))].toSorted());
  expect(new Set(FORMAT_NAMES.values()).size).toBe(FORMAT_NAMES.size);
});

test("a format that nobody knows is called by its code", () => {
  expect(formatName("bibtex")).toBe("BibTeX");
  expect(formatName("a-later-one")).toBe("a-later-one");
});
