import { DatasetError } from "../../dataset/dataset-error.ts";
import { MANIFEST_FILE } from "../../dataset/manifest-file.ts";
import { readAtlas } from "../../dataset/read-atlas.ts";
import { readDataset } from "../../dataset/read-dataset.ts";
import { readGlance } from "../../dataset/read-glance.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { Glance } from "../../model/glance.ts";
import { dataAddress } from "../../scene/data-address.ts";
import { datasetOfGlance } from "../../scene/glance-dataset.ts";
import { arrivalStore } from "./arrival-store.ts";
import { type DatasetState, datasetStore } from "./dataset-store.ts";
import { nativeDigest } from "./native-digest.ts";
import { claimOpening, incidenceOfDataset, readyWith } from "./open-dataset.ts";
import { OpeningFailed, openInWorker } from "./open-in-worker.ts";
import { isPage, readServed } from "./read-served.ts";

/** No dataset is served where one was looked for. */
class DatasetMissing extends Error {
  override readonly name = "DatasetMissing";
}

/**
 * Reads the dataset that the address names, or else the one beside the page, into `datasetStore`; a bibliography that the
 * address names is read as if it were dropped. Of a large dataset the glance comes first, and its map is shown while the rest is on its way.
 * Called again, the later call wins. While a dataset is open it stays until the new one has been read whole, and when that
 * fails it stays for good; a glance stays too, and `arrivalStore` says why nothing followed.
 */
export async function loadDataset(): Promise<void> {
  const signal = claimOpening();
  const before = datasetStore.getState();
  if (before.status !== "ready" && before.status !== "glance") datasetStore.setState({ status: "loading" }, true);
  arrivalStore.setState(arrivalStore.getInitialState(), true);
  const next = await read(signal);
  if (signal.aborted) return;
  const { status } = datasetStore.getState();
  if (next.status === "ready" || next.status === "atlas" || (status !== "ready" && status !== "glance"))
    datasetStore.setState(next, true);
  else if (status === "glance" && next.status === "broken") arrivalStore.setState({ failure: next.reason });
}

async function read(signal: AbortSignal): Promise<DatasetState> {
  const address = dataAddress(location.search, document.baseURI);
  if (address.kind === "refused") return { status: "refused", reason: address.reason };
  if (address.kind === "file") return readServed(address);
  const named = new URLSearchParams(location.search).get("data");
  try {
    return await readFolder(address.folder, signal);
  } catch (error) {
    if (error instanceof DatasetMissing) return { status: "missing", named };
    if (error instanceof DatasetError || error instanceof OpeningFailed)
      return { status: "broken", reason: error.message };
    // fetch throws a TypeError whose words differ between browsers when the network fails.
    if (error instanceof TypeError || signal.aborted) {
      return { status: "broken", reason: "The dataset could not be fetched." };
    }
    throw error;
  }
}

async function readFolder(folder: string, signal: AbortSignal): Promise<DatasetState> {
  const digest = nativeDigest();
  // Both ask for it.
  const manifest = await fetched(folder, MANIFEST_FILE, signal);
  const open = async (file: string) => (file === MANIFEST_FILE ? manifest : fetched(folder, file, signal));
  const atlas = await readAtlas(open, digest);
  if (atlas !== null) return { status: "atlas", atlas, folder };
  const glance = await readGlance(open, digest);
  if (glance === null || signal.aborted) return readyWith(await readDataset(open, digest));
  const begun = showGlance(glance);
  // Only now, so that what is large does not slow down what is drawn first.
  return readyWith(await openInWorker(folder, signal), begun);
}

/** Shows the map of the glance, unless one is there; tells what the map was drawn from. */
function showGlance(glance: Glance): Dataset | undefined {
  const state = datasetStore.getState();
  if (state.status === "ready") return undefined;
  // Asked for again: the map stays, unless the dataset has been made anew meanwhile.
  if (state.status === "glance" && JSON.stringify(state.glance.manifest) === JSON.stringify(glance.manifest)) {
    return state.begun;
  }
  const dataset = datasetOfGlance(glance);
  datasetStore.setState(
    { status: "glance", dataset, incidence: incidenceOfDataset(dataset), begun: dataset, glance },
    true,
  );
  return dataset;
}

async function fetched(folder: string, file: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(new URL(file, folder), { mode: "same-origin", signal });
  if (file === MANIFEST_FILE && (response.status === 404 || isPage(response))) throw new DatasetMissing(file);
  if (!response.ok) throw new DatasetError(file, `the server answered ${response.status}.`);
  return response.arrayBuffer();
}
