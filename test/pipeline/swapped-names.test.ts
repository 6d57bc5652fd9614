import { expect, test } from "vitest";
import { linkRecords } from "../../src/ingest/link-records.ts";
import type { RecordAuthor, SourceRecord } from "../../src/model/record.ts";
import { swapFinder } from "../../src/pipeline/swapped-names.ts";

/** The names found swapped among those given, on one paper; one with a comma is "Family, Given". */
function swapped(...names: readonly string[]): string[] {
  return swappedAmong(names);
}

/** The same of several papers. */
function swappedAmong(...lists: readonly (readonly string[])[]): string[] {
  const records = lists.map((names, at): SourceRecord => {
    const authors = names.map((text): RecordAuthor => {
      const [family, given] = text.split(", ");
      return given === undefined ? { name: text } : { name: `${given} ${family}`, given, family };
    });
    const source = { file: "x.bib", format: "bibtex", record: at + 1, line: 1 };
    return { source, ids: { doi: `10.5555/${at}` }, title: `Names of collection ${at}`, authors };
  });
  const { papers } = linkRecords(records);
  return papers.flatMap(({ authors }) => authors.filter(swapFinder(papers)).map(({ name }) => name));
}

const LEES = ["Minho Lee", "Jiwon Lee", "Sora Lee", "Yuna Lee"];
const MINHOS = ["Minho Kim", "Minho Park", "Minho Choi"];

test("a frequent family name as given name, with a frequent given name as family name, is a swap", () => {
  expect(swapped(...LEES, ...MINHOS, "Lee Minho")).toEqual(["Lee Minho"]);
  expect(swapped(...LEES, ...MINHOS, "Minho, Lee")).toEqual(["Lee Minho"]);
});

test("one of the two alone is none: rare names, and Western ones, are left in peace", () => {
  expect(swapped(...LEES, "Lee Jonghyun")).toEqual([]);
  expect(swapped("Ada Thomas", "Ben Thomas", "Cléo Thomas", "Dora Thomas", "Thomas Wolf", "Thomas Lopez")).toEqual([]);
  expect(swapped("Ada Scott", "Ben Scott", "Cléo Scott", "Dora Scott", "Scott Joplin")).toEqual([]);
  expect(swapped(...MINHOS, "Minho Han", "Soyeon Minho")).toEqual([]);
});

test("a Western name of two words that serve as both now and then is none", () => {
  const gales = ["William Gale", "Ada Gale", "Ben Gale", "Cléo Gale"];
  const lucases = ["Lucas Beyer", "Lucas Dixon", "Lucas Moos", "Lucas Weber", "Lucas Jahn", "Margery Lucas"];
  expect(swapped(...gales, ...lucases, "Gale Lucas")).toEqual([]);
  expect(swapped(...gales, ...lucases.slice(0, 5), "Gale Lucas")).toEqual(["Gale Lucas"]);
});

test("of two family names, the other way round is a swap only with a coauthor in common", () => {
  const chens = [..."Ada Ben Cléo Dora Emil Fay Gus Hal".split(" ").map((given) => `${given} Chen`), "Liang Wu"];
  const liangs = ["Ada Liang", "Ben Liang"];
  expect(swappedAmong(chens, liangs, ["Liang Chen", "Ida Holm"], ["Chen Liang", "Ole Berg"])).toEqual([]);
  expect(swappedAmong(chens, liangs, ["Liang Chen", "Ida Holm"], ["Chen Liang", "Holm Ida"])).toEqual(["Chen Liang"]);
});

test("a word that is often both is no evidence", () => {
  const james = ["Ada James", "Ben James", "Cléo James", "James Watt", "James Bond"];
  const henry = ["Henry Ford", "Henry Moore", "Henry Ives", "Ada Henry"];
  expect(swapped(...james, ...henry, "James Henry")).toEqual([]);
});

test("the same two words both ways round tell the one that the other names speak against", () => {
  expect(swapped("Wei Zhang", "Zhang Wei", "Ming Zhang", "Wei Chen")).toEqual(["Zhang Wei"]);
  expect(swapped("Zhang, Wei", "Wei, Zhang", "Wei Chen", "Ming Zhang")).toEqual(["Zhang Wei"]);
  // Of two words one alone is not enough: Henry James and James Henry may be two people.
  expect(swapped("James Henry", "Henry James", "Ada James")).toEqual([]);
  expect(swapped("James Henry", "Henry James", "Henry Ford")).toEqual([]);
  expect(swapped("Wei Zhang", "Zhang Wei")).toEqual([]);
  // Who signs so on more papers is believed, and of two family names neither is.
  expect(swapped("Kim Gerdes", "Kim Gerdes", "Gerdes Kim", "Ada Kim", "Ben Kim")).toEqual([]);
  expect(swapped("Li Liu", "Liu Li", "Ada Li", "Ben Liu", "Cléo Li")).toEqual([]);
});

test("initials, names of three words and of one are not judged", () => {
  expect(swapped(...LEES, ...MINHOS, "Lee M.", "Lee Min Ho", "Lee", "L Minho")).toEqual([]);
});

test("case, accents and hyphens do not hide a swap", () => {
  expect(swapped("Min-ho LEE", "Jiwon Lee", "Sora lee", "MINHO Kim", "Minho Park", "Lee Minho")).toEqual(["Lee Minho"]);
});
