import { expect, test } from "vitest";
import { inputNames, isReadInFolder } from "../../src/model/input-names.ts";

test("names are as short as telling the files apart allows", () => {
  expect(inputNames(["2023/papers.bib", "2024/papers.bib", "2024/more.ris"])).toEqual([
    "2023/papers.bib",
    "2024/papers.bib",
    "more.ris",
  ]);
  expect(inputNames(["/x/a/same/one.bib", "/x/b/same/one.bib"])).toEqual(["a/same/one.bib", "b/same/one.bib"]);
});

test("paths that are alike, and names that files before have, get a number", () => {
  expect(inputNames(["a.bib", "a.bib", "a.bib"])).toEqual(["a.bib", "a.bib (2)", "a.bib (3)"]);
  expect(inputNames(["a.bib"], ["a.bib", "a.bib (2)"])).toEqual(["a.bib (3)"]);
});

test("no two files have one name, however they are called", () => {
  const names = inputNames(["a (2)", "a", "a", "x/a", "__proto__", "constructor"], ["a"]);
  expect(new Set([...names, "a"]).size).toBe(7);
});

test("hidden files, readmes and licences of a folder are no bibliography", () => {
  const paths = ["in/papers.bib", "in/.DS_Store", "in/.git/config.bib", "in/README.md", "in/LICENSE", "in/readme.bib"];
  expect(paths.filter(isReadInFolder)).toEqual(["in/papers.bib", "in/readme.bib"]);
});
