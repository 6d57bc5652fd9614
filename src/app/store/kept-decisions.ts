import type { Dataset } from "../../model/dataset.ts";
import {
  ACTIONS,
  type DecidedName,
  type IdentityChoice,
  type IdentityDecision,
  PRESETS,
} from "../../model/identity.ts";
import { byCodeUnit } from "../../model/order.ts";

const PREFIX = "coterie-identity";

/** Of the steps back and forward so many are kept, and those with no more than so many decisions written out. */
const KEPT = { steps: 100, decisions: 5000 } as const;

/** What is decided, with the steps back (the latest last) and forward (the next first). */
export interface History {
  readonly choice: IdentityChoice;
  readonly past: readonly IdentityChoice[];
  readonly future: readonly IdentityChoice[];
}

/** Under what the decisions of a collection are kept: the names of its files, so that a newer export finds them again. */
function keyOf({ manifest }: Dataset): string {
  const files = [...new Set(manifest.inputs.map(({ file }) => file))].sort(byCodeUnit);
  return [PREFIX, ...files].join("\n");
}

/** Keeps what was decided in this browser; `null` forgets it. Nothing happens where the browser keeps nothing. */
export function keepHistory(dataset: Dataset, history: History | null): void {
  try {
    if (history === null) localStorage.removeItem(keyOf(dataset));
    else localStorage.setItem(keyOf(dataset), historyText(history));
  } catch {
    // Without storage, or with a full one, decisions hold until the page is closed; the file can still be saved.
  }
}

/** What was decided about this collection before, in this browser; null where nothing was, or nothing that can be read. */
export function keptHistory(dataset: Dataset): History | null {
  try {
    const kept = localStorage.getItem(keyOf(dataset));
    return kept === null ? null : historyFrom(JSON.parse(kept));
  } catch {
    return null;
  }
}

/** A choice as it differs from the one beside it: the first `keep` decisions are the same, `rest` follows. */
interface Step {
  readonly preset: string;
  readonly keep: number;
  readonly rest: readonly IdentityDecision[];
}

export function historyText({ choice, past, future }: History): string {
  return JSON.stringify({ ...choice, past: stepsFrom(choice, past.toReversed()), future: stepsFrom(choice, future) });
}

/** Each choice by how it differs from the one before it, which is nearer to what holds now; the farthest are left out. */
function stepsFrom(choice: IdentityChoice, choices: readonly IdentityChoice[]): Step[] {
  const steps: Step[] = [];
  let near = choice.decisions;
  let written = 0;
  for (const { preset, decisions } of choices.slice(0, KEPT.steps)) {
    let keep = 0;
    while (keep < decisions.length && keep < near.length && isSame(decisions[keep], near[keep])) keep += 1;
    const rest = decisions.slice(keep);
    written += rest.length;
    if (written > KEPT.decisions) break;
    steps.push({ preset, keep, rest });
    near = decisions;
  }
  return steps;
}

function isSame(one: IdentityDecision, other: IdentityDecision): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** A history out of what may be anything; null where not even the choice can be read. Steps end at the first that cannot. */
export function historyFrom(value: unknown): History | null {
  const choice = choiceFrom(value);
  if (choice === null || !isObject(value)) return null;
  return {
    choice,
    past: choicesFrom(choice, value.past).toReversed(),
    future: choicesFrom(choice, value.future),
  };
}

function choicesFrom(choice: IdentityChoice, steps: unknown): IdentityChoice[] {
  const choices: IdentityChoice[] = [];
  let near = choice.decisions;
  for (const step of Array.isArray(steps) ? steps.slice(0, KEPT.steps) : []) {
    if (!isObject(step)) break;
    const { preset, keep, rest } = step;
    const read = choiceFrom({ preset, decisions: rest });
    if (read === null || typeof keep !== "number" || !(keep >= 0 && keep <= near.length)) break;
    near = [...near.slice(0, keep), ...read.decisions];
    choices.push({ preset: read.preset, decisions: near });
  }
  return choices;
}

/** A choice out of what may be anything; null where it is none. Decisions that are none are left out. */
export function choiceFrom(value: unknown): IdentityChoice | null {
  if (!isObject(value) || !Array.isArray(value.decisions)) return null;
  const preset = PRESETS.find((known) => known === value.preset);
  if (preset === undefined) return null;
  return { preset, decisions: value.decisions.flatMap((decision) => decisionFrom(decision) ?? []) };
}

function decisionFrom(value: unknown): IdentityDecision | null {
  if (!isObject(value)) return null;
  const action = ACTIONS.find((known) => known === value.action);
  const one = nameFrom(value.one);
  if (action === undefined || one === null) return null;
  const label = typeof value.label === "string" ? value.label : undefined;
  if (action === "split") return label === undefined ? { action, one } : { action, one, label };
  if (action === "display") return label === undefined ? null : { action, one, label };
  const other = nameFrom(value.other);
  return other === null ? null : { action, one, other };
}

function nameFrom(value: unknown): DecidedName | null {
  if (!isObject(value) || typeof value.name !== "string" || !Array.isArray(value.papers)) return null;
  return { name: value.name, papers: value.papers.filter((paper) => typeof paper === "string") };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
