import type { Dataset } from "../model/dataset.ts";
import { THRESHOLDS } from "../model/identity.ts";
import { nodeAuthorships, papersOfNode } from "./name-nodes.ts";
import { once } from "./once.ts";

/**
 * Whether somebody should look at a case: it was joined on evidence that is less than sure, or left apart on evidence that
 * is not against it. What was decided, and what is ruled out, is not asked again; nor are two names of one paper asked about.
 */
export function isOpenQuestion(dataset: Dataset, row: number): boolean {
  const { cases } = dataset;
  const score = cases.score[row];
  if (cases.outcome[row] === "merged") return score < THRESHOLDS.strict;
  return cases.outcome[row] === "open" && score >= 0 && !standTogether(dataset, cases.a[row], cases.b[row]);
}

function standTogether(dataset: Dataset, a: number, b: number): boolean {
  const ofA = new Set(papersOfNode(dataset, a));
  return papersOfNode(dataset, b).some((paper) => ofA.has(paper));
}

/** How many questions are answered: cases that a decision settles and that would be asked without it. */
export function answeredQuestions({ cases }: Dataset): number {
  let answered = 0;
  for (let row = 0; row < cases.rowCount; row++) {
    const decided = cases.outcome[row] === "decided-same" || cases.outcome[row] === "decided-different";
    if (decided && cases.score[row] >= 0 && cases.score[row] < THRESHOLDS.strict) answered += 1;
  }
  return answered;
}

/** Whether the presets disagree about a case: strict leaves it apart, generous joins it. */
export function isDoubtful(dataset: Dataset, row: number): boolean {
  return isOpenQuestion(dataset, row) && dataset.cases.score[row] >= THRESHOLDS.generous;
}

/**
 * The cases to look at, what is most doubtful and changes most first: by √(1 + c) / (1 + d²), where d is how far the score is
 * from the preset's threshold, and c how many places next to coauthors would change hands: those of the lesser of the two
 * names, on papers that are not large. Equals in the order of the ledger.
 */
export const reviewQueue = once((dataset: Dataset): readonly number[] => {
  const { cases, manifest } = dataset;
  const threshold = THRESHOLDS[manifest.parameters.identity];
  const urgency = new Map<number, number>();
  for (let row = 0; row < cases.rowCount; row++) {
    if (!isOpenQuestion(dataset, row)) continue;
    const distance = cases.score[row] - threshold;
    const changed = Math.min(coauthorPlaces(dataset, cases.a[row]), coauthorPlaces(dataset, cases.b[row]));
    urgency.set(row, Math.sqrt(1 + changed) / (1 + distance * distance));
  }
  return [...urgency].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([row]) => row);
});

/** Of a name node, the sum over its papers that are not large of the number of coauthors. */
function coauthorPlaces(dataset: Dataset, node: number): number {
  const { papers, authorships } = dataset;
  const { offsets, authorships: rows } = nodeAuthorships(dataset);
  let places = 0;
  for (let k = offsets[node]; k < offsets[node + 1]; k++) {
    const paper = authorships.paper[rows[k]];
    if (!papers.large[paper]) places += papers.authors[paper] - 1;
  }
  return places;
}

/** What a case is called as long as its names and its answer are the same, whatever else is decided. */
export function caseKey(dataset: Dataset, row: number): string {
  const { cases, nodes, papers, authorships } = dataset;
  const { offsets, authorships: rows } = nodeAuthorships(dataset);
  const nodeKey = (node: number) => `${nodes.folded[node]} ${papers.paperId[authorships.paper[rows[offsets[node]]]]}`;
  return [nodeKey(cases.a[row]), nodeKey(cases.b[row]), cases.outcome[row]].join("\n");
}
