import { prominenceOf } from "../../model/author-radius.ts";
import { otherEnd, tiesAt } from "../../scene/author-ties.ts";
import { AUTHOR_REACH, authorAt, nearestInDirection, tieAt } from "../../scene/hit-test.ts";
import type { Choice } from "../../scene/view.ts";
import { listenToGestures } from "./gestures.ts";
import { listenToKeys } from "./map-keys.ts";
import type { MapStage } from "./map-stage.ts";

const DOUBLE_TAP_ZOOM = 2;
/** Half the side of a large paper's sheet that can be hit, in pixels. */
const SHEET_REACH = 14;

/** Lets pointer and keys act on the stage until the returned function is called. */
export function listenToMap(root: HTMLElement, stage: MapStage): () => void {
  const endGestures = withGestures(root, stage);
  const endKeys = withKeys(root, stage);
  return () => {
    endGestures();
    endKeys();
  };
}

/** What a click at a pixel chooses: a word, a sheet, an author, a line, in this order. */
export function thingAt(stage: MapStage, [px, py]: readonly [number, number], touch: boolean): Choice | null {
  const { frame } = stage;
  if (frame === null) return null;
  const { picture, projection, labels, glyphs } = frame;
  for (const { label, box } of labels) {
    if (px >= box.left && px <= box.right && py >= box.top && py <= box.bottom) return label.choice;
  }
  for (const { paper, x, y } of glyphs) {
    const dx = projection.left + x * projection.scale - px;
    const dy = projection.top - y * projection.scale - py;
    if (Math.max(Math.abs(dx), Math.abs(dy)) <= SHEET_REACH) return { kind: "paper", paper };
  }
  const reach = touch ? AUTHOR_REACH.touch : AUTHOR_REACH.mouse;
  const author = authorAt(picture, frame, projection, px, py, reach);
  if (author !== null) return { kind: "author", author };
  const { width, height } = frame.size;
  const tie = tieAt(picture, frame, projection, px, py, { left: 0, top: 0, right: width, bottom: height });
  if (tie === null) return null;
  const { a, b } = picture.cast.dataset.coauthorships;
  return { kind: "tie", a: a[tie], b: b[tie] };
}

function withGestures(root: HTMLElement, stage: MapStage): () => void {
  let grabbed: number | null = null;
  let pointer: readonly [number, number] | null = null;
  let look = 0;
  const lookUnderPointer = () => {
    look = 0;
    const found = pointer === null ? null : thingAt(stage, pointer, false);
    root.style.cursor = found === null ? "grab" : "pointer";
    stage.hoverOn(found, pointer);
  };
  const end = listenToGestures(root, {
    pan: (dx, dy) => stage.pan(dx, dy),
    zoom: (at, factor) => stage.zoom(at, factor, false),
    tap: (at, touch) => {
      root.focus({ preventScroll: true });
      stage.choose(thingAt(stage, at, touch));
    },
    doubleTap: (at) => stage.zoom(at, DOUBLE_TAP_ZOOM, true),
    hover: (at) => {
      pointer = at;
      // Once a frame is enough, however often the mouse reports.
      if (look === 0) look = requestAnimationFrame(lookUnderPointer);
    },
    grab: (at) => {
      const found = thingAt(stage, at, false);
      grabbed = found?.kind === "author" ? found.author : null;
      return grabbed !== null;
    },
    drag: (at) => {
      if (grabbed !== null) stage.dragAuthor(grabbed, at);
    },
    drop: () => {
      if (grabbed !== null) stage.dropAuthor(grabbed);
      grabbed = null;
    },
  });
  return () => {
    cancelAnimationFrame(look);
    end();
  };
}

/** The keys move a place of their own, shown like the pointer's; Enter chooses what is there. */
function withKeys(root: HTMLElement, stage: MapStage): () => void {
  const placeOf = (choice: Choice | null) => (choice?.kind === "author" ? choice.author : null);
  const here = () => placeOf(stage.hovered) ?? placeOf(stage.shownChoice);
  const goTo = (author: number | null) => {
    if (author !== null) stage.preview({ kind: "author", author });
  };

  return listenToKeys(root, {
    step: (dx, dy) => {
      const from = here();
      const { frame } = stage;
      if (from === null || frame === null) return false;
      const next = nearestInDirection(frame.picture, frame, from, dx, dy);
      goTo(next);
      return next !== null;
    },
    pan: (dx, dy) => stage.pan(dx, dy),
    enter: () => {
      if (stage.hovered !== null) stage.choose(stage.hovered);
      else goTo(mostPapers(stage));
    },
    zoomIn: () => stage.zoomIn(),
    zoomOut: () => stage.zoomOut(),
    fit: () => stage.fit(),
    home: () => goTo(mostPapers(stage)),
    neighbour: (forward) => {
      goTo(nextNeighbour(stage, here(), forward));
    },
    escape: () => {
      if (stage.hovered === null) return false;
      stage.preview(null);
      return true;
    },
  });
}

/** Null where nobody is shown. */
function mostPapers({ frame }: MapStage): number | null {
  if (frame === null) return null;
  const papers = prominenceOf(frame.picture.cast.dataset.authors);
  let most: number | null = null;
  papers.forEach((count, author) => {
    if (frame.picture.authorVisible[author] === 1 && (most === null || count > papers[most])) most = author;
  });
  return most;
}

/** Where `nextNeighbour` has come to on its round. */
let rounds: { centre: number; at: number } | null = null;

/** Coauthors by weight of the tie, one after another: around the chosen author, else around the one where we are. */
function nextNeighbour(stage: MapStage, from: number | null, forward: boolean): number | null {
  const { frame } = stage;
  if (from === null || frame === null) return null;
  const chosen = stage.shownChoice;
  const centre = chosen?.kind === "author" ? chosen.author : (rounds?.centre ?? from);
  const { cast, authorVisible } = frame.picture;
  const neighbours: { author: number; strength: number }[] = [];
  for (const row of tiesAt(cast.dataset, centre)) {
    const other = otherEnd(cast.dataset.coauthorships, row, centre);
    if (authorVisible[other] === 1) neighbours.push({ author: other, strength: cast.strength[row] });
  }
  if (neighbours.length === 0) return null;
  neighbours.sort((one, other) => other.strength - one.strength || one.author - other.author);
  const before = rounds?.centre === centre ? rounds.at : -1;
  const at = (before + (forward ? 1 : -1) + neighbours.length) % neighbours.length;
  rounds = { centre, at };
  return neighbours[at].author;
}
