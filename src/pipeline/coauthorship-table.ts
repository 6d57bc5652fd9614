import type { CoauthorshipTable } from "../model/dataset.ts";
import { authorsOn, type Incidence } from "../model/incidence.ts";
import { tiesOf, tieWeights } from "../network/ties.ts";

/** The ties from papers that are not large, each once, with the weight that each counting scheme gives. */
export function coauthorshipTable(incidence: Incidence, largePaper: number): CoauthorshipTable {
  const isDrawn = Uint8Array.from({ length: incidence.paperCount }, (_, p) =>
    authorsOn(incidence, p) <= largePaper ? 1 : 0,
  );
  const ties = tiesOf(incidence, isDrawn);
  const a = new Uint32Array(ties.others.length);
  for (let author = 0; author < incidence.authorCount; author++) {
    a.fill(author, ties.offsets[author], ties.offsets[author + 1]);
  }
  return {
    rowCount: a.length,
    a,
    b: ties.others,
    papers: ties.papers,
    weightFull: tieWeights(ties, "full"),
    weightAuthor: tieWeights(ties, "author"),
    weightPaper: tieWeights(ties, "paper"),
  };
}
