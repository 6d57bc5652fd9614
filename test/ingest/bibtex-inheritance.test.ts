import { expect, test } from "vitest";
import { bibtex } from "../../src/ingest/bibtex/bibtex.ts";
import { LIMITS } from "../../src/ingest/limits.ts";
import { codes, readText } from "./reading.ts";

/** Records in the order of the file, whatever the order in which they were handed over. */
function read(text: string) {
  const { records, findings } = readText(bibtex, text);
  return { records: records.toSorted((a, b) => a.source.record - b.source.record), findings };
}

const CHILD = "@inproceedings{tea, title = {On tea}, author = {Ada Lovelace}, crossref = {Pot}}\n";
const PARENT =
  "@proceedings{pot, title = {Proceedings of the Pot}, year = 2019, month = may, editor = {Grace Hopper}, doi = {10.1000/pot}}\n";

test("a paper of a volume takes its title, date and editors, and neither its identifiers nor its title as its own", () => {
  const { records, findings } = read(CHILD + PARENT);
  expect(findings).toEqual([]);
  expect(records).toHaveLength(2);
  expect(records[0]).toEqual({
    source: { file: "test", format: "bibtex", record: 1, line: 1 },
    ids: {},
    title: "On tea",
    authors: [{ name: "Ada Lovelace" }],
    editors: [{ name: "Grace Hopper" }],
    year: 2019,
    date: "2019-05",
    venue: "Proceedings of the Pot",
    type: "inproceedings",
  });
  expect(records[1]).toMatchObject({ title: "Proceedings of the Pot", authors: [], ids: { doi: "10.1000/pot" } });
});

test("the parent may stand before, as in biblatex, or behind, as in BibTeX, in chunks of any size", () => {
  const venues = (text: string, size: number) =>
    readText(bibtex, text, size).records.map(({ venue, title }) => [title, venue]);
  for (const size of [1, 7, 10_000]) {
    expect(venues(PARENT + CHILD, size)).toContainEqual(["On tea", "Proceedings of the Pot"]);
    expect(venues(CHILD + PARENT, size)).toContainEqual(["On tea", "Proceedings of the Pot"]);
  }
});

test("an heir is handed over as soon as the last of its ancestors has come, and one that lacks any at the end", () => {
  const order = (text: string) => readText(bibtex, text).records.map(({ title }) => title);
  const early = "@misc{e, title = {Early}}\n";
  const late = "@misc{l, title = {Late}}\n";
  expect(order(CHILD + early + PARENT + late)).toEqual(["Early", "On tea", "Proceedings of the Pot", "Late"]);
  const lost = "@misc{x, title = {Lost}, crossref = {nowhere}}\n";
  expect(order(lost + CHILD + early + late)).toEqual(["Early", "Late", "Lost", "On tea"]);
  const book = "@book{pot, title = {Pot}, xdata = {series, nobody}, crossref = {whole}}\n";
  const rest = "@mvbook{whole, title = {Whole}, year = 1999}\n@xdata{series, editor = {Grace Hopper}}\n";
  const whole = readText(bibtex, CHILD + book.replace(", nobody", "") + early + rest + late);
  expect(whole.findings).toEqual([]);
  expect(whole.records.map(({ title, year }) => [title, year])).toEqual([
    ["Early", undefined],
    ["Whole", 1999],
    ["On tea", 1999],
    ["Pot", 1999],
    ["Late", undefined],
  ]);
  expect(order(CHILD + book + early + rest + late)).toEqual(["Early", "Whole", "Late", "On tea", "Pot"]);
});

test("more than the limit holds may inherit where every parent follows its children", () => {
  const pair = (i: number) =>
    `@misc{c${i}, title = {C}, crossref = {p${i}}, note = {${"x".repeat(5_000_000)}}}\n@book{p${i}, title = {P${i}}}\n`;
  const { records, findings } = read(Array.from({ length: 8 }, (_, i) => pair(i)).join(""));
  expect(findings).toEqual([]);
  expect(records.map(({ venue }) => venue)).toEqual(Array.from({ length: 8 }, (_, i) => [`P${i}`, undefined]).flat());
});

test("what the entry says itself is kept, and its date is not mixed with the parent's", () => {
  const own = "@incollection{c, title = {C}, booktitle = {Mine}, date = 2001, crossref = {pot}}\n";
  expect(read(own + PARENT).records[0]).toMatchObject({ venue: "Mine", date: "2001" });
});

test("what @string names is what it named where the entry stands", () => {
  const text = `@string{v = {First}}\n@inproceedings{a, title = v, crossref = {p}}\n@string{v = {Second}}\n@proceedings{p, title = v}\n`;
  expect(read(text).records.map(({ title, venue }) => [title, venue])).toEqual([
    ["First", "Second"],
    ["Second", undefined],
  ]);
});

test("a part takes the title of its book and not its authors, an article its periodical, a volume the title of the whole", () => {
  const book =
    "@inbook{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, author = {Ada Lovelace}, crossref = {m}}\n";
  const { records } = read(`${book}@mvbook{m, title = {M}, date = 1843}\n`);
  expect(records[0]).toMatchObject({ venue: "B", year: 1843, authors: [] });
  expect(records[1]).toMatchObject({ title: "B", venue: "M", year: 1843 });
  const article = read("@article{a, title = {A}, crossref = {p}}\n@periodical{p, title = {P}, year = 2000}\n");
  expect(article.records[0]).toMatchObject({ venue: "P", year: 2000 });
});

test("a container of data gives every field, is no record, and may name others", () => {
  const data = "@xdata{x, author = {Ada Lovelace}, xdata = {y}}\n@xdata{y, doi = {10.1000/182}, year = 1999}\n";
  const { records, findings } = read(`@article{a, title = {A}, xdata = {x, X}}\n${data}`);
  expect(findings).toEqual([]);
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({ year: 1999, ids: { doi: "10.1000/182" }, authors: [{ name: "Ada Lovelace" }] });
});

test("a container that nobody names is told, with its line and as no record", () => {
  const { records, findings } = read("@misc{a, title = {A}}\n@xdata{x, year = 1999}\n");
  expect(records).toHaveLength(1);
  expect(findings).toEqual([expect.objectContaining({ code: "xdata-unused", line: 2 })]);
  expect(findings[0].record).toBeUndefined();
});

test("a circle, and a parent that is not there, cost what would have been inherited and are told", () => {
  const circle =
    "@proceedings{a, title = {A}, crossref = {b}}\n@proceedings{b, title = {B}, year = 2000, crossref = {a}}\n";
  expect(codes(read(circle))).toEqual(["crossref-circular", "crossref-circular"]);
  expect(read(circle).records[0]).toMatchObject({ title: "A", venue: "B", year: 2000 });
  expect(codes(read("@book{a, title = {A}, crossref = {a}}"))).toEqual(["crossref-circular"]);
  expect(codes(read("@xdata{x, xdata = {y}}\n@xdata{y, xdata = {x}}\n@misc{a, title = {A}, xdata = {x}}"))).toEqual([]);
  expect(read(CHILD).records).toHaveLength(1);
  expect(read(CHILD).findings).toEqual([expect.objectContaining({ code: "crossref-missing", record: 1 })]);
});

test("of entries with one key the first is inherited from", () => {
  const second = "@proceedings{pot, title = {Another}}\n";
  expect(read(CHILD + PARENT + second).records[0].venue).toBe("Proceedings of the Pot");
});

/** `count` entries, each the parent of the one before; the last alone has a year. */
function chain(count: number): string {
  const entries = Array.from({ length: count }, (_, i) => `@book{b${i}, title = {T}, crossref = {b${i + 1}}}\n`);
  return `${entries.join("")}@book{b${count}, title = {T}, year = 1900}\n`;
}

test("an entry inherits over as many entries as the limit says, and not over one more", () => {
  const fits = read(chain(LIMITS.ancestors));
  expect(codes(fits)).toEqual([]);
  expect(fits.records[0].year).toBe(1900);
  const over = read(chain(LIMITS.ancestors + 1));
  expect(codes(over)).toEqual(["crossref-deep"]);
  expect(over.records.map(({ year }) => year)).toEqual([undefined, ...Array(LIMITS.ancestors + 1).fill(1900)]);
});

test("what is held for inheritance is bounded: who finds no room goes without and is told", () => {
  // An heir holds its key and the names and values of its fields: 1 + 8 + 1 + 4 characters and those of the note.
  const heirs = (length: number) => {
    const third = Math.floor(length / 3);
    const lengths = [third, third, length - 2 * third];
    return lengths.map((one, i) => `@misc{${i}, crossref={p}, note={${"x".repeat(one - 14)}}}\n`).join("");
  };
  // The parent holds its key, the name and the value of its title: 1 + 5 + 1.
  const parent = "@proceedings{p, title={P}}\n";
  const venues = (length: number) => read(heirs(length) + parent).records.map(({ venue }) => venue);
  expect(venues(LIMITS.inheritance - 7)).toEqual(["P", "P", "P", undefined]);
  expect(venues(LIMITS.inheritance - 6)).toEqual([undefined, undefined, undefined, undefined]);
  const over = read(heirs(LIMITS.inheritance + 1) + parent);
  expect(over.records.map(({ venue }) => venue)).toEqual(["P", "P", undefined, undefined]);
  expect(over.findings.filter(({ code }) => code === "crossref-missing").map(({ record }) => record)).toEqual([3]);
});

test("many children of one long list cost no more than a bounded multiple of the file", () => {
  const children = 2_000;
  const list = Array.from({ length: 20_000 }, (_, i) => `Ada ${"x".repeat(20)}${i}`).join(" and ");
  const text = `@book{p, title = {P}, editor = {${list}}}\n${"@inbook{c, title={C}, crossref={p}}\n".repeat(children)}`;
  const { records, findings } = read(text);
  expect(records).toHaveLength(children + 1);
  expect(findings.some(({ code }) => code === "crossref-cut")).toBe(true);
  const inherited = records.slice(1).filter(({ editors }) => editors !== undefined).length;
  expect(inherited * list.length).toBeLessThanOrEqual(LIMITS.expansionLength + LIMITS.expansionRatio * text.length);
  expect(inherited).toBeGreaterThan(0);
});
