import type { AuthorTable } from "../../model/dataset.ts";
import { boundsOf, type Insets, type Size } from "../../scene/projection.ts";
import type { CameraView } from "../../scene/view.ts";
import type { MapCamera } from "./map-camera.ts";
import type { MapPositions } from "./map-positions.ts";

/** A box narrower than this times its height shows a map turned that is wider than high by at least `wide`. */
const TURN = { tall: 0.8, wide: 1.1 } as const;

/** A wide map is drawn turned where the free box is tall: a phone would show it small. Links tell the camera of the map as it is stored. */
export class TurnedCamera {
  private readonly camera: MapCamera;
  private readonly positions: MapPositions;

  constructor(camera: MapCamera, positions: MapPositions) {
    this.camera = camera;
    this.positions = positions;
  }

  /** Turns the map, and the camera with it, where the box asks for it. */
  turnAsFits({ x, y }: AuthorTable, { width, height }: Size, insets: Insets): void {
    const bounds = boundsOf(x, y, () => true);
    if (bounds === null) return;
    const freeWidth = width - insets.left - insets.right;
    const freeHeight = height - insets.top - insets.bottom;
    const wide = bounds.maxX - bounds.minX > TURN.wide * (bounds.maxY - bounds.minY);
    const before = this.told();
    if (!this.positions.turn(wide && freeWidth < TURN.tall * freeHeight) || before === null) return;
    this.camera.turn(this.drawn(before));
  }

  /** Stands at a camera in stored positions. */
  stand(camera: CameraView): void {
    this.camera.stand(this.drawn(camera));
  }

  private drawn({ x, y, ratio }: CameraView): CameraView {
    return this.positions.turned ? { x: y, y: -x, ratio } : { x, y, ratio };
  }

  /** The camera in stored positions, as links have it; null while it shows the whole map. */
  told(): CameraView | null {
    if (this.camera.atWhole) return null;
    const { x, y, ratio } = this.camera.now;
    return this.positions.turned ? { x: -y, y: x, ratio } : { x, y, ratio };
  }
}
