import louvain from "graphology-communities-louvain";
import type { Counting } from "../../src/model/counting.ts";
import { generator } from "../../src/model/generator.ts";
import type { Incidence } from "../../src/model/incidence.ts";
import { type CoauthorNetwork, coauthorNetwork } from "../../src/network/coauthor-network.ts";
import { findCommunities } from "../../src/network/communities.ts";
import { withTwinsJoined } from "../../src/network/joined-network.ts";
import { polished, searchFrom } from "../../src/network/leiden/search.ts";
import { searchNetwork } from "../../src/network/leiden/search-network.ts";
import { modularity } from "../../src/network/partition-measures.ts";
import { nodeKey, toGraph } from "../../src/network/to-graph.ts";
import type { Benchmark, Case, Contender, Target } from "./benchmark.ts";
import { type Corpus, corpus, hasCorpus } from "./network/corpora.ts";
import { inventedIncidence, withHuge } from "./network/incidences.ts";
import { ngraphCommunities, toNgraph } from "./network/ngraph-louvain.ts";
import {
  IGRAPH_LEIDEN,
  missingPackage,
  NETWORKX_LOUVAIN,
  type PythonPeer,
  searchInPython,
} from "./network/python-peers.ts";

/** Each run makes another start. */
let starts = 0;

/** The measure of the outcome is no part of the work. */
function cpuSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

/** One start, everything from the rows of the network to the communities of authors. */
function ours(method: "leiden" | "louvain", iterations: number): Contender<CoauthorNetwork> {
  return {
    name: method === "leiden" ? `our leiden, ${iterations} iterations` : "our louvain",
    run: (network) => {
      const from = process.cpuUsage();
      const { network: joined, nodeOf } = withTwinsJoined(network, 1);
      const searched = searchNetwork(joined, "modularity", 1);
      const found = searchFrom(searched, { method, iterations }, 1, ++starts);
      const community = polished(searched, found, 1, starts);
      const ofAuthors = new Int32Array(nodeOf.length);
      for (let author = 0; author < nodeOf.length; author++) ofAuthors[author] = community[nodeOf[author]];
      return { cpu: cpuSince(from), modularity: modularity(network, ofAuthors, 1) };
    },
  };
}

/**
 * A library's search. Its form of the network is made before each run and forgotten after it: while it lies on the heap of JavaScript,
 * a gigabyte of objects, whatever anybody allocates has the collector walk through all of it.
 */
function theirs<Graph>(
  name: string,
  form: (network: CoauthorNetwork) => Graph,
  search: (graph: Graph, nodeCount: number) => Int32Array,
): Contender<CoauthorNetwork> {
  let graph: Graph | null = null;
  return {
    name,
    before: (network) => {
      graph = form(network);
      return network;
    },
    run: (network) => {
      if (graph === null) throw new Error("No graph was made.");
      const from = process.cpuUsage();
      const community = search(graph, network.nodeCount);
      const cpu = cpuSince(from);
      graph = null;
      return { cpu, modularity: modularity(network, community, 1) };
    },
  };
}

const GRAPHOLOGY = theirs("graphology louvain", toGraph, (graph, nodeCount) => {
  const { communities } = louvain.detailed(graph, { rng: generator(starts++), randomWalk: true });
  return Int32Array.from({ length: nodeCount }, (_, i) => communities[nodeKey(i)]);
});

const NGRAPH = theirs("ngraph.louvain", toNgraph, (graph, nodeCount) => ngraphCommunities(graph, nodeCount, ++starts));

function inPython(peer: PythonPeer): Contender<CoauthorNetwork> {
  return {
    name: peer.name,
    missing: missingPackage(peer),
    run: (network) => {
      const { cpu, community } = searchInPython(peer, network, ++starts);
      return { cpu, modularity: modularity(network, community, 1) };
    },
  };
}

/** A large one is `isolated`: each run has a process for itself. */
function searchCase(
  name: string,
  make: () => Incidence,
  floor: number | null,
  ratio: number | null,
  isolated = false,
): Case {
  const withPeer = ratio !== null;
  const leiden = ours("leiden", 2);
  const targets: Target[] = [
    ...(floor === null ? [] : [{ what: "modularity", of: leiden.name, atLeast: floor }]),
    ...(withPeer
      ? [
          { what: "cpu", of: GRAPHOLOGY.name, over: "our louvain", atLeast: ratio },
          { what: "modularity", of: "our louvain", over: GRAPHOLOGY.name, atLeast: 1 },
          { what: "modularity", of: leiden.name, over: GRAPHOLOGY.name, atLeast: 1 },
          { what: "modularity", of: "our louvain", over: NGRAPH.name, atLeast: 1 },
          { what: "cpu", of: IGRAPH_LEIDEN.name, over: leiden.name, atLeast: 1.3 },
          { what: "modularity", of: leiden.name, over: IGRAPH_LEIDEN.name, atLeast: 1 },
        ]
      : []),
  ];
  return {
    name,
    make: () => coauthorNetwork(make(), { counting: "full", largePaper: 100, large: "in" }),
    isolated,
    contenders: [ours("louvain", 1), leiden, ...(withPeer ? peers() : [])],
    targets,
  } satisfies Case<CoauthorNetwork> as Case;
}

/** All searches of others. What Python's packages take to be found is asked for only when they are wanted. */
const peers = () => [GRAPHOLOGY, NGRAPH, inPython(IGRAPH_LEIDEN), inPython(NETWORKX_LOUVAIN)];

const HUGE = { papers: 100, authors: 3000 };

/**
 * What each stage costs with and without a hundred papers of 3,000 authors. By full counting these papers are nearly all the weight there
 * is, by paper counting nearly nothing of it.
 */
function hugeCase(counting: Counting): Case {
  const stages = (name: string, make: () => Incidence): Contender<unknown>[] => {
    let incidence: Incidence | null = null;
    let network: CoauthorNetwork | null = null;
    const held = () => {
      incidence ??= make();
      return incidence;
    };
    const built = () => {
      network ??= coauthorNetwork(held(), { counting, largePaper: 100, large: "in" });
      return network;
    };
    return [
      {
        name: `network${name}`,
        before: held,
        run: () => {
          network = coauthorNetwork(held(), { counting, largePaper: 100, large: "in" });
          return undefined;
        },
      },
      { name: `twins${name}`, before: built, run: () => void withTwinsJoined(built(), 1) },
      {
        name: `communities${name}`,
        before: () => {
          built();
        },
        run: () => {
          const options = { resolution: 1, starts: 1, seed: ++starts, method: "leiden" } as const;
          const { communityCount, modularity } = findCommunities(built(), options);
          return { communities: communityCount, modularity };
        },
      },
    ];
  };
  return {
    name: `mag10 with 100 papers of 3,000 authors, by ${counting} counting`,
    warmups: 3,
    contenders: [
      ...stages("", () => corpus("mag10")),
      ...stages(", huge", () => withHuge(corpus("mag10"), HUGE.papers, HUGE.authors)),
    ],
    targets: ["network", "twins", "communities"].map((stage) => ({
      what: "cpu",
      of: `${stage}, huge`,
      over: stage,
      // What others do on the machine only adds, and most of all to what takes a hundredth of a second.
      least: true,
      atMost: 3.5,
    })),
  };
}

const FLOORS: readonly [Corpus, number, number | null][] = [
  ["dblp", 0.812, 3.5],
  ["mag10", 0.857, 2],
  ["ca-AstroPh", 0.634, 2],
];

const communities: Benchmark = {
  about: "communities of a network: one start, by full counting",
  cases: ({ small, number }) => {
    const papers = number("papers", small ? 20_000 : 600_000);
    const real = FLOORS.filter(([name]) => hasCorpus(name)).map(([name, floor, ratio]) =>
      searchCase(name, () => corpus(name), floor, ratio),
    );
    return [
      ...real,
      ...(hasCorpus("mag10") ? [hugeCase("full"), hugeCase("paper")] : []),
      searchCase(`invented, ${papers} papers`, () => inventedIncidence({ papers }), null, small ? 2 : 3.5, !small),
    ];
  },
};
export default communities;
