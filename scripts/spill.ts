import { closeSync, mkdtempSync, openSync, readSync, rmSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BUFFER_BYTES = 4_194_304;
const LONGEST_CHARACTER = 3;

/**
 * Texts put aside and asked for again by their numbers, in any order, but fastest in their own. The first few megabytes are
 * held in memory, more in a temporary file that is gone when the process is.
 */
export class Spill {
  /** How many texts there are. */
  count = 0;
  #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #filled = 0;
  /** Bytes that are in the file. */
  #written = 0;
  #ends = new Float64Array(1024);
  #file: { readonly fd: number; readonly remove: () => void } | null = null;
  /** Part of the file, as read last. */
  #window = Buffer.alloc(0);
  #windowAt = 0;
  #askedLast = -1;

  add(text: string): void {
    const most = text.length * LONGEST_CHARACTER;
    if (most > this.#buffer.length - this.#filled) this.#flush();
    if (most > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(most);
    this.#filled += this.#buffer.write(text, this.#filled);
    if (this.count === this.#ends.length) {
      const longer = new Float64Array(2 * this.count);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    this.#ends[this.count++] = this.#written + this.#filled;
  }

  /** UTF-8; only good until the next call. */
  bytesAt(index: number): Buffer {
    const from = index === 0 ? 0 : this.#ends[index - 1];
    const to = this.#ends[index];
    if (from >= this.#written) return this.#buffer.subarray(from - this.#written, to - this.#written);
    if (from < this.#windowAt || to > this.#windowAt + this.#window.length) {
      // Much is read ahead only for those who ask for one after the other.
      const inOrder = index === this.#askedLast + 1;
      this.#read(from, Math.max(to - from, inOrder ? BUFFER_BYTES : 0));
    }
    this.#askedLast = index;
    return this.#window.subarray(from - this.#windowAt, to - this.#windowAt);
  }

  close(): void {
    this.#file?.remove();
    this.#file = null;
  }

  #flush(): void {
    this.#file ??= temporaryFile();
    for (let at = 0; at < this.#filled; ) at += writeSync(this.#file.fd, this.#buffer, at, this.#filled - at);
    this.#written += this.#filled;
    this.#filled = 0;
  }

  #read(from: number, wanted: number): void {
    if (this.#file === null) throw new Error("The spill is closed.");
    const length = Math.min(wanted, this.#written - from);
    if (this.#window.buffer.byteLength < length) this.#window = Buffer.from(new ArrayBuffer(length));
    const whole = Buffer.from(this.#window.buffer, 0, length);
    for (let at = 0; at < length; ) {
      const bytes = readSync(this.#file.fd, whole, at, length - at, from + at);
      if (bytes === 0) throw new Error("The temporary file is shorter than what was written to it.");
      at += bytes;
    }
    this.#window = whole;
    this.#windowAt = from;
  }
}

/** A file that no name leads to any more, where the system allows that; elsewhere it is removed at the end. */
function temporaryFile(): { fd: number; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "coterie-"));
  const fd = openSync(join(folder, "records"), "wx+", 0o600);
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    unlinkSync(join(folder, "records"));
    removeFolder();
  } catch {
    process.once("exit", removeFolder);
  }
  return { fd, remove: () => closeSync(fd) };
}
