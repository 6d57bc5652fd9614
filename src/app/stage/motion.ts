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

/** Something that moves now and then; tells when it has come to rest. */
export class Unrest {
  private readonly ended: () => void;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(ended: () => void) {
    this.ended = ended;
  }

  get isNow(): boolean {
    return this.timer !== null;
  }

  stir(): void {
    this.kill();
    this.timer = setTimeout(() => {
      this.timer = null;
      this.ended();
    }, REST_MS);
  }

  kill(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
