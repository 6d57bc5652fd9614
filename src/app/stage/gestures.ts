/** What fingers, pen and mouse mean on the map, in pixels from its top left corner. */
export interface GestureHandlers {
  pan(dx: number, dy: number): void;
  zoom(at: readonly [number, number], factor: number): void;
  tap(at: readonly [number, number], touch: boolean): void;
  doubleTap(at: readonly [number, number]): void;
  /** Null when the pointer has left. */
  hover(at: readonly [number, number] | null): void;
  /** Whether a drag that begins here moves an author rather than the map. */
  grab(at: readonly [number, number]): boolean;
  drag(at: readonly [number, number]): void;
  drop(): void;
}

/** A finger that moves less than this still taps. */
const TAP_SLACK = { mouse: 4, touch: 10 } as const;
const DOUBLE_TAP = { withinMs: 350, withinPixels: 24 } as const;
const WHEEL = { perPixel: 0.0016, perPinchPixel: 0.01, pixelsPerLine: 18, mostPixels: 240 } as const;

/** Listens to pointers on `element` until the returned function is called. */
export function listenToGestures(element: HTMLElement, handlers: GestureHandlers): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const down = new Map<number, [number, number]>();
  let start: [number, number] = [0, 0];
  let mode: "idle" | "pressed" | "panning" | "dragging" | "pinching" = "idle";
  let lastTap = { at: [0, 0] as [number, number], time: Number.NEGATIVE_INFINITY };

  const place = (event: MouseEvent): [number, number] => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  const press = (event: PointerEvent) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    capture(element, event.pointerId);
    const at = place(event);
    down.set(event.pointerId, at);
    if (mode === "dragging") handlers.drop();
    mode = down.size > 1 ? "pinching" : "pressed";
    start = at;
    if (down.size === 1) handlers.hover(null);
  };

  const move = (event: PointerEvent) => {
    const at = place(event);
    const before = down.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === "mouse") handlers.hover(at);
      return;
    }
    if (mode === "pressed" && !isNear(at, start, TAP_SLACK[kindOf(event)])) {
      mode = event.pointerType === "mouse" && handlers.grab(start) ? "dragging" : "panning";
    }
    if (mode === "dragging") handlers.drag(at);
    if (mode === "panning") handlers.pan(at[0] - before[0], at[1] - before[1]);
    if (mode === "pinching") pinch(event.pointerId, before, at);
    if (mode !== "pressed") down.set(event.pointerId, at);
  };

  const pinch = (moved: number, before: [number, number], at: [number, number]) => {
    const other = [...down].find(([id]) => id !== moved)?.[1];
    if (other === undefined) return;
    const gapBefore = Math.max(1, Math.hypot(before[0] - other[0], before[1] - other[1]));
    const gapNow = Math.max(1, Math.hypot(at[0] - other[0], at[1] - other[1]));
    handlers.pan((at[0] - before[0]) / 2, (at[1] - before[1]) / 2);
    handlers.zoom([(at[0] + other[0]) / 2, (at[1] + other[1]) / 2], gapNow / gapBefore);
  };

  const release = (event: PointerEvent) => {
    if (!down.delete(event.pointerId)) return;
    if (mode === "dragging") handlers.drop();
    if (mode === "pressed" && event.type === "pointerup") tap(start, event);
    mode = down.size > 0 ? "panning" : "idle";
  };

  const tap = (at: [number, number], event: PointerEvent) => {
    const second =
      event.timeStamp - lastTap.time < DOUBLE_TAP.withinMs && isNear(at, lastTap.at, DOUBLE_TAP.withinPixels);
    lastTap = { at, time: second ? Number.NEGATIVE_INFINITY : event.timeStamp };
    if (second) handlers.doubleTap(at);
    else handlers.tap(at, event.pointerType !== "mouse");
  };

  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * WHEEL.pixelsPerLine;
    const bounded = Math.min(WHEEL.mostPixels, Math.max(-WHEEL.mostPixels, pixels));
    handlers.zoom(place(event), Math.exp(-bounded * (event.ctrlKey ? WHEEL.perPinchPixel : WHEEL.perPixel)));
  };

  element.style.touchAction = "none";
  element.addEventListener("pointerdown", press, { signal });
  element.addEventListener("pointermove", move, { signal });
  element.addEventListener("pointerup", release, { signal });
  element.addEventListener("pointercancel", release, { signal });
  element.addEventListener("pointerleave", () => handlers.hover(null), { signal });
  element.addEventListener("wheel", wheel, { signal, passive: false });
  return () => listening.abort();
}

function kindOf(event: PointerEvent): "mouse" | "touch" {
  return event.pointerType === "mouse" ? "mouse" : "touch";
}

/** A pointer that is already gone cannot be captured, which is no harm. */
function capture(element: HTMLElement, pointerId: number): void {
  try {
    element.setPointerCapture(pointerId);
  } catch {
    // Released between the event and now: its `pointerup` still reaches the element.
  }
}

function isNear(one: readonly [number, number], other: readonly [number, number], within: number): boolean {
  return Math.hypot(one[0] - other[0], one[1] - other[1]) <= within;
}
