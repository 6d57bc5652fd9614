import { inkShare, meanLength } from "../../scene/crowd-order.ts";
import type { Frame } from "../../scene/frame.ts";
import { tiesInSight } from "../../scene/in-sight.ts";
import { FADED } from "../../scene/looks.ts";
import { sizeFactor } from "../../scene/projection.ts";
import {
  AUTHOR_ATTRIBUTES,
  backgroundOf,
  LINE_ATTRIBUTES,
  STRIP_ATTRIBUTES,
  STRIP_BYTES,
  STRIP_VERTICES,
  stripVertices,
} from "./crowd-buffers.ts";
import { AUTHORS, LINES, STRIPS } from "./crowd-shaders.ts";
import { CrowdVertices } from "./crowd-vertices.ts";
import { GlProgram } from "./gl-program.ts";
import { type GraphRenderer, layer, MOST_PIXEL_RATIO, sizedContext } from "./graph-renderer.ts";
import { Unrest } from "./motion.ts";
import { paintAuthors, paintTies } from "./paint.ts";

/** What is drawn of a map that moves: the strongest ties, the largest authors. */
const MOVING = { ties: 30_000, authors: 50_000 } as const;
/** At rest so many ties are drawn in one frame; the others follow beneath them, frame by frame. */
const TIES_A_FRAME = 400_000;
/** Where no more authors than this are in sight, the ties that end at them are drawn with their widths. */
const NEAR = { authors: 4000, ties: 40_000 } as const;
/** Ties that are drawn with their widths lie on lines of their own; both together are no stronger than one. */
const BENEATH_STRIPS = 0.35;

/**
 * Draws thousands to millions of authors and ties: buffers that are written once, front to back, the strongest first. What is
 * asked about lies on a canvas above, while the rest fades as a whole: a hover costs what it shows. Throws where WebGL 2 is
 * refused, without leaving a canvas or a context behind.
 */
export class CrowdRenderer implements GraphRenderer {
  private readonly base: HTMLCanvasElement;
  private readonly above: HTMLCanvasElement;
  private readonly gl: WebGL2RenderingContext;
  private readonly authors: GlProgram;
  private readonly lines: GlProgram;
  /** Made when one comes near: compiling takes its time. */
  private strips: GlProgram | null = null;
  private readonly listening = new AbortController();
  private readonly unrest = new Unrest(() => this.drawWhole());
  private frame: Frame;
  private readonly crowd: CrowdVertices;
  private drawn: Frame | null = null;
  private tieLength = 0;
  private stripCount = 0;
  private request = 0;

  constructor(container: HTMLElement, frame: Frame, onContextLost: (event: Event) => void) {
    this.frame = frame;
    this.base = layer(container);
    this.above = layer(container);
    try {
      const gl = this.base.getContext("webgl2", { antialias: false, depth: false, preserveDrawingBuffer: true });
      if (gl === null) throw new Error("This browser gives no WebGL 2.");
      this.gl = gl;
      this.authors = new GlProgram(gl, AUTHORS, AUTHOR_ATTRIBUTES);
      this.lines = new GlProgram(gl, LINES, LINE_ATTRIBUTES);
      this.crowd = new CrowdVertices(this.authors, this.lines);
    } catch (error) {
      this.kill();
      throw error;
    }
    this.base.addEventListener("webglcontextlost", onContextLost, { signal: this.listening.signal });
  }

  draw(frame: Frame): void {
    const isFirst = this.drawn === null && this.tieLength === 0;
    this.frame = frame;
    if (this.crowd.isOther(frame)) {
      this.stripCount = 0;
      this.drawn = null;
    }
    if (this.drawn === null || !looksAsBefore(this.drawn, frame)) {
      if (isFirst) this.drawWhole();
      else {
        this.drawMoving();
        this.unrest.stir();
      }
    }
    this.paintFocus(frame);
  }

  resize(): void {
    this.drawn = null;
  }

  kill(): void {
    cancelAnimationFrame(this.request);
    this.unrest?.kill();
    this.listening?.abort();
    const context = this.base.getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    this.base.remove();
    this.above.remove();
  }

  /** What there is time for in every frame. */
  private drawMoving(): void {
    cancelAnimationFrame(this.request);
    const { authors, ties } = this.crowd.show(this.frame, MOVING.authors, MOVING.ties);
    this.crowd.write(ties.length);
    this.begin();
    this.drawAuthors(authors);
    this.drawStrips();
    this.drawLines(0, ties.length, ties.length);
  }

  /** Everything; ties for which one frame is too short come in the next ones. */
  private drawWhole(): void {
    cancelAnimationFrame(this.request);
    this.writeStrips();
    const { authors, ties } = this.crowd.show(this.frame);
    const { picture, x, y } = this.frame;
    this.tieLength = meanLength(picture.cast, ties, x, y);
    this.begin();
    this.drawAuthors(authors);
    this.drawStrips();
    this.drawOn(0, ties.length);
  }

  private drawOn(first: number, all: number): void {
    const next = Math.min(all, first + TIES_A_FRAME);
    this.crowd.write(next);
    this.drawLines(first, next - first, all);
    if (next < all) this.request = requestAnimationFrame(() => this.drawOn(next, all));
  }

  private begin(): void {
    const { gl, base, frame } = this;
    const ratio = pixelRatio();
    const [width, height] = [Math.round(frame.size.width * ratio), Math.round(frame.size.height * ratio)];
    if (base.width !== width) base.width = width;
    if (base.height !== height) base.height = height;
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.BLEND);
    // What comes later lies beneath.
    gl.blendFunc(gl.ONE_MINUS_DST_ALPHA, gl.ONE);
    this.drawn = frame;
  }

  private drawAuthors(count: number): void {
    const { cast } = this.frame.picture;
    this.authors.draw("points", 0, count, { ...this.uniforms(), u_background: backgroundOf(cast) });
  }

  private drawStrips(): void {
    if (this.stripCount === 0 || this.strips === null) return;
    const { width, height } = this.frame.size;
    this.strips.draw("triangles", 0, STRIP_VERTICES * this.stripCount, { ...this.uniforms(), u_size: [width, height] });
  }

  /** `count` lines from `first` on, inked as is right for `all` of them. */
  private drawLines(first: number, count: number, all: number): void {
    if (count <= 0) return;
    const share = inkShare(all, this.tieLength, this.frame.projection.scale);
    const u_ink = share * (this.stripCount > 0 ? BENEATH_STRIPS : 1);
    this.lines.draw("lines", 2 * first, 2 * count, { ...this.uniforms(), u_ink });
  }

  private uniforms() {
    const { projection, size, picture } = this.frame;
    const { scale, left, top } = projection;
    const { width, height } = size;
    return {
      u_place: [(2 * scale) / width, (2 * scale) / height, (2 * left) / width - 1, 1 - (2 * top) / height],
      u_factor: sizeFactor(scale, picture.cast.crowding),
      u_pixelRatio: pixelRatio(),
    };
  }

  /** The ties that end in sight, where these are few enough to be told apart. */
  private writeStrips(): void {
    const { picture, size, projection, x, y } = this.frame;
    const sight = { left: 0, top: 0, right: size.width, bottom: size.height };
    const rows = tiesInSight({ ...picture, focus: null }, { x, y }, projection, sight, NEAR.authors);
    this.stripCount = rows === null || rows.length > NEAR.ties ? 0 : rows.length;
    if (rows === null || this.stripCount === 0) return;
    rows.sort((one, other) => picture.cast.strength[other] - picture.cast.strength[one] || one - other);
    this.strips ??= new GlProgram(this.gl, STRIPS, STRIP_ATTRIBUTES);
    this.strips.reserve(STRIP_BYTES * rows.length);
    this.strips.write(0, stripVertices(picture.cast, { x, y }, rows));
  }

  private paintFocus(frame: Frame): void {
    const { focus } = frame.picture;
    this.base.style.opacity = focus === null ? "1" : String(FADED.author);
    this.above.hidden = focus === null;
    if (focus === null) return;
    const context = sizedContext(this.above, frame.size.width, frame.size.height);
    if (context === null) return;
    paintTies(context, frame, focus.ties);
    paintAuthors(context, frame, [...marked(focus.authors)]);
  }
}

function* marked(marks: Uint8Array): Generator<number> {
  for (let row = marks.indexOf(1); row >= 0; row = marks.indexOf(1, row + 1)) yield row;
}

function pixelRatio(): number {
  return Math.min(MOST_PIXEL_RATIO, window.devicePixelRatio || 1);
}

/** Whether two frames differ in nothing but what is asked about. */
function looksAsBefore(one: Frame, other: Frame): boolean {
  return (
    one.projection.scale === other.projection.scale &&
    one.projection.left === other.projection.left &&
    one.projection.top === other.projection.top &&
    one.size.width === other.size.width &&
    one.size.height === other.size.height
  );
}
