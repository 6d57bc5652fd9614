import type { Frame } from "../../scene/frame.ts";
import { isCrowd } from "../../scene/picture.ts";
import type { CameraView } from "../../scene/view.ts";
import { CanvasRenderer } from "./canvas-renderer.ts";
import { CrowdRenderer } from "./crowd-renderer.ts";
import type { Graphics } from "./current-stage.ts";
import { type Changes, fill, type GraphRenderer } from "./graph-renderer.ts";
import { hasWebGL, SigmaRenderer } from "./sigma-renderer.ts";

/** A lost context is replaced after this long, at most so often in a minute; then the map stays without WebGL. */
const RECOVERY = { afterMs: 400, tries: 3, withinMs: 60_000 } as const;

const EVERYTHING: Changes = { picture: true, positions: true };

/**
 * Ties and authors in a browser that may take its graphics away. Sigma neither notices a lost context nor gets it back, so the
 * renderer is killed and made anew; until then, and where there is no WebGL at all, the same picture is drawn in two dimensions.
 */
export class MapGraphics {
  private readonly host: HTMLElement;
  private readonly report: (graphics: Graphics) => void;
  private renderer: GraphRenderer | null = null;
  private last: { frame: Frame; camera: CameraView } | null = null;
  private losses: number[] = [];
  private recovery: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: HTMLElement, report: (graphics: Graphics) => void) {
    this.host = document.createElement("div");
    fill(this.host);
    parent.append(this.host);
    this.report = report;
  }

  draw(frame: Frame, camera: CameraView, changes: Changes): void {
    this.last = { frame, camera };
    if (this.renderer === null) this.begin();
    else this.renderer.draw(frame, camera, changes);
  }

  resize(): void {
    this.renderer?.resize();
  }

  /** Forgets what was drawn: for another dataset or theme. */
  reset(): void {
    clearTimeout(this.recovery);
    this.renderer?.kill();
    this.renderer = null;
  }

  kill(): void {
    this.reset();
    this.host.remove();
  }

  private begin(): void {
    if (this.last === null) return;
    const { frame, camera } = this.last;
    const webgl = this.webgl(frame);
    this.report(webgl === null ? "unavailable" : "webgl");
    this.renderer = webgl ?? new CanvasRenderer(this.host);
    this.renderer.draw(frame, camera, EVERYTHING);
  }

  /** Sigma up to a few thousand authors and ties, and buffers of our own for a crowd. */
  private webgl(frame: Frame): GraphRenderer | null {
    const isMany = isCrowd(frame.picture.cast);
    if (!isMany && !hasWebGL()) return null;
    const Renderer = isMany ? CrowdRenderer : SigmaRenderer;
    try {
      return new Renderer(this.host, frame, (event) => this.lose(event));
    } catch (error) {
      // Refused although the trial succeeded: the map is drawn without it, which the controls say.
      console.warn("The map is drawn without WebGL.", error);
      return null;
    }
  }

  private lose(event: Event): void {
    event.preventDefault();
    if (this.last === null || this.renderer === null || this.renderer instanceof CanvasRenderer) return;
    const now = performance.now();
    this.losses = [...this.losses.filter((time) => now - time < RECOVERY.withinMs), now];
    this.renderer.kill();
    this.renderer = new CanvasRenderer(this.host);
    this.renderer.draw(this.last.frame, this.last.camera, EVERYTHING);
    if (this.losses.length > RECOVERY.tries) {
      this.report("unavailable");
      return;
    }
    this.report("restoring");
    this.recovery = setTimeout(() => {
      this.renderer?.kill();
      this.begin();
    }, RECOVERY.afterMs);
  }
}
