import { linkedIds } from "../src/ingest/linked-ids.ts";
import { contentOf } from "../src/ingest/merge-records.ts";
import { factsOf, type RecordFacts } from "../src/ingest/record-facts.ts";
import { byCodeUnit } from "../src/model/order.ts";
import type { RecordSource, SourceRecord } from "../src/model/record.ts";
import { normalised, sourceRecord } from "./normalised-record.ts";
import { Spill } from "./spill.ts";
import { plainJson } from "./terminal.ts";

const PIECE_BYTES = 262_144;

/**
 * Records on their way to lines of normalised JSON. What a line says first is the paper's id, which nobody knows before the
 * last record is read: so the rest of each line is put aside, and only what linking needs is held.
 */
export class RecordLines {
  readonly #facts: RecordFacts[] = [];
  readonly #rests = new Spill();

  get count(): number {
    return this.#facts.length;
  }

  add(record: SourceRecord): void {
    this.#facts.push(factsOf(record));
    this.#rests.add(plainJson(normalised(record)).slice(1));
  }

  /** The lines by file and place, in pieces. Call once, last. */
  *lines(): Generator<Uint8Array> {
    const order = this.#order();
    const facts = order.map((index) => this.#facts[index]);
    const ids = linkedIds(facts, (at) => this.#recordAt(order[at]));
    let piece: Buffer[] = [];
    let length = 0;
    for (const [at, index] of order.entries()) {
      const begin = Buffer.from(`{"id":${plainJson(ids[at])},`);
      // Copied: the next text takes the place of this one.
      const rest = Buffer.from(this.#rests.bytesAt(index));
      piece.push(begin, rest, LINE_END);
      length += begin.length + rest.length + 1;
      if (length < PIECE_BYTES) continue;
      yield Buffer.concat(piece);
      piece = [];
      length = 0;
    }
    yield Buffer.concat(piece);
    this.#rests.close();
  }

  #recordAt(index: number): SourceRecord {
    return sourceRecord(JSON.parse(`{${this.#rests.bytesAt(index).toString()}`));
  }

  /** By file and place: nearly always the order in which they came. */
  #order(): number[] {
    const facts = this.#facts;
    const order = facts.map((_, index) => index);
    const sorted = order.every((index) => index === 0 || byPlace(facts[index - 1].source, facts[index].source) < 0);
    // Two files of one name are told apart by what they say.
    const content = (index: number) => contentOf(this.#recordAt(index));
    if (!sorted) {
      order.sort((a, b) => byPlace(facts[a].source, facts[b].source) || byCodeUnit(content(a), content(b)));
    }
    return order;
  }
}

const LINE_END = Buffer.from("\n");

function byPlace(a: RecordSource, b: RecordSource): number {
  return byCodeUnit(a.file, b.file) || a.record - b.record || a.line - b.line || byCodeUnit(a.format, b.format);
}
