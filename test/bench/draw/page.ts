import { MapStage } from "../../../src/app/stage/map-stage.ts";
import { type Incidence, incidenceOf } from "../../../src/model/incidence.ts";
import { NO_INSETS } from "../../../src/scene/projection.ts";
import { initialView } from "../../../src/scene/view.ts";
import { FloorMap } from "./floor.ts";
import { datasetAround } from "./large-dataset.ts";
import { cosmosMap, sigmaMap } from "./peers.ts";

/*
 * What the benchmark of drawing runs in a page: the same authors and ties by each contender, a frame at a time. A frame has been drawn when a
 * pixel of it can be read.
 */

export interface DrawnMap {
  pan(dx: number, dy: number): void;
}

export type DrawContender = "coterie" | "floor" | "sigma" | "cosmos";

export interface DrawFigures {
  /** Milliseconds from columns in memory to the first picture. */
  readonly first: number;
  /** Median of the milliseconds from a movement to its picture. */
  readonly frame: number;
  /** Milliseconds from the last movement to the picture at rest. */
  readonly rest: number;
}

const FRAMES = 12;
const REST_FRAMES = 8;

async function incidenceAt(url: string): Promise<Incidence> {
  const [papers, authorCount, ...rest] = new Uint32Array(await (await fetch(url)).arrayBuffer());
  return incidenceOf(
    Uint32Array.from(rest.slice(0, papers + 1)),
    Uint32Array.from(rest.slice(papers + 1)),
    authorCount,
  );
}

/** Resolves once what was drawn by now is on the canvases. */
async function isDrawn(root: HTMLElement): Promise<void> {
  await new Promise(requestAnimationFrame);
  for (const canvas of root.querySelectorAll("canvas")) {
    const gl = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }
}

async function ready(url: string) {
  const incidence = await incidenceAt(url);
  const dataset = datasetAround(incidence);
  const root = document.createElement("div");
  Object.assign(root.style, { position: "fixed", inset: "0" });
  document.body.append(root);
  const begin: Readonly<Record<DrawContender, () => DrawnMap | Promise<DrawnMap>>> = {
    coterie: () => {
      const silent = () => {};
      const view = initialView("paper");
      return new MapStage(
        root,
        { dataset, incidence, view, theme: "light", insets: NO_INSETS },
        {
          chosen: silent,
          hovered: silent,
          cameraMoved: silent,
          layoutChanged: silent,
          graphicsChanged: silent,
          pinsChanged: silent,
        },
      );
    },
    floor: () => new FloorMap(root, dataset),
    sigma: () => sigmaMap(root, dataset),
    cosmos: () => cosmosMap(root, dataset),
  };
  let map: DrawnMap | null = null;
  return {
    counts: { authors: dataset.authors.rowCount, ties: dataset.coauthorships.rowCount },
    async first(contender: DrawContender): Promise<number> {
      const began = performance.now();
      map = await begin[contender]();
      await isDrawn(root);
      return performance.now() - began;
    },
    async frames(): Promise<number> {
      const times: number[] = [];
      for (let i = 0; i < FRAMES; i++) {
        await new Promise(requestAnimationFrame);
        const began = performance.now();
        map?.pan(7, 5);
        await isDrawn(root);
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[FRAMES >> 1];
    },
    async rest(): Promise<number> {
      const began = performance.now();
      map?.pan(7, 5);
      await new Promise((done) => setTimeout(done, 160));
      for (let i = 0; i < REST_FRAMES; i++) await isDrawn(root);
      return performance.now() - began;
    },
  };
}

Object.assign(globalThis, { ready });
