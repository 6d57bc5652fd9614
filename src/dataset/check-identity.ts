import type { CaseTable, Dataset, DecisionTable, NodeTable } from "../model/dataset.ts";
import { byCodeUnit } from "../model/order.ts";
import { fileOf } from "./columns.ts";
import { DatasetError } from "./dataset-error.ts";

/**
 * What holds between names, nodes and authors: every node has the authorships that it counts and they are its author's,
 * cases and decisions are in order and whole. Row numbers must have been checked. Throws `DatasetError`.
 */
export function checkIdentity({ authorships, nodes, cases, decisions }: Dataset): void {
  checkNodes(nodes, authorships);
  checkCases(cases);
  checkDecisions(decisions);
}

function checkNodes(nodes: NodeTable, authorships: Dataset["authorships"]): void {
  const counts = new Uint32Array(nodes.rowCount);
  for (let row = 0; row < authorships.rowCount; row++) {
    const node = authorships.node[row];
    counts[node] += 1;
    if (nodes.author[node] !== authorships.author[row]) {
      throw new DatasetError(fileOf("authorships"), `row ${row} has a node that is another author's.`);
    }
  }
  for (let node = 0; node < nodes.rowCount; node++) {
    if (counts[node] === 0 || counts[node] !== nodes.authorships[node]) {
      throw new DatasetError(
        fileOf("nodes"),
        `authorships in row ${node} is ${nodes.authorships[node]}, and the node has ${counts[node]}.`,
      );
    }
    if (node > 0 && byCodeUnit(nodes.folded[node - 1], nodes.folded[node]) > 0) {
      throw new DatasetError(fileOf("nodes"), `folded in row ${node} comes before the one before.`);
    }
  }
}

function checkCases({ a, b, score, rowCount }: CaseTable): void {
  for (let row = 0; row < rowCount; row++) {
    const order = row === 0 ? -1 : score[row] - score[row - 1] || a[row - 1] - a[row] || b[row - 1] - b[row];
    if (a[row] >= b[row] || order >= 0) {
      throw new DatasetError(
        fileOf("cases"),
        `row ${row} is out of order: a < b, sorted by score descending, then a, then b.`,
      );
    }
  }
}

/** Who else is meant, and what is shown, stand exactly where the action wants them. */
function checkDecisions({ action, other, otherPapers, label, rowCount }: DecisionTable): void {
  for (let row = 0; row < rowCount; row++) {
    const ofTwo = action[row] === "same" || action[row] === "different";
    const wrong =
      ofTwo !== (other[row] !== null) ||
      (!ofTwo && otherPapers[row].length > 0) ||
      (ofTwo && label[row] !== null) ||
      (action[row] === "display" && label[row] === null);
    if (wrong) throw new DatasetError(fileOf("decisions"), `row ${row} is no whole decision to "${action[row]}".`);
  }
}
