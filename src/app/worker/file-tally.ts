import { DatasetError } from "../../dataset/dataset-error.ts";
import type { Arrival } from "../../scene/arriving.ts";

/** Told of at most this often. */
const PAUSE_MS = 100;

/** Fetches the files of a dataset, counts what comes, and tells of it now and then. */
export class FileTally {
  private readonly tell: (arrival: Arrival) => void;
  private asked = 0;
  private answered = 0;
  private announced = 0;
  private fetched = 0;
  private toldAt = 0;

  constructor(tell: (arrival: Arrival) => void) {
    this.tell = tell;
  }

  /** A file's bytes. All are asked for their lengths before the first is fetched, if they are asked for at once. */
  async fetch(url: URL, file: string): Promise<ArrayBuffer> {
    this.asked += 1;
    this.announced += await lengthOf(url);
    this.answered += 1;
    const response = await fetch(url, { mode: "same-origin" });
    if (!response.ok) throw new DatasetError(file, `the server answered ${response.status}.`);
    return response.body === null ? response.arrayBuffer() : this.read(response.body);
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<ArrayBuffer> {
    const reader = body.getReader();
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      bytes += value.length;
      this.count(value.length);
    }
    const whole = new Uint8Array(bytes);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole.buffer;
  }

  private count(bytes: number): void {
    this.fetched += bytes;
    const isKnown = this.answered === this.asked && Number.isFinite(this.announced);
    const total = isKnown ? this.announced : null;
    const now = Date.now();
    if (now - this.toldAt < PAUSE_MS && this.fetched !== total) return;
    this.toldAt = now;
    this.tell({ fetched: this.fetched, total });
  }
}

/** How many bytes a file has; not a number where nobody says so, or where it is sent compressed and has fewer on the way. */
async function lengthOf(url: URL): Promise<number> {
  const { ok, headers } = await fetch(url, { method: "HEAD", mode: "same-origin" });
  const length = headers.get("content-length");
  return ok && length !== null && !headers.has("content-encoding") ? Number(length) : Number.NaN;
}
