import type { Dataset } from "../model/dataset.ts";
import { type Incidence, incidenceOf, jointPapers } from "../model/incidence.ts";

/** Who wrote what, from the authorships of a dataset. */
export function incidenceOfDataset({ papers, authorships, authors }: Dataset): Incidence {
  const paperOffsets = new Uint32Array(papers.rowCount + 1);
  paperOffsets.set(papers.firstAuthorship);
  paperOffsets[papers.rowCount] = authorships.rowCount;
  return incidenceOf(paperOffsets, authorships.author, authors.rowCount);
}

/** The paper_ids behind the tie in `row` of the coauthorships: joint papers that are not large, in order of row. */
export function tiePapers(dataset: Dataset, incidence: Incidence, row: number): string[] {
  const { papers, coauthorships } = dataset;
  return jointPapers(incidence, coauthorships.a[row], coauthorships.b[row])
    .filter((paper) => !papers.large[paper])
    .map((paper) => papers.paperId[paper]);
}
