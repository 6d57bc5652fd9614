import { expect, test } from "vitest";
import { readIdentityFile } from "../../src/identity/thesaurus.ts";

test("a thesaurus of VOSviewer says who is the same and how they are shown", () => {
  const { decisions, findings } = readIdentityFile(
    "label\treplace by\nha, j.-w.\tHa, Jung-Woo\nkim, h\tkim, hana\nbyron, ada\tByron, Ada\n",
  );
  expect(findings).toEqual([]);
  expect(decisions).toEqual([
    { action: "display", one: { name: "ada byron", papers: [] }, label: "Ada Byron" },
    { action: "display", one: { name: "j.-w. ha", papers: [] }, label: "Jung-Woo Ha" },
    { action: "same", one: { name: "h kim", papers: [] }, other: { name: "hana kim", papers: [] } },
    { action: "same", one: { name: "j.-w. ha", papers: [] }, other: { name: "Jung-Woo Ha", papers: [] } },
  ]);
});

test("a name that a thesaurus leaves out is told: here nobody is left out", () => {
  const { decisions, findings } = readIdentityFile("Label\tReplaced by\nanonymous\t\n\tHa, J.\n", "thesaurus.txt");
  expect(decisions).toEqual([]);
  expect(findings.map(({ file, line, detail }) => `${file}:${line}: ${detail}`)).toEqual([
    "thesaurus.txt:2: This decision is not followed: it leaves a name out, and here nobody is left out.",
    "thesaurus.txt:3: This decision is not followed: it lacks the label.",
  ]);
});

test("names with more than one comma stay as they are", () => {
  const { decisions } = readIdentityFile("label\treplace by\nking, martin luther, jr.\tking, martin\n");
  expect(decisions).toMatchObject([{ one: { name: "martin king" }, other: { name: "king, martin luther, jr." } }]);
});

test("which of the two a file is, its content says", () => {
  expect(readIdentityFile("# decided in May\naction\tname\tother\nsame\tA Kim\tB Kim\n").decisions).toHaveLength(1);
  expect(readIdentityFile("").decisions).toEqual([]);
});
