import { easeCubicInOut, interpolateZoom } from "d3";
import { cleanCamera } from "../../scene/projection.ts";
import type { CameraView } from "../../scene/view.ts";

/** Whether the user asked the system for less motion. */
export function wantsLessMotion(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * Calls `show` with 0 to 1 over the duration, eased, one call a frame and a last one with 1; at once with 1 where the
 * user wants less motion. The returned function ends it where it is.
 */
export function animate(durationMs: number, show: (progress: number) => void): () => void {
  if (wantsLessMotion() || durationMs <= 0) {
    show(1);
    return () => {};
  }
  const began = performance.now();
  let request = requestAnimationFrame(function step(now) {
    const progress = Math.min(1, Math.max(0, (now - began) / durationMs));
    if (progress < 1) request = requestAnimationFrame(step);
    show(easeCubicInOut(progress));
  });
  return () => cancelAnimationFrame(request);
}

/** The way from one camera to another that zooms out only as far as it helps (van Wijk & Nuij 2003). */
export function flight(from: CameraView, to: CameraView): { at(progress: number): CameraView; durationMs: number } {
  const way = interpolateZoom([from.x, from.y, from.ratio], [to.x, to.y, to.ratio]);
  return {
    at: (progress) => {
      if (progress >= 1) return to;
      const [x, y, ratio] = way(progress);
      return cleanCamera({ x, y, ratio });
    },
    durationMs: Math.min(700, Math.max(250, Number.isFinite(way.duration) ? way.duration * 0.5 : 250)),
  };
}

/** How long nothing has to move until it is at rest. */
const REST_MS = 150;
/** Nor is anything at rest before so many frames: where each takes long, the next movement is still on its way. */
const REST_FRAMES = 4;

/**
 * Something that moves now and then; tells when it has come to rest. It looks once a frame, so that frames which take long are not
 * taken for rest.
 */
export class Unrest {
  private readonly ended: () => void;
  private since = 0;
  private frames = 0;
  private request = 0;

  constructor(ended: () => void) {
    this.ended = ended;
  }

  get isNow(): boolean {
    return this.request !== 0;
  }

  stir(): void {
    this.since = performance.now();
    this.frames = 0;
    if (this.request === 0) this.request = requestAnimationFrame(this.look);
  }

  kill(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
  }

  private readonly look = (): void => {
    this.frames += 1;
    const isAtRest = this.frames >= REST_FRAMES && performance.now() - this.since >= REST_MS;
    this.request = isAtRest ? 0 : requestAnimationFrame(this.look);
    if (isAtRest) this.ended();
  };
}
