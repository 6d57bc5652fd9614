import type { Dataset } from "../../src/model/dataset.ts";
import type { Outcome } from "../../src/model/identity.ts";
import { ADA, BEN, CLEO, ELI, FINN, GUS, HANA, smallDataset } from "./small-dataset.ts";

/** The name node of Ada's that stands on p3 alone. */
export const ADA_ON_P3 = 12;

const CASES: readonly { a: number; b: number; score: number; outcome: Outcome; against?: string }[] = [
  { a: GUS, b: HANA, score: 4, outcome: "refused-paper", against: "both on 9" },
  { a: ADA, b: ADA_ON_P3, score: 2, outcome: "merged" },
  { a: BEN, b: ELI, score: 1, outcome: "open" },
  { a: CLEO, b: GUS, score: 0.25, outcome: "open" },
  { a: CLEO, b: FINN, score: -1, outcome: "open" },
];

/**
 * The small dataset with questions of identity: on p3 Ada has another name, joined to hers on likely evidence; Ben and Eli
 * may be one person; Cléo and Gus hardly, Cléo and Finn less so; Gus and Hana are ruled out.
 */
export function datasetWithQuestions(): Dataset {
  const dataset = smallDataset();
  const { nodes, authorships } = dataset;
  const adaOnP3 = authorships.paper.findIndex((paper, k) => paper === 3 && authorships.author[k] === ADA);
  return {
    ...dataset,
    authorships: { ...authorships, node: authorships.node.map((node, k) => (k === adaOnP3 ? ADA_ON_P3 : node)) },
    nodes: {
      rowCount: 13,
      author: Uint32Array.from([...nodes.author, ADA]),
      name: [...nodes.name, "Núñez Ada"],
      folded: [...nodes.folded, "nunezada"],
      authorships: Uint32Array.from([...nodes.authorships.map((n, node) => (node === ADA ? n - 1 : n)), 1]),
    },
    cases: {
      rowCount: CASES.length,
      a: Uint32Array.from(CASES, ({ a }) => a),
      b: Uint32Array.from(CASES, ({ b }) => b),
      relation: CASES.map(() => "inversion"),
      score: Float64Array.from(CASES, ({ score }) => score),
      evidence: CASES.map(({ score }) => [{ kind: "relation", weight: score, detail: "the names are like that" }]),
      outcome: CASES.map(({ outcome }) => outcome),
      against: CASES.map(({ against }) => against ?? null),
    },
  };
}
