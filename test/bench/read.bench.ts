import Papa from "papaparse";
import { SaxesParser } from "saxes";
import { readInput } from "../../src/ingest/read-input.ts";

/*
 * How fast each format is read, on generated records, beside papaparse and saxes alone on the same bytes. Run it with
 * `npm run bench`, or `npm run bench -- --json`; `--megabytes 50` makes the inputs larger. Not a test: nothing fails
 * where it is slow.
 */

const CHUNK_BYTES = 1_048_576;
const RUNS = 3;

interface Shape {
  readonly format: string;
  readonly begin: string;
  record(i: number): string;
  readonly end: string;
  /** A library that only parses the same bytes. */
  readonly alone?: { readonly name: string; parse(text: string): void };
}

const names = (i: number) => [`Author${i % 997}`, `Writer${i % 887}`, `Scribe${i % 661}`].map((name) => [name, "Ada"]);
const title = (i: number) => `On the ${i}th of many things that can be measured, and what it costs to do so`;
const ABSTRACT = "We measure what it costs to read a record with an abstract of an ordinary length. ".repeat(8).trim();
const saxes = {
  name: "saxes",
  parse(text: string) {
    const parser = new SaxesParser();
    for (let at = 0; at < text.length; at += CHUNK_BYTES) parser.write(text.slice(at, at + CHUNK_BYTES));
    parser.close();
  },
};
const papaparse = { name: "papaparse", parse: (text: string) => void Papa.parse(text) };

const SHAPES: readonly Shape[] = [
  {
    format: "bibtex",
    begin: "",
    record: (i) =>
      `@article{k${i},\n title = {${title(i)}},\n author = {${names(i)
        .map((name) => name.join(", "))
        .join(" and ")}},\n year = {2001},\n abstract = {${ABSTRACT}}\n}\n`,
    end: "",
  },
  {
    format: "ris",
    begin: "",
    record: (i) =>
      `TY  - JOUR\nTI  - ${title(i)}\n${names(i)
        .map((name) => `AU  - ${name.join(", ")}\n`)
        .join("")}PY  - 2001\nAB  - ${ABSTRACT}\nER  - \n\n`,
    end: "",
  },
  {
    format: "nbib",
    begin: "",
    record: (i) =>
      `PMID- ${i + 1}\nTI  - ${title(i)}\n${names(i)
        .map((name) => `FAU - ${name.join(", ")}\n`)
        .join("")}DP  - 2001\nAB  - ${ABSTRACT}\n\n`,
    end: "",
  },
  {
    format: "csv",
    begin: "Title,Authors,Year,Abstract\n",
    record: (i) =>
      `"${title(i)}","${names(i)
        .map((name) => name.join(", "))
        .join("; ")}",2001,"${ABSTRACT}"\n`,
    end: "",
    alone: papaparse,
  },
  {
    format: "openalex",
    begin: "",
    record: (i) =>
      `${JSON.stringify({
        id: `https://openalex.org/W${i + 1}`,
        display_name: title(i),
        publication_year: 2001,
        authorships: names(i).map(([family, given]) => ({ author: { display_name: `${given} ${family}` } })),
        abstract: ABSTRACT,
      })}\n`,
    end: "",
    alone: {
      name: "JSON.parse",
      parse(text) {
        for (const line of text.split("\n")) if (line !== "") JSON.parse(line);
      },
    },
  },
  {
    format: "dblp-xml",
    begin: '<?xml version="1.0"?>\n<dblp>\n',
    record: (i) =>
      `<article key="journals/x/${i}"><title>${title(i)}</title>${names(i)
        .map(([family, given]) => `<author>${given} ${family}</author>`)
        .join("")}<year>2001</year><journal>J. Costs</journal></article>\n`,
    end: "</dblp>\n",
    alone: saxes,
  },
  {
    format: "pubmed-xml",
    begin: '<?xml version="1.0"?>\n<PubmedArticleSet>\n',
    record: (i) =>
      `<PubmedArticle><MedlineCitation><PMID>${i + 1}</PMID><Article><ArticleTitle>${title(i)}</ArticleTitle>` +
      `<Abstract><AbstractText>${ABSTRACT}</AbstractText></Abstract><AuthorList>${names(i)
        .map(([family, given]) => `<Author><LastName>${family}</LastName><ForeName>${given}</ForeName></Author>`)
        .join("")}</AuthorList></Article></MedlineCitation></PubmedArticle>\n`,
    end: "</PubmedArticleSet>\n",
    alone: saxes,
  },
];

interface Speed {
  readonly format: string;
  readonly megabytes: number;
  readonly records: number;
  readonly megabytesPerSecond: number;
  readonly alone: string | null;
  readonly aloneMegabytesPerSecond: number | null;
}

function textOf(shape: Shape, bytes: number): string {
  const pieces = [shape.begin];
  for (let i = 0, length = 0; length < bytes; i++) {
    const piece = shape.record(i);
    pieces.push(piece);
    length += piece.length;
  }
  return `${pieces.join("")}${shape.end}`;
}

/** The best of some runs: what disturbs a run only makes it slower. */
function secondsOf(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at < RUNS; at++) {
    const from = performance.now();
    run();
    best = Math.min(best, (performance.now() - from) / 1000);
  }
  return best;
}

function speedOf(shape: Shape, bytes: number): Speed {
  const text = textOf(shape, bytes);
  const encoded = new TextEncoder().encode(text);
  const megabytes = encoded.length / 1_000_000;
  let records = 0;
  const seconds = secondsOf(() => {
    const reading = readInput("bench", { record: () => {}, finding: () => {} });
    for (let at = 0; at < encoded.length; at += CHUNK_BYTES) reading.write(encoded.subarray(at, at + CHUNK_BYTES));
    const read = reading.end();
    if (read.format !== shape.format) throw new Error(`${shape.format} was read as ${read.format}.`);
    records = read.records;
  });
  const { alone } = shape;
  return {
    format: shape.format,
    megabytes,
    records,
    megabytesPerSecond: megabytes / seconds,
    alone: alone?.name ?? null,
    aloneMegabytesPerSecond: alone === undefined ? null : megabytes / secondsOf(() => alone.parse(text)),
  };
}

function row({ format, megabytes, records, megabytesPerSecond, alone, aloneMegabytesPerSecond }: Speed): string {
  const beside = aloneMegabytesPerSecond === null ? "" : `${alone} alone ${aloneMegabytesPerSecond.toFixed(1)}`;
  const cells = [megabytes.toFixed(1), String(records), megabytesPerSecond.toFixed(1)];
  return `${format.padEnd(12)} ${cells.map((cell) => cell.padStart(9)).join(" ")}   ${beside}`;
}

const wanted = process.argv.indexOf("--megabytes");
const bytes = 1_000_000 * (wanted < 0 ? 20 : Number(process.argv[wanted + 1]));
if (!(bytes > 0)) throw new Error("--megabytes takes a number above 0.");
if (process.argv.includes("--json")) {
  process.stdout.write(
    `${JSON.stringify(
      SHAPES.map((shape) => speedOf(shape, bytes)),
      null,
      2,
    )}\n`,
  );
} else {
  process.stdout.write(
    `${"format".padEnd(12)} ${["MB", "records", "MB/s"].map((head) => head.padStart(9)).join(" ")}\n`,
  );
  for (const shape of SHAPES) process.stdout.write(`${row(speedOf(shape, bytes))}\n`);
}
