import { type Frame, frameOf, type Ground } from "../../scene/frame.ts";
import type { Positions } from "../../scene/hit-test.ts";
import type { Picture } from "../../scene/picture.ts";
import type { Insets, Size } from "../../scene/projection.ts";
import type { CameraView, Choice } from "../../scene/view.ts";
import type { Graphics } from "./current-stage.ts";
import { type Changes, layer, sizedContext } from "./graph-renderer.ts";
import { MapGraphics } from "./map-graphics.ts";
import { paintGround, paintTip, paintTop } from "./paint.ts";
import { pngOf } from "./save-png.ts";

/** Labels keep so many pixels off the edge of what nothing covers. */
const LABEL_MARGIN = 4;

/** What is to be seen of the map in one frame. */
export interface Still {
  readonly picture: Picture;
  readonly ground: Ground;
  readonly positions: Positions;
  readonly camera: CameraView;
  /** Ratio of the camera that shows the whole map. */
  readonly wholeRatio: number;
  readonly size: Size;
  readonly insets: Insets;
  readonly choice: Choice | null;
  readonly pins: ReadonlySet<number>;
  /** Labels of the frame before are carried along. */
  readonly isMoving: boolean;
  /** Beside the pointer. */
  readonly tip: { readonly lines: readonly string[]; readonly at: readonly [number, number] } | null;
}

/** The three layers that a map is drawn on: regions beneath, ties and authors, words above. */
export class MapLayers {
  private readonly typeface: string;
  private readonly under: HTMLCanvasElement;
  private readonly over: HTMLCanvasElement;
  private readonly graphics: MapGraphics;
  private current: Frame | null = null;

  constructor(root: HTMLElement, report: (graphics: Graphics) => void) {
    this.typeface = getComputedStyle(root).fontFamily || "sans-serif";
    this.under = layer(root);
    this.graphics = new MapGraphics(root, report);
    this.over = layer(root);
  }

  /** What is drawn now; null before the first drawing. */
  get frame(): Frame | null {
    return this.current;
  }

  /** Whether there was something to draw on. */
  draw(still: Still, changes: Changes): boolean {
    const { picture, ground, positions, size, insets, camera, tip, isMoving, ...around } = still;
    if (size.width === 0 || size.height === 0) return false;
    const top = sizedContext(this.over, size.width, size.height);
    const bottom = sizedContext(this.under, size.width, size.height);
    if (top === null || bottom === null) return false;
    const frame = frameOf(picture, ground, positions, {
      ...around,
      camera,
      size,
      area: {
        left: insets.left + LABEL_MARGIN,
        top: insets.top + LABEL_MARGIN,
        right: size.width - insets.right - LABEL_MARGIN,
        bottom: size.height - insets.bottom - LABEL_MARGIN,
      },
      measure: (text, fontSize, weight) => {
        top.font = `${weight} ${fontSize}px ${this.typeface}`;
        return top.measureText(text).width;
      },
      carriedFrom: isMoving ? this.current : null,
    });
    this.current = frame;
    paintGround(bottom, frame);
    this.graphics.draw(frame, camera, changes);
    paintTop(top, frame, this.typeface);
    if (tip !== null) paintTip(top, frame, tip.lines, tip.at, this.typeface);
    return true;
  }

  savePng(): Promise<Blob> {
    if (this.current === null) return Promise.reject(new Error("There is no picture yet."));
    return pngOf(this.current, this.typeface);
  }

  resize(): void {
    this.graphics.resize();
  }

  /** Forgets what the graphics hold: for another dataset or theme. */
  reset(): void {
    this.graphics.reset();
  }

  kill(): void {
    this.graphics.kill();
    this.under.remove();
    this.over.remove();
  }
}
