import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { LIMITS } from "../../src/ingest/limits.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { RecordAuthor, SourceRecord } from "../../src/model/record.ts";
import { cleanText } from "../../src/model/text.ts";
import type { ReadResult } from "./reading.ts";
import { STRUCTURED_FIXTURES } from "./structured-formats.ts";
import { TEXT_FIXTURES } from "./text-formats.ts";

/** How many cases all properties together are tried on; more with `COTERIE_FUZZ_CASES`, others with `COTERIE_FUZZ_SEED`. */
export const FUZZ_CASES = Number(process.env.COTERIE_FUZZ_CASES ?? 100_000);

/** The parameters of a property that has this share of all cases, from 0 to 1. */
export function fuzzed(share: number): { numRuns: number; seed: number } {
  return { numRuns: Math.ceil(share * FUZZ_CASES), seed: Number(process.env.COTERIE_FUZZ_SEED ?? 20_261_121) };
}

const FIXTURES: readonly (readonly [file: string, format: string])[] = [
  ["arxiv-listing.txt", "arxiv-author-listing"],
  ["arxiv-nasty.txt", "arxiv-author-listing"],
  ["acl-page.txt", "acl-author-page"],
  ["acl-nasty.txt", "acl-author-page"],
  ["happy.bib", "bibtex"],
  ["nasty.bib", "bibtex"],
  ...TEXT_FIXTURES,
  ...STRUCTURED_FIXTURES,
];

const bytesOf = (file: string) => new Uint8Array(readFileSync(join(import.meta.dirname, "../fixtures/ingest", file)));
const ALL: readonly Uint8Array[] = FIXTURES.map(([file]) => bytesOf(file));

/** The fixtures of a format, or all where it is not named or has none here. */
function fixturesOf(format: string | undefined): readonly Uint8Array[] {
  const own = ALL.filter((_, i) => FIXTURES[i][1] === format);
  return own.length === 0 ? ALL : own;
}

const EDITS = [
  "flip",
  "flip",
  "flip",
  "delete",
  "delete",
  "double",
  "splice",
  "splice",
  "truncate",
  "nul",
  "invalid",
  "sign",
] as const;
/** No UTF-8: a lone continuation, an overlong form, a surrogate, a cut sequence, letters of Windows-1252. */
const INVALID = [[0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98], [0xe9, 0x93, 0x94]] as const;
/** What has a meaning in some format, or steers text. */
const SIGNS = [
  ...'{ } ( ) " # = , \\ % @ < > & [ ] : ; | / ]]> <![CDATA[ <!-- --> &lt; \\u0000 \\" "" and -'.split(" "),
  ...["\n", "\n\n", "\r", "\r\n", "\t", "  - ", "\nER  - \n", "\nEF", "\n<1>\n", "\n\\\\\n", "\ufeff", "\u202e"],
  ...["\u2028", "\u0085", "e\u200b\u0301", "\u1100\u1161", "\u{e0041}", "😀", "__proto__", "et al.", "and others"],
].map((sign) => new TextEncoder().encode(sign));

/** Where an edit is made in 65,536ths of the file, how long it is, and which of its kind it is. */
const edit = fc.record({
  kind: fc.constantFrom(...EDITS),
  at: fc.nat(65_535),
  length: fc.integer({ min: 1, max: 80 }),
  which: fc.nat(65_535),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(bytes: Uint8Array, { kind, at, length, which }: Edit): Uint8Array {
  const from = Math.floor((at * bytes.length) / 65_536);
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
  switch (kind) {
    case "flip":
      return Buffer.concat([before, [(after[0] ?? 0) ^ (1 << (which % 8))], after.subarray(1)].map(Buffer.from));
    case "delete":
      return Buffer.concat([before, after.subarray(length)]);
    case "double":
      return Buffer.concat([before, after.subarray(0, length), after]);
    case "splice": {
      const other = ALL[which % ALL.length];
      const start = Math.floor((at * other.length) / 65_536);
      return Buffer.concat([before, other.subarray(start, start + 8 * length), after.subarray(which % 200)]);
    }
    case "truncate":
      return before;
    case "nul":
      return Buffer.concat([before, new Uint8Array((length % 3) + 1), after]);
    case "invalid":
      return Buffer.concat([before, Uint8Array.from(INVALID[which % INVALID.length]), after]);
    case "sign":
      return Buffer.concat([before, SIGNS[which % SIGNS.length], after]);
  }
}

/** Files of a format, or of any, after up to eight accidents, with the line ends of any system or of several. */
export function mutatedFiles(format?: string): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.constantFrom(...fixturesOf(format)), fc.array(edit, { maxLength: 8 }), fc.nat(7))
    .map(([start, edits, ends]) => {
      const bytes = edits.reduce(edited, start);
      if (ends > 2) return bytes;
      let line = 0;
      const other = ["\r\n", "\r", "\n"] as const;
      const text = Buffer.from(bytes).toString("latin1");
      return Buffer.from(
        text.replace(/\n/g, () => other[ends === 2 ? line++ % 3 : ends]),
        "latin1",
      );
    });
}

/** Sizes of chunks: the shortest split the most. */
export const chunkSizes = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 700 }));

/** Decoded as `readInput` does before a parser is given the text. */
export function asText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n").replaceAll("\0", "");
}

/** What a reading gave, ready networks among it. */
export interface FuzzResult extends ReadResult {
  readonly networks: unknown[];
}

/** Takes no more records and findings than there are characters: who pushes without end throws here. */
export function boundedSink(result: FuzzResult, length: number) {
  const room = () => {
    if (result.records.length + result.findings.length > length + 4) throw new Error("It pushes without an end.");
  };
  return {
    record: (record: SourceRecord) => {
      result.records.push(record);
      room();
    },
    finding: (finding: Finding) => {
      result.findings.push(finding);
      room();
    },
    network: (part: unknown) => {
      result.networks.push(part);
      if (result.networks.length > 1) throw new Error("A file is one network.");
    },
  };
}

/** The first promise that what was read does not keep, in words; null where it keeps all. */
export function brokenPromise({ records, findings }: ReadResult, lines: number, file: string): string | null {
  let before = 0;
  for (const record of records) {
    const { source } = record;
    if (source.file !== file) return `file ${source.file}`;
    if (!(source.record > before)) return `record ${source.record} after ${before}`;
    before = source.record;
    if (!(source.line >= 1 && source.line <= lines)) return `line ${source.line} of ${lines}`;
    const unclean = textsOf(record).find(
      (text) => text === "" || cleanText(text) !== text || text.normalize() !== text,
    );
    if (unclean !== undefined) return `text ${JSON.stringify(unclean)}`;
    if (record.authors.length > LIMITS.authors) return `${record.authors.length} authors`;
    if (record.year !== undefined && !Number.isSafeInteger(record.year)) return `year ${record.year}`;
    if (record.date !== undefined && !/^\d{4}(?:-\d{2}){0,2}$/.test(record.date)) return `date ${record.date}`;
    if (record.url !== undefined && !/^https?:\/\/\S+$/i.test(record.url)) return `URL ${record.url}`;
  }
  for (const { code, detail, line, record, file: named } of findings) {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code) || named !== file) return `finding ${code} of ${named}`;
    if (line !== undefined && !(line >= 1 && line <= lines)) return `finding ${code} at line ${line} of ${lines}`;
    if (record !== undefined && !(record >= 1)) return `finding ${code} of record ${record}`;
    if (detail === "" || detail.length > MOST_DETAIL) return `finding ${code} with ${detail.length} characters`;
    if (detail !== cleanText(detail)) return `finding ${code} says ${JSON.stringify(detail)}`;
  }
  return null;
}

/** A sentence or two, and what of the file they show; the list of formats is the longest. */
const MOST_DETAIL = 900;

function textsOf({ title, venue, type, abstract, keywords, groupAuthors, authors, editors }: SourceRecord): string[] {
  const people = [...authors, ...(editors ?? [])].flatMap(textsOfPerson);
  return [title, venue, type, abstract, ...(keywords ?? []), ...(groupAuthors ?? []), ...people].filter(
    (text) => text !== undefined,
  );
}

function textsOfPerson({ name, given, family, suffix, ids, affiliations }: RecordAuthor): (string | undefined)[] {
  return [name, given, family, suffix, ...(ids ?? []), ...(affiliations ?? [])];
}
