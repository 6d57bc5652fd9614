import type { Frame } from "../../scene/frame.ts";
import type { CameraView } from "../../scene/view.ts";

/** What has changed since the last frame; the rest may be taken over. */
export interface Changes {
  readonly picture: boolean;
  readonly positions: boolean;
}

/** Draws ties and authors; what lies beneath and above them is the stage's own. */
export interface GraphRenderer {
  draw(frame: Frame, camera: CameraView, changes: Changes): void;
  /** The size or the pixel ratio of the page has changed. */
  resize(): void;
  kill(): void;
}

/** More pixels than two per CSS pixel cost time and show nothing. */
export const MOST_PIXEL_RATIO = 2;

/** Gives a canvas the size of `width` × `height` CSS pixels and a context that counts in them. */
export function sizedContext(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const ratio = Math.min(MOST_PIXEL_RATIO, window.devicePixelRatio || 1);
  const pixelWidth = Math.max(1, Math.round(width * ratio));
  const pixelHeight = Math.max(1, Math.round(height * ratio));
  if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
  if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
  const context = canvas.getContext("2d");
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

/** A canvas that fills its parent and lets the pointer through. */
export function layer(parent: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  fill(canvas);
  parent.append(canvas);
  return canvas;
}

export function fill(element: HTMLElement): void {
  Object.assign(element.style, {
    position: "absolute",
    inset: "0",
    width: "100%",
    height: "100%",
    pointerEvents: "none",
  });
}
