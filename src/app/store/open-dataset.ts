import type { Dataset } from "../../model/dataset.ts";
import { type Incidence, incidenceOf } from "../../model/incidence.ts";
import { datasetStore } from "./dataset-store.ts";

let latest = 0;

/** Whoever opens a dataset later wins: says whether that is still the one who asks. */
export function claimOpening(): () => boolean {
  latest += 1;
  const ticket = latest;
  return () => ticket === latest;
}

/** Opens a dataset that is in memory already; one that is still being fetched no longer comes in its place. */
export function openDataset(dataset: Dataset): void {
  claimOpening();
  datasetStore.setState({ status: "ready", dataset, incidence: incidenceOfDataset(dataset) }, true);
}

/** The incidence of the dataset's papers and authors. */
export function incidenceOfDataset(dataset: Dataset): Incidence {
  const { papers, authorships, authors } = dataset;
  const offsets = new Uint32Array(papers.rowCount + 1);
  for (let p = 0; p < papers.rowCount; p++) offsets[p + 1] = offsets[p] + papers.authors[p];
  return incidenceOf(offsets, authorships.author, authors.rowCount);
}
