import { readInput } from "../../src/ingest/read-input.ts";
import type { Benchmark, Case } from "./benchmark.ts";
import { FORMATS, type WrittenFormat } from "./generate/formats.ts";
import { type InventedPaper, inventedPapers } from "./generate/papers.ts";

/** Ten times the bytes may take this many times as long, whatever the bytes. */
const AT_MOST = 12;
const CHUNK_BYTES = 65_536;
const SMALL_BYTES = 200_000;
/**
 * Where the bound is passed, so much is read, with the garbage collected before each run, and ten times as much. At any one
 * size the larger run may be the first to fill the young part of the heap, whose survivors are then copied, which costs up to
 * twice as much a byte. What is worse than linear passes the bound at these sizes too.
 */
const OTHER_BYTES = [500_000, 1_000_000];
const paper = inventedPapers(1);

/** About `length` characters, after whole records by which the format is recognised. */
type Shape = (written: WrittenFormat, length: number) => string;

const filled = (text: string, length: number) => text.repeat(Math.ceil(length / text.length));
const record = (written: WrittenFormat, changed: Partial<InventedPaper>) =>
  written.record({ ...paper(2), ...changed }, 2);
/** A record's beginning, where its title is, and then nothing but one text. */
const open = (written: WrittenFormat) => record(written, { title: "\u0001" }).split("\u0001")[0];
const tail =
  (text: string): Shape =>
  (written, length) =>
    open(written) + filled(text, length);
const title =
  (text: string): Shape =>
  (written, length) =>
    record(written, { title: filled(text, length) });
const name =
  (text: string): Shape =>
  (written, length) =>
    record(written, { authors: [{ given: "Ada", family: filled(text, length) }] });

const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ...[
    "{",
    "}",
    '"',
    "@",
    "<a>",
    "<!--",
    "<![CDATA[",
    "&#x",
    '{"a":',
    "[",
    "(",
    "\\",
    "x",
    " ",
    "\n",
    "\0",
    "\r",
    "%",
  ].map((text): [string, Shape] => [`after a title begins: ${JSON.stringify(text)}`, tail(text)]),
  ...["x", "{", "\\'", "$", " ", "&lt;", "<b>", '"', "é", "\u0301", "10.1000/", ". "].map((text): [string, Shape] => [
    `a title of ${JSON.stringify(text)}`,
    title(text),
  ]),
  ...["x", " ", " and ", ", ", "; ", "(", "| ", "{", "~", "a.", "et al. "].map((text): [string, Shape] => [
    `a name of ${JSON.stringify(text)}`,
    name(text),
  ]),
  [
    "a list of authors",
    (written, length) => {
      const authors = Array.from({ length: Math.ceil(length / 20) }, (_, i) => ({
        given: `G${i}`,
        family: `Family${i}`,
      }));
      return record(written, { authors });
    },
  ],
  [
    "a list of keywords",
    (written, length) =>
      record(written, { keywords: Array.from({ length: Math.ceil(length / 10) }, (_, i) => `word${i}`) }),
  ],
  ["tiny broken records", (written, length) => filled(`${written.record(paper(2), 2).slice(0, 40)}\n`, length)],
  [
    "records cut in half",
    (written, length) => {
      const whole = written.record(paper(2), 2);
      return filled(`${whole.slice(0, whole.length / 2)}\n`, length);
    },
  ],
  ["records without line ends", (written, length) => filled(written.record(paper(2), 2).replaceAll("\n", " "), length)],
]);

function caseOf(
  written: WrittenFormat,
  what: string,
  shape: Shape,
  small: number,
  isOther = false,
): Case<{ few: Uint8Array; many: Uint8Array }> {
  const head = `${written.begin}${written.record(paper(0), 0)}${written.record(paper(1), 1)}`;
  const bytesOf = (length: number) => Buffer.from(head + shape(written, length));
  const read = (bytes: Uint8Array): undefined => {
    const reading = readInput("bench", { record: () => {}, finding: () => {} });
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) reading.write(bytes.subarray(at, at + CHUNK_BYTES));
    const { format } = reading.end();
    if (format !== written.format) throw new Error(`${written.format} was read as ${format}: ${what}.`);
  };
  return {
    name: `${written.format}, ${what}${isOther ? `, ${small / 1000} kB` : ""}`,
    brief: true,
    collects: isOther,
    repeats: isOther ? 5 : 3,
    make: () => ({ few: bytesOf(small), many: bytesOf(10 * small) }),
    contenders: [
      { name: "1×", run: ({ few }) => read(few) },
      { name: "10×", run: ({ many }) => read(many) },
    ],
    targets: [{ what: "cpu", of: "10×", over: "1×", least: true, atMost: AT_MOST }],
    otherwise: isOther ? [] : OTHER_BYTES.map((bytes) => caseOf(written, what, shape, bytes, true)),
  };
}

const attack: Benchmark = {
  about: "bytes made to hold readers up: ten times as many may take twelve times as long",
  cases: (options) => {
    const small = options.number("bytes", SMALL_BYTES);
    return FORMATS.flatMap((written) => [...SHAPES].map(([what, shape]) => caseOf(written, what, shape, small)));
  },
};

export default attack;
