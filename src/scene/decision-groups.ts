import type { DecidedName, IdentityChoice, IdentityDecision } from "../model/identity.ts";
import { nameKey } from "./decide.ts";
import { counted } from "./wording.ts";

type Split = Extract<IdentityDecision, { action: "split" }>;
type Pair = Extract<IdentityDecision, { action: "same" | "different" }>;
type Display = Extract<IdentityDecision, { action: "display" }>;

/** Decisions that were made in one go and mean something together: what the user sees and takes back as one. */
export type DecisionGroup = { readonly decisions: readonly IdentityDecision[] } & (
  | {
      readonly kind: "split";
      /** The names that leave, each with its papers. */
      readonly parts: readonly DecidedName[];
      /** The names that stay behind; empty where the file does not say. */
      readonly staying: readonly DecidedName[];
      readonly label: string | null;
    }
  | {
      readonly kind: "same";
      readonly one: DecidedName;
      readonly other: DecidedName;
      /** What they are shown as, where that was decided too. */
      readonly label: string | null;
    }
  | { readonly kind: "different"; readonly one: DecidedName; readonly other: DecidedName }
  | { readonly kind: "display"; readonly one: DecidedName; readonly label: string }
);

/**
 * Decisions as a person made them, in the order of the first of each. Papers that are given to another person are several decisions: each
 * name is split, the parts stay together, and they stay away from the rest; `same` and what both are shown as are two. Which belong together
 * is told by the names and papers alone, so that it survives a file.
 */
export function decisionGroups(decisions: readonly IdentityDecision[]): DecisionGroup[] {
  const splits = new SplitGroups(decisions);
  const shownAs = displaysBySame(decisions, splits);
  const withSame = new Set([...shownAs.values()].flat());
  const groups: DecisionGroup[] = [];
  const taken = new Set<IdentityDecision>();
  for (const decision of decisions) {
    if (taken.has(decision)) continue;
    const split = splits.groupOf(decision);
    if (split === null && decision.action === "display" && withSame.has(decision)) continue;
    const group = split ?? alone(decision, shownAs.get(decision) ?? []);
    for (const one of group.decisions) taken.add(one);
    groups.push(group);
  }
  return groups;
}

/** For each `same`, what its sides are shown as; a display goes with the first that names it. */
function displaysBySame(
  decisions: readonly IdentityDecision[],
  splits: SplitGroups,
): ReadonlyMap<IdentityDecision, readonly Display[]> {
  const displays = new Map<string, Display[]>();
  for (const decision of decisions) {
    if (decision.action !== "display" || splits.groupOf(decision) !== null) continue;
    const key = nameKey(decision.one);
    displays.set(key, [...(displays.get(key) ?? []), decision]);
  }
  const found = new Map<IdentityDecision, readonly Display[]>();
  for (const decision of decisions) {
    if (decision.action !== "same" || splits.groupOf(decision) !== null) continue;
    const keys = [nameKey(decision.one), nameKey(decision.other)];
    const own = keys.flatMap((key) => displays.get(key) ?? []);
    if (own.length > 0) found.set(decision, own);
    for (const key of keys) displays.delete(key);
  }
  return found;
}

/** A decision that belongs to no split, with what the two are shown as. */
function alone(decision: IdentityDecision, displays: readonly Display[]): DecisionGroup {
  if (decision.action === "display") {
    return { kind: "display", decisions: [decision], one: decision.one, label: decision.label };
  }
  if (decision.action === "split") throw new Error("A split is a group of its own.");
  const { action: kind, one, other } = decision;
  if (kind === "different") return { kind, decisions: [decision], one, other };
  return { kind, decisions: [decision, ...displays], one, other, label: displays.at(0)?.label ?? null };
}

/** The splits with what goes with each: those whose parts are said to be one person are one. */
class SplitGroups {
  readonly #splits: readonly Split[];
  readonly #pairs: readonly Pair[];
  /** By part, the part that stands for its group. */
  readonly #first = new Map<string, string>();
  readonly #groupOf = new Map<IdentityDecision, string>();
  readonly #members = new Map<string, IdentityDecision[]>();

  constructor(decisions: readonly IdentityDecision[]) {
    this.#splits = decisions.filter((decision) => decision.action === "split");
    this.#pairs = decisions.filter((decision) => decision.action === "same" || decision.action === "different");
    for (const { one } of this.#splits) this.#first.set(nameKey(one), nameKey(one));
    for (const { action, one, other } of this.#pairs) {
      const [a, b] = [this.#root(nameKey(one)), this.#root(nameKey(other))];
      if (action === "same" && a !== undefined && b !== undefined) this.#first.set(b, a);
    }
    for (const decision of decisions) {
      const root = this.#rootOf(decision);
      if (root === undefined) continue;
      this.#groupOf.set(decision, root);
      this.#members.set(root, [...(this.#members.get(root) ?? []), decision]);
    }
  }

  groupOf(decision: IdentityDecision): DecisionGroup | null {
    const root = this.#groupOf.get(decision);
    if (root === undefined) return null;
    const decisions = this.#members.get(root) ?? [];
    const parts = decisions.flatMap((one) => (one.action === "split" ? one.one : []));
    const staying = decisions.flatMap((one) => {
      if (one.action !== "different") return [];
      return this.#root(nameKey(one.one)) === root ? one.other : one.one;
    });
    const labels = decisions.flatMap((one) => (one.action === "split" || one.action === "display" ? one.label : []));
    return { kind: "split", decisions, parts, staying: withoutDoubles(staying), label: labels.find(Boolean) ?? null };
  }

  #root(key: string): string | undefined {
    let at = this.#first.get(key);
    while (at !== undefined && this.#first.get(at) !== at) at = this.#first.get(at);
    return at;
  }

  /** `different` goes with a split where it names papers on both sides, as a split does; an answer to a question seldom does. */
  #rootOf(decision: IdentityDecision): string | undefined {
    if (decision.action === "split" || decision.action === "display") return this.#root(nameKey(decision.one));
    const [a, b] = [this.#root(nameKey(decision.one)), this.#root(nameKey(decision.other))];
    if (decision.action === "same") return a === b ? a : undefined;
    if (decision.one.papers.length === 0 || decision.other.papers.length === 0) return undefined;
    return a !== undefined && b !== undefined ? undefined : (a ?? b);
  }
}

function withoutDoubles(names: readonly DecidedName[]): DecidedName[] {
  return [...new Map(names.map((name) => [nameKey(name), name])).values()];
}

/** What came between two choices, for whoever is told that it is undone: "A Kim and B Kim are one person". */
export function stepInWords(before: IdentityChoice, after: IdentityChoice): string {
  if (before.preset !== after.preset) return `names joined by the ${after.preset} preset`;
  const added = groupsWithout(after.decisions, before.decisions);
  if (added.length === 1) return groupInWords(added[0]);
  if (added.length > 1) return counted(added.length, "decision");
  const gone = groupsWithout(before.decisions, after.decisions);
  return gone.length === 1
    ? `taken back that ${groupInWords(gone[0])}`
    : `${counted(gone.length, "decision")} taken back`;
}

/** What these decisions say and those do not. */
function groupsWithout(these: readonly IdentityDecision[], those: readonly IdentityDecision[]): DecisionGroup[] {
  const known = new Set(those.map((decision) => JSON.stringify(decision)));
  return decisionGroups(these.filter((decision) => !known.has(JSON.stringify(decision))));
}

/** In a sentence without an end: "A Kim is another person than B Kim". */
export function groupInWords(group: DecisionGroup): string {
  if (group.kind === "split") {
    const papers = papersOfGroup(group.parts).length;
    return `${counted(papers, "paper")} of ${group.parts[0].name} ${papers === 1 ? "is" : "are"} another person’s`;
  }
  if (group.kind === "display") return `${group.one.name} is shown as ${group.label}`;
  if (group.kind === "different") return `${group.one.name} and ${group.other.name} are two people`;
  return `${group.one.name} and ${group.other.name} are one person`;
}

/** The ids of the papers that names leave with, each once. */
export function papersOfGroup(parts: readonly DecidedName[]): string[] {
  return [...new Set(parts.flatMap(({ papers }) => papers))];
}
