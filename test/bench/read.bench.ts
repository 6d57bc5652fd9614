import { XMLParser } from "fast-xml-parser";
import Papa from "papaparse";
import { SaxesParser } from "saxes";
import { readInput } from "../../src/ingest/read-input.ts";
import type { Benchmark, Case, Contender } from "./benchmark.ts";
import { entriesByCitationJs } from "./citation-js.ts";
import { FORMATS, formatNamed, type WrittenFormat, writtenFile } from "./generate/formats.ts";
import { inventedPapers } from "./generate/papers.ts";

const CHUNK_BYTES = 1_048_576;
const SEED = 1;
/** MB of one format read per second of CPU, at least; simple lines must be faster. */
const FLOOR = 15;
const FAST_FLOOR = 40;
/** It makes CSL-JSON, we records: no slower, though we also say what was wrong. */
const TIMES_CITATION_JS = 1;
const FAST: ReadonlySet<string> = new Set([
  "ris",
  "nbib",
  "wos",
  "refer",
  "ovid",
  "openalex",
  "arxiv-jsonl",
  "semantic-scholar",
]);
/** Beyond it a text is not held: it is read as it is written, once, in a process of its own. */
const HELD_MEGABYTES = 100;
const PEAK_MEGABYTES = 500;
const JSON_LINES: ReadonlySet<string> = new Set(["openalex", "arxiv-jsonl", "semantic-scholar"]);
const JSON_FILES: ReadonlySet<string> = new Set(["crossref", "csl-json", "json"]);

interface Input {
  readonly text: string;
  readonly bytes: Uint8Array;
}

const saxes: Contender<Input> = {
  name: "saxes",
  run({ text }) {
    const parser = new SaxesParser();
    for (let at = 0; at < text.length; at += CHUNK_BYTES) parser.write(text.slice(at, at + CHUNK_BYTES));
    parser.close();
  },
};

/** It makes a tree of the whole file, with its attributes. */
const fastXmlParser: Contender<Input> = {
  name: "fast-xml-parser",
  run: ({ text }) => void new XMLParser({ ignoreAttributes: false }).parse(text),
};

const papaparse: Contender<Input> = { name: "papaparse", run: ({ text }) => ({ rows: Papa.parse(text).data.length }) };

const parsedLines: Contender<Input> = {
  name: "JSON.parse",
  run({ text }) {
    for (const line of text.split("\n")) if (line !== "") JSON.parse(line);
  },
};

const parsedFile: Contender<Input> = { name: "JSON.parse", run: ({ text }) => void JSON.parse(text) };

const citationJs: Contender<Input> = {
  name: "citation-js",
  run: ({ text }) => ({ records: entriesByCitationJs(text) }),
};

/** Libraries that parse the same bytes and make no records of them. */
function peersOf(format: string): Contender<Input>[] {
  if (format.endsWith("-xml") || format === "arxiv-atom") return [saxes, fastXmlParser];
  if (["csv", "scopus-csv", "wos-tab"].includes(format)) return [papaparse];
  if (JSON_LINES.has(format)) return [parsedLines];
  if (JSON_FILES.has(format)) return [parsedFile];
  return [];
}

function caseOf(written: WrittenFormat, megabytes: number, slowPeer = false): Case<Input> {
  const { format } = written;
  return {
    name: slowPeer ? `${format} beside citation-js` : format,
    amount: { value: megabytes, unit: "MB" },
    make() {
      const bytes = Buffer.concat([...writtenFile(written, inventedPapers(SEED), 1e6 * megabytes)]);
      return { text: bytes.toString(), bytes };
    },
    contenders: [
      {
        name: "coterie",
        run({ bytes }) {
          let findings = 0;
          const reading = readInput("bench", { record: () => {}, finding: () => findings++ });
          for (let at = 0; at < bytes.length; at += CHUNK_BYTES) reading.write(bytes.subarray(at, at + CHUNK_BYTES));
          const read = reading.end();
          if (read.format !== format) throw new Error(`${format} was read as ${read.format}.`);
          return { records: read.records, findings };
        },
      },
      ...(slowPeer ? [citationJs] : peersOf(format)),
    ],
    ...(slowPeer ? { repeats: 3 } : {}),
    targets: slowPeer
      ? [{ what: "cpu", of: "citation-js", over: "coterie", atLeast: TIMES_CITATION_JS }]
      : [{ what: "cpu-rate", of: "coterie", atLeast: FAST.has(format) ? FAST_FLOOR : FLOOR }],
  };
}

/** One format, each piece of it read as soon as it is written; what writing takes counts only towards the peak. */
function streamedCaseOf(written: WrittenFormat, megabytes: number): Case {
  const { format } = written;
  return {
    name: format,
    amount: { value: megabytes, unit: "MB" },
    isolated: true,
    repeats: 1,
    contenders: [
      {
        name: "coterie",
        run() {
          let findings = 0;
          let wall = 0;
          let cpu = 0;
          const timed = <T>(work: () => T): T => {
            const before = process.cpuUsage();
            const from = performance.now();
            const result = work();
            wall += (performance.now() - from) / 1000;
            const { user, system } = process.cpuUsage(before);
            cpu += (user + system) / 1e6;
            return result;
          };
          const reading = readInput("bench", { record: () => {}, finding: () => findings++ });
          for (const piece of writtenFile(written, inventedPapers(SEED), 1e6 * megabytes)) {
            timed(() => reading.write(piece));
          }
          const read = timed(() => reading.end());
          if (read.format !== format) throw new Error(`${format} was read as ${read.format}.`);
          return { wall, cpu, records: read.records, findings };
        },
      },
    ],
    targets: [
      { what: "cpu-rate", of: "coterie", atLeast: FAST.has(format) ? FAST_FLOOR : FLOOR },
      { what: "peak", of: "coterie", atMost: PEAK_MEGABYTES },
    ],
  };
}

const read: Benchmark = {
  about: "invented records of every format, read from memory, beside libraries that only parse the same bytes",
  cases({ small, number }) {
    const megabytes = number("megabytes", small ? 2 : 20);
    if (megabytes > HELD_MEGABYTES) return FORMATS.map((written) => streamedCaseOf(written, megabytes));
    return [
      ...FORMATS.map((written) => caseOf(written, megabytes)),
      // It holds the whole text and all that it makes of it, so it gets less.
      ...["bibtex", "ris"].map((format) => caseOf(formatNamed(format), small ? 1 : 5, true)),
    ];
  },
};

export default read;
