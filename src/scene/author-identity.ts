import type { Dataset } from "../model/dataset.ts";

/** What the ledger says about one author, as rows of `cases` in the order of the ledger. */
export interface AuthorIdentity {
  /** Why several names are this one person. */
  readonly joined: readonly number[];
  /** Names of other authors who may be the same, or were ruled out. */
  readonly apart: readonly number[];
}

export function authorIdentity(dataset: Dataset, author: number): AuthorIdentity {
  const { cases, nodes } = dataset;
  const joined: number[] = [];
  const apart: number[] = [];
  for (let row = 0; row < cases.rowCount; row++) {
    const a = nodes.author[cases.a[row]] === author;
    const b = nodes.author[cases.b[row]] === author;
    // A case between two names of one author that did not join them itself says nothing about why they are one.
    if (a && b) {
      if (cases.outcome[row] === "merged" || cases.outcome[row] === "decided-same") joined.push(row);
    } else if (a || b) apart.push(row);
  }
  return { joined, apart };
}
