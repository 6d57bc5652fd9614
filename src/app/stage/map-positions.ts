import type { Dataset } from "../../model/dataset.ts";
import type { Incidence } from "../../model/incidence.ts";
import type { LayoutMode } from "../../model/layout-mode.ts";
import { pairIncidence } from "../../model/pair-incidence.ts";
import { isGiven } from "../../scene/given-ties.ts";
import type { Positions } from "../../scene/hit-test.ts";
import type { Cast } from "../../scene/picture.ts";
import type { ToLayout } from "../worker/layout-messages.ts";
import { LiveLayoutWorker } from "./live-layout.ts";
import { animate } from "./motion.ts";

const RETURN_MS = 900;

interface PositionsListener {
  moved(): void;
  layoutChanged(layout: "still" | "running", error: string | null): void;
}

/**
 * Where the authors stand now: as stored, as the live layout moves them, or as they were dragged. On a tall screen a wide
 * map is drawn turned by a quarter, right side down; `drawn` is what is seen.
 */
export class MapPositions {
  private dataset: Dataset;
  private incidence: Incidence;
  private readonly listener: PositionsListener;
  private readonly layout: LiveLayoutWorker;
  private stored: Positions;
  private isTurned = false;
  private shown: Positions;
  private endReturn = () => {};
  private readonly pins = new Set<number>();

  constructor(dataset: Dataset, incidence: Incidence, listener: PositionsListener) {
    this.dataset = dataset;
    this.incidence = incidence;
    this.listener = listener;
    this.stored = { x: dataset.authors.x.slice(), y: dataset.authors.y.slice() };
    this.shown = this.stored;
    this.layout = new LiveLayoutWorker({
      positions: (x, y) => this.move({ x, y }),
      still: () => listener.layoutChanged("still", null),
      failed: (reason) => listener.layoutChanged("still", reason),
    });
  }

  /** What pulls: papers, or the ties of a network that was given. */
  private get forces(): Pick<Extract<ToLayout, { kind: "start" }>["input"], "incidence" | "large" | "pull"> {
    const { papers, coauthorships: ties, authors } = this.dataset;
    if (!isGiven(this.dataset)) return { incidence: this.incidence, large: papers.large };
    const large = Array.from(ties.a, () => false);
    return { incidence: pairIncidence(ties, authors.rowCount), large, pull: ties.weightFull };
  }

  get drawn(): Positions {
    return this.shown;
  }

  /** Authors whom no force moves. */
  get pinned(): ReadonlySet<number> {
    return this.pins;
  }

  get turned(): boolean {
    return this.isTurned;
  }

  /** Goes over from a glance to its whole dataset, whose places are the exact ones. */
  complete(dataset: Dataset, incidence: Incidence): void {
    this.dataset = dataset;
    this.incidence = incidence;
    this.move({ x: dataset.authors.x.slice(), y: dataset.authors.y.slice() });
  }

  /** Draws the map upright or turned; true where that is a change. */
  turn(turned: boolean): boolean {
    if (turned === this.isTurned) return false;
    this.isTurned = turned;
    this.move(this.stored);
    return true;
  }

  run(cast: Cast, mode: LayoutMode, untilRest: boolean): void {
    this.endReturn();
    const { dataset } = this;
    try {
      this.layout.start({
        input: {
          ...this.forces,
          team: cast.partition.team,
          teamCount: cast.partition.teams.rowCount,
          onlyLarge: dataset.authors.onlyLarge,
          radius: cast.radius,
          seed: dataset.manifest.parameters.seed,
        },
        mode,
        untilRest,
        start: { ...this.stored, scale: dataset.manifest.layoutScale },
      });
      for (const author of this.pins) this.layout.pin(author, this.stored.x[author], this.stored.y[author]);
      this.listener.layoutChanged("running", null);
    } catch (error) {
      this.listener.layoutChanged("still", error instanceof Error ? error.message : String(error));
    }
  }

  stop(): void {
    this.layout.stop();
  }

  /** Holds an author where they stand against all forces, or lets them go. */
  togglePin(author: number): void {
    if (this.pins.delete(author)) {
      this.layout.release(author);
      return;
    }
    this.pins.add(author);
    this.layout.pin(author, this.stored.x[author], this.stored.y[author]);
  }

  /** Back to the positions of the dataset; nobody stays pinned. */
  reset(): void {
    this.pins.clear();
    this.layout.stop();
    this.endReturn();
    const from = { x: this.stored.x.slice(), y: this.stored.y.slice() };
    const { x, y } = this.dataset.authors;
    this.endReturn = animate(RETURN_MS, (progress) => {
      const between = (a: Float32Array, b: Float32Array) => a.map((value, i) => value + (b[i] - value) * progress);
      this.move({ x: between(from.x, x), y: between(from.y, y) });
    });
  }

  /** Puts an author at a drawn place; the live layout holds them there until `drop`, or for good if they are pinned. */
  drag(author: number, drawnX: number, drawnY: number): void {
    const [x, y] = this.isTurned ? [-drawnY, drawnX] : [drawnX, drawnY];
    // Other columns: what was made for the ones drawn holds as long as they are the same.
    const moved = { x: this.stored.x.slice(), y: this.stored.y.slice() };
    moved.x[author] = x;
    moved.y[author] = y;
    this.layout.pin(author, x, y);
    this.move(moved);
  }

  drop(author: number): void {
    if (!this.pins.has(author)) this.layout.release(author);
  }

  kill(): void {
    this.endReturn();
    this.layout.kill();
  }

  private move(stored: Positions): void {
    this.stored = stored;
    this.shown = this.isTurned ? { x: stored.y, y: stored.x.map((value) => -value) } : stored;
    this.listener.moved();
  }
}
