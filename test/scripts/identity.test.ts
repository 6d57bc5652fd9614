import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workingFolder } from "./working-folder.ts";

/** "Jaewoo Kang" and "Jaewook Kang" may be a slip, or two; "Dae Hee Kim" and "Daehee Kim" stand together. */
const PAPERS = `
@article{a, title={Maps of orchards in spring}, author={Na-Hyeon Ryu and Jaewoo Kang and Mary Somerville}, year={2020}}
@article{b, title={Maps of orchards in autumn}, author={Nahyeon Ryu and Jaewook Kang and Mary Somerville}, year={2021}}
@article{c, title={Names of rivers}, author={Dae Hee Kim and Daehee Kim and Mary Somerville}, year={2022}}
`;

const folder = workingFolder({ "papers.bib": PAPERS });
const coterie = (...args: readonly string[]) => folder.coterie(args);
const write = (name: string, text: string) => writeFileSync(folder.at(name), text);
const authorsOf = (...args: readonly string[]) => JSON.parse(coterie("stats", ...args, "--json").stdout).counts.authors;

test("identity counts who is who, of inputs and of their dataset alike", () => {
  const text = coterie("identity", "papers.bib");
  expect(text).toMatchObject({ status: 0, stderr: "" });
  expect(text.stdout).toMatch(
    /^9 authorships, 7 names, 7 name nodes, \d authors \(normal\)\nAuthors by preset: strict \d/,
  );
  expect(text.stdout).toContain("Refused: 1 on one paper");
  expect(coterie("build", "papers.bib", "-o", "map").status).toBe(0);
  const ofInputs = coterie("identity", "papers.bib", "--json").stdout;
  expect(coterie("identity", "map", "--json").stdout).toBe(ofInputs);
  const { authors, preset } = JSON.parse(ofInputs);
  expect(authors[preset]).toBe(authorsOf("map"));
  expect(authors.strict).toBeGreaterThanOrEqual(authors.normal);
  expect(authors.normal).toBeGreaterThanOrEqual(authors.generous);
}, 60_000);

test("what is suggested becomes a decision by one word, and a build follows it", () => {
  const suggested = coterie("identity", "papers.bib", "--suggest").stdout;
  const [header, ...rows] = suggested.trimEnd().split("\n");
  expect(header).toMatch(/^action\tname\tpapers\tother\tother_papers\tlabel\tnow\tscore\t/);
  const kang = rows.find((row) => row.startsWith("?\tJaewoo Kang\t\tJaewook Kang\t")) ?? "";
  expect(kang).toMatch(/\tone letter differs in the given name [^\t]*\t1\t1\t2020\t2021\t[^\t]*Mary Somerville\t/);
  const answered = (answer: string) => suggested.replace(kang, kang.replace("?", answer));
  write("review.tsv", suggested);
  write("same.tsv", answered("same"));
  write("different.tsv", answered("different"));
  const undecided = coterie("identity", "papers.bib", "--identity", "review.tsv", "--json").stdout;
  expect(JSON.parse(undecided).decisions).toEqual({ given: 0, idle: 0, contradicted: 0 });
  for (const name of ["same", "different"]) {
    expect(coterie("build", "papers.bib", "--identity", `${name}.tsv`, "-o", name)).toMatchObject({ status: 0 });
  }
  expect(authorsOf("same")).toBe(authorsOf("different") - 1);
  // What has been decided is not asked again.
  expect(coterie("identity", "same", "--suggest").stdout).not.toContain("Jaewoo Kang");
  // A dataset can be looked at with decisions that it was not made with.
  expect(coterie("build", "papers.bib", "-o", "plain").status).toBe(0);
  expect(authorsOf("plain", "--identity", "same.tsv")).toBe(authorsOf("same"));
}, 120_000);

test("explain gives every name form, every case with its waterfall, and what the other answer would change", () => {
  const { status, stdout } = coterie("identity", "papers.bib", "--explain", "dae hee kim");
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^Dae Hee Kim \(a[0-9a-f]{12}\): 1 paper, 2022, 2 coauthors\n {2}written “Dae Hee Kim” \(1\)\n/,
  );
  expect(stdout).toContain(
    "“Dae Hee Kim” (1 paper, 2022) ~ “Daehee Kim” (1 paper, 2022): two people: both on one paper",
  );
  expect(stdout).toMatch(/the same letters with other spaces or hyphens \+\d\.\d; /);
  const [ryu] = JSON.parse(coterie("identity", "papers.bib", "--explain", "Nahyeon Ryu", "--json").stdout);
  expect(ryu).toMatchObject({
    papers: 2,
    first_year: 2020,
    last_year: 2021,
    forms: [
      { name: "Na-Hyeon Ryu", authorships: 1 },
      { name: "Nahyeon Ryu", authorships: 1 },
    ],
    joined: [
      {
        relation: "spacing",
        outcome: "merged",
        joined: true,
        joint_coauthors: expect.arrayContaining(["Mary Somerville"]),
      },
    ],
  });
  expect(coterie("identity", "papers.bib", "--explain", "Somerville")).toMatchObject({
    status: 1,
    stderr: 'coterie: Nobody is called "Somerville" here. There is Mary Somerville.\n',
  });
});

test("of decisions in several files the order does not matter, and VOSviewer's thesaurus is one of them", () => {
  write("identity.tsv", "same\tJaewoo Kang\t\tJaewook Kang\n");
  write(
    "thesaurus.txt",
    "label\treplace by\nSomerville, M.\tSomerville, Mary\nSomerville, Mary\tSomerville, Mary Fairfax\n",
  );
  const files = ["identity.tsv", "thesaurus.txt"].map((name) => ["--identity", name]);
  expect(coterie("build", "papers.bib", ...files.flat(), "-o", "one").status).toBe(0);
  expect(coterie("build", "papers.bib", ...files.toReversed().flat(), "-o", "two").status).toBe(0);
  const manifest = (name: string) => readFileSync(folder.at(join(name, "manifest.json")), "utf8");
  expect(manifest("two")).toBe(manifest("one"));
  expect(coterie("export", "one", "--format", "csv", "-o", "tables").status).toBe(0);
  expect(readFileSync(folder.at("tables/identity.tsv"), "utf8").split("\n").slice(1, 3)).toEqual([
    "display\tM. Somerville\t\t\t\tMary Somerville",
    "display\tMary Somerville\t\t\t\tMary Fairfax Somerville",
  ]);
  expect(coterie("identity", "one", "--explain", "Mary Somerville").stdout).toMatch(/^Mary Fairfax Somerville \(/);
  const { findings } = JSON.parse(coterie("check", "papers.bib", ...files.flat(), "--json").stdout);
  expect(findings).toContainEqual(expect.objectContaining({ code: "decision-idle" }));
}, 60_000);

test("lines that cannot be followed are told with their place; a file of something else is refused", () => {
  write("identity.tsv", "action\tname\tother\nsame\tJaewoo Kang\tJaewook Kang\nglue\tA\tB\n");
  const { findings } = JSON.parse(coterie("check", "papers.bib", "--identity", "identity.tsv", "--json").stdout);
  expect(findings).toContainEqual(
    expect.objectContaining({ code: "decision-skipped", file: "identity.tsv", line: 3, severity: "warning" }),
  );
  expect(coterie("identity", "papers.bib", "--identity", "identity.tsv").stderr).toMatch(
    /^coterie: identity\.tsv:3: This decision is not followed: “glue” is none of [^\n]*\n$/,
  );
  for (const [file, words] of [
    ["papers.bib", "cannot be used: This is no file of decisions about names"],
    ["missing.tsv", "cannot be read: no such file or directory (ENOENT)."],
  ]) {
    const { status, stderr } = coterie("build", "papers.bib", "--identity", file, "-o", "map");
    expect([status, stderr]).toEqual([1, expect.stringContaining(`coterie: ${file} ${words}`)]);
  }
  expect(coterie("identity", "papers.bib", "--suggest", "--explain", "Ada").status).toBe(2);
  expect(coterie("identity", "papers.bib", "--preset", "bold").status).toBe(2);
});
