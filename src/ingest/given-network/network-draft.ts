import type { Severity } from "../../model/finding.ts";
import { sha256 } from "../../model/sha256.ts";
import { cleanText, ownCopy } from "../../model/text.ts";
import { LIMITS } from "../limits.ts";
import type { Sink } from "../reader.ts";

/** Weights are held to these, so that no sum of them is lost or without end. */
const LEAST_WEIGHT = 1e-12;
const MOST_WEIGHT = 1e12;
/** More than any number is written with. */
const NUMBER_LENGTH = 64;

interface Trouble {
  readonly severity: Severity;
  readonly line: number;
  readonly what: string;
  count: number;
}

/**
 * A network as a reader finds it in a file, node by node and tie by tie in any order. What is doubtful is told once a file, with
 * its first line and how often, so that the findings stay few however large the network is.
 */
export class NetworkDraft {
  private readonly file: string;
  private readonly format: string;
  private readonly sink: Sink;
  private readonly rows = new Map<string, number>();
  private readonly ids: string[] = [];
  private readonly names: (string | null)[] = [];
  private readonly papers: (number | null)[] = [];
  private readonly a: number[] = [];
  private readonly b: number[] = [];
  private readonly weights: number[] = [];
  private directed = 0;
  private readonly troubles = new Map<string, Trouble>();

  constructor(file: string, format: string, sink: Sink) {
    this.file = file;
    this.format = format;
    this.sink = sink;
  }

  get nodeCount(): number {
    return this.ids.length;
  }

  /** Whether the file has a node of that id. */
  named(id: string): boolean {
    const row = this.rows.get(keyOf(id));
    return row !== undefined && this.names[row] !== null;
  }

  /** A node; without a name it is called by its id. `papers` is what the file says that the person has written. */
  node(id: string, name: string | undefined, line: number, papers?: string | number): void {
    const key = keyOf(id);
    if (key === "") {
      this.tell("node-without-id", "error", line, "Nodes without an id, which were left out");
      return;
    }
    const row = this.rowOf(key, line);
    if (row === undefined) return;
    if (this.names[row] !== null) {
      this.tell("node-repeated", "warning", line, "Nodes with the id of one before, of which the first stands");
      return;
    }
    this.names[row] = this.nameOf(name, line) ?? this.nameless(id, line);
    this.papers[row] = countOf(papers);
  }

  /** A tie between two ids; it weighs 1 where the file gives no weight. */
  tie(from: string, to: string, weight: string | number | undefined, line: number, directed = false): void {
    const [one, other] = [keyOf(from), keyOf(to)];
    if (one === "" || other === "") {
      this.tell("tie-without-end", "error", line, "Ties that lack one of their ends, which were left out");
      return;
    }
    if (one === other) {
      this.tell(
        "self-loops",
        "note",
        line,
        "Ties from a node to itself, which say nothing of two people and were left out",
      );
      return;
    }
    const given = weightOf(weight);
    if (given === undefined) {
      this.tell("weights-missing", "note", line, "Ties without a weight, which count 1");
    } else if (!(given >= LEAST_WEIGHT && given <= MOST_WEIGHT)) {
      const what = `Ties whose weight is no number from ${LEAST_WEIGHT} to ${MOST_WEIGHT}, which were left out`;
      this.tell("weight-invalid", "error", line, what);
      return;
    }
    if (this.a.length >= LIMITS.networkTies) {
      this.tell(
        "network-cut",
        "error",
        line,
        `Nodes beyond ${LIMITS.networkNodes} and ties beyond ${LIMITS.networkTies}, which were left out`,
      );
      return;
    }
    const [a, b] = [this.rowOf(one, line), this.rowOf(other, line)];
    if (a === undefined || b === undefined) return;
    this.a.push(a);
    this.b.push(b);
    this.weights.push(given ?? 1);
    if (directed) this.directed++;
  }

  /** Counts what is told as one finding at the end: "`what`, the first here: 3." */
  tell(code: string, severity: Severity, line: number, what: string): void {
    const known = this.troubles.get(code);
    if (known === undefined) this.troubles.set(code, { severity, line, what, count: 1 });
    else known.count++;
  }

  /** Tells of a place of the file's own, or a team of it, for a node. */
  ownLayout(line: number): void {
    const what = "Nodes with a place or a cluster of the file's own; Coterie finds places and teams itself";
    this.tell("own-layout-left", "note", line, what);
  }

  /** Tells of a node that more than one attribute could name. */
  severalNames(line: number, used: string, others: readonly string[]): void {
    const left = others.map((name) => `“${name}”`).join(", ");
    this.tell(
      "names-several",
      "note",
      line,
      `Nodes that are named by “${used}” though ${left} could name them otherwise`,
    );
  }

  /** Hands all over to the sink. Call once, last. */
  end(): void {
    const { file, format, ids, names, papers, a, b, weights, directed, sink } = this;
    for (const [code, { severity, line, what, count }] of this.troubles) {
      sink.finding({ code, severity, file, line, detail: `${what}, the first here: ${count}.` });
    }
    if (ids.length === 0) {
      sink.finding({
        code: "network-empty",
        severity: "warning",
        file,
        detail: "The network has no nodes and no ties.",
      });
    }
    sink.network?.({ file, format, ids, names, papers, a, b, weights, directed });
  }

  /** The row of an id, a new one where it is seen for the first time; undefined beyond the limit. */
  private rowOf(key: string, line: number): number | undefined {
    const known = this.rows.get(key);
    if (known !== undefined) return known;
    if (this.ids.length >= LIMITS.networkNodes) {
      this.tell(
        "network-cut",
        "error",
        line,
        `Nodes beyond ${LIMITS.networkNodes} and ties beyond ${LIMITS.networkTies}, which were left out`,
      );
      return undefined;
    }
    // A piece of the file must not be kept for an id that was cut from it.
    const own = ownCopy(key);
    const row = this.ids.push(own) - 1;
    this.rows.set(own, row);
    this.names.push(null);
    this.papers.push(null);
    return row;
  }

  private nameOf(text: string | undefined, line: number): string | undefined {
    if (text === undefined) return undefined;
    if (text.length > LIMITS.nameLength) {
      this.tell("name-cut", "warning", line, `Names longer than ${LIMITS.nameLength} characters, which were cut`);
    }
    const clean = cleanText(text.slice(0, LIMITS.nameLength));
    return clean === "" ? undefined : clean;
  }

  private nameless(id: string, line: number): string {
    this.tell("name-missing", "note", line, "Nodes without a name, which are called by their id");
    return this.nameOf(id, line) ?? "?";
  }
}

/** The id without the space around it; one that is too long to keep stands as its hash. */
function keyOf(id: string): string {
  const key = id.trim();
  return key.length <= LIMITS.nameLength ? key : `sha256:${sha256(key.toWellFormed())}`;
}

/** Undefined where nothing is given, NaN where it is no number. */
function weightOf(weight: string | number | undefined): number | undefined {
  if (weight === undefined || typeof weight === "number") return weight;
  const text = weight.slice(0, NUMBER_LENGTH + 1).trim();
  if (text === "") return undefined;
  return weight.length > NUMBER_LENGTH ? Number.NaN : Number(text);
}

function countOf(papers: string | number | undefined): number | null {
  const count = Math.round(weightOf(papers) ?? Number.NaN);
  return count >= 0 && count <= 1_000_000 ? count : null;
}

/** Attributes by which a node may be named, the best first, in lower case. */
const NAMES = ["label", "name", "nodelabel", "title", "author", "full name", "fullname"];
/** Attributes that count a person's papers. */
const PAPERS = new Set(["papers", "documents", "weight<documents>", "publications"]);
const WEIGHTS = ["weight", "strength", "value"];

export interface NodeValues {
  readonly name: string | undefined;
  /** The attribute that gave the name, and those that could have given another one. */
  readonly named: string;
  readonly otherNames: readonly string[];
  readonly papers: string | undefined;
}

/** Name and papers of a node among its attributes, in which order these stand. */
export function nodeValues(values: ReadonlyMap<string, string>): NodeValues {
  const lower = new Map([...values].map(([title, value]) => [title.trim().toLowerCase(), value]));
  const found = NAMES.filter((title) => lower.get(title)?.trim());
  const name = lower.get(found[0] ?? "");
  const papers = [...lower].find(([title]) => PAPERS.has(title))?.[1];
  const otherNames = found.slice(1).filter((title) => lower.get(title)?.trim() !== name?.trim());
  return { name, named: found[0] ?? "", otherNames, papers };
}

/** The weight of a tie among its attributes. */
export function weightAmong(values: ReadonlyMap<string, string>): string | undefined {
  const lower = new Map([...values].map(([title, value]) => [title.trim().toLowerCase(), value]));
  return WEIGHTS.map((title) => lower.get(title)).find((value) => value !== undefined);
}
