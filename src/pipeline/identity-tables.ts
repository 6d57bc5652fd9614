import type { Identity } from "../identity/identify-authors.ts";
import type { CaseTable, DecisionTable, NodeTable } from "../model/dataset.ts";
import type { IdentityCase, IdentityDecision } from "../model/identity.ts";

export function nodeTable({ nodes, authorOfNode }: Identity): NodeTable {
  return {
    rowCount: nodes.length,
    author: authorOfNode,
    name: nodes.map((node) => node.name),
    folded: nodes.map((node) => node.folded),
    authorships: Uint32Array.from(nodes, (node) => node.authorships),
  };
}

/** The cases that somebody may ask about: all but those between two names that were left open for want of evidence. */
export function caseTable(identity: Identity): CaseTable {
  const cases = identity.cases.filter(isTold);
  return {
    rowCount: cases.length,
    a: Uint32Array.from(cases, (one) => one.a),
    b: Uint32Array.from(cases, (one) => one.b),
    relation: cases.map((one) => one.relation),
    score: Float64Array.from(cases, (one) => one.score),
    evidence: cases.map((one) => one.evidence),
    outcome: cases.map((one) => one.outcome),
    against: cases.map((one) => one.against ?? null),
  };
}

function isTold({ relation, score, outcome }: IdentityCase): boolean {
  return score >= 0 || outcome !== "open" || relation === "same-name";
}

export function decisionTable(decisions: readonly IdentityDecision[]): DecisionTable {
  return {
    rowCount: decisions.length,
    action: decisions.map((decision) => decision.action),
    name: decisions.map((decision) => decision.one.name),
    papers: decisions.map((decision) => decision.one.papers),
    other: decisions.map((decision) => ("other" in decision ? decision.other.name : null)),
    otherPapers: decisions.map((decision) => ("other" in decision ? decision.other.papers : [])),
    label: decisions.map((decision) => ("label" in decision ? (decision.label ?? null) : null)),
  };
}
