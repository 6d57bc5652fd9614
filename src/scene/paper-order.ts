import type { PaperTable } from "../model/dataset.ts";
import { byCodeUnit } from "../model/order.ts";

/** What a paper is called where it has no title. */
export function paperTitle(papers: PaperTable, paper: number): string {
  return papers.title[paper] ?? `Paper ${papers.paperId[paper]} (no title)`;
}

/** Newest first, by date where it is known and else by year; papers without either last, equals by paper_id. */
export function newestFirst(papers: PaperTable, rows: Iterable<number>): number[] {
  // ISO dates sort as text, and rows are in the order of paper_id.
  const when = (paper: number) => papers.date[paper] ?? String(papers.year[paper] ?? "");
  return [...rows].sort((a, b) => byCodeUnit(when(b), when(a)) || a - b);
}
