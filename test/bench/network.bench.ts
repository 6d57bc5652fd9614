import { UndirectedGraph } from "graphology";
import { authorsOf, type Incidence, incidenceOf } from "../../src/model/incidence.ts";
import { networkRows } from "../../src/network/ties.ts";
import type { Benchmark, Case } from "./benchmark.ts";
import { corpus, hasCorpus } from "./network/corpora.ts";
import { inventedIncidence } from "./network/incidences.ts";

/** Author lists as a reader hands them on: numbers, or names. */
interface Lists {
  readonly incidence: Incidence;
  readonly names: readonly (readonly string[])[];
}

function listsOf(incidence: Incidence, named: boolean): Lists {
  const names = named
    ? Array.from({ length: incidence.paperCount }, (_, p) =>
        // Every string is a new one, as when it was just read.
        Array.from(authorsOf(incidence, p), (author) => `Ada ${author.toString(36)} Lovelace`),
      )
    : [];
  return { incidence, names };
}

/** The rows of the network: of each tie from both ends the papers, and the weight by paper. */
function ours(incidence: Incidence): { ties: number } {
  return { ties: networkRows(incidence, "paper").neighbors.length / 2 };
}

/** With what the peer's graph does not hold, but the rest of a build wants: which papers each author wrote. */
function oursBothWays({ paperOffsets, authors, authorCount }: Incidence): { ties: number } {
  return ours(incidenceOf(paperOffsets, authors, authorCount));
}

/** The same of names, which are numbered as `nameTableOf` numbers strings. */
function oursByNames(names: Lists["names"]): { ties: number } {
  const number = new Map<string, number>();
  const paperOffsets = new Uint32Array(names.length + 1);
  for (let p = 0; p < names.length; p++) paperOffsets[p + 1] = paperOffsets[p] + names[p].length;
  const authors = new Uint32Array(paperOffsets[names.length]);
  let k = 0;
  for (const list of names) {
    for (const name of list) {
      let author = number.get(name);
      if (author === undefined) {
        author = number.size;
        number.set(name, author);
      }
      authors[k++] = author;
    }
  }
  const lists = { paperCount: names.length, authorCount: number.size, paperOffsets, authors };
  return { ties: networkRows(lists, "paper").neighbors.length / 2 };
}

/** The same in a graphology graph, with its own merge of nodes and edges: papers and weight of each edge. */
function theirs(lists: Iterable<readonly string[]>): { ties: number } {
  const graph = new UndirectedGraph();
  for (const list of lists) {
    const weight = 2 / (list.length * (list.length - 1));
    for (const name of list) graph.mergeNode(name);
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        graph.updateEdge(list[i], list[j], (tie) => ({
          papers: (tie.papers ?? 0) + 1,
          weight: (tie.weight ?? 0) + weight,
        }));
      }
    }
  }
  return { ties: graph.size };
}

function* numberKeys(incidence: Incidence): Iterable<readonly string[]> {
  for (let p = 0; p < incidence.paperCount; p++) yield Array.from(authorsOf(incidence, p), String);
}

interface Wanted {
  readonly byNames?: boolean;
  /** In processes of their own, so that memory can be measured; the larger ones, where starting does not count. */
  readonly isolated?: boolean;
  /** Takes a few hundredths of a second, which one interruption doubles. */
  readonly brief?: boolean;
  readonly atLeast: number;
  readonly repeats: number;
}

function buildCase(
  name: string,
  make: () => Incidence,
  { byNames = false, isolated = false, brief = false, atLeast, repeats }: Wanted,
): Case {
  return {
    name,
    make: () => listsOf(make(), byNames),
    repeats,
    // The compiler takes some turns to make the loops fast; in a process of its own there is one turn, and a long one.
    warmups: isolated ? 0 : 3,
    isolated,
    contenders: [
      {
        name: "ours",
        run: ({ incidence, names }) => (byNames ? oursByNames(names) : ours(incidence)),
      },
      ...(byNames
        ? []
        : [{ name: "ours, and each author's papers", run: ({ incidence }: Lists) => oursBothWays(incidence) }]),
      {
        name: "graphology",
        run: ({ incidence, names }) => theirs(byNames ? names : numberKeys(incidence)),
      },
    ],
    targets: [
      // Of the least of all turns where a run is short: whatever else a machine does only adds to it.
      { what: "cpu", of: "graphology", over: "ours", atLeast, least: brief },
      { what: "ties", of: "graphology", over: "ours", atLeast: 1, atMost: 1 },
      ...(!isolated ? [] : [{ what: "grown", of: "graphology", over: "ours", atLeast: 8 }]),
    ],
  } satisfies Case<Lists> as Case;
}

const network: Benchmark = {
  about: "author lists to a network: ties with papers and weights",
  cases: ({ small, number }) => {
    const papers = number("papers", small ? 20_000 : 1_000_000);
    const invented = () => inventedIncidence({ papers });
    return [
      ...(hasCorpus("dblp")
        ? [
            buildCase("dblp, 148,251 papers", () => corpus("dblp"), { atLeast: 25, repeats: 3 }),
            buildCase("dblp, by names", () => corpus("dblp"), { byNames: true, atLeast: 15, repeats: 3 }),
          ]
        : []),
      papers >= 1_000_000
        ? buildCase(`invented, ${papers} papers`, invented, { isolated: true, atLeast: 60, repeats: 1 })
        : buildCase(`invented, ${papers} papers`, invented, { brief: true, atLeast: 8, repeats: 9 }),
    ];
  },
};
export default network;
