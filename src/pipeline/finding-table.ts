import type { FindingTable } from "../model/dataset.ts";
import type { Finding } from "../model/finding.ts";
import type { FindingSummary } from "../model/manifest.ts";
import { byCodeUnit } from "../model/order.ts";

/** Findings as rows by file, line, record, code and detail; what is absent comes first. */
export function findingTable(findings: readonly Finding[]): FindingTable {
  const rows = findings.toSorted(
    (a, b) =>
      byCodeUnit(a.file ?? "", b.file ?? "") ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.record ?? 0) - (b.record ?? 0) ||
      byCodeUnit(a.code, b.code) ||
      byCodeUnit(a.detail, b.detail),
  );
  return {
    rowCount: rows.length,
    code: rows.map((row) => row.code),
    severity: rows.map((row) => row.severity),
    file: rows.map((row) => row.file ?? null),
    line: rows.map((row) => row.line ?? null),
    record: rows.map((row) => row.record ?? null),
    detail: rows.map((row) => row.detail),
  };
}

/** How many findings of each code and severity there are, by code. */
export function summaryOf({ code, severity }: FindingTable): FindingSummary[] {
  const summaries = new Map<string, FindingSummary>();
  code.forEach((name, row) => {
    const key = `${name} ${severity[row]}`;
    const count = (summaries.get(key)?.count ?? 0) + 1;
    summaries.set(key, { code: name, severity: severity[row], count });
  });
  return [...summaries].sort(([a], [b]) => byCodeUnit(a, b)).map(([, summary]) => summary);
}
