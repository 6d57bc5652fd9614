/** What the keys do while the map has the keyboard. `dx` counts to the right and `dy` upwards. */
export interface KeyHandlers {
  /** Goes to the nearest author in a direction; false where there is none, or nothing to go from. */
  step(dx: number, dy: number): boolean;
  pan(dx: number, dy: number): void;
  enter(): void;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  /** The author with the most papers. */
  home(): void;
  /** The next tie of the author one is at, by weight. */
  neighbour(forward: boolean): void;
  /** Leaves the place that the keys have reached; false where there is none, and the page steps back instead. */
  escape(): boolean;
}

const STEP_PIXELS = 80;

const ARROWS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["ArrowLeft", [-1, 0]],
  ["ArrowRight", [1, 0]],
  ["ArrowUp", [0, 1]],
  ["ArrowDown", [0, -1]],
]);

/** Listens to the keys of `element` until the returned function is called. */
export function listenToKeys(element: HTMLElement, handlers: KeyHandlers): () => void {
  const actions = new Map<string, () => unknown>([
    ["Enter", handlers.enter],
    ["+", handlers.zoomIn],
    ["=", handlers.zoomIn],
    ["-", handlers.zoomOut],
    ["0", handlers.fit],
    ["Home", handlers.home],
    ["n", () => handlers.neighbour(true)],
    ["N", () => handlers.neighbour(false)],
    ["Escape", handlers.escape],
  ]);
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== element) return;
    const arrow = ARROWS.get(event.key);
    const action = actions.get(event.key);
    if (arrow !== undefined) {
      // With Shift, and where there is nobody, the arrow moves the map.
      if (event.shiftKey || !handlers.step(...arrow)) handlers.pan(-arrow[0] * STEP_PIXELS, arrow[1] * STEP_PIXELS);
    } else if (action === undefined || action() === false) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  element.addEventListener("keydown", press);
  return () => element.removeEventListener("keydown", press);
}
