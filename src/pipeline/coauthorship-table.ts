import { COUNTINGS } from "../model/counting.ts";
import type { CoauthorshipTable } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { coauthorNetwork } from "../network/coauthor-network.ts";

/** The ties from papers that are not large, each once, with the weight that each counting scheme gives. */
export function coauthorshipTable(incidence: Incidence, largePaper: number): CoauthorshipTable {
  const [full, byAuthor, byPaper] = COUNTINGS.map((counting) =>
    coauthorNetwork(incidence, { counting, largePaper, large: "out" }),
  );
  const rowCount = full.neighbors.length / 2;
  const table = {
    rowCount,
    a: new Uint32Array(rowCount),
    b: new Uint32Array(rowCount),
    papers: new Uint32Array(rowCount),
    weightFull: new Float64Array(rowCount),
    weightAuthor: new Float64Array(rowCount),
    weightPaper: new Float64Array(rowCount),
  };
  let row = 0;
  for (let a = 0; a < full.nodeCount; a++) {
    for (let k = full.offsets[a]; k < full.offsets[a + 1]; k++) {
      const b = full.neighbors[k];
      if (b < a) continue;
      table.a[row] = a;
      table.b[row] = b;
      table.papers[row] = full.papers[k];
      table.weightFull[row] = full.weights[k];
      table.weightAuthor[row] = byAuthor.weights[k];
      table.weightPaper[row] = byPaper.weights[k];
      row++;
    }
  }
  return table;
}
