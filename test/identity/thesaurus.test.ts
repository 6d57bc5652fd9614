import { expect, test } from "vitest";
import { identifyAuthors } from "../../src/identity/identify-authors.ts";
import { readIdentityFile } from "../../src/identity/thesaurus.ts";
import { listedPapers } from "./listed-papers.ts";

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

/** The people of papers with these authors, by a thesaurus, as the names they are shown with and their forms. */
function peopleBy(thesaurus: string, ...lists: readonly (readonly string[])[]) {
  const papers = listedPapers(lists);
  const { decisions } = readIdentityFile(`label\treplace by\n${thesaurus}`);
  const { authors, findings } = identifyAuthors(papers, { decisions, preset: "normal" });
  return {
    people: authors.map(({ name, forms }) => `${name}: ${forms.map((form) => form.name).join(", ")}`).sort(),
    findings: findings.map(({ code, detail }) => `${code}: ${detail}`),
  };
}

test("names with one replacement are one person, also where nobody has the replacement", () => {
  const lists = [["Mary Stone", "Ada Byron"], ["Mary Wood"], ["Mia Stone-Wood"]];
  const thesaurus = (written: string) =>
    `stone, mary\t${written}\nwood, mary\t${written}\nmia stone wood\t${written}\n`;
  const one = ["Ada Byron: Ada Byron", "Mary Hill: Mary Stone, Mary Wood, Mia Stone-Wood"];
  expect(peopleBy(thesaurus("Hill, Mary"), ...lists)).toEqual({ people: one, findings: [] });
  const small = [one[0], one[1].replace("Mary Hill", "mary hill")];
  expect(peopleBy(thesaurus("hill, mary"), ...lists)).toEqual({ people: small, findings: [] });
});

test("one name that gets a new one is shown so, and nothing is found fault with", () => {
  expect(peopleBy("stone, mary\tHill, Mary\n", ["Mary Stone"])).toEqual({
    people: ["Mary Hill: Mary Stone"],
    findings: [],
  });
});

test("two names of one paper stay two, whatever replaces them", () => {
  const { people, findings } = peopleBy("stone, mary\tHill, Mary\nwood, mary\tHill, Mary\n", [
    "Mary Stone",
    "Mary Wood",
  ]);
  expect(people).toEqual(["Mary Hill: Mary Stone", "Mary Hill: Mary Wood"]);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatch(/^decision-contradicted: .* but they stand together on a paper\.$/);
});

test("a name that is the same as one that nobody has, and nothing else, is told", () => {
  const { people, findings } = peopleBy("stone, mary\thill, mary\n", ["Mary Stone"]);
  expect(people).toEqual(["Mary Stone: Mary Stone"]);
  expect(findings).toEqual(['decision-idle: Nobody is called "mary hill": the decision does nothing.']);
});
