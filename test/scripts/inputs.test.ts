import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { matchesSegment } from "../../scripts/glob.ts";
import { findInputs } from "../../scripts/inputs.ts";
import { type FolderFiles, folderPlace, writeFolder } from "../../scripts/write-folder.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coterie-inputs-"));
  for (const path of ["b.bib", "a.txt", "deep/er/c.bib", "deep/.hidden/d.bib", "deep/e.bib"]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  symlinkSync("..", join(folder, "deep/circle"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = async (...args: string[]) =>
  (await findInputs(args.map((arg) => (arg === "-" ? arg : join(folder, arg))))).files.map(({ name }) => name);

test("a folder stands for everything below it that is not hidden, without running in circles", async () => {
  expect(await names(".")).toEqual(["a.txt", "b.bib", "e.bib", "c.bib"]);
});

test("readmes and licences are about a folder, not in its bibliography, unless they are named", async () => {
  writeFileSync(join(folder, "README.md"), "about");
  writeFileSync(join(folder, "deep/LICENSE"), "terms");
  expect(await names(".")).toEqual(["a.txt", "b.bib", "e.bib", "c.bib"]);
  expect(await names("README.md")).toEqual(["README.md"]);
});

test("globs stand for the files that they match, on one level or with ** on all", async () => {
  expect(await names("*.bib")).toEqual(["b.bib"]);
  expect(await names("**/*.bib")).toEqual(["b.bib", "e.bib", "c.bib"]);
  expect(await names("deep/?.bib")).toEqual(["e.bib"]);
  expect(await names("d*")).toEqual(["e.bib", "c.bib"]);
});

test("a file that is meant twice is read once, whatever the order", async () => {
  expect(await names("b.bib", ".", "*.bib", "a.txt")).toEqual(await names("."));
  expect(await names("-", "b.bib")).toEqual(["b.bib", "stdin"]);
});

test("what is not there is told by its last name and a reason", async () => {
  expect((await findInputs([join(folder, "nothing.bib"), join(folder, "*.ris")])).missing).toEqual([
    { name: "nothing.bib", reason: "no such file or folder (ENOENT)" },
    { name: "*.ris", reason: "there is no file to read" },
  ]);
});

test("a segment matches as the same pattern written as a regular expression does", () => {
  const characters = fc.string({ unit: fc.constantFrom("a", "b", "."), maxLength: 6 });
  const patterns = fc.string({ unit: fc.constantFrom("a", "b", ".", "*", "?"), maxLength: 6 });
  fc.assert(
    fc.property(patterns, characters, (pattern, segment) => {
      const expression = pattern.replaceAll(".", "\\.").replace(/\*+/g, ".*").replaceAll("?", ".");
      expect(matchesSegment(pattern, segment)).toBe(new RegExp(`^${expression}$`).test(segment));
    }),
    { numRuns: 2000 },
  );
});

test("a folder whose writing fails on the way is not there, and the old one still is", async () => {
  const target = join(folder, "out");
  await writeFolder(await folderPlace(target, false, [".json"]), new Map([["a.json", ["1"]]]));
  function* failing(): Generator<string> {
    yield "half";
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  }
  const files: FolderFiles = new Map<string, Iterable<string>>([
    ["a.json", ["2"]],
    ["b.json", failing()],
  ]);
  await expect(writeFolder(await folderPlace(target, true, [".json"]), files)).rejects.toThrow(
    `${target} cannot be written: no space left on device (ENOSPC).`,
  );
  expect(readdirSync(target)).toEqual(["a.json"]);
  expect(readFileSync(join(target, "a.json"), "utf8")).toBe("1");
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
});
