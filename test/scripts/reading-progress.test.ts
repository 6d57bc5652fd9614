import { expect, test } from "vitest";
import { progressLine } from "../../scripts/reading-progress.ts";

const AT = { file: "x.bib", bytes: 10_000_000, totalBytes: 40_000_000, records: 1, elapsedMs: 2_000 };

test("progress tells bytes of bytes, records, rate and time left", () => {
  expect(progressLine(AT)).toBe("Reading 10.0 of 40.0 MB, 1 record, 5.0 MB/s, 6 s left: x.bib");
  expect(progressLine({ ...AT, totalBytes: 1_000_000_000, records: 20 })).toBe(
    "Reading 10.0 of 1000.0 MB, 20 records, 5.0 MB/s, 3 min 18 s left: x.bib",
  );
});

test("the end of standard input is not known, and an early rate is not told", () => {
  expect(progressLine({ ...AT, totalBytes: null })).toBe("Reading 10.0 MB, 1 record, 5.0 MB/s: x.bib");
  expect(progressLine({ ...AT, elapsedMs: 100 })).toBe("Reading 10.0 of 40.0 MB, 1 record: x.bib");
  expect(progressLine({ ...AT, bytes: 40_000_000 })).toContain(", 0 s left");
});
