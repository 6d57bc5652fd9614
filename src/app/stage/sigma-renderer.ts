import { UndirectedGraph } from "graphology";
import { Sigma } from "sigma";
import type { Settings } from "sigma/settings";
import type { Frame } from "../../scene/frame.ts";
import { authorColour, authorRing, isTieVisible, tieColour, tieOpacity, tieWidth } from "../../scene/looks.ts";
import { PALETTES } from "../../scene/palette.ts";
import type { Picture } from "../../scene/picture.ts";
import { sizeFactor } from "../../scene/projection.ts";
import type { CameraView } from "../../scene/view.ts";
import { authorProgram } from "./author-program.ts";
import type { Changes, GraphRenderer } from "./graph-renderer.ts";
import { TieProgram } from "./tie-program.ts";

/** Attributes of a node: the row of the author, and the place, which Sigma wants there. */
interface AuthorAttributes {
  readonly author: number;
  readonly x: number;
  readonly y: number;
}

/** Whether this browser gives WebGL now; the context of the trial is released at once. */
export function hasWebGL(): boolean {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/**
 * Draws with Sigma: one node per author, one edge per drawn tie, keys `n0`… and `e0`… as opaque as can be. What they look like
 * is read from the picture; the camera is the stage's, so Sigma's own captors are off. Throws where WebGL is refused,
 * without leaving a canvas or a context behind.
 */
export class SigmaRenderer implements GraphRenderer {
  private readonly sigma: Sigma;
  private readonly graph: UndirectedGraph;
  private readonly nodes: string[];
  private readonly edges: string[];
  private readonly listening = new AbortController();
  private readonly container: HTMLElement;
  private picture: Picture;
  private shorterSide = 1;

  constructor(container: HTMLElement, frame: Frame, onContextLost: (event: Event) => void) {
    this.container = container;
    this.picture = frame.picture;
    this.shorterSide = Math.min(frame.size.width, frame.size.height);
    this.graph = graphOf(frame);
    this.nodes = this.graph.nodes();
    // By row, not in the order of drawing.
    this.edges = Array.from({ length: this.graph.size }, (_, row) => `e${row}`);
    try {
      this.sigma = new Sigma(this.graph, container, this.settings());
    } catch (error) {
      clearCanvases(container);
      throw error;
    }
    // Positions reach from −½ to ½; a fixed box keeps the picture still while a layout runs.
    this.sigma.setCustomBBox({ x: [-0.5, 0.5], y: [-0.5, 0.5] });
    this.sigma.getMouseCaptor().enabled = false;
    this.sigma.getTouchCaptor().enabled = false;
    for (const canvas of container.querySelectorAll("canvas")) {
      canvas.style.pointerEvents = "none";
      const { signal } = this.listening;
      canvas.addEventListener("webglcontextlost", onContextLost, { signal });
    }
    this.sigma.refresh();
  }

  draw(frame: Frame, camera: CameraView, changes: Changes): void {
    const before = this.picture;
    this.picture = frame.picture;
    this.shorterSide = Math.min(frame.size.width, frame.size.height);
    if (changes.positions) this.moveAuthors(frame);
    // Sigma's frame is the unit square, positions have their origin in its middle.
    this.sigma.getCamera().setState({ x: camera.x + 0.5, y: camera.y + 0.5, ratio: camera.ratio, angle: 0 });
    const partialGraph = changes.picture ? this.changedSince(before) : { nodes: [], edges: [] };
    this.sigma.refresh({ partialGraph, skipIndexation: true });
  }

  resize(): void {
    // Forced: Sigma compares the box only and would miss another pixel ratio.
    this.sigma.resize(true);
  }

  kill(): void {
    this.listening.abort();
    this.sigma.kill();
    clearCanvases(this.container);
  }

  private settings(): Partial<Settings> {
    return {
      allowInvalidContainer: true,
      renderLabels: false,
      enableEdgeEvents: false,
      stagePadding: 0,
      zIndex: false,
      minEdgeThickness: 0,
      antiAliasingFeather: 1,
      defaultNodeType: "author",
      defaultEdgeType: "tie",
      nodeProgramClasses: { author: authorProgram(PALETTES[this.picture.cast.theme].background) },
      edgeProgramClasses: { tie: TieProgram },
      zoomToSizeRatioFunction: (ratio) => 1 / sizeFactor(this.shorterSide / ratio, this.picture.cast.crowding),
      nodeReducer: (_key, attributes) => {
        const { author, x, y } = attributes as AuthorAttributes;
        const { picture } = this;
        return {
          x,
          y,
          size: picture.cast.radius[author],
          color: authorColour(picture, author),
          ring: authorRing(picture, author),
          hidden: picture.authorVisible[author] === 0,
        };
      },
      edgeReducer: (_key, { tie }) => ({
        size: tieWidth(this.picture, tie),
        color: tieColour(this.picture, tie),
        hidden: !isTieVisible(this.picture, tie),
      }),
    };
  }

  private moveAuthors({ x, y }: Frame): void {
    this.graph.updateEachNodeAttributes(
      (_key, attributes) => {
        attributes.x = finite(x[attributes.author]);
        attributes.y = finite(y[attributes.author]);
        return attributes;
      },
      { attributes: ["x", "y"] },
    );
  }

  /** Keys of what looks other than before. */
  private changedSince(before: Picture): { nodes: string[]; edges: string[] } {
    const now = this.picture;
    const otherCast = before.cast !== now.cast;
    const nodes = this.nodes.filter(
      (_, author) =>
        otherCast ||
        before.authorVisible[author] !== now.authorVisible[author] ||
        before.authorFaded[author] !== now.authorFaded[author] ||
        authorRing(before, author) !== authorRing(now, author),
    );
    const edges = this.edges.filter(
      (_, tie) =>
        otherCast ||
        isTieVisible(before, tie) !== isTieVisible(now, tie) ||
        tieOpacity(before, tie) !== tieOpacity(now, tie) ||
        tieWidth(before, tie) !== tieWidth(now, tie),
    );
    return { nodes, edges };
  }
}

function graphOf({ picture, x, y }: Frame): UndirectedGraph {
  const graph = new UndirectedGraph();
  const { coauthorships } = picture.cast.dataset;
  for (let author = 0; author < x.length; author++) {
    graph.addNode(`n${author}`, { author, x: finite(x[author]), y: finite(y[author]) });
  }
  // In the order of drawing: heavy ties on top.
  const rows = Uint32Array.from(coauthorships.a, (_, row) => row);
  rows.sort((one, other) => picture.cast.strength[one] - picture.cast.strength[other] || one - other);
  for (const tie of rows) {
    graph.addEdgeWithKey(`e${tie}`, `n${coauthorships.a[tie]}`, `n${coauthorships.b[tie]}`, { tie });
  }
  return graph;
}

/** Sigma refuses the whole graph for one coordinate that is not a number. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function clearCanvases(container: HTMLElement): void {
  for (const canvas of container.querySelectorAll("canvas")) {
    const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    canvas.remove();
  }
}
