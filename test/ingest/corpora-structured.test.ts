import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readInput } from "../../src/ingest/read-input.ts";
import { READERS } from "../../src/ingest/readers.ts";
import { readBytes } from "./reading.ts";
import { STRUCTURED_FORMATS } from "./structured-formats.ts";

const CORPORA = join(import.meta.dirname, "../../../shared/corpora");
const present = existsSync(join(CORPORA, "expected.json"));

interface Expected {
  readonly records: number;
  readonly authorMentions: number;
  readonly editorMentions?: number;
  readonly otherContributors?: number;
  readonly collective?: number;
  readonly truncatedAuthorLists?: number;
}

/** What the independent count counted otherwise: [records, author mentions]. The why stands in test/README.md. */
const OURS: Readonly<Record<string, readonly [number, number]>> = {
  // The one entry is arXiv's message that the id is wrong, by "arXiv api core"; it is a finding, not a paper.
  "arxiv-atom/arxivpy-id_abc_s0_m100.xml": [0, 0],
};

const all: Record<string, Expected> = present ? JSON.parse(readFileSync(join(CORPORA, "expected.json"), "utf8")) : {};
const cases = Object.entries(all).filter(([path]) => STRUCTURED_FORMATS.has(path.split("/")[0]));

test.skipIf(!present)("every file in XML or JSON gives the counts expected of it (needs the corpora)", () => {
  expect(cases.length).toBeGreaterThan(50);
  for (const [path, expected] of cases) {
    const { list, format } = readBytes(readFileSync(join(CORPORA, "formats", path)), 4096, path);
    const groups = list.reduce((sum, record) => sum + (record.groupAuthors?.length ?? 0), 0);
    const people = list.reduce((sum, record) => sum + record.authors.length, 0);
    const editors = list.reduce((sum, record) => sum + (record.editors?.length ?? 0), 0);
    const [records, authorMentions] = OURS[path] ?? [expected.records, expected.authorMentions];
    const counted = { path, format, records: list.length, authorMentions: people + groups };
    expect(counted).toEqual({ path, format: path.split("/")[0], records, authorMentions });
    if (expected.collective !== undefined) expect([path, groups]).toEqual([path, expected.collective]);
    const given = expected.editorMentions ?? expected.otherContributors;
    if (given !== undefined) expect([path, editors]).toEqual([path, given]);
    if (expected.truncatedAuthorLists !== undefined) {
      const truncated = list.filter((record) => record.truncated).length;
      expect([path, truncated]).toEqual([path, expected.truncatedAuthorLists]);
    }
  }
});

test.skipIf(!present)("no file of another format is taken for one in XML or JSON (needs the corpora)", () => {
  const formats = join(CORPORA, "formats");
  for (const path of readdirSync(formats, { recursive: true, encoding: "utf8" })) {
    if (!existsSync(join(formats, path)) || readdirSync(formats).includes(path)) continue;
    let head: string;
    try {
      head = readFileSync(join(formats, path)).subarray(0, 65_536).toString("utf8");
    } catch {
      continue;
    }
    const found = READERS.filter((reader) => reader.detects(head)).map((reader) => reader.format);
    const [folder] = path.split("/");
    if (STRUCTURED_FORMATS.has(folder) && cases.some(([known]) => known === path))
      expect([path, found]).toEqual([path, [folder]]);
    else expect([path, found.filter((format) => STRUCTURED_FORMATS.has(format))]).toEqual([path, []]);
  }
});

test.skipIf(!present)("malformed and hostile XML and JSON throw nothing (needs the corpora)", () => {
  for (const kind of ["xml", "json", "strings", "utf8"]) {
    const folder = join(CORPORA, "formats/nasty", kind);
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      const text = bytes.toString("utf8");
      for (const reader of READERS.filter((one) => STRUCTURED_FORMATS.has(one.format))) {
        const parser = reader.open(name, { record: () => undefined, finding: () => undefined });
        for (let at = 0; at < text.length; at += 1000) parser.write(text.slice(at, at + 1000));
        parser.end();
      }
      readBytes(bytes, 1000, name);
    }
  }
});

test.skipIf(!present)("the whole ACL Anthology gives its papers, mentions and ids (needs the corpora)", () => {
  const folder = mkdtempSync(join(tmpdir(), "anthology-"));
  try {
    execFileSync("tar", ["xJf", join(CORPORA, "acl-anthology.tar.xz"), "-C", folder]);
    const ids = new Set<string>();
    let mentions = 0;
    let withAuthors = 0;
    const problems = new Set<string>();
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".xml")) continue;
      const bytes = readFileSync(join(folder, name));
      const reading = readInput(name, {
        record(record) {
          if (record.ids.acl !== undefined) ids.add(record.ids.acl);
          mentions += record.authors.length;
          if (record.authors.length > 0) withAuthors++;
        },
        finding: (finding) => void problems.add(finding.code),
      });
      reading.write(bytes);
      expect(reading.end().format).toBe("acl-xml");
    }
    expect({ papers: ids.size, withAuthors, mentions }).toEqual({
      papers: 108_962,
      withAuthors: 108_245,
      mentions: 388_948,
    });
    // One abstract and two affiliations are longer than is kept.
    expect([...problems]).toEqual(["field-cut"]);
    for (const id of ["P19-1023", "W19-0401", "C69-0101", "D19-1001", "D19-5001", "2022.acl-long.1"]) {
      expect(ids).toContain(id);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
