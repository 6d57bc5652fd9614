import Papa from "papaparse";
import { SaxesParser } from "saxes";
import { readInput } from "../../src/ingest/read-input.ts";
import type { Benchmark, Case } from "./benchmark.ts";

const CHUNK_BYTES = 1_048_576;

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

function textOf(shape: Shape, bytes: number): string {
  const pieces = [shape.begin];
  for (let i = 0, length = 0; length < bytes; i++) {
    const piece = shape.record(i);
    pieces.push(piece);
    length += piece.length;
  }
  return `${pieces.join("")}${shape.end}`;
}

interface Input {
  readonly text: string;
  readonly bytes: Uint8Array;
}

function caseOf(shape: Shape, megabytes: number): Case<Input> {
  const { format, alone } = shape;
  return {
    name: format,
    amount: { value: megabytes, unit: "MB" },
    make() {
      const text = textOf(shape, 1_000_000 * megabytes);
      return { text, bytes: new TextEncoder().encode(text) };
    },
    contenders: [
      {
        name: "coterie",
        run({ bytes }) {
          const reading = readInput("bench", { record: () => {}, finding: () => {} });
          for (let at = 0; at < bytes.length; at += CHUNK_BYTES) reading.write(bytes.subarray(at, at + CHUNK_BYTES));
          const read = reading.end();
          if (read.format !== format) throw new Error(`${format} was read as ${read.format}.`);
          return { records: read.records };
        },
      },
      ...(alone === undefined ? [] : [{ name: alone.name, run: ({ text }: Input) => void alone.parse(text) }]),
    ],
    targets: [{ what: "cpu-rate", of: "coterie", atLeast: 15 }],
  };
}

const read: Benchmark = {
  about: "generated records of each format, read from memory, beside libraries that only parse",
  cases: ({ small, number }) => SHAPES.map((shape) => caseOf(shape, number("megabytes", small ? 2 : 20))),
};

export default read;
