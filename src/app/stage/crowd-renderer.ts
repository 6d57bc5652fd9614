import { tiesByStrength } from "../../scene/crowd-order.ts";
import type { Frame } from "../../scene/frame.ts";
import { tiesInSight } from "../../scene/in-sight.ts";
import { FADED } from "../../scene/looks.ts";
import { sizeFactor } from "../../scene/projection.ts";
import { ASKED, balancedInk, inkInSight } from "../../scene/tie-ink.ts";
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
/**
 * Ties that end in sight are drawn with their widths when one is near: what lines add to them then are hints, and, until a movement has come to rest,
 * what came into sight with it.
 */
const BENEATH_STRIPS = { moving: 0.35, resting: 0 } as const;

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
  private isBegun = false;
  private stripCount = 0;
  private stripInk: readonly number[] = [1, 1];
  private lineInk: LineInk = NO_LINES;
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
    this.frame = frame;
    if (this.crowd.isOther(frame)) {
      this.stripCount = 0;
      this.drawn = null;
    }
    if (this.drawn === null || !looksAsBefore(this.drawn, frame)) {
      if (!this.isBegun) this.drawWhole();
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
    this.balanceLines(ties, this.stripCount > 0 ? BENEATH_STRIPS.moving : 1, ASKED.moving);
    this.crowd.write(this.lineInk.count);
    this.begin();
    this.drawAuthors(authors);
    this.drawStrips();
    this.drawLines(0, this.lineInk.count);
  }

  /** Everything; ties for which one frame is too short come in the next ones. */
  private drawWhole(): void {
    cancelAnimationFrame(this.request);
    this.writeStrips();
    const { authors, ties } = this.crowd.show(this.frame);
    this.isBegun = true;
    this.balanceLines(ties, this.stripCount > 0 ? BENEATH_STRIPS.resting : 1);
    this.begin();
    this.drawAuthors(authors);
    this.drawStrips();
    this.drawOn(0);
  }

  private drawOn(first: number): void {
    const { count } = this.lineInk;
    const next = Math.min(count, first + TIES_A_FRAME);
    this.crowd.write(next);
    this.drawLines(first, next - first);
    if (next < count) this.request = requestAnimationFrame(() => this.drawOn(next));
  }

  /** Decides how pale the ties at these places are, their ends by a factor more, and how many are drawn at all. */
  private balanceLines(places: Uint32Array, factor: number, asked: number = ASKED.resting): void {
    const { picture, projection, size, x, y } = this.frame;
    const rows = tiesByStrength(picture.cast);
    const ink = inkInSight(picture.cast, places.length, (i) => rows[places[i]], { x, y }, projection, size, 1, asked);
    const { ends, hints } = balancedInk(ink);
    const endCount = factor === 0 ? 0 : Math.round(ends.part * places.length);
    const hintCount = Math.round(hints.part * places.length);
    // Lines are told by their places in the buffer.
    const until = (count: number) => (count === 0 ? 0 : places[count - 1] + 1);
    this.lineInk = {
      count: Math.max(endCount, hintCount),
      u_ends: [factor * ends.share, until(endCount)],
      u_hints: [hints.share, until(hintCount)],
    };
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
    this.strips.draw("triangles", 0, STRIP_VERTICES * this.stripCount, {
      ...this.uniforms(),
      u_size: [width, height],
      u_ink: this.stripInk,
    });
  }

  private drawLines(first: number, count: number): void {
    if (count <= 0) return;
    const { u_ends, u_hints } = this.lineInk;
    const u_scale = this.frame.projection.scale;
    this.lines.draw("lines", 2 * first, 2 * count, { ...this.uniforms(), u_scale, u_ends, u_hints });
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
    const { ends, hints } = balancedInk(
      inkInSight(picture.cast, rows.length, (i) => rows[i], { x, y }, projection, size),
    );
    this.stripInk = [ends.share, hints.share];
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

/** How lines are drawn: so many of those shown, and as the program wants to know it. */
interface LineInk {
  readonly count: number;
  readonly u_ends: readonly number[];
  readonly u_hints: readonly number[];
}

const NO_LINES: LineInk = { count: 0, u_ends: [0, 0], u_hints: [0, 0] };

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
