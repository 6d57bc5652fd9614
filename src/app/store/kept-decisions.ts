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

/** Under what the decisions of a collection are kept: the names of its files, so that a newer export finds them again. */
function keyOf({ manifest }: Dataset): string {
  const files = [...new Set(manifest.inputs.map(({ file }) => file))].sort(byCodeUnit);
  return [PREFIX, ...files].join("\n");
}

/** Keeps what was decided in this browser; `null` forgets it. Nothing happens where the browser keeps nothing. */
export function keepChoice(dataset: Dataset, choice: IdentityChoice | null): void {
  try {
    if (choice === null) localStorage.removeItem(keyOf(dataset));
    else localStorage.setItem(keyOf(dataset), JSON.stringify(choice));
  } catch {
    // Without storage, or with a full one, decisions hold until the page is closed; the file can still be saved.
  }
}

/** What was decided about this collection before, in this browser; null where nothing was, or nothing that can be read. */
export function keptChoice(dataset: Dataset): IdentityChoice | null {
  try {
    const kept = localStorage.getItem(keyOf(dataset));
    return kept === null ? null : choiceFrom(JSON.parse(kept));
  } catch {
    return null;
  }
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
