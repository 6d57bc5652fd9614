import type { Finding } from "../model/finding.ts";
import { guarded, unguarded } from "../model/formula-guard.ts";
import { ACTIONS, type DecidedName, type IdentityDecision } from "../model/identity.ts";
import { byCodeUnit } from "../model/order.ts";
import { cleanText } from "../model/text.ts";
import { canonicalDecisions } from "./canonical-decisions.ts";
import { foldedName } from "./name-forms.ts";
import { fieldsOf, lineField, type NumberedLine, numberedLines } from "./tab-lines.ts";

/** What a file of decisions says; `decisions` are in canonical order. */
export interface ReadDecisions {
  readonly decisions: readonly IdentityDecision[];
  /** In the order of lines. */
  readonly findings: readonly Finding[];
}

/** Columns of `identity.tsv`; a file may have them in any order and others besides. */
export const DECISION_COLUMNS = ["action", "name", "papers", "other", "other_papers", "label"] as const;
type DecisionColumn = (typeof DECISION_COLUMNS)[number];

/** What one file may cost; what is over a limit is a finding. Characters are UTF-16 code units. */
export const DECISION_LIMITS = {
  /** Decisions that are kept. */
  decisions: 200_000,
  /** Characters of a name or a label. */
  nameLength: 1_000,
  /** Papers of one side. */
  papers: 20_000,
  /** Findings about single lines. */
  findings: 1_000,
} as const;

/** Actions that decide nothing yet, as in the list that is handed out for review. */
const UNDECIDED = ["", "?"];

/**
 * Reads `identity.tsv`: tab-separated values with a header; without one the columns are `DECISION_COLUMNS` in order. Lines
 * that begin with `#` and lines without an action, or with `?`, say nothing. Names are as anybody writes them, papers are ids with
 * spaces between. A line that cannot be followed is a finding `decision-skipped` with its place and changes nothing
 * else; a text that is no such file at all gives one finding `decisions-unknown` of severity `error`.
 */
export function readDecisions(text: string, file?: string): ReadDecisions {
  const log = findingLog(file);
  const decisions: IdentityDecision[] = [];
  let columns: ReadonlyMap<DecisionColumn, number> | undefined;
  for (const line of numberedLines(text)) {
    const fields = fieldsOf(line.text);
    if (columns === undefined) {
      columns = headerOf(fields);
      if (columns !== undefined) continue;
      columns = new Map(DECISION_COLUMNS.map((name, at) => [name, at]));
      if (!isAction(fields[0])) return { decisions: [], findings: [unknownFile(line, file)] };
    }
    const at = columns;
    const read = decisionOf((column) => fields[at.get(column) ?? -1] ?? "");
    if (typeof read === "string") log.skipped(line.line, read);
    else if (decisions.length < DECISION_LIMITS.decisions) decisions.push(...read);
    else log.skipped(line.line, `there are more than ${DECISION_LIMITS.decisions} decisions`);
  }
  return { decisions: canonicalDecisions(decisions), findings: log.findings() };
}

/** The decisions as `identity.tsv`: canonical order, one a line, so that two versions of it can be compared. */
export function writeDecisions(decisions: readonly IdentityDecision[]): string {
  const lines = canonicalDecisions(decisions).map((decision) => {
    const other = "other" in decision ? decision.other : undefined;
    const label = "label" in decision ? decision.label : undefined;
    return [
      decision.action,
      decision.one.name,
      decision.one.papers.join(" "),
      other?.name ?? "",
      other?.papers.join(" ") ?? "",
      label ?? "",
    ];
  });
  return [DECISION_COLUMNS, ...lines].map((fields) => `${fields.map(writtenField).join("\t")}\n`).join("");
}

/** A value as it stands in a file of tab-separated values that a spreadsheet may open. */
export function writtenField(value: string): string {
  return lineField(guarded(value));
}

/** The place of each column, where a line is a header. */
function headerOf(fields: readonly string[]): ReadonlyMap<DecisionColumn, number> | undefined {
  const names = fields.map((field) => field.trim().toLowerCase().replaceAll(" ", "_"));
  const columns = new Map<DecisionColumn, number>();
  for (const column of DECISION_COLUMNS) {
    const at = names.indexOf(column);
    if (at >= 0) columns.set(column, at);
  }
  return columns.has("action") && columns.has("name") ? columns : undefined;
}

/** The decision of a line, none where it is undecided, or why it cannot be followed. */
function decisionOf(field: (column: DecisionColumn) => string): IdentityDecision[] | string {
  const word = field("action").trim().toLowerCase();
  if (UNDECIDED.includes(word)) return [];
  const action = ACTIONS.find((one) => one === word);
  if (action === undefined) return `“${shown(word)}” is none of ${ACTIONS.join(", ")}`;

  const one = sideOf(field("name"), field("papers"));
  if (typeof one === "string") return one;
  const label = cleanText(unguarded(field("label")));
  if (label.length > DECISION_LIMITS.nameLength) return tooLong(label);
  if (action === "display") {
    return label === "" ? "it lacks the label to display" : [{ action, one, label }];
  }
  if (action === "split") {
    if (one.papers.length === 0) return "it lacks the papers to split off";
    return [{ action, one, ...(label === "" ? {} : { label }) }];
  }
  const other = sideOf(field("other"), field("other_papers"));
  if (typeof other === "string") return `${other} of the other side`;
  if (isOneSide(one, other)) return "its two sides are the same";
  const decision: IdentityDecision = { action, one, other };
  // Whoever says that two are the same and what to call them has decided twice.
  return label === "" || action === "different" ? [decision] : [decision, { action: "display", one, label }];
}

function sideOf(nameField: string, papersField: string): DecidedName | string {
  const name = cleanText(unguarded(nameField));
  if (name === "") return "it lacks the name";
  if (name.length > DECISION_LIMITS.nameLength) return tooLong(name);
  const papers = unguarded(papersField).split(/\s+/u).filter(Boolean);
  if (papers.length > DECISION_LIMITS.papers) return `it names ${papers.length} papers, more than can be kept`;
  return { name, papers };
}

function isOneSide(one: DecidedName, other: DecidedName): boolean {
  const papers = (side: DecidedName) => [...new Set(side.papers)].sort(byCodeUnit).join(" ");
  return foldedName(one.name) === foldedName(other.name) && papers(one) === papers(other);
}

function tooLong(text: string): string {
  return `“${shown(text)}” has more than ${DECISION_LIMITS.nameLength} characters`;
}

function isAction(field: string): boolean {
  const word = field.trim().toLowerCase();
  return UNDECIDED.includes(word) || ACTIONS.some((action) => action === word);
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text;
}

function unknownFile({ line, text }: NumberedLine, file?: string): Finding {
  return {
    code: "decisions-unknown",
    severity: "error",
    ...(file === undefined ? {} : { file }),
    line,
    detail: `This is no file of decisions about names: it begins with “${shown(cleanText(text))}”, neither a header nor an action.`,
  };
}

/** Findings about lines, at most so many, and one that says how many there would be more. */
export function findingLog(file?: string) {
  const place = file === undefined ? {} : { file };
  const findings: Finding[] = [];
  let untold = 0;
  return {
    skipped(line: number, why: string): void {
      if (findings.length >= DECISION_LIMITS.findings) untold += 1;
      else {
        const detail = `This decision is not followed: ${why}.`;
        findings.push({ code: "decision-skipped", severity: "warning", ...place, line, detail });
      }
    },
    findings(): readonly Finding[] {
      if (untold === 0) return findings;
      const detail = `${untold} more lines are not followed.`;
      return [...findings, { code: "decision-skipped", severity: "warning", ...place, detail }];
    },
  };
}
