import type { Frame } from "../../scene/frame.ts";
import { type GraphRenderer, layer, sizedContext } from "./graph-renderer.ts";
import { paintAuthors, paintTies } from "./paint.ts";

/** Draws without WebGL: slower on large networks, and the same picture. */
export class CanvasRenderer implements GraphRenderer {
  private readonly canvas: HTMLCanvasElement;

  constructor(container: HTMLElement) {
    this.canvas = layer(container);
  }

  draw(frame: Frame): void {
    const context = sizedContext(this.canvas, frame.size.width, frame.size.height);
    if (context === null) return;
    paintTies(context, frame);
    paintAuthors(context, frame);
  }

  resize(): void {}

  kill(): void {
    this.canvas.remove();
  }
}
