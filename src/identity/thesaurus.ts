import type { IdentityDecision } from "../model/identity.ts";
import { cleanText } from "../model/text.ts";
import { canonicalDecisions } from "./canonical-decisions.ts";
import { DECISION_LIMITS, findingLog, type ReadDecisions, readDecisions } from "./decisions.ts";
import { foldedName } from "./name-forms.ts";
import { fieldsOf, numberedLines } from "./tab-lines.ts";

/**
 * Reads what a user brings: `identity.tsv`, or a thesaurus file of VOSviewer, known by its header. `file` is what findings
 * call it.
 */
export function readIdentityFile(text: string, file?: string): ReadDecisions {
  for (const { text: first } of numberedLines(text)) {
    return thesaurusColumns(fieldsOf(first)) === undefined ? readDecisions(text, file) : readThesaurus(text, file);
  }
  return { decisions: [], findings: [] };
}

/**
 * Reads a thesaurus file of VOSviewer (manual, 4.4: tab-separated, columns `label` and `replace by`) as decisions: each
 * label is the same as what replaces it, and shown like that unless it is all in small letters, as VOSviewer writes terms, and somebody has
 * the name. An empty replacement, which leaves the label out there, is a finding: here nobody is left out.
 */
export function readThesaurus(text: string, file?: string): ReadDecisions {
  const log = findingLog(file);
  const decisions: IdentityDecision[] = [];
  let columns: { readonly label: number; readonly replacement: number } | undefined;
  for (const { line, text: content } of numberedLines(text)) {
    const fields = fieldsOf(content);
    if (columns === undefined) {
      columns = thesaurusColumns(fields) ?? { label: 0, replacement: 1 };
      continue;
    }
    const label = readingOrder(cleanText(fields[columns.label] ?? ""));
    const replacement = readingOrder(cleanText(fields[columns.replacement] ?? ""));
    if (label === "" || replacement === "") {
      log.skipped(line, label === "" ? "it lacks the label" : "it leaves a name out, and here nobody is left out");
    } else if (Math.max(label.length, replacement.length) > DECISION_LIMITS.nameLength) {
      log.skipped(line, `a name has more than ${DECISION_LIMITS.nameLength} characters`);
    } else if (decisions.length + 2 > DECISION_LIMITS.decisions) {
      log.skipped(line, `there are more than ${DECISION_LIMITS.decisions} decisions`);
    } else {
      const one = { name: label, papers: [] };
      const other = { name: replacement, papers: [] };
      if (foldedName(label) !== foldedName(replacement)) decisions.push({ action: "same", one, other });
      if (replacement !== replacement.toLowerCase()) {
        decisions.push({ action: "display", one, label: replacement });
      }
    }
  }
  return { decisions: canonicalDecisions(decisions), findings: log.findings() };
}

function thesaurusColumns(fields: readonly string[]): { label: number; replacement: number } | undefined {
  const names = fields.map((field) => field.trim().toLowerCase());
  const label = names.indexOf("label");
  const replacement = names.findIndex((name) => name === "replace by" || name === "replaced by");
  return label >= 0 && replacement >= 0 ? { label, replacement } : undefined;
}

/** "Ha, Jung-Woo" → "Jung-Woo Ha"; with more commas than one the name stays as it is. */
function readingOrder(name: string): string {
  const [family, given, ...more] = name.split(",").map((part) => part.trim());
  return given === undefined || given === "" || family === "" || more.length > 0 ? name : `${given} ${family}`;
}
