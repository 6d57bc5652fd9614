import { LIMITS } from "../limits.ts";
import { lineParser } from "../line-parser.ts";
import type { Parser, Reader, Sink } from "../reader.ts";
import { shown } from "../record-draft.ts";
import { NetworkDraft } from "./network-draft.ts";

/** Sections whose lines mean something; the lines of others are passed over. */
type Section = "network" | "vertices" | "edges" | "arcs" | "edgeslist" | "arcslist" | "matrix" | "other";
const SECTIONS = new Set<string>(["network", "vertices", "edges", "arcs", "edgeslist", "arcslist", "matrix"]);
/** A comment or an empty line. */
const SAYS_NOTHING = /^\s*(?:%|$)/;

/** Pajek's networks (.net), and the networks in its projects (.paj). */
export const pajek: Reader = {
  format: "pajek",
  detects: (text) => {
    const first = text.split("\n").find((line) => !SAYS_NOTHING.test(line));
    return first !== undefined && /^\s*\*(?:network|vertices)\b/i.test(first);
  },
  open: openPajek,
};

function openPajek(file: string, sink: Sink): Parser {
  const reading = new PajekFile(new NetworkDraft(file, pajek.format, sink));
  return lineParser(
    LIMITS.recordLength,
    (text, line, cut) => reading.line(text, line, cut),
    () => reading.end(),
  );
}

class PajekFile {
  private readonly draft: NetworkDraft;
  private section: Section = "network";
  private networks = 0;
  private vertices = 0;
  private verticesLine = 1;
  /** Vertices of the first kind in a network of two kinds; 0 in others. */
  private firstKind = 0;
  private matrixRow = 0;

  constructor(draft: NetworkDraft) {
    this.draft = draft;
  }

  line(text: string, line: number, cut: boolean): void {
    if (cut) {
      const what = `Lines longer than ${LIMITS.recordLength} characters, which were cut`;
      this.draft.tell("record-cut", "error", line, what);
    }
    const start = text.search(/\S/);
    if (start < 0 || text[start] === "%") return;
    if (text[start] === "*") this.begin(text.slice(start + 1), line);
    else if (this.networks > 1) return;
    else if (this.section === "vertices") this.vertex(text, line);
    else if (this.section === "edges" || this.section === "arcs") this.tie(text, line);
    else if (this.section === "edgeslist" || this.section === "arcslist") this.list(text, line);
    else if (this.section === "matrix") this.row(text, line);
  }

  end(): void {
    const silent = this.vertices - this.draft.nodeCount;
    if (this.networks > 0 && silent > 0) {
      const what = `Vertices that the file announces (${this.vertices}) but neither names nor ties (${silent}), which were left out`;
      this.draft.tell("nodes-missing", "warning", this.verticesLine, what);
    }
    this.draft.end();
  }

  private begin(text: string, line: number): void {
    const [word = "", first = "", second = ""] = text.slice(0, 200).trim().split(/\s+/, 3);
    const name = word.toLowerCase();
    this.section = SECTIONS.has(name) ? (name as Section) : "other";
    this.matrixRow = 0;
    if (this.section === "other") {
      this.draft.tell(
        "section-skipped",
        "note",
        line,
        `Parts that are no network (“*${shown(word)}”), which were left out`,
      );
    } else if (name === "network" && this.networks === 0) return;
    else if (name === "vertices") {
      this.networks++;
      if (this.networks > 1) {
        this.draft.tell("network-left-out", "error", line, "Networks after the first of the file, which were left out");
        return;
      }
      this.vertices = Number(first) || 0;
      this.verticesLine = line;
      this.firstKind = Number(second) || 0;
      if (this.firstKind > 0) {
        this.draft.tell(
          "network-two-mode",
          "note",
          line,
          "Networks of two kinds of nodes, all of which are shown as people",
        );
      }
    } else if (/^:\d/.test(first)) {
      this.draft.tell("relations-joined", "note", line, "Relations of several kinds, whose ties are added up");
    }
  }

  private vertex(text: string, line: number): void {
    const { number, name, rest } = vertexIn(text.trimStart());
    if (!this.isVertex(number)) {
      this.draft.tell("line-no-node", "error", line, "Lines that are no vertex of the network, which were left out");
      return;
    }
    this.draft.node(String(Number(number)), name, line);
    if (/^\s*[\d.-]/.test(rest)) this.draft.ownLayout(line);
  }

  private tie(text: string, line: number): void {
    const [from = "", to = "", weight] = text.trim().split(/\s+/, 3);
    // What begins with a letter is how the line is drawn.
    const value = weight !== undefined && /^[a-z]/i.test(weight) && !/^(?:nan|inf)/i.test(weight) ? undefined : weight;
    this.add(from, to, value, line, this.section === "arcs");
  }

  private list(text: string, line: number): void {
    const [from = "", ...others] = text.trim().split(/\s+/);
    for (const to of others) this.add(from, to, 1, line, this.section === "arcslist");
  }

  /** Row by row; of two kinds of nodes the rows are the first kind, the columns the second. */
  private row(text: string, line: number): void {
    this.matrixRow++;
    let column = this.firstKind;
    for (const value of text.trim().split(/\s+/)) {
      column++;
      if (Number(value) === 0) continue;
      this.add(String(this.matrixRow), String(column), value, line, this.firstKind === 0);
    }
  }

  private add(from: string, to: string, weight: string | number | undefined, line: number, directed: boolean): void {
    // A minus before a vertex marks an arc to be taken away, which no network file means.
    if (!this.isVertex(from) || !this.isVertex(to)) {
      this.draft.tell(
        "tie-unknown-node",
        "error",
        line,
        "Ties to vertices that the network has not, which were left out",
      );
      return;
    }
    const [a, b] = [String(Number(from)), String(Number(to))];
    // Vertices need no line of their own; they are then called by their number.
    for (const id of [a, b]) if (!this.draft.named(id)) this.draft.node(id, undefined, line);
    this.draft.tie(a, b, weight, line, directed);
  }

  private isVertex(text: string): boolean {
    if (!/^\d{1,15}$/.test(text)) return false;
    const number = Number(text);
    return number >= 1 && number <= this.vertices;
  }
}

/** The number of a vertex, its name that may be quoted, and the rest of the line: its place and how it is drawn. */
function vertexIn(text: string): { readonly number: string; readonly name: string; readonly rest: string } {
  const number = /^\d{1,16}/.exec(text)?.[0] ?? "";
  const after = text.slice(number.length).trimStart();
  const quoted = after.startsWith('"');
  const from = quoted ? 1 : 0;
  const found = quoted ? after.indexOf('"', 1) : after.search(/\s/);
  const end = found < 0 ? after.length : found;
  return { number, name: after.slice(from, end), rest: after.slice(end + from) };
}
