import type { Dataset } from "../model/dataset.ts";
import type { DecidedName, IdentityDecision } from "../model/identity.ts";
import { byCodeUnit } from "../model/order.ts";
import { fold } from "../model/text.ts";
import { nodeAuthorships, papersOfNode } from "./name-nodes.ts";

/** The answer to a case, as a decision that outlives this dataset. */
export function answerTo(dataset: Dataset, row: number, answer: "same" | "different"): IdentityDecision {
  const { cases } = dataset;
  return {
    action: answer,
    one: decidedNode(dataset, cases.a[row]),
    other: decidedNode(dataset, cases.b[row]),
  };
}

/** A name node as decisions call it: by name alone where no other node has the name, else with its papers. */
function decidedNode(dataset: Dataset, node: number): DecidedName {
  const { name, folded } = dataset.nodes;
  // Nodes are in the order of folded names, so that a namesake stands next to it.
  const alone = folded[node - 1] !== folded[node] && folded[node + 1] !== folded[node];
  return { name: name[node], papers: alone ? [] : paperIds(dataset, papersOfNode(dataset, node)) };
}

function paperIds(dataset: Dataset, papers: readonly number[]): string[] {
  return papers.map((paper) => dataset.papers.paperId[paper]);
}

/**
 * These papers of an author are another person's: each name is split by them, and names that stood together on them stay
 * together. Nothing where the papers are none or all of the author's.
 */
export function splitOff(dataset: Dataset, author: number, papers: readonly number[]): IdentityDecision[] {
  const { authorships, nodes } = dataset;
  const leaving = new Set(papers);
  const { offsets, authorships: rows } = nodeAuthorships(dataset);
  const parts: DecidedName[] = [];
  const splits: IdentityDecision[] = [];
  let staying = 0;
  nodes.author.forEach((of, node) => {
    if (of !== author) return;
    const ofNode = Array.from(rows.subarray(offsets[node], offsets[node + 1]), (k) => authorships.paper[k]);
    const gone = ofNode.filter((paper) => leaving.has(paper));
    staying += ofNode.length - gone.length;
    if (gone.length === 0) return;
    const part = { name: nodes.name[node], papers: paperIds(dataset, gone) };
    parts.push(part);
    splits.push({ action: "split", one: part });
  });
  if (parts.length === 0 || staying === 0) return [];
  const together = parts.slice(1).map((part): IdentityDecision => ({ action: "same", one: parts[0], other: part }));
  return [...splits, ...together, ...apartFromRest(dataset, author, parts, leaving)];
}

/** Where a whole name leaves, it is no split: what keeps it away is that it is different from the names that stay. */
function apartFromRest(
  dataset: Dataset,
  author: number,
  parts: readonly DecidedName[],
  leaving: ReadonlySet<number>,
): IdentityDecision[] {
  const { nodes } = dataset;
  const decisions: IdentityDecision[] = [];
  nodes.author.forEach((of, node) => {
    if (of !== author) return;
    const rest = papersOfNode(dataset, node).filter((paper) => !leaving.has(paper));
    if (rest.length === 0) return;
    const staying = { name: nodes.name[node], papers: paperIds(dataset, rest) };
    for (const part of parts) decisions.push({ action: "different", one: part, other: staying });
  });
  return decisions;
}

/** The decisions with new ones: what was said before about the same names on the same papers no longer holds. */
export function withDecisions(
  decisions: readonly IdentityDecision[],
  added: readonly IdentityDecision[],
): IdentityDecision[] {
  const subjects = new Set(added.map(subjectOf));
  return [...decisions.filter((decision) => !subjects.has(subjectOf(decision))), ...added];
}

/** The decisions about somebody whose name is in the dataset, however it is spaced there. */
export function decisionsAbout(dataset: Dataset, decisions: readonly IdentityDecision[]): IdentityDecision[] {
  const known = new Set(dataset.nodes.name.map((name) => fold(name) || name));
  return decisions.filter(({ one }) => known.has(fold(one.name) || one.name));
}

/** What a decision is about, whatever it says of it. */
function subjectOf(decision: IdentityDecision): string {
  if (decision.action === "split" || decision.action === "display") {
    return `${decision.action}\n${nameKey(decision.one)}`;
  }
  return ["pair", ...[nameKey(decision.one), nameKey(decision.other)].sort(byCodeUnit)].join("\n");
}

/** Which authorships a side means, by the words of the name: "Jung-Woo Ha" and "Jungwoo Ha" may be decided about apart. */
export function nameKey({ name, papers }: DecidedName): string {
  const words = name
    .split(/[\s-]+/u)
    .map(fold)
    .filter(Boolean)
    .join(" ");
  return [words || name, ...papers.toSorted(byCodeUnit)].join("\t");
}

/** The decisions that a dataset was made with. */
export function decisionsOf({ decisions }: Dataset): IdentityDecision[] {
  return decisions.action.map((action, row): IdentityDecision => {
    const one = { name: decisions.name[row], papers: decisions.papers[row] };
    const label = decisions.label[row];
    if (action === "split") return label === null ? { action, one } : { action, one, label };
    if (action === "display") return { action, one, label: label ?? one.name };
    return { action, one, other: { name: decisions.other[row] ?? "", papers: decisions.otherPapers[row] } };
  });
}
