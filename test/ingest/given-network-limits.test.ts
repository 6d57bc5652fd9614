import { expect, test } from "vitest";
import { LIMITS } from "../../src/ingest/limits.ts";
import { readNetworks } from "./given-networks.ts";

const CHUNK = 1 << 20;
const codesOf = (name: string, bytes: string) => {
  const result = readNetworks([{ name, bytes }], CHUNK);
  return { ...result, codes: result.findings.map(({ code }) => code).sort() };
};
/** `count` ties of the first vertex to the second, a few to a line. */
const ties = (count: number) =>
  `*Vertices 2\n*Edgeslist\n${`1${" 2".repeat(1000)}\n`.repeat(Math.floor(count / 1000))}1${" 2".repeat(count % 1000)}\n`;
const nodes = (count: number) =>
  `*Vertices ${count}\n${Array.from({ length: count }, (_, i) => `${i + 1} n`).join("\n")}\n`;

test("as many nodes as the limit are kept, and one more is told and left out", () => {
  const at = codesOf("a.net", nodes(LIMITS.networkNodes));
  expect([at.network?.ids.length, at.codes]).toEqual([LIMITS.networkNodes, []]);
  const over = codesOf("a.net", nodes(LIMITS.networkNodes + 1));
  expect([over.network?.ids.length, over.codes]).toEqual([LIMITS.networkNodes, ["network-cut", "nodes-missing"]]);
});

test("as many ties as the limit are kept, and one more is told and left out", () => {
  const at = codesOf("a.net", ties(LIMITS.networkTies));
  expect([at.parts[0].weights.length, at.codes]).toEqual([LIMITS.networkTies, ["name-missing", "ties-added-up"]]);
  const over = codesOf("a.net", ties(LIMITS.networkTies + 1));
  expect(over.parts[0].weights.length).toBe(LIMITS.networkTies);
  expect(over.codes).toEqual(["name-missing", "network-cut", "ties-added-up"]);
});

const LONG = "word ".repeat(LIMITS.recordLength / 5 + 1);
const GEXF = "<gexf><graph><nodes>";
/** A piece that is too long, between two that are not. */
const TOO_LONG: readonly (readonly [string, string, string])[] = [
  ["gexf", `${GEXF}<node id="a" label="Ada"/><node id="b">${LONG}</node><node id="c" label="Cy"/>`, "record-cut"],
  [
    "graphml",
    `<graphml><key id="label"/><node id="a"><data key="label">Ada</data></node><node id="b"><data key="label">${LONG}</data></node><node id="c"><data key="label">Cy</data></node>`,
    "record-cut",
  ],
  [
    "vosviewer-json",
    `{"network":{"items":[{"id":1,"label":"Ada"},{"id":2,"x":["${LONG}"]},{"id":3,"label":"Cy"}]}}`,
    "record-cut",
  ],
  ["vosviewer-map", `id\tlabel\tx\ty\n1\tAda\t0\t0\n2\t"${LONG}"\t0\t0\n3\tCy\t0\t0\n`, "record-cut"],
  ["pajek", `*Vertices 3\n1 Ada\n2 "${LONG}"\n3 Cy\n`, "record-cut"],
];

test.each(TOO_LONG)("in %s what is too long costs itself, and what comes next is whole", (format, text, code) => {
  const result = codesOf("a", text);
  expect(result.formats).toEqual([format]);
  expect(result.codes).toContain(code);
  expect(result.network?.names).toEqual(expect.arrayContaining(["Ada", "Cy"]));
  expect(JSON.stringify(result.network?.names).length).toBeLessThan(LIMITS.nameLength + 100);
});

test("a name is kept to its limit and cut one over, and so is no id", () => {
  const gexf = (name: string) =>
    `<gexf><nodes><node id="${name}" label="${name}"/><node id="${name}x" label="b"/></nodes>`;
  const at = codesOf("a.gexf", gexf("n".repeat(LIMITS.nameLength)));
  expect([at.network?.names[0].length, at.codes]).toEqual([LIMITS.nameLength, []]);
  const over = codesOf("a.gexf", gexf("n".repeat(LIMITS.nameLength + 1)));
  expect([over.network?.names[0].length, over.codes]).toEqual([LIMITS.nameLength, ["name-cut"]]);
  // Ids that differ only beyond the limit are still two people.
  expect(over.network?.ids.length).toBe(2);
});

const ATTACKS: readonly (readonly [string, string])[] = [
  ["nodes within nodes, 100,000 deep", `<gexf>${'<node id="a"><nodes>'.repeat(100_000)}`],
  ["elements 100,000 deep in one node", `<graphml><node id="a">${"<a>".repeat(100_000)}`],
  ["a million unclosed quotes", `<gexf><node id="${"<".repeat(1_000_000)}`],
  [
    "100,000 keys with values of their own",
    `<graphml>${'<key id="k" for="node"><default>v</default></key>'.repeat(100_000)}<node id="a"/>`,
  ],
  ["brackets 100,000 deep", `{"network":{"items":[{"id":1,"x":${"[".repeat(100_000)}`],
  ["a million announced vertices", "*Vertices 999999999999999\n*Edges\n1 999999999999999\n"],
  ["a line of a million quotes", `*Vertices 1\n1 ${'"'.repeat(1_000_000)}\n`],
  ["a million quotes in a map", `id\tlabel\tx\ty\n${'"'.repeat(1_000_000)}\n`],
  ["a file of comments", `*Vertices 1\n${"%\n".repeat(500_000)}`],
];

test.each(ATTACKS)("%s end in few findings, not in a hang", (_, text) => {
  const { formats, findings, network } = codesOf("a", text);
  expect(formats[0]).not.toBeNull();
  expect(findings.length).toBeLessThan(20);
  expect(JSON.stringify(findings).length).toBeLessThan(20_000);
  expect(network?.ids.length ?? 0).toBeLessThanOrEqual(3);
});

test("400,000 troubles of two kinds are two findings", () => {
  const { findings } = readNetworks([
    { name: "a.net", bytes: `*Vertices 1\n1 Ada\n*Edges\n${"1 1\n1 3\n".repeat(200_000)}` },
  ]);
  expect(findings.map(({ code, detail }) => [code, /: (\d+)\.$/.exec(detail)?.[1]])).toEqual([
    ["self-loops", "200000"],
    ["tie-unknown-node", "200000"],
  ]);
});
