import { REGION_PADDING } from "../../scene/frame.ts";
import type { Positions } from "../../scene/hit-test.ts";
import {
  boundsOf,
  cleanCamera,
  fitCamera,
  type Insets,
  NO_INSETS,
  type Size,
  widened,
} from "../../scene/projection.ts";
import type { CameraView } from "../../scene/view.ts";
import { animate, flight } from "./motion.ts";

/** Room around the whole map for the names at its edge: a share of the box, at most so many pixels. */
const MARGIN = { x: 0.04, mostX: 26, y: 0.06, mostY: 40 } as const;
/** Nearer than this share of the whole map's ratio, the weaker half of the ties is drawn. */
const NEAR = 0.62;
/** A flight comes no nearer than this share of the whole map's ratio. */
const NEAREST_FLIGHT = 0.34;
/** One to a part of a team, which is a small place on a large map, may. */
export const NEAREST_TO_PART = 0.12;
/** The whole of a tiny map comes no nearer than this. */
const NEAREST_WHOLE = 0.2;
/** A map that breathes must not make the camera tremble: a running layout moves it only by more than this share. */
const STEADY = 0.04;

type Shown = (author: number) => boolean;

/** Where the stage looks, in drawn positions, and how it gets there. */
export class MapCamera {
  private readonly moved: () => void;
  private view: CameraView = { x: 0, y: 0, ratio: 1 };
  private whole: CameraView = { x: 0, y: 0, ratio: 1 };
  /** The whole map was the last word, so the camera follows its box. */
  private isAtWhole = true;
  /** What was flown to last, as long as nobody has moved the camera since: again where it is to be seen once something else covers the map. */
  private aim: (() => void) | null = null;
  private isCoveredOtherwise = false;
  private endFlight = () => {};
  private size: Size = { width: 0, height: 0 };
  private insets: Insets = NO_INSETS;

  constructor(moved: () => void) {
    this.moved = moved;
  }

  get now(): CameraView {
    return this.view;
  }

  get atWhole(): boolean {
    return this.isAtWhole;
  }

  get wholeRatio(): number {
    return this.whole.ratio;
  }

  get isNear(): boolean {
    return this.view.ratio < this.whole.ratio * NEAR;
  }

  /** What the whole map is has changed: its box, what covers it, who is shown, or where they are. */
  frame(size: Size, insets: Insets, positions: Positions, shown: Shown, steady = false): void {
    if (!sameInsets(insets, this.insets)) this.isCoveredOtherwise = true;
    this.size = size;
    this.insets = insets;
    const whole = this.fitted(positions, shown, NEAREST_WHOLE) ?? this.fitted(positions, () => true, NEAREST_WHOLE);
    if (whole === null || (steady && Math.abs(whole.ratio / this.whole.ratio - 1) < STEADY)) return;
    this.whole = whole;
    if (this.isAtWhole) this.view = whole;
    // A map that turns for what covers it tells of its new places first.
    if (steady || !this.isCoveredOtherwise) return;
    this.isCoveredOtherwise = false;
    if (!this.isAtWhole) this.aim?.();
  }

  /** Stands there at once. */
  stand(camera: CameraView): void {
    this.aim = null;
    this.turn(camera);
  }

  /** The same place in a map that has been turned. */
  turn(camera: CameraView): void {
    this.endFlight();
    this.set(cleanCamera(camera), false);
  }

  fly(camera: CameraView): void {
    this.aim = null;
    this.flyTo(camera, false);
  }

  flyToWhole(): void {
    this.aim = () => this.flyToWhole();
    this.flyTo(this.whole, true);
  }

  /** Shows what `fitting` gives, never from farther than the whole map. */
  flyWhereFits(fitting: () => CameraView | null): void {
    const target = fitting();
    if (target === null) return;
    if (target.ratio >= this.whole.ratio) this.flyToWhole();
    else this.flyTo(target, false);
    this.aim = () => this.flyWhereFits(fitting);
  }

  /**
   * Shows some of the authors, never from farther than the whole map: a large paper reaches all over it; and no nearer than this share of
   * its ratio.
   */
  flyToAuthors(positions: () => Positions, shown: Shown, nearest = NEAREST_FLIGHT): void {
    this.flyWhereFits(() => this.fitted(positions(), shown, this.whole.ratio * nearest));
  }

  /** The middle of what nothing covers, in pixels. */
  middle(): [number, number] {
    const { top, right, bottom, left } = this.insets;
    return [(this.size.width + left - right) / 2, (this.size.height + top - bottom) / 2];
  }

  kill(): void {
    this.endFlight();
  }

  private fitted({ x, y }: Positions, shown: Shown, nearest: number): CameraView | null {
    const bounds = boundsOf(x, y, shown);
    if (bounds === null) return null;
    const { top, right, bottom, left } = this.insets;
    const marginX = Math.min(MARGIN.mostX, this.size.width * MARGIN.x);
    const marginY = Math.min(MARGIN.mostY, this.size.height * MARGIN.y);
    const insets = { top: top + marginY, right: right + marginX, bottom: bottom + marginY, left: left + marginX };
    return fitCamera(widened(bounds, REGION_PADDING), this.size, insets, nearest);
  }

  private flyTo(target: CameraView, toWhole: boolean): void {
    this.endFlight();
    const way = flight(this.view, target);
    this.endFlight = animate(way.durationMs, (progress) => this.set(way.at(progress), toWhole && progress >= 1));
  }

  private set(camera: CameraView, atWhole: boolean): void {
    this.view = camera;
    this.isAtWhole = atWhole;
    this.moved();
  }
}

function sameInsets(one: Insets, other: Insets): boolean {
  return one.top === other.top && one.right === other.right && one.bottom === other.bottom && one.left === other.left;
}
