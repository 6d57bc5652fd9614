import { spawnSync } from "node:child_process";
import type { TieRows } from "../../../src/network/coauthor-network.ts";

/** A search for communities by a package of Python. */
export interface PythonPeer {
  readonly name: string;
  /** The package, which this machine may be without. */
  readonly imports: string;
  /** Python that has `n` nodes, the ties `pairs` and their `weights`, prepares, then defines `search(seed)`: a community of each node. */
  readonly program: string;
}

export const IGRAPH_LEIDEN: PythonPeer = {
  name: "igraph leiden, 2 iterations",
  imports: "igraph",
  program: `
import random
graph = igraph.Graph(n=n, edges=pairs)
def search(seed):
    random.seed(seed)
    found = graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=2)
    return found.membership
`,
};

export const NETWORKX_LOUVAIN: PythonPeer = {
  name: "networkx louvain",
  imports: "networkx",
  program: `
graph = networkx.Graph()
graph.add_nodes_from(range(n))
graph.add_weighted_edges_from((a, b, w) for (a, b), w in zip(pairs, weights))
def search(seed):
    membership = [0] * n
    for c, members in enumerate(networkx.community.louvain_communities(graph, seed=seed)):
        for i in members: membership[i] = c
    return membership
`,
};

const FRAME = (peer: PythonPeer, seed: number) => `
import array, json, sys, time, ${peer.imports}
data = sys.stdin.buffer.read()
n, ties = array.array("I", data[:8])
ends = array.array("I", data[8:8 + 8 * ties])
weights = array.array("d", data[8 + 8 * ties:]).tolist()
pairs = list(zip(ends[0::2], ends[1::2]))
${peer.program}
before = time.process_time()
membership = search(${seed})
print(json.dumps({"cpu": time.process_time() - before, "membership": membership}))
`;

/** Why the peer cannot run on this machine, if so. */
export function missingPackage({ imports }: PythonPeer): string | undefined {
  const asked = spawnSync("python3", ["-c", `import ${imports}`]);
  return asked.status === 0 ? undefined : `python3 has no ${imports}`;
}

/** One search: its seconds of CPU, those of reading the ties and of making the graph left out, and the community of each node. */
export function searchInPython(
  peer: PythonPeer,
  network: TieRows,
  seed: number,
): { readonly cpu: number; readonly community: Int32Array } {
  const run = spawnSync("python3", ["-c", FRAME(peer, seed)], {
    input: tiesAsBytes(network),
    maxBuffer: 1 << 30,
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (run.status !== 0) throw new Error(`${peer.name} ended with ${run.signal ?? run.status}.`);
  const { cpu, membership } = JSON.parse(run.stdout.toString()) as { cpu: number; membership: number[] };
  return { cpu, community: Int32Array.from(membership) };
}

/** The numbers of nodes and of ties, then both ends of each tie, as integers of 32 bits, then the weights as doubles; all little-endian. */
function tiesAsBytes({ nodeCount, offsets, neighbors, weights }: TieRows): Buffer {
  const ends = new Uint32Array(2 + neighbors.length);
  const ofTies = new Float64Array(neighbors.length / 2);
  let tie = 0;
  for (let i = 0; i < nodeCount; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (neighbors[k] < i) continue;
      ends.set([i, neighbors[k]], 2 + 2 * tie);
      ofTies[tie++] = weights[k];
    }
  }
  ends.set([nodeCount, tie]);
  return Buffer.concat([Buffer.from(ends.buffer, 0, 8 + 8 * tie), Buffer.from(ofTies.buffer, 0, 8 * tie)]);
}
