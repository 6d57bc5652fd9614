import { DatasetError } from "../../dataset/dataset-error.ts";
import { type Digest, readDataset } from "../../dataset/read-dataset.ts";
import { dataAddress } from "../../scene/data-address.ts";
import { type DatasetState, datasetStore } from "./dataset-store.ts";
import { claimOpening, incidenceOfDataset } from "./open-dataset.ts";
import { isPage, readServed } from "./read-served.ts";

/** No dataset is served where one was looked for. */
class DatasetMissing extends Error {
  override readonly name = "DatasetMissing";
}

/**
 * Reads the dataset that the address names, or else the one beside the page, into `datasetStore`; a bibliography that the
 * address names is read as if it were dropped. Called again, the later call wins. While a dataset is open it
 * stays until the new one has been read whole, and when that fails it stays for good.
 */
export async function loadDataset(): Promise<void> {
  const isLatest = claimOpening();
  const before = datasetStore.getState();
  if (before.status !== "ready") datasetStore.setState({ status: "loading" }, true);
  const next = await read();
  if (!isLatest() || (before.status === "ready" && next.status !== "ready")) return;
  datasetStore.setState(next, true);
}

async function read(): Promise<DatasetState> {
  const address = dataAddress(location.search, document.baseURI);
  if (address.kind === "refused") return { status: "refused", reason: address.reason };
  if (address.kind === "file") return readServed(address);
  const named = new URLSearchParams(location.search).get("data");
  try {
    const dataset = await readDataset((file) => open(address.folder, file), nativeDigest());
    return { status: "ready", dataset, incidence: incidenceOfDataset(dataset) };
  } catch (error) {
    if (error instanceof DatasetMissing) return { status: "missing", named };
    if (error instanceof DatasetError) return { status: "broken", reason: error.message };
    // fetch throws a TypeError whose words differ between browsers when the network fails.
    if (error instanceof TypeError) return { status: "broken", reason: "The dataset could not be fetched." };
    throw error;
  }
}

/** The browser's own SHA-256, many times as fast as ours; it has none on a page that came by plain HTTP from another machine. */
function nativeDigest(): Digest | undefined {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (subtle === undefined) return undefined;
  return async (bytes) =>
    Array.from(new Uint8Array(await subtle.digest("SHA-256", bytes)), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");
}

async function open(folder: string, file: string): Promise<ArrayBuffer> {
  const response = await fetch(new URL(file, folder), { mode: "same-origin" });
  if (file === "manifest.json" && (response.status === 404 || isPage(response))) throw new DatasetMissing(file);
  if (!response.ok) throw new DatasetError(file, `the server answered ${response.status}.`);
  return response.arrayBuffer();
}
