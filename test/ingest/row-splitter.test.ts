import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { RowSplitter } from "../../src/ingest/csv/row-splitter.ts";
import { LIMITS } from "../../src/ingest/limits.ts";

interface Split {
  readonly rows: string[][];
  readonly lines: number[];
  readonly problems: [string, number][];
}

function split(text: string, size = text.length + 1, delimiter = ",", quote: '"' | null = '"'): Split {
  const result: Split = { rows: [], lines: [], problems: [] };
  const splitter = new RowSplitter(
    { delimiter, quote },
    {
      row: ({ cells, line }) => {
        result.rows.push([...cells]);
        result.lines.push(line);
      },
      problem: (code, line) => void result.problems.push([code, line]),
    },
  );
  for (let at = 0; at < text.length; at += size) splitter.write(text.slice(at, at + size));
  splitter.end();
  return result;
}

test("rows and cells are those that papaparse finds, whatever stands in the cells", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", " ", "é", ";"), maxLength: 6 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(table, fc.boolean(), fc.integer({ min: 1, max: 9 }), (rows, quotes, size) => {
      const text = Papa.unparse(rows, { quotes, newline: "\n" });
      const { data } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
      expect(data).toEqual(rows);
      expect(split(text, size)).toMatchObject({ rows, problems: [] });
    }),
    { numRuns: 1_000 },
  );
});

test("any text splits alike in any chunks, and loses no character but quotes and line ends", () => {
  const text = fc.string({ unit: fc.constantFrom("a", '"', '""', ",", "\n", ',"'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (text, size) => {
      const whole = split(text);
      expect(split(text, size)).toEqual(whole);
      const kept = whole.rows.flat().join("").replace(/[^a]/g, "");
      expect(kept).toBe(text.replace(/[^a]/g, ""));
    }),
    { numRuns: 2_000 },
  );
});

test("a quote that nothing closes costs its row only", () => {
  expect(split('a,b\n1,"never closed\n2,c\n3,"closed"\n4,d')).toEqual({
    rows: [
      ["a", "b"],
      ["1", "never closed"],
      ["2", "c"],
      ["3", "closed"],
      ["4", "d"],
    ],
    lines: [1, 2, 3, 4, 5],
    problems: [["quote-unclosed", 2]],
  });
  expect(split('1,"never closed\n2,c').rows).toEqual([
    ["1", "never closed"],
    ["2", "c"],
  ]);
});

test("a row begins on its own line, also below cells of several lines", () => {
  expect(split('"a\nb\n",c\nd\n\ne')).toMatchObject({ lines: [1, 4, 5, 6] });
});

test("a row is cut at the limit, and the next one is whole", () => {
  const cell = "x".repeat(1 << 20);
  const row = (length: number) => `${`${cell},`.repeat(16)}`.slice(0, length);
  const at = split(`${row(LIMITS.recordLength)}\nb,c`, 1 << 19);
  expect(at.problems).toEqual([]);
  const over = split(`${row(LIMITS.recordLength)}xx\nb,c`, 1 << 19);
  expect(over.problems).toEqual([["record-cut", 1]]);
  for (const { rows, lines } of [at, over]) {
    expect(rows.at(-1)).toEqual(["b", "c"]);
    expect(lines).toEqual([1, 2]);
  }
});

const NASTY = join(import.meta.dirname, "../../../shared/corpora/formats/nasty/csv");
const EXPECTED = join(import.meta.dirname, "../../../shared/corpora/expected.json");

test.skipIf(!existsSync(NASTY))("the corpora's nasty tables have the rows expected (needs the corpora)", () => {
  const expected: Record<string, { rows: number; header: string[] }> = JSON.parse(readFileSync(EXPECTED, "utf8"));
  const differing: string[] = [];
  for (const name of readdirSync(NASTY)) {
    const counted = expected[`nasty/csv/${name}`];
    if (counted === undefined) continue;
    const text = readFileSync(join(NASTY, name), "utf8")
      .replace(/^\ufeff/, "")
      .replace(/\r\n?/g, "\n");
    for (const size of [1, 4096]) {
      const rows = split(text, size).rows.map((row) => (row.length === 1 && row[0] === "" ? [] : row));
      if (rows.length !== counted.rows || (rows[0] ?? []).join() !== counted.header.join()) differing.push(name);
    }
  }
  expect(differing).toEqual([]);
});
