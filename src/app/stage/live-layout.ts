import type { FromLayout, ToLayout } from "../worker/layout-messages.ts";
import { newLayoutWorker } from "../worker/own-workers.ts";

interface LayoutListener {
  positions(x: Float32Array, y: Float32Array): void;
  still(): void;
  failed(reason: string): void;
}

/** The live layout in its worker, which starts with the first `start` and lives until `kill`. */
export class LiveLayoutWorker {
  private readonly listener: LayoutListener;
  private worker: Worker | null = null;
  private isRunning = false;
  private run = 0;

  constructor(listener: LayoutListener) {
    this.listener = listener;
  }

  get running(): boolean {
    return this.isRunning;
  }

  start(layout: Omit<Extract<ToLayout, { kind: "start" }>, "kind" | "run">): void {
    this.isRunning = true;
    this.run += 1;
    this.tell({ kind: "start", run: this.run, ...layout });
  }

  /** No positions come after this, though the worker may have sent some already. */
  stop(): void {
    if (!this.isRunning) return;
    this.isRunning = false;
    this.tell({ kind: "stop" });
    this.listener.still();
  }

  pin(author: number, x: number, y: number): void {
    if (this.isRunning) this.tell({ kind: "pin", author, x, y });
  }

  release(author: number): void {
    if (this.isRunning) this.tell({ kind: "release", author });
  }

  kill(): void {
    this.isRunning = false;
    this.worker?.terminate();
    this.worker = null;
  }

  private tell(message: ToLayout): void {
    this.worker ??= this.employ();
    this.worker.postMessage(message);
  }

  private employ(): Worker {
    const worker = newLayoutWorker();
    worker.addEventListener("message", ({ data }: MessageEvent<FromLayout>) => {
      if (data.kind === "failed") this.fail(data.reason);
      else if (!this.isRunning || data.run !== this.run) return;
      else if (data.kind === "positions") this.listener.positions(data.x, data.y);
      else {
        this.isRunning = false;
        this.listener.still();
      }
    });
    worker.addEventListener("error", (event) => this.fail(event.message));
    worker.addEventListener("messageerror", () => this.fail("The layout sent something that cannot be read."));
    return worker;
  }

  private fail(reason: string): void {
    this.kill();
    this.listener.failed(reason === "" ? "The layout stopped unexpectedly." : reason);
  }
}
