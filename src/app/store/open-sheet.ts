import { DatasetError } from "../../dataset/dataset-error.ts";
import { readSheet } from "../../dataset/read-sheet.ts";
import type { Dataset } from "../../model/dataset.ts";
import { addressCodec } from "../../scene/address.ts";
import { atlasCodec, sheetAddress } from "../../scene/atlas-address.ts";
import { cameraOnTeam, teamOnSheet } from "../../scene/sheet-facts.ts";
import { type Choice, initialView } from "../../scene/view.ts";
import { currentStage } from "../stage/current-stage.ts";
import { atlasOf, datasetStore, type OpenAtlas } from "./dataset-store.ts";
import { fetchRange } from "./fetch-range.ts";
import { goTo, interfaceStore } from "./interface-store.ts";
import { nativeDigest } from "./native-digest.ts";
import { claimOpening, readyWith } from "./open-dataset.ts";
import { sheetStore } from "./sheet-store.ts";
import { viewStore } from "./view-store.ts";

/** Sheets that stay in memory: going back to one asks for nothing. */
const KEPT = 4;
const kept = new Map<string, Dataset>();

/** Where the atlas was left, as an address, so that one comes back to the same place. */
let left = "";

/**
 * Opens the sheet that a team's people are on, at the place where the team stands, and puts it into the browser's history. With `authorId`
 * that author is chosen, else the team. Does nothing where no atlas is open; `sheetStore` says how it goes.
 */
export async function openSheet(team: number, authorId: string | null = null): Promise<void> {
  const from = datasetStore.getState();
  const opened = await fetchSheet(team);
  if (opened === null) return;
  const { dataset, place } = opened;
  const ready = readyWith(dataset, dataset, { ...place, team });
  const view = initialView(dataset.manifest.parameters.counting);
  const author = authorId === null ? -1 : dataset.authors.authorId.indexOf(authorId);
  const row = teamOnSheet(dataset, place.atlas, team);
  const choice: Choice | null =
    author >= 0 ? { kind: "author", author } : row === null ? null : { kind: "team", team: row };
  const codec = addressCodec(dataset, ready.incidence);
  const rest = codec.write({ ...view, choice, camera: cameraOnTeam(place.atlas, team) });
  if (from.status === "atlas") left = atlasCodec(place.atlas).write(viewStore.getState());
  history.pushState(null, "", `#${sheetAddress(place.atlas, team, rest)}`);
  show(ready);
}

/** Opens the sheet that the address names; the address stays as it is. */
export async function arriveAtSheet(team: number): Promise<void> {
  const opened = await fetchSheet(team);
  if (opened !== null) show(readyWith(opened.dataset, opened.dataset, { ...opened.place, team }));
}

/** Back to all teams, where they were left, as a step forward in the browser's history. */
export function leaveSheet(): void {
  history.pushState(null, "", left === "" ? location.pathname + location.search : `#${left}`);
  arriveAtAtlas();
}

/** Shows the atlas of the open sheet; the address says it already. */
export function arriveAtAtlas(): void {
  const place = atlasOf(datasetStore.getState());
  if (place === null) return;
  claimOpening();
  sheetStore.setState(sheetStore.getInitialState(), true);
  show({ status: "atlas", atlas: place.atlas, folder: place.folder });
}

/** Gives up a sheet that is on its way, for whoever has gone back to where they are. */
export function stayHere(): void {
  if (sheetStore.getState().opening !== null) claimOpening();
  sheetStore.setState(sheetStore.getInitialState(), true);
}

function show(state: ReturnType<typeof datasetStore.getState>): void {
  currentStage.setState({ hover: null });
  interfaceStore.setState(goTo("overview"));
  datasetStore.setState(state, true);
}

/** Null where it did not come, or something else was opened meanwhile. */
async function fetchSheet(team: number): Promise<{ dataset: Dataset; place: OpenAtlas } | null> {
  const place = atlasOf(datasetStore.getState());
  if (place === null) return null;
  const { atlas, folder } = place;
  const sheet = atlas.teams.sheet[team];
  const key = `${folder} ${sheet}`;
  const signal = claimOpening();
  sheetStore.setState({ opening: team, failure: null });
  try {
    const known = kept.get(key);
    const fetched = (file: string, first: number, end: number) =>
      fetchRange(new URL(file, folder), file, first, end, signal);
    const read = known ?? {
      ...(await readSheet(fetched, atlas, sheet, nativeDigest())),
      ofAuthors: atlas.manifest.counts.authors,
    };
    if (signal.aborted) return null;
    kept.delete(key);
    kept.set(key, read);
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
    sheetStore.setState({ opening: null, failure: null });
    return { dataset: read, place };
  } catch (error) {
    if (signal.aborted) return null;
    // fetch throws a TypeError whose words differ between browsers when the network fails.
    if (!(error instanceof DatasetError || error instanceof TypeError)) throw error;
    const failure = error instanceof DatasetError ? error.message : "They could not be fetched.";
    sheetStore.setState({ opening: null, failure });
    return null;
  }
}
