import { GlProgram } from "../../../src/app/stage/gl-program.ts";
import type { Dataset } from "../../../src/model/dataset.ts";
import type { DrawnMap } from "./page.ts";

const HEAD = "#version 300 es\nprecision highp float;\n";
const SOURCE = {
  vertex: `${HEAD}in vec2 a_position; uniform vec4 u_place; void main() { gl_Position = vec4(a_position * u_place.xy + u_place.zw, 0, 1); gl_PointSize = 2.0; }`,
  fragment: `${HEAD}out vec4 colour; void main() { colour = vec4(0.05, 0.05, 0.05, 0.1); }`,
};

/** The least that WebGL 2 can do: every author a point of two pixels, every tie a line, one colour, no order, no names. */
export class FloorMap implements DrawnMap {
  private readonly points: GlProgram;
  private readonly lines: GlProgram;
  private readonly gl: WebGL2RenderingContext;
  private readonly counts: readonly [number, number];
  private readonly at = [0, 0];

  constructor(root: HTMLElement, { authors, coauthorships: { a, b, rowCount } }: Dataset) {
    const canvas = document.createElement("canvas");
    canvas.width = innerWidth;
    canvas.height = innerHeight;
    root.append(canvas);
    const gl = canvas.getContext("webgl2", { antialias: false, depth: false });
    if (gl === null) throw new Error("There is no WebGL 2.");
    this.gl = gl;
    this.points = new GlProgram(gl, SOURCE, [{ name: "a_position", size: 2, kind: "float" }]);
    this.lines = new GlProgram(gl, SOURCE, [{ name: "a_position", size: 2, kind: "float" }]);
    const places = new Float32Array(2 * authors.rowCount);
    for (let i = 0; i < authors.rowCount; i++) places.set([authors.x[i], authors.y[i]], 2 * i);
    const ends = new Float32Array(4 * rowCount);
    for (let row = 0; row < rowCount; row++) {
      ends[4 * row] = authors.x[a[row]];
      ends[4 * row + 1] = authors.y[a[row]];
      ends[4 * row + 2] = authors.x[b[row]];
      ends[4 * row + 3] = authors.y[b[row]];
    }
    this.points.reserve(places.byteLength);
    this.points.write(0, places);
    this.lines.reserve(ends.byteLength);
    this.lines.write(0, ends);
    this.counts = [authors.rowCount, 2 * rowCount];
    this.draw();
  }

  pan(dx: number, dy: number): void {
    this.at[0] += dx;
    this.at[1] -= dy;
    this.draw();
  }

  private draw(): void {
    const { gl, at } = this;
    const [width, height] = [innerWidth, innerHeight];
    const scale = 2 * Math.min(width, height);
    const place = [scale / width, scale / height, (2 * at[0]) / width, (2 * at[1]) / height];
    gl.viewport(0, 0, width, height);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    this.lines.draw("lines", 0, this.counts[1], { u_place: place });
    this.points.draw("points", 0, this.counts[0], { u_place: place });
  }
}
