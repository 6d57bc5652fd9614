import { LIMITS } from "../limits.ts";
import { JsonScan, type MemberQuestions } from "./json-scan.ts";
import type { Apart, RawObject, Wrappers } from "./json-splitting.ts";

export const NOTHING_APART: ReadonlyMap<string, string> = new Map();

/** Cuts a whole record out of JSON text, and out of the record what is not to be parsed with it. */
export class JsonCutter {
  /** There is something to cut out of records. */
  readonly cuts: boolean;
  private readonly wrappers: Wrappers;
  private readonly scan = new JsonScan();
  private readonly questions: MemberQuestions;
  private text = "";
  private from = 0;
  private base = 0;

  constructor(wrappers: Wrappers, apart: Apart) {
    this.cuts = apart.read !== undefined || apart.unread !== undefined;
    this.wrappers = wrappers;
    this.questions = { stops: (key) => this.wrappers.has(key, this.base), apart };
  }

  /** The place after the record whose `{` is at `from`, or −1 where it is not whole, not in order, or holds records itself. */
  endOf(text: string, from: number, base: number): number {
    this.text = text;
    this.from = from;
    this.base = base;
    return this.scan.objectEnd(text, from, LIMITS.nesting - base, this.questions);
  }

  /** How many line ends the record has. */
  get lines(): number {
    return this.scan.lines;
  }

  get lastKey(): string | undefined {
    return this.scan.lastKey;
  }

  /** The record that was found last, up to its end. */
  recordTo(to: number, line: number): RawObject {
    const { text, scan } = this;
    if (scan.spans.length === 0) return { text: text.slice(this.from, to), line, apart: NOTHING_APART };
    const apart = new Map<string, string>();
    let rest = "";
    let at = this.from;
    for (const { key, from, to: end, text: own } of scan.spans) {
      rest += `${text.slice(at, from)}null`;
      at = end;
      if (own !== undefined) apart.set(key, own);
    }
    return { text: rest + text.slice(at, to), line, apart };
  }

  /** Lets go of the text. */
  clear(): void {
    this.text = "";
    this.scan.clear();
  }
}
