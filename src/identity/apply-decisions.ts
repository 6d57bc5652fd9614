import type { Finding } from "../model/finding.ts";
import type { DecidedName, IdentityDecision } from "../model/identity.ts";
import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
import { fold } from "../model/text.ts";
import { authorshipsOf, type Cuts, type Nodes, type Place } from "./cut-names.ts";
import { foldedName } from "./name-forms.ts";
import type { NameTable } from "./name-table.ts";
import { type NodeGraph, sharedPaper } from "./node-graph.ts";
import type { Links } from "./weighed.ts";

/** The sides of decisions as authorships; empty where the name or none of its papers is there. */
export interface ResolvedDecision {
  readonly decision: IdentityDecision;
  readonly one: readonly number[];
  readonly other: readonly number[];
}

/** Finds the authorships that decisions speak of, and cuts names where not all of their papers are meant. */
export function resolveDecisions(
  decisions: readonly IdentityDecision[],
  papers: readonly Paper[],
  table: NameTable,
  cuts: Cuts,
): ResolvedDecision[] {
  if (decisions.length === 0) return [];
  const namesOf = nameFinder(table);
  const places = authorshipsOf(table, new Set(decisions.flatMap(sidesOf).flatMap(({ name }) => namesOf(name))));
  const resolve = (side: DecidedName): Place[] => {
    const all = namesOf(side.name).flatMap((name) => places.get(name) ?? []);
    if (side.papers.length === 0) return all;
    const wanted = new Set(side.papers);
    return all.filter(({ paper }) => wanted.has(papers[paper].id));
  };
  return decisions.map((decision, line) => {
    const [one, other] = sidesOf(decision).map((side, i) => {
      const found = resolve(side);
      if (side.papers.length > 0) for (const { authorship } of found) cuts.mark(authorship, `decision ${line} ${i}`);
      return found.map(({ authorship }) => authorship);
    });
    return { decision, one, other: other ?? [] };
  });
}

/** Whose a name is: the one with the same words; where nobody has these, all with the same letters ("Jungwoo Ha"). */
function nameFinder({ keys }: NameTable): (name: string) => readonly number[] {
  const byWords = new Map(keys.map((key, name) => [key, name]));
  let byLetters: Map<string, number[]> | undefined;
  return (name) => {
    const exact = byWords.get(foldedName(name));
    if (exact !== undefined) return [exact];
    byLetters ??= namesByLetters(keys);
    return byLetters.get(fold(name)) ?? byLetters.get(fold(foldedName(name))) ?? [];
  };
}

function namesByLetters(keys: readonly string[]): Map<string, number[]> {
  const names = new Map<string, number[]>();
  keys.forEach((key, name) => {
    const letters = fold(key);
    const known = names.get(letters);
    if (known) known.push(name);
    else if (letters !== "") names.set(letters, [name]);
  });
  return names;
}

function sidesOf(decision: IdentityDecision): readonly DecidedName[] {
  return "other" in decision ? [decision.one, decision.other] : [decision.one];
}

/**
 * Decisions as links between nodes, in canonical order. Several names that are the same as one that nobody has are the same as each other,
 * and shown as it. Findings: `decision-idle` where nobody has the name (on those papers), `decision-contradicted` where another line, or two
 * names on one paper, says otherwise.
 */
export function linkDecided(
  resolved: readonly ResolvedDecision[],
  nodes: Nodes,
  graph: NodeGraph,
): { links: Links; labels: Map<number, string>; findings: Finding[] } {
  const same: (readonly [number, number])[] = [];
  const different: (readonly [number, number])[] = [];
  const labels = new Map<number, string>();
  const findings: Finding[] = [];
  const persons = new DecidedPersons(graph);
  const absentees = absenteesOf(resolved);
  const nodesOf = (authorships: readonly number[]): number[] =>
    [...new Set(authorships.map((k) => nodes.nodeOf[k]))].sort((a, b) => a - b);

  resolved.forEach(({ decision, one, other }) => {
    const sides = sidesOf(decision);
    const absent = sides.find((_, i) => (i === 0 ? one : other).length === 0);
    const [here, there] = [nodesOf(one), nodesOf(other)];
    const contradicted = (reason: string): void => {
      findings.push({
        code: "decision-contradicted",
        severity: "warning",
        detail: `${inWords(decision)}, but ${reason}.`,
      });
    };
    const uniteAll = ([first, ...rest]: readonly number[]): void => {
      for (const node of rest) {
        const refused = persons.unite(first, node);
        if (refused === undefined) same.push([first, node]);
        else contradicted(refused);
      }
    };
    if (absent !== undefined) {
      const absentee = decision.action === "same" ? absentees.get(nameKey(absent)) : undefined;
      if (absentee !== undefined) {
        const present = [...here, ...there];
        uniteAll([...absentee.nodes.slice(0, 1), ...present]);
        absentee.nodes.push(...present);
        return;
      }
      const where = absent.papers.length > 0 ? " on the papers that it names" : "";
      findings.push({
        code: "decision-idle",
        severity: "note",
        detail: `Nobody is called "${absent.name}"${where}: the decision does nothing.`,
      });
      return;
    }
    if (decision.action === "same") {
      uniteAll([...here, ...there]);
    } else if (decision.action === "different") {
      for (const a of here) {
        for (const b of there) {
          if (a === b) continue;
          if (persons.keepApart(a, b)) different.push([a, b]);
          else contradicted("by other lines they are one person");
        }
      }
      if (here.some((node) => there.includes(node))) contradicted("both sides are the same authorships");
    } else if (decision.action === "split") {
      const rest = nodesOfName(nodes, nodes.nameOfNode[here[0]]).filter((node) => !here.includes(node));
      for (const a of here) {
        for (const b of rest) {
          if (persons.keepApart(a, b)) different.push([a, b]);
          else contradicted("by other lines they are one person");
        }
      }
      for (const node of here.slice(1)) if (persons.unite(here[0], node) === undefined) same.push([here[0], node]);
    }
    if ("label" in decision && decision.label !== undefined) {
      for (const node of here) if (!labels.has(node)) labels.set(node, decision.label);
    }
  });
  for (const { name, nodes: bearers } of absentees.values()) {
    if (!bearers.some((node) => labels.has(node))) for (const node of bearers) labels.set(node, name);
  }
  return { links: { same, different }, labels, findings };
}

/** A name that nobody has and that stands for those who are said to be the same as it. */
interface Absentee {
  readonly name: string;
  /** Whoever was found to be it so far. */
  readonly nodes: number[];
}

/**
 * By `nameKey`, the names that nobody has and that decisions still mean something by: several names are the same as it, or it is what
 * the one name is shown as.
 */
function absenteesOf(resolved: readonly ResolvedDecision[]): Map<string, Absentee> {
  const shown = new Set(
    resolved.flatMap(({ decision }) => ("label" in decision ? foldedName(decision.label ?? "") : [])),
  );
  const once = new Set<string>();
  const found = new Map<string, Absentee>();
  for (const { decision, one, other } of resolved) {
    if (decision.action !== "same" || one.length > 0 === other.length > 0) continue;
    const side = one.length === 0 ? decision.one : decision.other;
    const key = nameKey(side);
    const isShown = side.papers.length === 0 && shown.has(foldedName(side.name));
    if ((once.has(key) || isShown) && !found.has(key)) found.set(key, { name: side.name, nodes: [] });
    once.add(key);
  }
  return found;
}

function nameKey({ name, papers }: DecidedName): string {
  return [foldedName(name), ...papers.toSorted(byCodeUnit)].join("\t");
}

function nodesOfName({ nameOfNode }: Nodes, name: number): number[] {
  const found: number[] = [];
  nameOfNode.forEach((own, node) => {
    if (own === name) found.push(node);
  });
  return found;
}

function inWords(decision: IdentityDecision): string {
  if ("other" in decision)
    return `"${decision.one.name}" and "${decision.other.name}" are decided to be ${decision.action === "same" ? "one person" : "different people"}`;
  return `"${decision.one.name}" is decided to be split`;
}

/** Persons as decisions make them, so that a later line cannot undo an earlier one. */
class DecidedPersons {
  readonly #graph: NodeGraph;
  readonly #members = new Map<number, readonly number[]>();
  readonly #apart = new Map<number, Set<number>>();

  constructor(graph: NodeGraph) {
    this.#graph = graph;
  }

  #of(node: number): readonly number[] {
    return this.#members.get(node) ?? [node];
  }

  #areApart(one: readonly number[], other: readonly number[]): boolean {
    return one.some((a) => other.some((b) => this.#apart.get(a)?.has(b)));
  }

  /** What forbids that the two become one; undefined where they do. */
  unite(a: number, b: number): string | undefined {
    const [one, other] = [this.#of(a), this.#of(b)];
    if (one.includes(b)) return undefined;
    if (this.#areApart(one, other)) return "by other lines they are different people";
    if (one.some((x) => other.some((y) => sharedPaper(this.#graph.papers, x, y) >= 0)))
      return "they stand together on a paper";
    const all = [...one, ...other];
    for (const node of all) this.#members.set(node, all);
    return undefined;
  }

  /** Whether the two may be two. */
  keepApart(a: number, b: number): boolean {
    if (this.#of(a).includes(b)) return false;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ]) {
      const known = this.#apart.get(one);
      if (known) known.add(other);
      else this.#apart.set(one, new Set([other]));
    }
    return true;
  }
}
