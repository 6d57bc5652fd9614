import type { Dataset } from "../../model/dataset.ts";
import { type Incidence, incidenceOf } from "../../model/incidence.ts";
import { type DatasetState, datasetStore, type OpenSheet } from "./dataset-store.ts";

let latest = new AbortController();

/** Whoever opens a dataset later wins: the signal is aborted once somebody else does. */
export function claimOpening(): AbortSignal {
  latest.abort();
  latest = new AbortController();
  return latest.signal;
}

/** Opens a dataset that is in memory already; one that is still being fetched no longer comes in its place. */
export function openDataset(dataset: Dataset): void {
  claimOpening();
  datasetStore.setState(readyWith(dataset), true);
}

/**
 * The state in which a dataset is open; `begun` is the glance that its map was drawn from, where there was one, and `sheet` says of which
 * atlas it is a part.
 */
export function readyWith(
  dataset: Dataset,
  begun: Dataset = dataset,
  sheet: OpenSheet | null = null,
): Extract<DatasetState, { status: "ready" }> {
  return { status: "ready", dataset, incidence: incidenceOfDataset(dataset), begun, sheet };
}

/** The incidence of the dataset's papers and authors. */
export function incidenceOfDataset(dataset: Dataset): Incidence {
  const { papers, authorships, authors } = dataset;
  const offsets = new Uint32Array(papers.rowCount + 1);
  for (let p = 0; p < papers.rowCount; p++) offsets[p + 1] = offsets[p] + papers.authors[p];
  return incidenceOf(offsets, authorships.author, authors.rowCount);
}
