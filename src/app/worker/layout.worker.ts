import { type LiveLayout, liveLayout } from "../../network/layout/live-layout.ts";
import type { FromLayout, ToLayout } from "./layout-messages.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

const FRAME_MS = 33;
/** Of each frame the forces get this much; the rest is left to messages. */
const BUDGET_MS = 22;
/** Mean way of an author per step, in stored units, below which nobody is seen to move. */
const AT_REST = 2e-5;
/** Steps that must be at rest in a row. */
const RESTING_STEPS = 30;

let layout: LiveLayout | null = null;
let run = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let untilRest = false;
let resting = 0;
let dragging = false;

function tell(message: FromLayout, transfer: Transferable[] = []): void {
  scope.postMessage(message, transfer);
}

function frame(): void {
  timer = undefined;
  if (layout === null) return;
  const began = performance.now();
  do {
    const way = layout.step();
    resting = way < AT_REST && !dragging ? resting + 1 : 0;
  } while (performance.now() - began < BUDGET_MS && resting < RESTING_STEPS);

  const x = layout.x.slice();
  const y = layout.y.slice();
  tell({ kind: "positions", run, x, y }, [x.buffer, y.buffer]);
  if (resting < RESTING_STEPS) timer = setTimeout(frame, Math.max(0, FRAME_MS - (performance.now() - began)));
  else if (untilRest) stop();
}

/** Goes on where the authors rest and something has disturbed them. */
function wake(): void {
  resting = 0;
  if (layout !== null && timer === undefined) timer = setTimeout(frame, 0);
}

function stop(): void {
  clearTimeout(timer);
  timer = undefined;
  layout = null;
  tell({ kind: "still", run });
}

function hear(message: ToLayout): void {
  if (message.kind === "start") {
    clearTimeout(timer);
    run = message.run;
    untilRest = message.untilRest;
    resting = 0;
    dragging = false;
    layout = liveLayout(message.input, message.mode, message.start);
    frame();
  } else if (message.kind === "stop") {
    stop();
  } else if (message.kind === "pin") {
    dragging = true;
    layout?.pin(message.author, message.x, message.y);
    wake();
  } else {
    dragging = false;
    layout?.release(message.author);
    wake();
  }
}

function fail(reason: unknown): void {
  clearTimeout(timer);
  layout = null;
  tell({ kind: "failed", reason: reason instanceof Error ? reason.message : String(reason) });
}

scope.addEventListener("message", (event: MessageEvent<ToLayout>) => {
  try {
    hear(event.data);
  } catch (error) {
    fail(error);
  }
});
// A rejected promise raises no error event on the page's side.
scope.addEventListener("unhandledrejection", (event) => fail(event.reason));
scope.addEventListener("error", (event) => fail(event.message));
