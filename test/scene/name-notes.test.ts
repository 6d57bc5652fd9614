import { expect, test } from "vitest";
import type { Dataset } from "../../src/model/dataset.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import { identityDataset } from "../../src/pipeline/identity-dataset.ts";
import { authorsCalled } from "../../src/scene/explain-name.ts";
import { nameNotes } from "../../src/scene/name-notes.ts";
import { readFolder, SEED_FILES, SEEDS } from "../read-folder.ts";

const seeds: Dataset = identityDataset(readFolder(SEEDS, SEED_FILES), DEFAULT_PARAMETERS, []);
const notesOn = (name: string) => authorsCalled(seeds, name).flatMap((author) => nameNotes(seeds, author));

test("a form that only another record has, and one that may be inverted, are told with the author", () => {
  expect(notesOn("Jeon Dong Hyeon")).toEqual([
    "Another record of the same paper has “Jeon Dong Hyeon” in this author’s place.",
  ]);
  expect(notesOn("Lee Jonghyun")).toEqual([expect.stringContaining("may be written family name first")]);
  expect(notesOn("Jinwoong Kim")).toEqual([]);
});

test("nobody else has notes", () => {
  const noted = seeds.authors.name.filter((_, author) => nameNotes(seeds, author).length > 0);
  expect(noted.toSorted()).toEqual(["Dong Hyeon Jeon", "Lee Jonghyun"]);
});
