/**
 * An undirected, weighted coauthor network in compressed rows. The neighbours of author `i` in ascending order are
 * `neighbors[k]` for `offsets[i] <= k < offsets[i + 1]`; `weights` and `papers` run parallel. Each tie stands twice, no
 * author is their own neighbour.
 */
export interface Network {
  readonly nodeCount: number;
  /** `nodeCount + 1` */
  readonly offsets: Uint32Array;
  readonly neighbors: Uint32Array;
  /** Sum of pair weights over the joint papers. */
  readonly weights: Float64Array;
  /** Number of joint papers. */
  readonly papers: Uint32Array;
}
