import { atlasNeighbours } from "../../scene/atlas-facts.ts";
import type { AtlasStage } from "./atlas-stage.ts";
import { listenToGestures } from "./gestures.ts";
import { listenToKeys } from "./map-keys.ts";

/** Lets pointer and keys act on an atlas until the returned function is called. */
export function listenToAtlas(root: HTMLElement, stage: AtlasStage): () => void {
  const endGestures = withGestures(root, stage);
  const endKeys = withKeys(root, stage);
  return () => {
    endGestures();
    endKeys();
  };
}

const DOUBLE_TAP_ZOOM = 2;

function withGestures(root: HTMLElement, stage: AtlasStage): () => void {
  return listenToGestures(root, {
    pan: (dx, dy) => stage.pan(dx, dy),
    zoom: (at, factor) => stage.zoom(at, factor, false),
    tap: (at, touch) => {
      root.focus({ preventScroll: true });
      stage.choose(stage.teamAt(at, touch));
    },
    doubleTap: (at) => {
      const team = stage.teamAt(at, false);
      if (team === null) stage.zoom(at, DOUBLE_TAP_ZOOM, true);
      else stage.enter(team);
    },
    hover: (at) => {
      const team = at === null ? null : stage.teamAt(at, false);
      root.style.cursor = team === null ? "grab" : "pointer";
      stage.hoverOn(team, at);
    },
    grab: () => false,
    drag: () => {},
    drop: () => {},
  });
}

/** The keys move a place of their own, shown like the pointer's; Enter chooses what is there, and once more opens it. */
function withKeys(root: HTMLElement, stage: AtlasStage): () => void {
  const here = () => stage.hovered ?? stage.chosen;
  const goTo = (team: number | null) => {
    if (team !== null) stage.hoverOn(team, null);
  };
  // Teams are by size.
  const largest = () => goTo((stage.frame?.cast.atlas.teams.rowCount ?? 0) > 0 ? 0 : null);
  return listenToKeys(root, {
    step: (dx, dy) => {
      const from = here();
      const next = from === null ? null : stage.teamTowards(from, dx, dy);
      goTo(next);
      return next !== null;
    },
    pan: (dx, dy) => stage.pan(dx, dy),
    enter: () => {
      const team = here();
      if (team === null) largest();
      else if (team === stage.chosen) stage.enter(team);
      else stage.choose(team);
    },
    zoomIn: () => stage.zoomIn(),
    zoomOut: () => stage.zoomOut(),
    fit: () => stage.fit(),
    home: largest,
    neighbour: (forward) => goTo(nextNeighbour(stage, here(), forward)),
    escape: () => {
      if (stage.hovered === null) return false;
      stage.preview(null);
      return true;
    },
  });
}

/** Where `nextNeighbour` has come to on its round. */
let round: { readonly centre: number; readonly at: number } | null = null;

/** Teams by weight of the tie, one after another: around the chosen one, else around the one where we are. */
function nextNeighbour(stage: AtlasStage, from: number | null, forward: boolean): number | null {
  if (from === null || stage.frame === null) return null;
  const centre = stage.chosen ?? round?.centre ?? from;
  const neighbours = atlasNeighbours(stage.frame.cast.atlas, centre);
  if (neighbours.length === 0) return null;
  const before = round?.centre === centre ? round.at : forward ? -1 : 0;
  const at = (before + (forward ? 1 : -1) + neighbours.length) % neighbours.length;
  round = { centre, at };
  return neighbours[at].team;
}
