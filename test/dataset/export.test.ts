import fc from "fast-check";
import { expect, test } from "vitest";
import { csvFiles } from "../../src/dataset/export-csv.ts";
import { gexfExport, xmlText } from "../../src/dataset/export-gexf.ts";
import { jsonExport } from "../../src/dataset/export-json.ts";
import { guarded, unguarded } from "../../src/model/formula-guard.ts";
import { smallDataset, smallDatasets, THREE_PAPERS } from "./small-dataset.ts";

const dataset = smallDataset(THREE_PAPERS);

/** A slow, obvious reader of RFC 4180: one character at a time. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "," || character === "\n") {
      row.push(character === "\n" ? cell.replace(/\r$/, "") : cell);
      cell = "";
      if (character === "\n") {
        rows.push(row);
        row = [];
      }
    } else cell += character;
  }
  return rows;
}

const csv = (name: string, raw = false, of = dataset) => [...(csvFiles(of, raw).get(name) ?? [])].join("");

test("ties are written with string ids, three weights and their papers", () => {
  expect(csv("coauthorships.csv").split("\r\n").slice(0, 3)).toEqual([
    "author_id_a,author_id_b,papers,weight_full,weight_author,weight_paper,paper_ids",
    "a00000,a00001,1,1,0.5,0.3333333333333333,p00000",
    'a00000,a00002,2,2,1.5,1.3333333333333333,"p00000 p00001"',
  ]);
});

test("authorships, authors and teams have the columns that the design gives them", () => {
  const heads = ["authorships.csv", "authors.csv", "teams.csv", "affiliations.csv"].map(
    (name) => csv(name).split("\r\n")[0],
  );
  expect(heads).toEqual([
    "paper_id,position,name,author_id",
    "author_id,name,papers,coauthors,first_year,last_year,team_id,agreement,inside,x,y",
    "team_id,name,authors,papers",
    "paper_id,position,author_id,affiliation",
  ]);
  expect(csv("authors.csv").split("\r\n")[3]).toBe(
    `a00002,"'@Mallory, the ""Elder""",2,2,2017,2024,t0,0.33333334,0.6666667,0.000030517578,-0.000045776367`,
  );
});

test("the parts of teams are a table, and who is in them another", () => {
  expect(csv("parts.csv").split("\r\n")).toEqual([
    "part_id,team_id,name,subject,authors,papers,first_year,last_year",
    `t0.0,t0,"'=part, ""0""",coffee,1,1,2017,2024`,
    `t0.1,t0,"'=part, ""1""",,1,1,,`,
    "",
  ]);
  expect(parseCsv(csv("part_authors.csv"))).toEqual([
    ["part_id", "author_id"],
    ["t0.0", "a00000"],
    ["t0.1", "a00002"],
  ]);
});

test("the ledger of identity is a table, its evidence one text with every weight", () => {
  expect(csv("identity.csv").split("\r\n")).toEqual([
    "name_a,author_id_a,name_b,author_id_b,relation,score,band,outcome,against,evidence",
    '"Jung-Woo Ha",a00000,"Nako Sung",a00001,join,2.125,likely,merged,,"of ""Jung-Woo Ha"" +2.125"',
    `"Nako Sung",a00001,"'@Mallory, the ""Elder""",a00002,join,2.125,likely,open,"both on p00000","of ""Nako Sung"" +2.125"`,
    "",
  ]);
});

test("a text that a spreadsheet would run is guarded, or left as it is with raw", () => {
  expect(csv("papers.csv")).toContain(`"'=HYPERLINK(""https://example.org"")"`);
  expect(csv("papers.csv", true)).toContain(`"=HYPERLINK(""https://example.org"")"`);
  for (const start of ["=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠", ' "=', " '-"]) {
    expect(guarded(`${start}1`)).toBe(`'${start}1`);
  }
  expect(guarded("Jung-Woo Ha")).toBe("Jung-Woo Ha");
});

test("the guard comes off again", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("'", '"', " ", "=", "a") }),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      expect(unguarded(guarded(text))).toBe(text);
    }),
  );
});

test("each affiliation of an authorship is a row of its own, whatever commas it holds", () => {
  expect(parseCsv(csv("affiliations.csv"))[1]).toEqual(["p00000", "1", "a00001", "Lab of Tests, Seoul"]);
});

test("what sources say besides stands beside the paper", () => {
  const [head, , second] = parseCsv(csv("papers.csv", true));
  const extras = Object.fromEntries(head.map((name, column) => [name, second[column]]));
  expect(extras).toMatchObject({
    keywords: "coffee; =SUM(A1)",
    editors: "",
    group_authors: "The Coffee Collaboration",
    citations: "10",
    citations_from: "openalex",
    truncated: "true",
  });
});

test("every cell of the papers is read back, and none but a number begins like a formula", () => {
  fc.assert(
    fc.property(smallDatasets(), (generated) => {
      const [, ...rows] = parseCsv(csv("papers.csv", false, generated));
      expect(rows.map(([, title]) => unguarded(title))).toEqual(generated.papers.title.map((title) => title ?? ""));
      for (const cell of rows.flat()) {
        if (!/^-?[\d.]+(?:e-?\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[\s"]*[=+\-@\t\r\0]/);
      }
    }),
  );
});

test("the JSON export is one document of nodes, edges, teams and papers", () => {
  const parsed = JSON.parse([...jsonExport(dataset)].join(""));
  expect(Object.keys(parsed)).toEqual([
    "counting",
    "parameters",
    "counts",
    "nodes",
    "edges",
    "teams",
    "papers",
    "parts",
  ]);
  expect(parsed.nodes[0]).toMatchObject({ id: "a00000", name: "Jung-Woo Ha", team: "t0", papers: 2, part: "t0.0" });
  expect(parsed.nodes[1]).toMatchObject({ team: "t1", part: null });
  expect(parsed.parts[0]).toMatchObject({ id: "t0.0", team: "t0", name: '=part, "0"', subject: "coffee", authors: 1 });
  expect(parsed.edges[1]).toEqual({
    source: "a00000",
    target: "a00002",
    weight: 4 / 3,
    papers: ["p00000", "p00001"],
  });
  expect(parsed.papers[1]).toMatchObject({ authors: ["a00002", "a00000"], affiliations: [], large: false });
  expect(parsed.papers[1]).toMatchObject({ keywords: ["coffee", "=SUM(A1)"], citations: 10, truncated: true });
  expect(parsed.papers[0].affiliations[1]).toEqual(["Lab of Tests, Seoul", "Second Lab"]);
});

test("an empty dataset is still a JSON document", () => {
  const empty = smallDataset({ papers: [], names: [], variants: [], largePaper: 100 });
  expect(JSON.parse([...jsonExport(empty)].join(""))).toMatchObject({ nodes: [], edges: [], papers: [] });
});

test("papers that are large are no reason for a tie", () => {
  const withLarge = smallDataset({
    ...THREE_PAPERS,
    papers: [...THREE_PAPERS.papers, { title: "everybody", authors: [0, 1, 2, 3] }],
    largePaper: 3,
  });
  const rows = parseCsv(csv("coauthorships.csv", false, withLarge)).slice(1);
  expect(rows.map((row) => row.at(-1))).toEqual(["p00000", "p00000 p00001", "p00000"]);
});

test("text in GEXF is escaped, and what XML cannot say is left out", () => {
  expect(xmlText(`<a href="x">&'\u0000\u0008\ufffe\ud800</a>\t\n김𝒳`)).toBe(
    "&lt;a href=&quot;x&quot;&gt;&amp;&apos;&lt;/a&gt;&#9;&#10;김𝒳",
  );
  const gexf = [...gexfExport(dataset)].join("");
  expect(gexf).toContain('label="@Mallory, the &quot;Elder&quot;"');
  expect(gexf).toContain('<edge id="1" source="a00000" target="a00002" weight="1.3333333333333333">');
});

test("whatever the names hold, every character of GEXF is one that XML 1.0 allows", () => {
  fc.assert(
    fc.property(smallDatasets(), (generated) => {
      const gexf = [...gexfExport(generated)].join("");
      expect(gexf).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
      // Every tag that opens closes, so no text has become markup.
      expect(gexf.match(/<node /g)?.length ?? 0).toBe(generated.authors.rowCount);
      expect(gexf.match(/<edge /g)?.length ?? 0).toBe(generated.coauthorships.rowCount);
    }),
  );
});
