import type { Finding, Severity } from "../model/finding.ts";
import { byCodeUnit } from "../model/order.ts";
import { LIMITS } from "./limits.ts";

/** Findings of one code that were not handed on. */
interface Rest {
  count: number;
  severity: Severity;
  readonly line: number | undefined;
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

/**
 * Hands on the findings about one file, but of each code no more than `LIMITS.findings`: a file of a million broken records
 * must not cost a million findings. The rest are counted, and told by one finding a code at the end (`findings-cut`, with
 * the gravest severity among them and the line of the first).
 */
export function boundedFindings(
  file: string,
  pass: (finding: Finding) => void,
): { finding(finding: Finding): void; end(): void } {
  const counts = new Map<string, number>();
  const rests = new Map<string, Rest>();

  const finding = (one: Finding): void => {
    const count = (counts.get(one.code) ?? 0) + 1;
    counts.set(one.code, count);
    if (count <= LIMITS.findings) {
      pass(one);
      return;
    }
    const rest = rests.get(one.code);
    if (rest === undefined) rests.set(one.code, { count: 1, severity: one.severity, line: one.line });
    else {
      rest.count++;
      if (SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(rest.severity)) rest.severity = one.severity;
    }
  };

  const end = (): void => {
    for (const [code, { count, severity, line }] of [...rests].sort(([a], [b]) => byCodeUnit(a, b))) {
      const detail = `The file has ${LIMITS.findings + count} findings “${code}”; the first ${LIMITS.findings} are listed, ${count} are not.`;
      pass({ code: "findings-cut", severity, file, line, detail });
    }
  };

  return { finding, end };
}
