import type { Finding } from "../model/finding.ts";
import type { Paper } from "../model/paper.ts";
import type { RecordAuthor } from "../model/record.ts";
import type { NameTable } from "./name-table.ts";

/** Name nodes: names, each cut into parts where it has to be told apart. By name, then by smallest authorship. */
export interface Nodes {
  readonly nodeCount: number;
  /** For each authorship its node. */
  readonly nodeOf: Uint32Array;
  /** For each node its name. */
  readonly nameOfNode: Uint32Array;
}

/** Authorships that are told apart from others of their name: equal marks of one name are one part. */
export class Cuts {
  readonly #marks = new Map<number, string>();

  mark(authorship: number, mark: string): void {
    const known = this.#marks.get(authorship);
    this.#marks.set(authorship, known === undefined ? mark : `${known}\n${mark}`);
  }

  nodesOf(table: NameTable): Nodes {
    const { nameOf, names } = table;
    const cutNames = new Set<number>();
    for (const authorship of this.#marks.keys()) cutNames.add(nameOf[authorship]);
    const places = authorshipsOf(table, cutNames);
    const nodeOf = new Uint32Array(nameOf.length);
    const nameOfNode: number[] = [];
    // −1 for names that are cut.
    const nodeOfName = new Int32Array(names.length).fill(-1);
    for (let name = 0; name < names.length; name++) {
      const own = places.get(name);
      if (own === undefined) nodeOfName[name] = nameOfNode.push(name) - 1;
      else this.#partsOf(name, own, nodeOf, nameOfNode);
    }
    for (let k = 0; k < nameOf.length; k++) {
      const node = nodeOfName[nameOf[k]];
      if (node >= 0) nodeOf[k] = node;
    }
    return { nodeCount: nameOfNode.length, nodeOf, nameOfNode: Uint32Array.from(nameOfNode) };
  }

  /** Adds a node for each mark among the authorships of a name. */
  #partsOf(name: number, places: readonly Place[], nodeOf: Uint32Array, nameOfNode: number[]): void {
    const nodeOfMark = new Map<string, number>();
    for (const { authorship } of places) {
      const mark = this.#marks.get(authorship) ?? "";
      const node = nodeOfMark.get(mark) ?? nameOfNode.push(name) - 1;
      nodeOfMark.set(mark, node);
      nodeOf[authorship] = node;
    }
  }
}

/**
 * Two of one name on one paper are two people. Where they are written differently, the name is cut by exact spelling;
 * where they are not, the first of each paper are one part, and every repeat is another. Findings: `name-split`.
 */
export function cutRepeats(papers: readonly Paper[], table: NameTable, cuts: Cuts): Finding[] {
  const repeated = firstRepeats(table);
  if (repeated.size === 0) return [];
  const authorships = authorshipsOf(table, [...repeated.keys()]);
  const findings: Finding[] = [];
  for (const [name, paper] of [...repeated].sort((a, b) => a[0] - b[0])) {
    const written = new Map<number, string>();
    const repeats = new Map<string, number>();
    for (const { authorship, paper: on } of authorships.get(name) ?? []) {
      const spelling = papers[on].authors[authorship - table.authorshipsFrom[on]].name;
      written.set(authorship, spelling);
      const key = `${on}\n${spelling}`;
      const repeat = repeats.get(key) ?? 0;
      repeats.set(key, repeat + 1);
      cuts.mark(authorship, repeat === 0 ? spelling : `${spelling}\n${repeat}`);
    }
    const there = [...written]
      .filter(([authorship]) => paperHas(table, paper, authorship))
      .map(([, spelling]) => `"${spelling}"`);
    const spellings = [...new Set(there)];
    findings.push({
      code: "name-split",
      severity: "note",
      detail:
        spellings.length > 1
          ? `${spellings.join(" and ")} would be one author by name, but stand together on ${papers[paper].id}: they are kept apart by exact spelling.`
          : `${spellings[0]} stands more than once on ${papers[paper].id}: each is kept as an author of their own.`,
    });
  }
  return findings;
}

function paperHas(table: NameTable, paper: number, authorship: number): boolean {
  return authorship >= table.authorshipsFrom[paper] && authorship < table.authorshipsFrom[paper + 1];
}

/** Names that stand twice on a paper, with the first such paper. */
function firstRepeats({ nameOf, names, authorshipsFrom }: NameTable): Map<number, number> {
  const lastPaper = new Int32Array(names.length).fill(-1);
  const repeated = new Map<number, number>();
  for (let paper = 0; paper + 1 < authorshipsFrom.length; paper++) {
    for (let k = authorshipsFrom[paper]; k < authorshipsFrom[paper + 1]; k++) {
      if (lastPaper[nameOf[k]] === paper && !repeated.has(nameOf[k])) repeated.set(nameOf[k], paper);
      lastPaper[nameOf[k]] = paper;
    }
  }
  return repeated;
}

export interface Place {
  readonly authorship: number;
  readonly paper: number;
}

/** The authorships of some names, ascending. */
export function authorshipsOf({ nameOf, authorshipsFrom }: NameTable, names: Iterable<number>): Map<number, Place[]> {
  const places = new Map<number, Place[]>();
  for (const name of names) places.set(name, []);
  if (places.size === 0) return places;
  for (let paper = 0; paper + 1 < authorshipsFrom.length; paper++) {
    for (let authorship = authorshipsFrom[paper]; authorship < authorshipsFrom[paper + 1]; authorship++) {
      places.get(nameOf[authorship])?.push({ authorship, paper });
    }
  }
  return places;
}

/** All ids that a source gives the person, scheme first; ORCID among them. */
export function idsOf(author: RecordAuthor): readonly string[] {
  if (author.orcid === undefined) return author.ids ?? NONE;
  return [`orcid:${author.orcid}`, ...(author.ids ?? NONE)];
}

const NONE: readonly string[] = [];

/**
 * Cuts names whose authorships have different ids of one scheme: authorships that ids connect are one part, those without
 * any another. Returns ids by authorship, or undefined where no source gives any.
 */
export function cutByIds(
  papers: readonly Paper[],
  table: NameTable,
  cuts: Cuts,
): Map<number, readonly string[]> | undefined {
  const ids = new Map<number, readonly string[]>();
  let k = 0;
  for (const paper of papers) {
    for (const author of paper.authors) {
      const own = idsOf(author);
      if (own.length > 0) ids.set(k, own);
      k++;
    }
  }
  if (ids.size === 0) return undefined;

  const byName = new Map<number, number[]>();
  for (const authorship of ids.keys()) {
    const name = table.nameOf[authorship];
    const known = byName.get(name);
    if (known) known.push(authorship);
    else byName.set(name, [authorship]);
  }
  for (const authorships of byName.values()) {
    const partOf = connectedIds(authorships.map((authorship) => ids.get(authorship) ?? NONE));
    if (new Set(partOf).size < 2) continue;
    authorships.forEach((authorship, i) => {
      cuts.mark(authorship, partOf[i]);
    });
  }
  return ids;
}

/** For each list of ids the smallest id of all lists that it hangs together with. */
function connectedIds(lists: readonly (readonly string[])[]): string[] {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const list of lists) {
    for (const id of list) {
      const [one, other] = [rootOf(list[0]), rootOf(id)];
      parent.set(one < other ? other : one, one < other ? one : other);
    }
  }
  return lists.map((list) => rootOf(list[0]));
}

/** For each node the distinct ids of its authorships, ascending. */
export function idsByNode(
  ids: ReadonlyMap<number, readonly string[]>,
  nodes: Nodes,
): (readonly string[] | undefined)[] {
  const found: (Set<string> | undefined)[] = new Array(nodes.nodeCount).fill(undefined);
  for (const [authorship, own] of ids) {
    const node = nodes.nodeOf[authorship];
    const set = found[node] ?? new Set<string>();
    for (const id of own) set.add(id);
    found[node] = set;
  }
  return found.map((set) => (set === undefined ? undefined : [...set].sort()));
}
