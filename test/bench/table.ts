import type { Measured, Outcome, Spread, Verdict } from "./measure.ts";

const UNITS: Readonly<Record<string, string>> = { wall: "s", cpu: "s", peak: "MB", grown: "MB" };
/** In this order; a benchmark's own figures follow. */
const FIRST = ["wall", "cpu", "rate", "cpu-rate", "peak", "grown"];

/** The outcome of a case as text: a row for each contender, a line for each target. */
export function caseText({ name, amount, measured, verdicts }: Outcome): string {
  const own = [...new Set(measured.flatMap(({ figures }) => Object.keys(figures)))].filter(
    (one) => !FIRST.includes(one),
  );
  const shown = [...FIRST, ...own];
  const present = shown.filter((figure) => measured.some(({ figures }) => figures[figure] !== undefined));
  const unitOf = (figure: string) => (figure.endsWith("rate") && amount ? `${amount.unit}/s` : (UNITS[figure] ?? ""));
  const rows = [
    [name, ...present.map((figure) => `${figure} ${unitOf(figure)}`.trim())],
    ...measured.map((one) => [`  ${one.contender}`, ...cellsOf(one, present)]),
  ];
  const lines = aligned(rows);
  return `${[...lines, ...verdicts.map((verdict) => verdictLine(verdict, unitOf(verdict.target.what)))].join("\n")}\n`;
}

function cellsOf({ missing, figures }: Measured, present: readonly string[]): string[] {
  if (missing !== undefined) return [`missing: ${missing}`];
  return present.map((figure) => (figures[figure] === undefined ? "" : spreadText(figures[figure])));
}

/** "1.25 ±4 %": the median, and half of what lies between the least and the most. */
function spreadText({ median, least, most }: Spread): string {
  const spread = median === 0 ? 0 : Math.abs((50 * (most - least)) / median);
  return `${short(median)} ±${spread.toFixed(0)} %`;
}

/** Three digits that count, and no exponent. */
export function short(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 6));
}

function verdictLine({ target, value, holds }: Verdict, unit: string): string {
  const { what, of, over, atLeast, atMost } = target;
  const wanted = [...(atLeast === undefined ? [] : [`≥ ${atLeast}`]), ...(atMost === undefined ? [] : [`≤ ${atMost}`])];
  const subject = over === undefined ? `${what} of ${of}` : `${what} of ${of} / ${over}`;
  const figure =
    value === null ? "not measured" : `${short(value)}${over === undefined && unit !== "" ? ` ${unit}` : ""}`;
  const mark = holds === null ? "–" : holds ? "pass" : "FAIL";
  return `  ${mark}  ${subject} ${wanted.join(", ")}: ${figure}`;
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  // A row with a remark in place of its figures widens no column.
  for (const row of rows.filter((one) => one.length === rows[0].length)) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  widths[0] = Math.max(...rows.map(([first]) => first.length), 24);
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join("   ")
      .trimEnd(),
  );
}
