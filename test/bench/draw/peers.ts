import { Graph } from "@cosmos.gl/graph";
import { UndirectedGraph } from "graphology";
import { Sigma } from "sigma";
import type { Dataset } from "../../../src/model/dataset.ts";
import type { DrawnMap } from "./page.ts";

/** Sigma as its examples have it, without names. */
export function sigmaMap(root: HTMLElement, { authors, coauthorships }: Dataset): DrawnMap {
  const graph = new UndirectedGraph();
  for (let i = 0; i < authors.rowCount; i++) {
    graph.addNode(String(i), { x: authors.x[i], y: authors.y[i], size: 1.5, color: "#8a9099" });
  }
  for (let row = 0; row < coauthorships.rowCount; row++) {
    graph.addEdge(String(coauthorships.a[row]), String(coauthorships.b[row]), { size: 0.5, color: "#cccccc" });
  }
  const sigma = new Sigma(graph, root, { renderLabels: false });
  return {
    pan(dx, dy) {
      const { x, y } = sigma.getCamera().getState();
      sigma.getCamera().setState({ x: x - dx / 900, y: y + dy / 900 });
    },
  };
}

/** cosmos.gl with the places given, none computed. It draws in frames of its own, from when its device is ready. */
export async function cosmosMap(root: HTMLDivElement, { authors, coauthorships }: Dataset): Promise<DrawnMap> {
  const places = new Float32Array(2 * authors.rowCount);
  for (let i = 0; i < authors.rowCount; i++) places.set([4096 * authors.x[i], 4096 * authors.y[i]], 2 * i);
  const ends = new Float32Array(2 * coauthorships.rowCount);
  for (let row = 0; row < coauthorships.rowCount; row++) {
    ends.set([coauthorships.a[row], coauthorships.b[row]], 2 * row);
  }
  const graph = new Graph(root, {
    enableSimulation: false,
    fitViewOnInit: false,
    pointDefaultSize: 2,
    linkDefaultWidth: 1,
    linkDefaultArrows: false,
    pixelRatio: 1,
  });
  await graph.ready;
  graph.setPointPositions(places);
  graph.setLinks(ends);
  graph.render(0);
  graph.fitView(0);
  const middle = Float32Array.of(2048, 2048);
  return {
    pan(dx, dy) {
      middle[0] -= dx;
      middle[1] += dy;
      graph.setZoomTransformByPointPositions(middle, 0, graph.getZoomLevel());
    },
  };
}
