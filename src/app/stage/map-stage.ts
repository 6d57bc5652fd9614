import type { Dataset } from "../../model/dataset.ts";
import type { Incidence } from "../../model/incidence.ts";
import { focusOf } from "../../scene/focus.ts";
import { type Frame, type Ground, groundOf } from "../../scene/frame.ts";
import type { MapTheme } from "../../scene/palette.ts";
import { type Cast, castOf, isCrowd, type Picture, pictureOf } from "../../scene/picture.ts";
import { type Insets, panBy, projectionOf, type Size, zoomAt } from "../../scene/projection.ts";
import { tipOf } from "../../scene/tip.ts";
import { type Choice, isChoice, type Shown, sameCamera, sameChoice, type View } from "../../scene/view.ts";
import type { Stage } from "./current-stage.ts";
import { MapCamera, NEAREST_TO_PART } from "./map-camera.ts";
import { listenToMap } from "./map-input.ts";
import { MapLayers } from "./map-layers.ts";
import { MapPositions } from "./map-positions.ts";
import { Unrest } from "./motion.ts";
import type { StageListener, StageSetting } from "./stage-setting.ts";
import { TurnedCamera } from "./turned-camera.ts";
import { watchSize } from "./watch-size.ts";

const ZOOM_STEP = 1.5;
/** One dataset on one piece of the page: an imperative picture, told what to show by `update` and killed after use. */
export class MapStage implements Stage {
  private readonly root: HTMLElement;
  private readonly listener: StageListener;
  private dataset: Dataset;
  private incidence: Incidence;
  private readonly layers: MapLayers;
  private readonly positions: MapPositions;
  private readonly camera: MapCamera;
  private readonly turned: TurnedCamera;
  private readonly endings: (() => void)[] = [];

  private view: View;
  private theme: MapTheme;
  private insets: Insets;
  private size: Size = { width: 0, height: 0 };
  private cast: Cast;
  private picture: Picture;
  private ground: Ground;
  private hover: { choice: Shown; at: readonly [number, number] | null } | null = null;
  private request = 0;
  /** Request of the frame after the next one, which shows another choice. */
  private soon = 0;
  private changed = { picture: false, positions: false };
  private groundIsOld = false;
  /** While a crowd moves, its names are carried along and its regions wait. */
  private readonly unrest = new Unrest(() => this.rested());

  constructor(root: HTMLElement, { dataset, incidence, view, theme, insets }: StageSetting, listener: StageListener) {
    this.root = root;
    this.listener = listener;
    this.dataset = dataset;
    this.incidence = incidence;
    this.view = view;
    this.theme = theme;
    this.insets = insets;
    this.camera = new MapCamera(() => this.cameraMoved());
    this.positions = new MapPositions(dataset, incidence, {
      moved: () => this.authorsMoved(),
      layoutChanged: (layout, error) => listener.layoutChanged(layout, error),
    });
    this.turned = new TurnedCamera(this.camera, this.positions);
    this.cast = castOf(dataset, incidence, view.counting, theme);
    this.picture = this.newPicture();
    this.ground = this.newGround();

    this.layers = new MapLayers(root, (graphics) => listener.graphicsChanged(graphics));
    this.endings.push(
      watchSize(root, (size) => this.resize(size)),
      listenToMap(root, this),
    );
    if (view.camera !== null) this.turned.stand(view.camera);
    if (view.layoutMode === "plain") this.positions.run(this.cast, "plain", true);
  }

  /** Shows the whole dataset in the place of its glance: the same rows at the same places, so that camera and hover stay. */
  complete(dataset: Dataset, incidence: Incidence, view: View): void {
    this.dataset = dataset;
    this.incidence = incidence;
    this.positions.complete(dataset, incidence);
    this.update(view, this.theme, true);
  }

  /** Shows another view, or the same in another theme, or of what there is more now. */
  update(view: View, theme: MapTheme, isMore = false): void {
    const before = this.view;
    this.view = view;
    const isOtherCast = isMore || view.counting !== before.counting || theme !== this.theme;
    const isAsBefore = !isOtherCast && sameChoice(view.choice, before.choice) && view.layoutMode === before.layoutMode;
    // What the camera has told comes back: it is drawn already.
    const isAsMany = view.hiddenTeams === before.hiddenTeams && view.years === before.years;
    if (isAsBefore && isAsMany && sameCamera(view.camera, this.turned.told())) return;
    if (isOtherCast) {
      this.theme = theme;
      this.cast = castOf(this.dataset, this.incidence, view.counting, theme);
      this.layers.reset();
      // Rows of teams mean other teams now.
      if (this.hover !== null && !isMore) this.hoverOn(null, null);
    }
    if (isOtherCast || !isAsMany) {
      this.picture = this.newPicture();
      if (isOtherCast || view.years === before.years) this.ground = this.newGround();
      else this.renewGround();
    }
    if (view.hiddenTeams !== before.hiddenTeams) this.reframe();
    if (!sameCamera(view.camera, before.camera) && !sameCamera(view.camera, this.turned.told())) {
      if (view.camera === null) this.fit();
      else this.turned.stand(view.camera);
    }
    if (view.layoutMode !== before.layoutMode) {
      if (view.layoutMode === "plain") this.positions.run(this.cast, "plain", true);
      else this.resetLayout();
    }
    if (!isOtherCast && isAsMany && isCrowd(this.cast)) this.repaintSoon();
    else this.repaint();
  }

  setInsets(insets: Insets): void {
    this.insets = insets;
    this.turned.turnAsFits(this.dataset.authors, this.size, this.insets);
    this.reframe();
    this.redraw();
  }

  /** What is drawn now; null before the first drawing. */
  get frame(): Frame | null {
    return this.layers.frame;
  }

  get shownChoice(): Choice | null {
    return this.view.choice;
  }

  /** What a click would choose; a question is only shown. */
  get hovered(): Choice | null {
    const shown = this.hover?.choice ?? null;
    return shown !== null && isChoice(shown) ? shown : null;
  }

  choose(choice: Choice | null): void {
    if (!sameChoice(choice, this.view.choice)) this.listener.chosen(choice);
  }

  /** Shows what belongs to the thing at `at`, or to a thing wherever it is; null shows all again. */
  hoverOn(choice: Shown | null, at: readonly [number, number] | null): void {
    const same = sameChoice(choice, this.hover?.choice ?? null);
    this.hover = choice === null ? null : { choice, at };
    if (same) {
      if (at !== null) this.redraw();
      return;
    }
    this.listener.hovered(this.hovered);
    this.repaint();
  }

  preview(choice: Shown | null): void {
    this.hoverOn(choice, null);
  }

  focus(): void {
    this.root.focus({ preventScroll: true });
  }

  fit(): void {
    this.reframe();
    this.camera.flyToWhole();
  }

  flyTo(choice: Shown): void {
    const focus = focusOf(this.dataset, this.incidence, this.cast.partition, choice);
    if (focus === null) return;
    const shown = (author: number) => focus.authors[author] === 1 && this.isShown(author);
    this.camera.flyToAuthors(() => this.positions.drawn, shown, choice.kind === "part" ? NEAREST_TO_PART : undefined);
  }

  zoomIn(): void {
    this.zoom(this.camera.middle(), ZOOM_STEP, true);
  }

  zoomOut(): void {
    this.zoom(this.camera.middle(), 1 / ZOOM_STEP, true);
  }

  /** Nearer by `factor` around a pixel, at once or gliding. */
  zoom(at: readonly [number, number], factor: number, gliding: boolean): void {
    const target = zoomAt(this.camera.now, this.size, at, factor);
    if (gliding) this.camera.fly(target);
    else this.camera.stand(target);
  }

  pan(dx: number, dy: number): void {
    this.camera.stand(panBy(this.camera.now, this.size, dx, dy));
  }

  startLayout(): void {
    this.positions.run(this.cast, this.view.layoutMode, false);
  }

  stopLayout(): void {
    this.positions.stop();
  }

  resetLayout(): void {
    this.positions.reset();
    this.tellPins();
  }

  togglePin(author: number): void {
    this.positions.togglePin(author);
    this.tellPins();
    this.redraw();
  }

  /** Moves an author to a pixel; the live layout holds them there until `dropAuthor`. */
  dragAuthor(author: number, [px, py]: readonly [number, number]): void {
    const { scale, left, top } = projectionOf(this.camera.now, this.size);
    this.positions.drag(author, (px - left) / scale, (top - py) / scale);
  }

  dropAuthor(author: number): void {
    this.positions.drop(author);
  }

  savePng(): Promise<Blob> {
    return this.layers.savePng();
  }

  kill(): void {
    cancelAnimationFrame(this.request);
    cancelAnimationFrame(this.soon);
    this.unrest.kill();
    this.camera.kill();
    this.positions.kill();
    for (const end of this.endings) end();
    this.layers.kill();
  }

  private resize(size: Size): void {
    this.size = size;
    if (size.width === 0 || size.height === 0) return;
    this.turned.turnAsFits(this.dataset.authors, this.size, this.insets);
    this.reframe();
    this.layers.resize();
    // In the same frame, so that a changed size never shows a stretched or empty map.
    this.paint();
  }

  private tellPins(): void {
    this.listener.pinsChanged(new Set(this.positions.pinned));
  }

  private isShown(author: number): boolean {
    return this.picture.authorVisible[author] === 1;
  }

  private reframe(steady = false): void {
    if (this.size.width === 0 || this.size.height === 0) return;
    this.camera.frame(this.size, this.insets, this.positions.drawn, (author) => this.isShown(author), steady);
  }

  private cameraMoved(): void {
    this.listener.cameraMoved(this.turned.told());
    if (isCrowd(this.cast)) this.unrest.stir();
    // Nearness decides which ties are drawn.
    if (this.camera.isNear === this.picture.near) this.redraw();
    else this.repaint();
  }

  private authorsMoved(): void {
    this.renewGround();
    this.changed.positions = true;
    this.reframe(true);
    this.redraw();
  }

  /** Regions of a crowd take longer than a frame: they are found when nothing moves. */
  private renewGround(): void {
    this.groundIsOld = isCrowd(this.cast);
    if (this.groundIsOld) this.unrest.stir();
    else this.ground = this.newGround();
  }

  private rested(): void {
    if (this.groundIsOld) this.ground = this.newGround();
    this.redraw();
  }

  private newPicture(): Picture {
    const { hiddenTeams, years, choice } = this.view;
    return pictureOf(this.cast, {
      hiddenTeams,
      years,
      choice,
      hover: this.hover?.choice ?? null,
      near: this.camera.isNear,
    });
  }

  private newGround(): Ground {
    const { x, y } = this.positions.drawn;
    this.groundIsOld = false;
    return groundOf(this.picture, x, y);
  }

  /** Of a crowd, what is chosen takes longer than a frame to paint: the panel that tells of it comes first. */
  private repaintSoon(): void {
    cancelAnimationFrame(this.soon);
    this.soon = requestAnimationFrame(() => {
      this.soon = requestAnimationFrame(() => this.repaint());
    });
  }

  /** What is drawn has changed, not only where. */
  private repaint(): void {
    cancelAnimationFrame(this.soon);
    this.picture = this.newPicture();
    this.changed.picture = true;
    this.redraw();
  }

  private redraw(): void {
    if (this.request === 0) this.request = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
    const { hovered } = this;
    const at = this.hover?.at ?? null;
    const isDrawn = this.layers.draw(
      {
        picture: this.picture,
        ground: this.ground,
        positions: this.positions.drawn,
        camera: this.camera.now,
        wholeRatio: this.camera.wholeRatio,
        size: this.size,
        insets: this.insets,
        choice: this.view.choice,
        pins: this.positions.pinned,
        isMoving: this.unrest.isNow,
        tip: hovered === null || at === null ? null : { lines: tipOf(this.cast, hovered), at },
      },
      this.changed,
    );
    if (isDrawn) this.changed = { picture: false, positions: false };
  }
}
