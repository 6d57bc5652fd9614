import type { PaperTable } from "../model/dataset.ts";
import { byCodeUnit } from "../model/order.ts";

/** What a paper is called where it has no title. */
export function paperTitle(papers: PaperTable, paper: number): string {
  return papers.title[paper] ?? `Paper ${papers.paperId[paper]} (no title)`;
}

/** Newest first, by date where it is known and else by year; papers without either last, equals by paper_id. */
export function newestFirst(papers: PaperTable, rows: Iterable<number>): number[] {
  // ISO dates sort as text, and rows are in the order of paper_id.
  const dated = Array.from(rows, (paper) => ({ paper, when: papers.date[paper] ?? String(papers.year[paper] ?? "") }));
  dated.sort((a, b) => byCodeUnit(b.when, a.when) || a.paper - b.paper);
  return dated.map(({ paper }) => paper);
}
