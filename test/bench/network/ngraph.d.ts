/** What is used of two packages that come without types. */

declare module "ngraph.louvain" {
  import type { Graph, NodeId } from "ngraph.graph";

  export interface Communities {
    /** Whether anybody moved, so that communities of communities may be looked for. */
    canCoarse(): boolean;
    getClass(node: NodeId): number;
  }
  export default function detectClusters(graph: Graph, options?: { readonly seed?: number }): Communities;
}

declare module "ngraph.coarsen" {
  import type { Graph } from "ngraph.graph";
  import type { Communities } from "ngraph.louvain";

  /** A graph whose nodes are the communities, each with the set of the nodes in it. */
  export default function coarsen(graph: Graph, communities: Communities): Graph<Set<number>>;
}
