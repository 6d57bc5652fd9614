import fc from "fast-check";

/** What a generated file says of one paper. */
export interface WrittenRecord {
  readonly title: string;
  readonly authors: readonly { readonly given: string; readonly family: string }[];
  readonly year: number;
  /** The part of the DOI behind "10.1000/". */
  readonly doi: string;
  readonly abstract: string;
}

/** Words as titles have them; none has a meaning in any format, and none is a field's name. */
const WORDS = "Ångström Übung naïve 하정우 東京 Ελλάς модель graphs Weaving of the 3D tides café O’Neil Łódź".split(
  " ",
);
const words = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength, maxLength }).map((list) => list.join(" "));
const capital = fc.constantFrom(..."Ada Grace Jung-Woo Łukasz Søren Zoë José María Émile Jeong".split(" "));
const family = fc.constantFrom(
  ..."Lovelace Hopper Ha Nowak Kierkegaard Gödel Ñandú Papadopoulos Müller-Lee".split(" "),
);

/** Between one and six papers with a title, up to five different authors, a year and a DOI. */
export const writtenRecords: fc.Arbitrary<WrittenRecord[]> = fc.array(
  fc.record({
    // "Paper" so that no title is a lone number or a name.
    title: words(2, 6).map((text) => `Paper ${text}`),
    authors: fc.uniqueArray(fc.record({ given: capital, family }), {
      minLength: 1,
      maxLength: 5,
      selector: (author) => `${author.given} ${author.family}`,
    }),
    year: fc.integer({ min: 1950, max: 2025 }),
    doi: fc.integer({ min: 1, max: 99_999 }).map((number) => `p.${number}`),
    abstract: words(5, 20).map((text) => `We measure ${text}.`),
  }),
  { minLength: 1, maxLength: 6 },
);

type Writer = (records: readonly WrittenRecord[]) => string;

const each =
  (one: (record: WrittenRecord, at: number) => string, between = "\n", before = "", after = ""): Writer =>
  (records) =>
    before + records.map(one).join(between) + after;
const comma = ({ authors }: WrittenRecord) => authors.map(({ given, family }) => `${family}, ${given}`);
const reading = ({ authors }: WrittenRecord) => authors.map(({ given, family }) => `${given} ${family}`);
const lines = (...list: readonly (string | readonly string[])[]) => `${list.flat().join("\n")}\n`;
const tagged = (tag: string, values: readonly string[]) => values.map((value) => `${tag}${value}`);
const doiOf = ({ doi }: WrittenRecord) => `10.1000/${doi}`;
const people = ({ authors }: WrittenRecord, one: (given: string, family: string) => string) =>
  authors.map(({ given, family }) => one(given, family)).join("");
const json = (value: object) => JSON.stringify(value);
const row = (cells: readonly string[], delimiter = ",") => cells.map((cell) => `"${cell}"`).join(delimiter);

/** A plain file of every format. */
export const WRITERS: Readonly<Record<string, Writer>> = {
  bibtex: each(
    (record, at) =>
      `@article{k${at},\n  title = {${record.title}},\n  author = {${comma(record).join(" and ")}},\n` +
      `  year = ${record.year}, doi = "${doiOf(record)}",\n  abstract = {${record.abstract}}\n}\n`,
  ),
  ris: each((record) =>
    lines(
      "TY  - JOUR",
      `TI  - ${record.title}`,
      tagged("AU  - ", comma(record)),
      `PY  - ${record.year}`,
      `DO  - ${doiOf(record)}`,
      `AB  - ${record.abstract}`,
      "ER  - ",
    ),
  ),
  nbib: each((record, at) =>
    lines(
      `PMID- ${at + 1}`,
      `TI  - ${record.title}`,
      tagged("FAU - ", comma(record)),
      `DP  - ${record.year}`,
      `LID - ${doiOf(record)} [doi]`,
      `AB  - ${record.abstract}`,
    ),
  ),
  wos: each(
    (record) =>
      lines(
        "PT J",
        `AU ${comma(record).join("\n   ")}`,
        `TI ${record.title}`,
        `AB ${record.abstract}`,
        `PY ${record.year}`,
        `DI ${doiOf(record)}`,
        "ER",
      ),
    "\n",
    "FN Clarivate Analytics Web of Science\nVR 1.0\n",
    "\nEF\n",
  ),
  refer: each((record) =>
    lines(
      "%0 Journal Article",
      `%T ${record.title}`,
      tagged("%A ", comma(record)),
      `%D ${record.year}`,
      `%R ${doiOf(record)}`,
      `%X ${record.abstract}`,
    ),
  ),
  ovid: each((record, at) =>
    lines(
      `<${at + 1}>`,
      "Author",
      `  ${comma(record).join(";  ")}`,
      "Title",
      `  ${record.title}.`,
      "Source",
      `  A Journal. 28(2):103-106, April ${record.year}.`,
      "DOI Number",
      `  ${doiOf(record)}`,
    ),
  ),
  "arxiv-listing": each(
    (record, at) =>
      lines(
        "\\\\",
        `arXiv:0704.${String(at + 1).padStart(4, "0")}`,
        `Date: Mon, 2 Apr ${record.year} 19:18:42 GMT   (443kb)`,
        "",
        `Title: ${record.title}`,
        `Authors: ${reading(record).join(", ")}`,
        `DOI: ${doiOf(record)}`,
        "\\\\",
        `  ${record.abstract}`,
        "\\\\",
      ),
    `${"-".repeat(78)}\n`,
  ),
  "arxiv-author-listing": each((record, at) =>
    lines(
      record.title,
      reading(record).join(", "),
      "",
      record.abstract,
      "",
      `arXiv:0704.${String(at + 1).padStart(4, "0")} - doi: ${doiOf(record)}`,
      `Created: ${record.year}-01-02`,
    ),
  ),
  "acl-author-page": each(
    (record) => lines(String(record.year), "", "pdf", record.title, reading(record).join(" | "), "Findings of Engines"),
    "\n",
    "Ada Lovelace\n\n\n",
  ),
  csv: each(
    (record) => row([record.title, comma(record).join("; "), String(record.year), doiOf(record), record.abstract]),
    "\n",
    "title,authors,year,doi,abstract\n",
  ),
  "scopus-csv": each(
    (record) =>
      row([
        record.authors.map(({ given, family }) => `${family}, ${given[0]}.`).join("; "),
        record.authors.map(({ given, family }, i) => `${family}, ${given} (${i + 1})`).join("; "),
        record.title,
        String(record.year),
        "A Journal",
        doiOf(record),
        "2-s2.0-1",
      ]),
    "\n",
    '"Authors","Author full names","Title","Year","Source title","DOI","EID"\n',
  ),
  "wos-tab": each(
    (record) =>
      ["J", comma(record).join("; "), record.title, "A Journal", String(record.year), doiOf(record)].join("\t"),
    "\n",
    "PT\tAU\tTI\tSO\tPY\tDI\n",
  ),
  "pubmed-xml": each(
    (record, at) =>
      `<PubmedArticle><MedlineCitation><PMID>${at + 1}</PMID><Article><Journal><JournalIssue><PubDate><Year>${record.year}</Year></PubDate></JournalIssue></Journal>` +
      `<ArticleTitle>${record.title}</ArticleTitle><ELocationID EIdType="doi">${doiOf(record)}</ELocationID><AuthorList>` +
      people(record, (given, last) => `<Author><LastName>${last}</LastName><ForeName>${given}</ForeName></Author>`) +
      "</AuthorList></Article></MedlineCitation></PubmedArticle>",
    "\n",
    "<PubmedArticleSet>",
    "</PubmedArticleSet>",
  ),
  "dblp-xml": each(
    (record, at) =>
      `<article key="journals/a/${at}">${people(record, (given, last) => `<author>${given} ${last}</author>`)}` +
      `<title>${record.title}.</title><year>${record.year}</year><ee>https://doi.org/${doiOf(record)}</ee></article>`,
    "\n",
    "<dblp>",
    "</dblp>",
  ),
  "arxiv-atom": each(
    (record, at) =>
      `<entry><id>http://arxiv.org/abs/0704.${String(at + 1).padStart(4, "0")}v1</id><title>${record.title}</title>` +
      `<published>${record.year}-01-04T09:00:00Z</published><arxiv:doi>${doiOf(record)}</arxiv:doi>` +
      `${people(record, (given, last) => `<author><name>${given} ${last}</name></author>`)}</entry>`,
    "\n",
    '<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/abc</id>',
    "</feed>",
  ),
  "acl-xml": each(
    (record, at) =>
      `<volume id="v${at}"><meta><booktitle>Engines</booktitle><year>${record.year}</year></meta>` +
      `<paper id="1"><title>${record.title}</title><doi>${doiOf(record)}</doi>` +
      `${people(record, (given, last) => `<author><first>${given}</first><last>${last}</last></author>`)}</paper></volume>`,
    "\n",
    '<collection id="2022.acl">',
    "</collection>",
  ),
  "endnote-xml": each(
    (record) =>
      `<record><contributors><authors>${people(record, (given, last) => `<author>${last}, ${given}</author>`)}</authors></contributors>` +
      `<titles><title>${record.title}</title></titles><dates><year>${record.year}</year></dates>` +
      `<electronic-resource-num>${doiOf(record)}</electronic-resource-num></record>`,
    "\n",
    "<xml><records>",
    "</records></xml>",
  ),
  openalex: each((record, at) =>
    json({
      id: `https://openalex.org/W${at + 1}`,
      title: record.title,
      publication_year: record.year,
      doi: `https://doi.org/${doiOf(record)}`,
      authorships: reading(record).map((name) => ({ author: { display_name: name } })),
    }),
  ),
  crossref: (records) =>
    json({
      "message-type": "work-list",
      message: {
        items: records.map((record) => ({
          DOI: doiOf(record),
          title: [record.title],
          author: record.authors,
          issued: { "date-parts": [[record.year]] },
        })),
      },
    }),
  "semantic-scholar": each((record, at) =>
    json({
      paperId: String(at),
      title: record.title,
      year: record.year,
      externalIds: { DOI: doiOf(record) },
      authors: reading(record).map((name) => ({ name })),
    }),
  ),
  "csl-json": (records) =>
    json(
      records.map((record, at) => ({
        id: String(at),
        type: "article-journal",
        title: record.title,
        author: record.authors,
        issued: { "date-parts": [[record.year]] },
        DOI: doiOf(record),
      })),
    ),
  "arxiv-jsonl": each((record, at) =>
    json({
      id: `0704.${String(at + 1).padStart(4, "0")}`,
      title: record.title,
      doi: doiOf(record),
      authors_parsed: record.authors.map(({ given, family }) => [family, given, ""]),
      versions: [{ version: "v1", created: `Mon, 2 Apr ${record.year} 19:18:42 GMT` }],
      update_date: `${record.year}-12-01`,
      abstract: record.abstract,
    }),
  ),
  json: (records) =>
    json(
      records.map((record) => ({
        title: record.title,
        authors: comma(record),
        year: record.year,
        doi: doiOf(record),
      })),
    ),
};
