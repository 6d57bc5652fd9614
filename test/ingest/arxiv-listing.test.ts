import { expect, test } from "vitest";
import { arxivListing } from "../../src/ingest/arxiv-listing.ts";
import { codes, fixture, readText } from "./reading.ts";

test("an abstract file and a listing give title, names, identifiers, first date and abstract", () => {
  const { records, findings } = readText(arxivListing, fixture("happy.abs"));
  expect(findings).toEqual([]);
  expect(records[0]).toMatchObject({
    source: { line: 3 },
    ids: { arxiv: "0704.0001", doi: "10.1103/physrevd.76.013009" },
    title: "Production of μ⁺ pairs at high energies",
    date: "2007-04-02",
    venue: "Phys.Rev.D76:013009,2007",
    abstract: "An abstract of two lines.",
  });
  expect(records[0].authors).toEqual([
    { name: "C. Balázs" },
    { name: "E. L. Berger" },
    { name: "M. Finger Jr.", suffix: "Jr." },
    { name: "C.-P. Yuan" },
  ]);
});

test("a collaboration before a colon is a group, and “et al.” a shortened list", () => {
  const { records } = readText(arxivListing, fixture("happy.abs"));
  expect(records[1]).toMatchObject({
    ids: { arxiv: "astro-ph/9303001" },
    authors: [{ name: "A. One" }, { name: "B. Two" }],
    groupAuthors: ["The CMS and LHCb Collaborations"],
    truncated: true,
  });
  expect(records[1].authors).toHaveLength(2);
});

test("an entry without date, names or id is kept and told; an id within an abstract begins nothing", () => {
  const result = readText(arxivListing, fixture("nasty.abs"));
  expect(result.records.map((record) => record.title)).toEqual(["No date and no authors", "Revised"]);
  expect(result.records[1]).toMatchObject({
    authors: [{ name: "Adam" }],
    groupAuthors: ["the STACEE Collaboration"],
    date: "2023-06-08",
  });
  expect(codes(result)).toEqual(["identifier-unreadable", "authors-missing", "date-unreadable"]);
});
