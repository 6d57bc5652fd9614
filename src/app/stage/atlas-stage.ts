import type { Atlas } from "../../model/atlas.ts";
import { atlasTeam } from "../../scene/atlas-facts.ts";
import {
  type AtlasCast,
  type AtlasFrame,
  atlasCast,
  atlasFrame,
  teamAt,
  teamLookedAt,
} from "../../scene/atlas-picture.ts";
import { AUTHOR_REACH, nearestTowards, type Positions } from "../../scene/hit-test.ts";
import { type MapTheme, PALETTES } from "../../scene/palette.ts";
import { fitCamera, type Insets, panBy, projectionOf, type Size, zoomAt } from "../../scene/projection.ts";
import { teamSize } from "../../scene/team-facts.ts";
import { type Choice, type Shown, sameCamera, type View } from "../../scene/view.ts";
import { listenToAtlas } from "./atlas-input.ts";
import type { Stage } from "./current-stage.ts";
import { layer, sizedContext } from "./graph-renderer.ts";
import { MapCamera } from "./map-camera.ts";
import { paintTip } from "./paint.ts";
import { paintAtlas } from "./paint-atlas.ts";
import type { StageListener } from "./stage-setting.ts";
import { watchSize } from "./watch-size.ts";

const ZOOM_STEP = 1.5;
/** Whoever has come close to a team and stays so long wants to see its people. */
const LOOK_MS = 450;

export interface AtlasListener extends Pick<StageListener, "chosen" | "hovered" | "cameraMoved"> {
  /** The people of a team are asked for. */
  entered(team: number): void;
}

interface AtlasSetting {
  readonly atlas: Atlas;
  readonly view: View;
  readonly theme: MapTheme;
  readonly insets: Insets;
}

/** The teams of an atlas as discs: on one canvas, since there are thousands of them and not a million. */
export class AtlasStage implements Stage {
  private readonly root: HTMLElement;
  private readonly listener: AtlasListener;
  private readonly atlas: Atlas;
  private readonly canvas: HTMLCanvasElement;
  private readonly typeface: string;
  private readonly camera: MapCamera;
  /** Two corners of the box of each disc. */
  private readonly corners: Positions;
  private readonly endings: (() => void)[] = [];
  private view: View;
  private cast: AtlasCast;
  private insets: Insets;
  private size: Size = { width: 0, height: 0 };
  private hover: { readonly team: number; readonly at: readonly [number, number] | null } | null = null;
  private current: AtlasFrame | null = null;
  private request = 0;
  private look: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, { atlas, view, theme, insets }: AtlasSetting, listener: AtlasListener) {
    this.root = root;
    this.listener = listener;
    this.atlas = atlas;
    this.view = view;
    this.insets = insets;
    this.typeface = getComputedStyle(root).fontFamily || "sans-serif";
    this.cast = atlasCast(atlas, theme);
    this.corners = cornersOf(atlas);
    this.camera = new MapCamera(() => {
      this.listener.cameraMoved(this.told());
      this.redraw();
    });
    this.canvas = layer(root);
    this.endings.push(
      watchSize(root, (size) => this.resize(size)),
      listenToAtlas(root, this),
    );
    if (view.camera !== null) this.camera.stand(view.camera);
  }

  update(view: View, theme: MapTheme): void {
    const before = this.view;
    this.view = view;
    if (theme !== this.cast.theme) this.cast = atlasCast(this.atlas, theme);
    if (!sameCamera(view.camera, before.camera) && !sameCamera(view.camera, this.told())) {
      if (view.camera === null) this.fit();
      else this.camera.stand(view.camera);
    }
    this.redraw();
  }

  setInsets(insets: Insets): void {
    this.insets = insets;
    this.reframe();
    this.redraw();
  }

  /** What is drawn now; null before the first drawing. */
  get frame(): AtlasFrame | null {
    return this.current;
  }

  get hovered(): number | null {
    return this.hover?.team ?? null;
  }

  get chosen(): number | null {
    const { choice } = this.view;
    return choice?.kind === "team" ? choice.team : null;
  }

  /** The team under a pixel. */
  teamAt(at: readonly [number, number], touch: boolean): number | null {
    if (this.current === null) return null;
    return teamAt(this.current, at[0], at[1], touch ? AUTHOR_REACH.touch : AUTHOR_REACH.mouse);
  }

  /** The team nearest to another one in a direction (`dx` to the right, `dy` upwards). */
  teamTowards(from: number, dx: number, dy: number): number | null {
    return nearestTowards(this.atlas.teams, from, dx, dy, () => true);
  }

  choose(team: number | null): void {
    if (team !== this.chosen) this.listener.chosen(team === null ? null : { kind: "team", team });
  }

  enter(team: number): void {
    clearTimeout(this.look);
    this.listener.entered(team);
  }

  hoverOn(team: number | null, at: readonly [number, number] | null): void {
    const isSame = team === this.hovered;
    this.hover = team === null ? null : { team, at };
    if (!isSame) this.listener.hovered(team === null ? null : { kind: "team", team });
    this.redraw();
  }

  preview(choice: Shown | null): void {
    this.hoverOn(choice?.kind === "team" ? choice.team : null, null);
  }

  flyTo(choice: Choice | Shown): void {
    if (choice.kind !== "team") return;
    const { x, y, radius } = this.atlas.teams;
    const [px, py] = [x[choice.team], y[choice.team]];
    const reach = Math.max(0.03, 3 * radius[choice.team]);
    const bounds = { minX: px - reach, maxX: px + reach, minY: py - reach, maxY: py + reach };
    this.camera.flyWhereFits(() => fitCamera(bounds, this.size, this.insets));
  }

  fit(): void {
    this.reframe();
    this.camera.flyToWhole();
  }

  zoomIn(): void {
    this.zoom(this.camera.middle(), ZOOM_STEP, true);
  }

  zoomOut(): void {
    this.zoom(this.camera.middle(), 1 / ZOOM_STEP, true);
  }

  /** Nearer by `factor` around a pixel, at once or gliding; whoever comes close to a team that way and stays is led to its people. */
  zoom(at: readonly [number, number], factor: number, gliding: boolean): void {
    const target = zoomAt(this.camera.now, this.size, at, factor);
    if (gliding) this.camera.fly(target);
    else this.camera.stand(target);
    clearTimeout(this.look);
    if (factor <= 1) return;
    this.look = setTimeout(() => {
      const team = this.current === null ? null : teamLookedAt(this.current, at);
      if (team !== null) this.listener.entered(team);
    }, LOOK_MS);
  }

  pan(dx: number, dy: number): void {
    clearTimeout(this.look);
    this.camera.stand(panBy(this.camera.now, this.size, dx, dy));
  }

  focus(): void {
    this.root.focus({ preventScroll: true });
  }

  savePng(): Promise<Blob> {
    return new Promise((resolve, reject) => {
      this.hover = null;
      this.paint(true);
      this.canvas.toBlob((blob) => {
        this.redraw();
        if (blob === null) reject(new Error("This browser could not write the picture."));
        else resolve(blob);
      }, "image/png");
    });
  }

  // Teams have their places; no force moves them.
  startLayout(): void {}
  stopLayout(): void {}
  resetLayout(): void {}
  togglePin(): void {}

  kill(): void {
    cancelAnimationFrame(this.request);
    clearTimeout(this.look);
    this.camera.kill();
    for (const end of this.endings) end();
    this.canvas.remove();
  }

  private told(): View["camera"] {
    return this.camera.atWhole ? null : this.camera.now;
  }

  private resize(size: Size): void {
    this.size = size;
    if (size.width === 0 || size.height === 0) return;
    this.reframe();
    this.paint();
  }

  private reframe(): void {
    if (this.size.width === 0 || this.size.height === 0) return;
    this.camera.frame(this.size, this.insets, this.corners, () => true);
  }

  private redraw(): void {
    if (this.request === 0) this.request = requestAnimationFrame(() => this.paint());
  }

  /** `alone`: on the background of the map, for a picture that is saved. */
  private paint(alone = false): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
    const { width, height } = this.size;
    if (width === 0 || height === 0) return;
    const context = sizedContext(this.canvas, width, height);
    if (context === null) return;
    if (alone) {
      context.fillStyle = PALETTES[this.cast.theme].background;
      context.fillRect(0, 0, width, height);
    }
    const { insets } = this;
    this.current = atlasFrame(this.cast, {
      projection: projectionOf(this.camera.now, this.size),
      size: this.size,
      area: {
        left: insets.left + 4,
        top: insets.top + 4,
        right: width - insets.right - 4,
        bottom: height - insets.bottom - 4,
      },
      measure: (text, size, weight) => {
        context.font = `${weight} ${size}px ${this.typeface}`;
        return context.measureText(text).width;
      },
      shown: this.hovered ?? this.chosen,
    });
    paintAtlas(context, this.current, this.chosen, this.typeface);
    if (this.hover?.at) {
      const { name, authors, papers } = atlasTeam(this.atlas, this.hover.team);
      const theme = { size: this.size, picture: { cast: this.cast } };
      paintTip(context, theme, [name, teamSize(authors, papers)], this.hover.at, this.typeface);
    }
  }
}

function cornersOf({ teams: { x, y, radius, rowCount } }: Atlas): Positions {
  const corner = (of: Float32Array) =>
    Float32Array.from({ length: 2 * rowCount }, (_, i) => of[i >> 1] + (i % 2 === 0 ? -1 : 1) * radius[i >> 1]);
  return { x: corner(x), y: corner(y) };
}
