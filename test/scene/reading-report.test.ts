import { expect, test } from "vitest";
import { LIMITS } from "../../src/ingest/limits.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import { READING_STAGES } from "../../src/model/reading-progress.ts";
import { buildDataset } from "../../src/pipeline/build-dataset.ts";
import { bytesInWords, progressLine, readingReport, sizeVerdict } from "../../src/scene/reading-report.ts";

test("sizes are said in powers of 1000, and nothing rounds to 1000 of a unit", () => {
  const said = [0, 1, 999, 1000, 1_240, 14_300, 999_499, 999_500, 9_949_999, 1_250_000_000].map(bytesInWords);
  expect(said).toEqual([
    "0 bytes",
    "1 byte",
    "999 bytes",
    "1 kB",
    "1.2 kB",
    "14 kB",
    "999 kB",
    "1 MB",
    "9.9 MB",
    "1.3 GB",
  ]);
});

test("a page warns above 200 MB and refuses above 1 GB", () => {
  const [warn, most] = [LIMITS.pageWarnBytes, LIMITS.pageBytes];
  expect([0, warn, warn + 1, most, most + 1].map(sizeVerdict)).toEqual(["fine", "fine", "large", "large", "refused"]);
});

test("the bar goes forward from nothing to less than all", () => {
  const begin = { stage: "reading", bytes: 0, totalBytes: 2_000_000, records: 0 } as const;
  const half = progressLine({ ...begin, bytes: 1_000_000, records: 1 });
  expect(half).toEqual({
    stage: "Reading the files",
    detail: "1 MB of 2 MB · 1 record",
    share: 0.5 / READING_STAGES.length,
  });
  const shares = [begin, ...READING_STAGES.map((stage) => ({ ...begin, stage, bytes: 2_000_000 }))].map(
    (progress) => progressLine(progress).share,
  );
  expect(shares[0]).toBe(0);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(Math.max(...shares)).toBeLessThan(1);
  // Empty files have no share of anything.
  expect(progressLine({ ...begin, totalBytes: 0 }).share).toBe(0);
});

const input = (file: string, format: string | null, records: number) => ({
  file,
  sha256: "0".repeat(64),
  bytes: 1,
  format,
  records,
});

test("every file given has a verdict, in the order given, and none is passed over in silence", () => {
  const dataset = buildDataset(
    {
      inputs: [input("good.bib", "bibtex", 0), input("picture.png", null, 0), input("empty.ris", null, 0)],
      records: [],
      findings: [
        { code: "format-unknown", severity: "warning", file: "picture.png", detail: "In no format that is read." },
        { code: "file-empty", severity: "warning", file: "empty.ris", detail: "The file is empty." },
        { code: "file-unreadable", severity: "error", file: "cut.gz", detail: "The file cannot be read." },
      ],
    },
    DEFAULT_PARAMETERS,
  );
  const report = readingReport(["picture.png", "good.bib", "cut.gz", "empty.ris"], dataset);
  expect(report.files.map(({ verdict }) => verdict)).toEqual([
    "skipped: in no format that is read",
    "0 records, BibTeX",
    "skipped: it cannot be read",
    "skipped: it is empty",
  ]);
  expect(report.files.map(({ read }) => read)).toEqual([false, true, false, false]);
  expect(report.showable).toBe(false);
  expect(report.headline).toBe("Nothing to make a map of");
});

test("records that say too little to be a paper are counted apart from those that are one", () => {
  const record = (at: number, more: object) => ({
    source: { file: "a.bib", format: "bibtex", record: at, line: at },
    ids: {},
    authors: [],
    ...more,
  });
  const records = [
    record(1, { title: "Tides", authors: [{ name: "Ann Shore" }], year: 2001 }),
    record(2, { year: 1999 }),
  ];
  const dataset = buildDataset({ inputs: [input("a.bib", "bibtex", 2)], records, findings: [] }, DEFAULT_PARAMETERS);
  expect(readingReport(["a.bib"], dataset).remarks).toEqual([
    "1 record is 1 paper.",
    "1 record says too little to be a paper.",
  ]);
});
