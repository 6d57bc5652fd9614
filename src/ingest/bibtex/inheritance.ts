import { ownCopy } from "../../model/text.ts";
import { LIMITS } from "../limits.ts";
import type { FieldOf } from "./entry-record.ts";

/** An entry with its fields as the file has them, by name in lower case, `@string` replaced. */
export interface Entry {
  readonly key: string;
  /** In lower case. */
  readonly type: string;
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
}

/** What keeps an entry from inheriting. */
export type InheritanceProblem = "crossref-missing" | "crossref-circular" | "crossref-deep" | "crossref-cut";

/** Hears of what could not be inherited, and from which key. */
type Doubt = (code: InheritanceProblem, key: string) => void;

/** What others may inherit from though nobody has asked yet: biblatex lets a parent stand before its children. */
const PARENTS: ReadonlySet<string> = new Set(
  "xdata book mvbook collection mvcollection proceedings mvproceedings reference mvreference periodical".split(" "),
);
/** What tells of the whole and so of its parts. An identifier, an abstract or an address does not. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(
  "booktitle journaltitle journal maintitle eventtitle editor publisher".split(" "),
);
const DATES: ReadonlySet<string> = new Set(["date", "year", "month"]);
/** What a parent has to keep for its children. */
const KEPT: ReadonlySet<string> = new Set([...OF_THE_WHOLE, ...DATES, "title", "crossref", "xdata"]);

/** One entry of a line of ancestors: its own fields, then those of its containers of data. */
interface Level {
  readonly type: string;
  readonly sources: readonly ReadonlyMap<string, string>[];
}

/**
 * Inheritance between the entries of one file by `crossref` (BibTeX, where the parent stands behind its children, and
 * biblatex, where it stands anywhere) and `xdata` (biblatex). An heir is settled as soon as its ancestors are all known,
 * those who lack one at the end of the file. What is held for that is bounded, and so is how many ancestors an entry has
 * and how much longer a file may become by inheriting (see the table of limits); who goes without is told.
 *
 * From a `crossref` come the title of the whole, its editors and its date, each where the entry has none of its own, and
 * never authors: whoever wrote the whole need not have written the part. From `xdata` comes every field. Keys are compared whatever their case, as BibTeX
 * does. Of entries with one key the first counts.
 */
export class Inheritance<Heir extends Entry> {
  private readonly known = new Map<string, Entry>();
  private readonly awaited = new Set<string>();
  private readonly used = new Set<Entry>();
  /** Heirs by the first ancestor that they lack, folded. */
  private readonly waiting = new Map<string, Heir[]>();
  private readonly settled: (heir: Heir, field: FieldOf) => void;
  private readonly doubt: (heir: Heir, code: InheritanceProblem, key: string) => void;
  /** Characters held, characters of entries so far, and characters that were inherited. */
  private held = 0;
  private seen = 0;
  private given = 0;

  /** `settled` is told each heir once, with its own fields and the inherited ones. */
  constructor(
    settled: (heir: Heir, field: FieldOf) => void,
    doubt: (heir: Heir, code: InheritanceProblem, key: string) => void,
  ) {
    this.settled = settled;
    this.doubt = doubt;
  }

  /** Whether an entry of this type and key has to be shown to `offer`. */
  wants(type: string, key: string): boolean {
    return PARENTS.has(type) || this.awaited.has(fold(key));
  }

  /** An entry that others may inherit from; those who waited for it alone are settled. */
  offer({ key, type, line, fields }: Entry): void {
    const folded = fold(key);
    if (folded === "" || this.known.has(folded)) return;
    const kept = type === "xdata" ? [...fields] : [...fields].filter(([name]) => KEPT.has(name));
    const length = folded.length + lengthOf(kept);
    this.seen += length;
    if (!this.hold(length)) return;
    this.known.set(ownCopy(folded), { key: ownCopy(key), type, line, fields: copyOf(kept) });
    this.awaited.delete(folded);
    const heirs = this.waiting.get(folded) ?? [];
    this.waiting.delete(folded);
    for (const heir of heirs) {
      if (this.waits(heir)) continue;
      this.held -= lengthOfHeir(heir);
      this.settle(heir);
    }
  }

  /** An entry with `crossref` or `xdata`. */
  inherit(heir: Heir): void {
    this.seen += lengthOfHeir(heir);
    if (this.missing(heir).length === 0) {
      this.settle(heir);
      return;
    }
    const held: Heir = { ...heir, key: ownCopy(heir.key), fields: copyOf(heir.fields) };
    if (this.hold(lengthOfHeir(held))) this.waits(held);
    else this.settle(held);
  }

  /** Settles whoever still waits, and returns the containers of data that nobody named. Call once, last. */
  end(): Entry[] {
    const heirs = [...this.waiting.values()].flat();
    this.waiting.clear();
    for (const heir of heirs.sort((a, b) => a.line - b.line)) this.settle(heir);
    return [...this.known.values()].filter((entry) => entry.type === "xdata" && !this.used.has(entry));
  }

  /** Whether an ancestor is not known yet; then the heir is put where that will find it. */
  private waits(heir: Heir): boolean {
    const missing = this.missing(heir);
    if (missing.length === 0) return false;
    for (const key of missing) this.awaited.add(key);
    const others = this.waiting.get(missing[0]);
    if (others === undefined) this.waiting.set(missing[0], [heir]);
    else others.push(heir);
    return true;
  }

  /** The keys of ancestors that are not known, folded. */
  private missing(heir: Heir): string[] {
    const keys: string[] = [];
    this.lineOf(heir, (code, key) => {
      if (code === "crossref-missing") keys.push(ownCopy(fold(key)));
    });
    return keys;
  }

  private hold(length: number): boolean {
    if (this.held + length > LIMITS.inheritance) return false;
    this.held += length;
    return true;
  }

  private settle(heir: Heir): void {
    const told = new Set<string>();
    const doubt: Doubt = (code, key) => {
      if (told.has(code + key)) return;
      told.add(code + key);
      this.doubt(heir, code, key);
    };
    const line = this.lineOf(heir, doubt);
    const found = new Map<string, string | undefined>();
    this.settled(heir, (name) => {
      if (!found.has(name)) found.set(name, heir.fields.get(name) ?? this.paidFor(fieldOf(line, 0, name), name, doubt));
      return found.get(name);
    });
  }

  /** The value, unless what was inherited in all is too much for the file: 100,000 children of one book of a list. */
  private paidFor(value: string | undefined, name: string, doubt: Doubt): string | undefined {
    if (value === undefined) return undefined;
    if (this.given + value.length > LIMITS.expansionLength + LIMITS.expansionRatio * this.seen) {
      doubt("crossref-cut", name);
      return undefined;
    }
    this.given += value.length;
    return value;
  }

  /** The entry and its ancestors, nearest first; one that inherits from itself ends the line. */
  private lineOf(entry: Entry, doubt: Doubt): Level[] {
    const line: Level[] = [];
    const seen = new Set<string>();
    for (let next: Entry | undefined = entry; next !== undefined; ) {
      seen.add(fold(next.key));
      const level: Level = { type: next.type, sources: [next.fields, ...this.dataOf(next, doubt)] };
      line.push(level);
      const key = ownField(level, "crossref");
      next = key === undefined || key.trim() === "" ? undefined : this.find(key, doubt);
      if (next !== undefined && seen.has(fold(next.key))) {
        doubt("crossref-circular", next.key);
        next = undefined;
      } else if (next !== undefined && line.length > LIMITS.ancestors) {
        doubt("crossref-deep", next.key);
        next = undefined;
      }
    }
    return line;
  }

  /** The fields of the containers of data that an entry names, and of those that they name. */
  private dataOf(entry: Entry, doubt: Doubt): ReadonlyMap<string, string>[] {
    const found: ReadonlyMap<string, string>[] = [];
    const seen = new Set([fold(entry.key)]);
    const queue = keysOf(entry);
    for (const key of queue) {
      const data = this.find(key, doubt);
      if (data === undefined) continue;
      if (found.length >= LIMITS.ancestors) {
        doubt("crossref-deep", data.key);
        break;
      }
      // A container that two others name is no circle; one that leads back to the entry is.
      if (fold(data.key) === fold(entry.key)) doubt("crossref-circular", data.key);
      if (seen.has(fold(data.key))) continue;
      seen.add(fold(data.key));
      found.push(data.fields);
      queue.push(...keysOf(data));
    }
    return found;
  }

  private find(key: string, doubt: Doubt): Entry | undefined {
    const found = this.known.get(fold(key));
    if (found === undefined) doubt("crossref-missing", key.trim());
    else if (found.type === "xdata") this.used.add(found);
    return found;
  }
}

function ownField({ sources }: Level, name: string): string | undefined {
  for (const fields of sources) {
    const value = fields.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A field of the entry at `at` in the line, its own or an inherited one. */
function fieldOf(line: readonly Level[], at: number, name: string): string | undefined {
  const own = ownField(line[at], name);
  if (own !== undefined || at + 1 === line.length) return own;
  const { type } = line[at];
  if (DATES.has(name)) {
    // A date is taken whole or not at all: the child's year with the parent's month would be nobody's.
    const dated = [...DATES].some((one) => ownField(line[at], one) !== undefined);
    return dated ? undefined : fieldOf(line, at + 1, name);
  }
  if (!OF_THE_WHOLE.has(name)) return undefined;
  const given = fieldOf(line, at + 1, name);
  if (given !== undefined || name !== titleBecomes(type, line[at + 1].type)) return given;
  return ownField(line[at + 1], "title");
}

/** What the title of a parent is to its child. */
function titleBecomes(child: string, parent: string): string {
  if (parent === "periodical") return "journaltitle";
  return PARENTS.has(child) ? "maintitle" : "booktitle";
}

/** The keys of an `xdata` field. */
function keysOf({ fields }: Entry): string[] {
  const listed = fields.get("xdata")?.slice(0, LIMITS.fieldLength) ?? "";
  return listed
    .split(",")
    .map((key) => key.trim())
    .filter((key) => key !== "");
}

function lengthOfHeir({ key, fields }: Entry): number {
  return key.length + lengthOf(fields);
}

/** Fields that do not keep the piece of the file in memory that they were cut from. */
function copyOf(fields: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  return new Map(Array.from(fields, ([name, value]) => [ownCopy(name), ownCopy(value)]));
}

function lengthOf(fields: Iterable<readonly [string, string]>): number {
  let length = 0;
  for (const [name, value] of fields) length += name.length + value.length;
  return length;
}

function fold(key: string): string {
  return key.trim().toLowerCase();
}
