import fc from "fast-check";
import { expect, test } from "vitest";
import { NETWORK_READERS, READERS } from "../../src/ingest/readers.ts";
import { readNetworks, tiesOf } from "./given-networks.ts";
import { fixture } from "./reading.ts";

const of = (...names: readonly string[]) => names.map((name) => ({ name, bytes: fixture(name) }));
const HAPPY: readonly (readonly [string, readonly string[]])[] = [
  ["gexf", ["happy.gexf"]],
  ["graphml", ["happy.graphml"]],
  ["vosviewer-json", ["happy-vosviewer.json"]],
  ["vosviewer-network", ["happy-vosviewer-map.txt", "happy-vosviewer-network.txt"]],
  ["pajek", ["happy.net"]],
];
const told = (result: ReturnType<typeof readNetworks>) =>
  result.findings.map(({ code, line, detail }) => [code, line, /: (\d+)\.$/.exec(detail)?.[1]].join(" ").trim()).sort();

test.each(HAPPY)("the same small network comes out of %s, whatever the chunks", (format, names) => {
  const files = of(...names);
  const whole = readNetworks(files);
  expect(whole.network).toMatchObject({ format, names: ["Ada & Co", "Bö Reef", "Cy Marsh", "Dee Bay"] });
  expect(whole.network?.papers).toEqual(format === "pajek" ? [0, 0, 0, 0] : [4, 3, 0, 0]);
  expect(tiesOf(whole.network)).toEqual(["Ada & Co – Bö Reef 3", "Ada & Co – Cy Marsh 1"]);
  expect(whole.records).toBe(0);
  expect(whole.findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  for (let size = 1; size < 60; size++) expect(readNetworks(files, size)).toEqual(whole);
});

test("a nasty GEXF costs what is broken of it", () => {
  const result = readNetworks(of("nasty.gexf"));
  expect(result.network?.names.slice(0, 3)).toEqual(["Ada", "Bob", "c"]);
  expect(JSON.stringify(result)).not.toContain("boom");
  expect(tiesOf(result.network)).toEqual(["Ada – Bob 2.5"]);
  expect(told(result)).toMatchInlineSnapshot(`
    [
      "declarations-ignored 1 1",
      "name-missing 7 1",
      "network-dynamic 1 1",
      "node-repeated 5 1",
      "node-without-id 6 1",
      "nodes-nested 4 1",
      "self-loops 14 1",
      "tie-unknown-node  1",
      "tie-without-end 16 1",
      "ties-added-up  1",
      "ties-directed  3",
      "weight-invalid 17 4",
      "weights-missing 15 1",
      "xml-malformed 8 3",
    ]
  `);
});

test("a nasty GraphML costs what is broken of it", () => {
  const result = readNetworks(of("nasty.graphml"));
  expect(result.network?.names).toEqual(["Ada", "Bob", "Cy", "d"]);
  // Both directions weigh the same, so they are one tie.
  expect(tiesOf(result.network)).toEqual(["Ada – Cy 2"]);
  expect(told(result)).toMatchInlineSnapshot(`
    [
      "hyperedges-skipped 8 1",
      "name-missing 7 1",
      "names-several 4 1",
      "nodes-nested 4 1",
      "ties-both-ways  1",
      "ties-directed  2",
      "weight-invalid 9 1",
    ]
  `);
});

test("a nasty Pajek file costs what is broken of it, and its second network", () => {
  const result = readNetworks(of("nasty.net"));
  expect(result.network?.names).toEqual(["Ada", "Bob", "Cy", "4", "5"]);
  expect(tiesOf(result.network)).toEqual(["5 – Ada 3", "Ada – Bob 4", "Ada – Cy 1"]);
  expect(told(result)).toMatchInlineSnapshot(`
    [
      "line-no-node 5 2",
      "name-missing 13 2",
      "network-left-out 22 1",
      "network-two-mode 1 1",
      "nodes-missing 1 1",
      "relations-joined 7 1",
      "section-skipped 14 1",
      "self-loops 10 1",
      "tie-unknown-node 11 1",
      "ties-added-up  3",
      "ties-directed  3",
      "weight-invalid 13 1",
      "weights-missing 12 1",
    ]
  `);
});

test("a nasty VOSviewer JSON costs what is broken of it", () => {
  const result = readNetworks(of("nasty-vosviewer.json"));
  expect(result.network?.names).toEqual(["deep learning", "2", "without id", "six"]);
  expect(tiesOf(result.network)).toEqual(["deep learning – six 2"]);
  expect(told(result)).toMatchInlineSnapshot(`
    [
      "items-no-people 3 1",
      "json-malformed 7 1",
      "json-unclosed 16 1",
      "name-missing 4 1",
      "node-without-id 6 1",
      "tie-unknown-node  1",
      "tie-without-end 15 1",
      "weight-invalid 11 2",
    ]
  `);
});

test("nasty VOSviewer text costs what is broken of it", () => {
  const map = readNetworks(of("nasty-vosviewer-map.txt"));
  expect([map.formats, map.network?.names]).toMatchInlineSnapshot(`
    [
      [
        "vosviewer-map",
      ],
      [
        "one, with a comma",
        "unclosed",
        "3",
        "four",
      ],
    ]
  `);
  expect(told(map)).toMatchInlineSnapshot(`
    [
      "items-no-people 2 2",
      "name-missing 4 1",
      "own-layout-left 2 3",
      "quote-unclosed 3 1",
      "ties-missing",
    ]
  `);
  const both = readNetworks(of("nasty-vosviewer-network.txt", "happy-vosviewer-map.txt"));
  expect(tiesOf(both.network)).toMatchInlineSnapshot(`
    [
      "Ada & Co – Bö Reef 3",
      "Ada & Co – Cy Marsh 2",
      "Ada & Co – Dee Bay 1",
      "Bö Reef – Cy Marsh 1",
      "Bö Reef – Dee Bay 2",
      "Cy Marsh – Dee Bay 1",
    ]
  `);
  expect(told(both)).toMatchInlineSnapshot(`
    [
      "line-no-tie 8 1",
      "own-layout-left 2 2",
      "self-loops 4 1",
      "tie-unknown-node  2",
      "ties-added-up  1",
      "weight-invalid 11 1",
      "weights-missing 5 1",
    ]
  `);
});

test.each(HAPPY)("broken off anywhere, %s gives what came before and throws nothing", (_, names) => {
  for (const { name, bytes } of of(...names)) {
    for (let end = 0; end <= bytes.length; end++) {
      const { network } = readNetworks([{ name, bytes: bytes.slice(0, end) }]);
      expect(network?.names.length ?? 0).toBeLessThanOrEqual(4);
    }
  }
});

test("only the format's own reader knows a file of a network", () => {
  for (const [, names] of HAPPY) {
    for (const name of names) {
      const found = READERS.filter((reader) => reader.detects(fixture(name))).map(({ format }) => format);
      expect([name, found.length, NETWORK_READERS.some(({ format }) => format === found[0])]).toEqual([name, 1, true]);
    }
  }
});

const pajek = (ties: readonly (readonly [number, number, number])[], kind = "Edges") =>
  `*Vertices 9\n*${kind}\n${ties.map((tie) => tie.join(" ")).join("\n")}\n`;
const someTies = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 })),
  { minLength: 1, maxLength: 40 },
);

test("every two people have one tie, nobody one to themselves, and no weight is lost", () => {
  fc.assert(
    fc.property(someTies, (ties) => {
      const { network } = readNetworks([{ name: "a.net", bytes: pajek(ties) }]);
      const pairs = tiesOf(network).map((tie) => tie.replace(/ \S+$/, ""));
      expect(new Set(pairs).size).toBe(pairs.length);
      const given = ties.filter(([a, b]) => a !== b).reduce((sum, [, , weight]) => sum + weight, 0);
      expect(network?.weights.reduce((sum, weight) => sum + weight, 0) ?? 0).toBe(given);
    }),
  );
});

test("the order of ties changes nothing, and neither does giving each in both directions", () => {
  fc.assert(
    fc.property(someTies, (ties) => {
      const loose = ties.filter(([a, b]) => a !== b);
      const once = tiesOf(readNetworks([{ name: "a.net", bytes: pajek(loose) }]).network);
      expect(tiesOf(readNetworks([{ name: "a.net", bytes: pajek(loose.toReversed()) }]).network)).toEqual(once);
      const both = loose.flatMap(([a, b, weight]) => [[a, b, weight] as const, [b, a, weight] as const]);
      expect(tiesOf(readNetworks([{ name: "a.net", bytes: pajek(both, "Arcs") }]).network)).toEqual(once);
    }),
  );
});

test("of several networks the one with most ties is taken, whatever the order of the files", () => {
  const small = { name: "small.net", bytes: pajek([[1, 2, 1]]) };
  const files = [small, ...of("happy.gexf"), { ...small, name: "other.net" }];
  for (const given of [files, files.toReversed()]) {
    const { network, findings } = readNetworks(given);
    expect(network?.file).toBe("happy.gexf");
    const left = findings.filter(({ code }) => code === "network-left-out").map(({ file }) => file);
    expect(left.toSorted()).toEqual(["other.net", "small.net"]);
  }
});

test("two pairs of map and network are put together by their ids", () => {
  const map = (name: string, from: number) => ({
    name,
    bytes: `id\tlabel\tx\ty\n${[0, 1, 2].map((i) => `${from + i}\t${name} ${i}\t0\t0`).join("\n")}\n`,
  });
  const files = [
    map("a.txt", 1),
    map("b.txt", 50),
    { name: "c.txt", bytes: "50\t51\t2\n51\t52\t1\n" },
    { name: "d.txt", bytes: "1\t2\t9\n" },
  ];
  const { network, findings } = readNetworks(files);
  expect(tiesOf(network)).toEqual(["b.txt 0 – b.txt 1 2", "b.txt 1 – b.txt 2 1"]);
  expect(findings.map(({ code, file }) => [code, file]).filter(([code]) => code === "network-left-out")).toEqual([
    ["network-left-out", "a.txt"],
  ]);
});
