import fc from "fast-check";
import { expect, test } from "vitest";
import { linkRecords } from "../../src/ingest/link-records.ts";
import { paperId } from "../../src/ingest/paper-id.ts";
import type { SourceRecord } from "../../src/model/record.ts";

let next = 0;

/** A record of its own place; `authors` as names. */
function record(fields: Partial<Omit<SourceRecord, "authors">> & { authors?: readonly string[]; format?: string }) {
  const { authors = [], format = "bibtex", ...rest } = fields;
  next++;
  const source = { file: "a.bib", format, record: next, line: next };
  return { source, ids: {}, ...rest, authors: authors.map((name) => ({ name })) } satisfies SourceRecord;
}

const LONG = "A Title that is long enough to mean only one paper";
const ABSTRACT = "Words of an abstract that nobody else would write in this order. ".repeat(5);
const paperCount = (...records: SourceRecord[]) => linkRecords(records).papers.length;
const codes = (...records: SourceRecord[]) => linkRecords(records).findings.map((finding) => finding.code);

test("one shared identifier of any scheme makes two records one paper", () => {
  for (const ids of [
    { doi: "10.1/x" },
    { arxiv: "2101.00001" },
    { acl: "P19-1023" },
    { pmid: "1" },
    { openalex: "W1" },
  ]) {
    expect(paperCount(record({ ids, title: "One" }), record({ ids, title: "Another", year: 2020 }))).toBe(1);
  }
});

test("identifiers link across a chain of records", () => {
  const chain = [
    record({ ids: { doi: "10.1/x" } }),
    record({ ids: { doi: "10.1/x", arxiv: "2101.00001" } }),
    record({ ids: { arxiv: "2101.00001" } }),
  ];
  expect(paperCount(...chain)).toBe(1);
});

test("an identifier does not link where title, first author and another identifier contradict it", () => {
  const doi = "10.1/x";
  const one = record({ ids: { doi, acl: "W18-6481" }, title: "Cleaning", authors: ["Chi-kiu Lo"], year: 2018 });
  const other = record({ ids: { doi, acl: "W18-6482" }, title: "Filtering", authors: ["Jun Lu"], year: 2018 });
  expect(paperCount(one, other)).toBe(2);
  expect(codes(one, other)).toContain("identifier-shared");
  const same = record({ ids: { doi, acl: "W18-6482" }, title: "Cleaning", authors: ["Chi-kiu Lo"], year: 2018 });
  expect(paperCount(one, same)).toBe(1);
});

test("an identifier does not link where title, first author and year all contradict it", () => {
  const ids = { doi: "10.1/x" };
  const one = record({ ids, title: "Herd behavior", authors: ["Y. Chen"], year: 2008 });
  const other = record({ ids, title: "The art of reviewing", authors: ["P. Hartley"], year: 1991 });
  const { papers, findings } = linkRecords([one, other]);
  expect(papers.map((paper) => paper.id)).toEqual(["10.1/x", "10.1/x~2"]);
  expect(findings.map((finding) => finding.code)).toContain("identifier-shared");
});

test("titles link whatever their case, accents and punctuation, where first author and year fit", () => {
  const one = record({ title: LONG, authors: ["Ada Lovelace"], year: 2019 });
  expect(paperCount(one, record({ title: `“${LONG.toUpperCase()}!”`, authors: ["A. Lovelace"], year: 2021 }))).toBe(1);
  expect(paperCount(one, record({ title: LONG, authors: ["A. Lovelace"], year: 2022 }))).toBe(2);
  expect(paperCount(one, record({ title: LONG, authors: ["Grace Hopper"], year: 2019 }))).toBe(2);
  expect(paperCount(one, record({ title: LONG, year: 2019 }))).toBe(1);
  expect(paperCount(one, record({ title: LONG }))).toBe(2);
});

test("two identifiers of one scheme keep equal titles and abstracts apart", () => {
  const same = { title: LONG, abstract: ABSTRACT, authors: ["Ada Lovelace"], year: 2019 };
  expect(paperCount(record({ ...same, ids: { doi: "10.1/x" } }), record({ ...same, ids: { doi: "10.1/y" } }))).toBe(2);
  expect(
    paperCount(record({ ...same, ids: { doi: "10.1/x" } }), record({ ...same, ids: { arxiv: "2101.00001" } })),
  ).toBe(1);
});

test("short titles need all authors, year and venue; titles of no content never link", () => {
  const short = { title: "Deep Learning", authors: ["Y. LeCun", "Y. Bengio"], year: 2015, venue: "Nature" };
  expect(paperCount(record(short), record(short))).toBe(1);
  expect(paperCount(record(short), record({ ...short, venue: undefined }))).toBe(2);
  expect(paperCount(record(short), record({ ...short, authors: ["Y. LeCun"] }))).toBe(2);
  expect(paperCount(record({ ...short, title: "Editorial" }), record({ ...short, title: "Editorial" }))).toBe(2);
  const generic = { ...short, title: "Introduction to the Special Issue: Editors' Foreword" };
  expect(paperCount(record(generic), record(generic))).toBe(2);
});

test("abstracts link records without titles; short ones do not", () => {
  const listed = record({
    abstract: ABSTRACT.replaceAll(" ", ""),
    ids: { arxiv: "2101.00001" },
    format: "arxiv-author-listing",
  });
  const page = record({ abstract: ABSTRACT, title: "T", authors: ["A"], format: "acl-author-page" });
  const { papers } = linkRecords([listed, page]);
  expect(papers.length).toBe(1);
  expect(papers[0]).toMatchObject({ id: "2101.00001", title: "T", authors: [{ name: "A" }], records: [0, 1] });
  expect(paperCount(record({ abstract: "We prove it." }), record({ abstract: "We prove it." }))).toBe(2);
});

test("a record that fits two papers does not make them one", () => {
  const left = record({ title: LONG, authors: ["Ada Lovelace"], year: 2020, ids: { doi: "10.1/x" } });
  const right = record({ title: LONG, authors: ["Ada Lovelace"], year: 2020, ids: { doi: "10.1/y" } });
  const between = record({ title: LONG, authors: ["Ada Lovelace"], year: 2020 });
  expect(paperCount(left, right, between)).toBe(2);
});

test("the longest author list counts, a whole one before a truncated one", () => {
  const ids = { doi: "10.1/x" };
  const short = record({ ids, authors: ["A", "B"] });
  const long = record({ ids, authors: ["A", "B", "C"], format: "acl-author-page" });
  const cut = record({ ids, authors: ["A", "B", "C", "D"], truncated: true });
  expect(linkRecords([short, long]).papers[0].authors.length).toBe(3);
  expect(linkRecords([short, long, cut]).papers[0].authors.length).toBe(3);
  expect(codes(short, long)).toContain("author-lists-differ");
});

test("names of one authorship are aligned, and other forms are kept", () => {
  const ids = { doi: "10.1/x" };
  const chosen = record({ ids, authors: ["Dong Hyeon Jeon", "Jung-Woo Ha", "Nako Sung"] });
  const page = record({ ids, authors: ["Jeon Dong Hyeon", "Jung-woo Ha", "N. Sung"], format: "acl-author-page" });
  const { papers, findings } = linkRecords([page, chosen]);
  expect(papers[0].authors.map((author) => [author.name, author.otherForms])).toEqual([
    ["Dong Hyeon Jeon", ["Jeon Dong Hyeon"]],
    ["Jung-Woo Ha", ["Jung-woo Ha"]],
    ["Nako Sung", ["N. Sung"]],
  ]);
  const [differ] = findings.filter((finding) => finding.code === "names-differ");
  expect(differ.detail).toBe("“Jeon Dong Hyeon” here for “Dong Hyeon Jeon”, “N. Sung” here for “Nako Sung”.");
  expect(findings.map((finding) => finding.code)).toEqual(["names-differ", "records-linked"]);
});

test("names find their place by their parts, by family name and initial, wherever they stand", () => {
  const ids = { doi: "10.1/x" };
  const chosen = record({ ids, authors: ["Dong Hyeon Jeon", "Jung-Woo Ha", "Nako Sung", "Kang Min Yoo"] });
  const other = record({ ids, authors: ["N. Sung", "Jeon Dong Hyeon", "Somebody Else"], format: "acl-author-page" });
  const { papers, findings } = linkRecords([chosen, other]);
  expect(papers[0].authors.map((author) => author.otherForms)).toEqual([["Jeon Dong Hyeon"], [], ["N. Sung"], []]);
  const [lists] = findings.filter((finding) => finding.code === "author-lists-differ");
  expect(lists.detail).toBe(
    "3 authors here, 4 were kept; missing here: “Jung-Woo Ha”, “Kang Min Yoo”; only here: “Somebody Else”.",
  );
  expect(findings.map((finding) => finding.code)).toContain("author-order-differs");
});

test("the more structured format chooses, whatever the values", () => {
  const ids = { doi: "10.1/x" };
  const formats = ["acl-author-page", "arxiv-author-listing", "bibtex"];
  for (const [best, worse] of [
    [2, 1],
    [2, 0],
    [1, 0],
  ]) {
    for (const [good, bad] of ["AZ", "ZA"]) {
      const chosen = record({ ids, title: good, authors: [good], format: formats[best] });
      const other = record({ ids, title: bad, authors: [bad], format: formats[worse] });
      expect(linkRecords([other, chosen]).papers[0]).toMatchObject({ title: good, authors: [{ name: good }] });
    }
  }
});

test("two names of one paper that fold alike stay two authorships", () => {
  const ids = { doi: "10.1/x" };
  const authors = ["Daehee Kim", "Dae Hee Kim"];
  const { papers } = linkRecords([record({ ids, authors }), record({ ids, authors, format: "arxiv-author-listing" })]);
  expect(papers[0].authors.map((author) => [author.name, author.otherForms])).toEqual([
    ["Daehee Kim", []],
    ["Dae Hee Kim", []],
  ]);
});

test("the earliest date counts, and a year does not contradict a day of it", () => {
  const ids = { doi: "10.1/x" };
  const dated = (date: string) => record({ ids, date, year: Number(date.slice(0, 4)) });
  expect(linkRecords([dated("2022"), dated("2022-10-07")]).papers[0].date).toBe("2022-10-07");
  expect(codes(dated("2022"), dated("2022-10-07"))).not.toContain("dates-differ");
  expect(linkRecords([dated("2023"), dated("2022-10-07")]).papers[0]).toMatchObject({ date: "2022-10-07", year: 2022 });
  expect(codes(dated("2023"), dated("2022-10-07"))).toContain("dates-differ");
});

test("titles and venues that differ are findings, unless only case and punctuation differ", () => {
  const ids = { doi: "10.1/x" };
  expect(codes(record({ ids, title: "A: B", authors: ["X"] }), record({ ids, title: "a b" }))).toEqual([
    "records-linked",
  ]);
  const differing = codes(
    record({ ids, title: "A", venue: "V", authors: ["X"] }),
    record({ ids, title: "B", venue: "arXiv preprint" }),
    record({ ids, title: "B", venue: "W" }),
  );
  expect(differing.sort()).toEqual(["records-linked", "titles-differ", "venues-differ"]);
});

test("a paper without authors is reported with its records", () => {
  const { findings } = linkRecords([record({ title: LONG })]);
  expect(findings).toMatchObject([{ code: "authors-missing", severity: "warning", file: "a.bib" }]);
});

test("a record that says nothing is no paper, and one with an identifier or an abstract is", () => {
  const silent = record({ venue: "Nowhere", year: 2000 });
  const known = [
    record({ ids: { doi: "10.1/x" } }),
    record({ abstract: ABSTRACT }),
    record({ groupAuthors: ["CERN"] }),
  ];
  const linked = linkRecords([silent, ...known]);
  expect([linked.papers.length, linked.paperOfRecord[0], linked.records.length]).toEqual([3, null, 4]);
  // Its reader told of it.
  expect(linked.findings.filter(({ record: at }) => at === silent.source.record)).toEqual([]);
});

test("what a reader has told is not told once more, and what it could not know is", () => {
  const ids = { arxiv: "2101.00001" };
  expect(codes(record({ ids }))).toEqual([]);
  expect(codes(record({ ids, format: "arxiv-author-listing" }))).toEqual(["authors-missing"]);
});

test("a year that no paper is of is left out and told, and any other date counts before it", () => {
  const ids = { doi: "10.1/x" };
  for (const year of [1449, 2100, 3023]) {
    const odd = record({ ids, title: LONG, authors: ["X"], year, date: `${year}-01-02` });
    const { papers, findings } = linkRecords([odd]);
    expect([papers[0].year, papers[0].date, findings.map(({ code }) => code)]).toEqual([
      undefined,
      undefined,
      ["year-out-of-range"],
    ]);
    expect(linkRecords([odd, record({ ids, year: 2001 })]).papers[0]).toMatchObject({ year: 2001, date: "2001" });
  }
  for (const year of [1450, 2099]) expect(linkRecords([record({ ids, year })]).papers[0].year).toBe(year);
});

test("of an authorship's forms the one with its initials written out is kept, whichever record has it", () => {
  const ids = { doi: "10.1/x" };
  const short = record({ ids, title: "A", authors: ["M. Ali", "Grace B. Hopper", "Ada Lovelace"] });
  const full = record({ ids, title: "A", authors: ["Mohammad Ali", "Grace Brewster Hopper", "A. Lovelace"] });
  const namesOf = (...records: SourceRecord[]) =>
    linkRecords(records).papers[0].authors.map(({ name, otherForms }) => [name, ...otherForms]);
  const expected = [
    ["Mohammad Ali", "M. Ali"],
    ["Grace Brewster Hopper", "Grace B. Hopper"],
    ["Ada Lovelace", "A. Lovelace"],
  ];
  expect(namesOf(short, full)).toEqual(expected);
  expect(namesOf(full, short)).toEqual(expected);
  expect(codes(short, full).sort()).toEqual(["names-differ", "names-differ", "records-linked"]);
});

test("a venue written out counts before its abbreviation", () => {
  const ids = { doi: "10.1/x" };
  const venueOf = (...venues: string[]) => linkRecords(venues.map((venue) => record({ ids, venue }))).papers[0].venue;
  expect(venueOf("J. Comput. Sci.", "Journal of Computer Science")).toBe("Journal of Computer Science");
  expect(venueOf("EMNLP", "Empirical Methods in Natural Language Processing")).toMatch(/^Empirical/);
  // Neither is the other's.
  expect(venueOf("Nature", "Science of Nature")).toBe("Nature");
});

test("a paper is named by the first identifier there is, else by title, year and first author", () => {
  const ids = { acl: "P19-1023", arxiv: "2101.00001", doi: "10.1/x", pmid: "7", openalex: "W1" };
  expect(paperId(ids, "T", 2020, "A")).toBe("P19-1023");
  expect(paperId({ ...ids, acl: undefined }, "T", 2020, "A")).toBe("2101.00001");
  expect(paperId({ doi: "10.1/x", pmid: "7" }, "T", 2020, "A")).toBe("10.1/x");
  expect(paperId({ pmid: "7", openalex: "W1" }, "T", 2020, "A")).toBe("pmid:7");
  expect(paperId({ openalex: "W1" }, "T", 2020, "A")).toBe("W1");
  expect(paperId({}, "Ä Title!", 2020, "Ada L.")).toMatch(/^h-[0-9a-f]{16}$/);
  expect(paperId({}, "Ä Title!", 2020, "Ada L.")).toBe(paperId({}, "a title", 2020, "ada l"));
  expect(paperId({}, "Ä Title!", 2020, "Ada L.")).not.toBe(paperId({}, "a title", 2021, "ada l"));
});

test("papers that are named alike get ids of their own, and papers stay sorted by id", () => {
  const twins = [1, 2, 3].map(() => record({ title: "Editorial", authors: ["X"], year: 2020 }));
  const doi = { doi: "10.1/x" };
  const strangers = [
    record({ ids: doi, title: "One", authors: ["A"], year: 1990 }),
    record({ ids: doi, title: "Two", authors: ["B"], year: 2000 }),
    record({ ids: { doi: "10.1/x-a" } }),
  ];
  const ids = linkRecords([...twins, ...strangers]).papers.map((paper) => paper.id);
  expect(new Set(ids).size).toBe(6);
  expect(ids).toEqual([...ids].sort());
});

test("neither the order of records nor anything left over from it shows in the result", () => {
  const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const drawn = fc.record({
    doi: some("10.1/x", "10.1/y"),
    arxiv: some("2101.00001"),
    title: some(LONG, `${LONG} again`, "Editorial", "Short"),
    abstract: some(ABSTRACT),
    year: some(2019, 2020, 2025),
    authors: fc.constantFrom([], ["Ada Lovelace"], ["A. Lovelace", "C. Babbage"], ["Grace Hopper"]),
    format: fc.constantFrom("bibtex", "arxiv-author-listing", "acl-author-page"),
    file: fc.constantFrom("a", "b"),
  });
  const lists = fc.array(drawn, { maxLength: 12 }).chain((list) => {
    const records = list.map(({ doi, arxiv, file, ...rest }, index) => {
      const made = record({ ...rest, ids: { doi, arxiv } });
      return { ...made, source: { ...made.source, file, record: index + 1, line: index + 1 } };
    });
    return fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }));
  });
  fc.assert(
    fc.property(lists, ([records, shuffled]) => {
      const linked = linkRecords(records);
      expect(linkRecords(shuffled)).toEqual(linked);
      const says = ({ title, abstract, ids, authors }: SourceRecord) =>
        [title, abstract, ids.doi, ids.arxiv, authors[0]].some((part) => part !== undefined);
      const known = linked.records.flatMap((one, i) => (says(one) ? [i] : []));
      expect(linked.papers.flatMap((paper) => paper.records).sort((a, b) => a - b)).toEqual(known);
      linked.paperOfRecord.forEach((paper, index) => {
        if (known.includes(index)) expect(linked.papers[paper ?? -1].records).toContain(index);
        else expect(paper).toBe(null);
      });
      for (const paper of linked.papers) {
        const longest = Math.max(...paper.records.map((index) => linked.records[index].authors.length));
        expect(paper.authors.length).toBe(longest);
      }
    }),
    { numRuns: 300 },
  );
});

test("a file whose keys or columns are guessed gives way to one with fields of its own", () => {
  for (const format of ["json", "csv"]) {
    const guessed = record({ ids: { doi: "10.1000/x" }, title: "A TITLE", venue: "A Guess", format });
    const known = record({ ids: { doi: "10.1000/x" }, title: "A Title", venue: "Journal", format: "ris" });
    expect(linkRecords([guessed, known]).papers[0]).toMatchObject({ title: "A Title", venue: "Journal" });
  }
});
