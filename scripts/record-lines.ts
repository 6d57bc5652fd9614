import { Column } from "../src/ingest/column.ts";
import { linkedIds } from "../src/ingest/linked-ids.ts";
import { contentOf } from "../src/ingest/merge-records.ts";
import { idOfRecord } from "../src/ingest/paper-id.ts";
import { RecordFacts } from "../src/ingest/record-facts.ts";
import { byCodeUnit } from "../src/model/order.ts";
import type { SourceRecord } from "../src/model/record.ts";
import { textHash } from "../src/model/text-hash.ts";
import { type NormalisedRecord, normalisedLine, sourceRecord } from "./normalised-record.ts";
import { RecordPlaces } from "./record-places.ts";
import { Spill } from "./spill.ts";
import { plainJson } from "./terminal.ts";

const PIECE_BYTES = 262_144;

/**
 * Records on their way to lines of normalised JSON. What a line says first is the paper's id, which nobody knows before the
 * last record is read: so each line is put aside as if its record were alone, and only what linking needs is held, in
 * columns.
 */
export class RecordLines {
  readonly #facts = new RecordFacts();
  readonly #places = new RecordPlaces();
  readonly #idHashes = Column.floats();
  readonly #lines = new Spill();

  get count(): number {
    return this.#facts.count;
  }

  add(record: SourceRecord): void {
    const id = idOfRecord(record);
    this.#idHashes.set(this.count, textHash(id));
    this.#facts.add(record);
    this.#places.add(record.source);
    this.#lines.add(`${normalisedLine(id, record)}\n`);
  }

  /** The lines by file and place, in pieces. Call once, last. */
  *lines(): Generator<Uint8Array> {
    // Nearly always records come in order.
    const order = this.#places.order((a, b) => byCodeUnit(this.#contentAt(a), this.#contentAt(b)));
    this.#places.clear();
    if (order !== null) {
      this.#facts.reorder(order);
      this.#idHashes.reorder(order);
    }
    const placeOf = (index: number): number => (order === null ? index : order[index]);
    const ids = linkedIds({
      facts: this.#facts,
      recordAt: (index) => sourceRecord(this.#parsedAt(placeOf(index))),
      idAt: (index) => this.#parsedAt(placeOf(index)).id,
      idHashAt: (index) => this.#idHashes.at(index),
    });
    let piece = Buffer.allocUnsafe(PIECE_BYTES);
    let filled = 0;
    for (let index = 0; index < this.count; index++) {
      const id = ids.get(index);
      const alone = this.#lines.bytesAt(placeOf(index));
      const begin = id === undefined ? NOTHING : Buffer.from(`{"id":${plainJson(id)}`);
      const rest = id === undefined ? alone : alone.subarray(alone.indexOf(AFTER_ID));
      const length = begin.length + rest.length;
      if (filled + length > piece.length) {
        yield piece.subarray(0, filled);
        piece = Buffer.allocUnsafe(Math.max(PIECE_BYTES, length));
        filled = 0;
      }
      begin.copy(piece, filled);
      rest.copy(piece, filled + begin.length);
      filled += length;
    }
    yield piece.subarray(0, filled);
    this.#lines.close();
  }

  #contentAt(place: number): string {
    return contentOf(sourceRecord(this.#parsedAt(place)));
  }

  #parsedAt(place: number): NormalisedRecord & { readonly id: string } {
    return JSON.parse(this.#lines.bytesAt(place).toString());
  }
}

const NOTHING = Buffer.alloc(0);
/** Stands behind the id; within it the quotes would be escaped. */
const AFTER_ID = Buffer.from(',"ids":');
