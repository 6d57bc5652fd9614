import { expect, test } from "vitest";
import { aclXml, anthologyId } from "../../src/ingest/acl-xml.ts";
import { arxivAtom } from "../../src/ingest/arxiv-atom.ts";
import { dblpXml } from "../../src/ingest/dblp-xml.ts";
import { endnoteXml } from "../../src/ingest/endnote-xml.ts";
import { pubmedXml } from "../../src/ingest/pubmed-xml.ts";
import type { SourceRecord } from "../../src/model/record.ts";
import { codes, fixture, readText } from "./reading.ts";

const titles = (records: readonly SourceRecord[]) => records.map((record) => record.title);

test("PubMed's articles keep people, groups, iDs, parts of names and abstracts, and the cited are no ids of theirs", () => {
  const { records, findings } = readText(pubmedXml, fixture("happy-pubmed.xml"));
  expect(findings).toEqual([]);
  expect(records[0]).toEqual({
    source: { file: "test", format: "pubmed-xml", record: 1, line: 5 },
    ids: { pmid: "10000001", doi: "10.1000/eng.1" },
    title: "On H2O & steam.",
    authors: [
      {
        name: "Ada K Lovelace Jr",
        given: "Ada K",
        family: "Lovelace",
        suffix: "Jr",
        orcid: "0000-0002-1825-0097",
        affiliations: ["Ockham Park, Surrey.", "London."],
      },
      { name: "C Babbage", given: "C", family: "Babbage", orcid: "0000-0002-1825-0097" },
    ],
    truncated: true,
    groupAuthors: ["Analytical Society"],
    year: 2015,
    date: "2015-12-09",
    venue: "Journal of Engines",
    type: "Journal Article",
    abstract: "METHODS: We boil. It turns.",
    keywords: ["engines", "Steam"],
  });
});

test("a chapter in PubMed has its own authors, and the editors of its book", () => {
  expect(readText(pubmedXml, fixture("happy-pubmed.xml")).records[1]).toMatchObject({
    title: "Punched cards",
    venue: "Handbook of Looms",
    type: "Book Chapter",
    authors: [{ name: "Basile Bouchon" }],
    editors: [{ name: "Jacques Vaucanson" }],
    year: 2009,
  });
});

test("a broken record in XML costs itself, and what can be read of it is kept", () => {
  const { records, findings } = readText(pubmedXml, fixture("nasty-pubmed.xml"));
  expect(titles(records)).toEqual([
    "Never closed &undefined; entity",
    "Wrong end tag, 1 < 2 & R&D",
    undefined,
    undefined,
    "</PubmedArticle> & <PubmedArticle>",
    "Cut off by the end of the fi",
  ]);
  expect(records.map(({ source }) => [source.record, source.line])).toEqual([
    [1, 1],
    [2, 3],
    [3, 5],
    [4, 6],
    [5, 7],
    [6, 8],
  ]);
  expect(findings.map(({ code, line, record }) => [code, line, record])).toEqual([
    ["record-unclosed", 1, 1],
    ["xml-malformed", 3, 2],
    ["entry-empty", 5, 3],
    ["entry-empty", 6, 4],
    ["record-unclosed", 8, 6],
  ]);
  expect(records[1].date).toBe("1999");
});

test("dblp's numbers of namesakes are ids, its entities letters, its home pages no papers", () => {
  const { records, findings } = readText(dblpXml, fixture("happy-dblp.xml"));
  expect(records).toMatchObject([
    {
      ids: { doi: "10.1000/acta.1", arxiv: "1901.00001" },
      title: "On n2 & more...",
      authors: [
        { name: "Jürgen Müller", orcid: "0000-0002-1825-0097" },
        { name: "Wei Wang", ids: ["dblp:Wei Wang 0001"] },
        { name: "John Smith III", suffix: "III" },
      ],
      date: "2019-03",
      venue: "Acta X",
      url: "https://doi.org/10.1000/Acta.1",
    },
    { ids: { arxiv: "1901.00002" }, title: "A preprint", venue: "CoRR", type: "preprint" },
    { title: "Proceedings of X", authors: [], editors: [{ name: "Grace Hopper" }] },
  ]);
  expect(findings).toMatchObject([{ code: "home-pages-skipped", line: 16, detail: expect.stringMatching(/^1 /) }]);
});

test("dblp is read without a root, and from the answer of its search", () => {
  const { records, findings } = readText(dblpXml, fixture("nasty-dblp.xml"));
  expect(titles(records)).toEqual(["Without a root?", "Left open", "A > B & C", "Quoted > sign"]);
  expect(records[2].authors).toEqual([{ name: "Emmy Noether", ids: ["dblp:Emmy Noether 0002"] }]);
  expect(codes({ findings })).toEqual(["record-unclosed", "xml-malformed", "url-dropped"]);
  expect(readText(dblpXml, fixture("dblp-hits.xml")).records).toMatchObject([
    {
      ids: { doi: "10.1000/x.1" },
      title: "Looms and Engines",
      authors: [
        { name: "Ada Lovelace", ids: ["dblp:l/AdaLovelace"] },
        { name: "Charles Babbage", ids: ["dblp:b/CB"] },
      ],
      year: 2020,
    },
  ]);
});

test("arXiv's answers give papers, and their error messages a finding", () => {
  expect(readText(arxivAtom, fixture("happy-arxiv-atom.xml"))).toEqual({
    records: [
      {
        source: { file: "test", format: "arxiv-atom", record: 1, line: 5 },
        ids: { arxiv: "2101.00001", doi: "10.1000/eng.2" },
        title: "Steam at work",
        authors: [{ name: "Ada Lovelace", affiliations: ["Ockham Park"] }],
        groupAuthors: ["The ENGINE Collaboration"],
        year: 2021,
        date: "2021-01-04",
        venue: "J. Eng. 1 (2021)",
        type: "preprint",
        abstract: "We measure α.",
        url: "https://arxiv.org/abs/2101.00001",
        keywords: ["physics.hist-ph"],
      },
    ],
    findings: [],
  });
  const nasty = readText(arxivAtom, fixture("nasty-arxiv-atom.xml"));
  expect(titles(nasty.records)).toEqual(["No id", "Old id", "After"]);
  expect(codes(nasty)).toEqual(["identifier-unreadable", "record-unclosed", "answer-errors"]);
});

test.each([
  ["P19", "1", "23", "P19-1023"],
  ["P19", "1", "0", "P19-1000"],
  ["W19", "5", "7", "W19-0507"],
  ["W19", "12", "34", "W19-1234"],
  ["W06", "1", "100", "W06-01100"],
  ["C69", "1", "2", "C69-0102"],
  ["C70", "1", "2", "C70-1002"],
  ["D19", "4", "2", "D19-4002"],
  ["D19", "5", "2", "D19-0502"],
  ["D19", "50", "2", "D19-5002"],
  ["D18", "5", "2", "D18-5002"],
  ["2022.acl", "long", "1", "2022.acl-long.1"],
  ["2020.LREC", "1", "12", "2020.lrec-1.12"],
  ["2022.x y", "1", "1", undefined],
  ["P19", "long", "1", undefined],
  ["P19", "1", "", undefined],
])("paper %3$s of volume %2$s of collection %1$s has the id %4$s", (collection, volume, paper, id) => {
  expect(anthologyId(collection, volume, paper)).toBe(id);
});

test("a paper of the Anthology has what its volume says; editors are no authors, front matter no paper", () => {
  const { records, findings } = readText(aclXml, fixture("happy-acl.xml"));
  expect(findings).toEqual([]);
  expect(records).toEqual([
    {
      source: { file: "test", format: "acl-xml", record: 1, line: 11 },
      ids: { acl: "D19-1001", doi: "10.18653/v1/d19-1001" },
      title: "Attending to α² in NLP",
      authors: [
        {
          name: "Ada Lovelace",
          given: "Ada",
          family: "Lovelace",
          ids: ["acl:ada-lovelace"],
          affiliations: ["Ockham Park"],
        },
        { name: "Madonna", family: "Madonna" },
      ],
      editors: [{ name: "Grace Hopper", given: "Grace", family: "Hopper" }],
      year: 2019,
      date: "2019-11",
      venue: "Proceedings of EMNLP 2019",
      type: "inproceedings",
      abstract: "Short.",
      url: "https://aclanthology.org/D19-1001/",
    },
    {
      source: { file: "test", format: "acl-xml", record: 2, line: 22 },
      ids: { acl: "D19-5003" },
      title: "In a workshop",
      authors: [{ name: "茂松 孙", given: "茂松", family: "孙" }],
      year: 2019,
      date: "2019",
      venue: "Workshop",
      type: "inproceedings",
      url: "https://aclanthology.org/D19-5003/",
    },
  ]);
  const nasty = readText(aclXml, fixture("nasty-acl.xml"));
  expect(titles(nasty.records)).toEqual(["No id can be made", "Never closed", undefined, "<b>Escaped</b>"]);
  expect(nasty.records[1].authors).toEqual([{ name: "Ada", given: "Ada" }]);
});

test("EndNote's XML is read in its form of today and in capitals", () => {
  expect(readText(endnoteXml, fixture("happy-endnote.xml"))).toEqual({
    records: [
      {
        source: { file: "test", format: "endnote-xml", record: 1, line: 1 },
        ids: { doi: "10.1000/eng.3", pmid: "2158737" },
        title: "Steam in vivo",
        authors: [
          { name: "Ada Lovelace", given: "Ada", family: "Lovelace" },
          { name: "Martin King Jr.", given: "Martin", family: "King", suffix: "Jr." },
        ],
        groupAuthors: ["World Health Organization"],
        editors: [{ name: "G. Hopper", given: "G.", family: "Hopper" }],
        year: 1990,
        date: "1990-02",
        venue: "J Eng",
        type: "Journal Article",
        abstract: "Short.",
        url: "https://example.org/3",
        keywords: ["Steam"],
      },
    ],
    findings: [],
  });
  const old = readText(endnoteXml, fixture("nasty-endnote.xml"));
  expect(titles(old.records)).toEqual(["Old form", "Never closed", "After"]);
  expect(old.records[0]).toMatchObject({
    ids: { doi: "10.1000/eng.4" },
    authors: [{ name: "Ada Lovelace" }],
    truncated: true,
    venue: "J Eng",
    keywords: ["Steam"],
  });
  expect(old.records[0].year).toBeUndefined();
});
