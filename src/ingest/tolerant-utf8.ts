/** What Windows-1252 has at 0x80–0x9F; the five bytes it leaves open become U+FFFD. */
const WINDOWS_1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";

/** The character of a byte; `TextDecoder` of Node 20 has control characters at 0x80–0x9F. */
export function windows1252(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252[byte - 0x80] : String.fromCharCode(byte);
}

/** UTF-8 in pieces; bytes that are none are read as Windows-1252, one by one. */
export interface TolerantUtf8 {
  write(bytes: Uint8Array): string;
  end(): string;
  /** How many bytes were no UTF-8. */
  readonly foreignBytes: number;
  /** The line of the first of them, from 1; 0 where there was none. */
  readonly foreignLine: number;
}

/**
 * Reads whole files in Windows-1252, and files pasted together from both encodings, without guessing which it is: bytes
 * that form UTF-8 are UTF-8. Where the pieces were split does not matter.
 */
export function tolerantUtf8(): TolerantUtf8 {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let tail = new Uint8Array(0);
  let lines = 1;
  let foreignBytes = 0;
  let foreignLine = 0;

  const decode = (bytes: Uint8Array): string => {
    try {
      const text = strict.decode(bytes);
      if (foreignLine === 0) lines += newlines(bytes, bytes.length);
      return text;
    } catch {
      return decodeMixed(bytes);
    }
  };
  const decodeMixed = (bytes: Uint8Array): string => {
    const pieces: string[] = [];
    let from = 0;
    for (let at = 0; at < bytes.length; ) {
      const length = sequenceLength(bytes, at);
      if (length > 0) {
        at += length;
        continue;
      }
      if (at > from) pieces.push(strict.decode(bytes.subarray(from, at)));
      pieces.push(windows1252(bytes[at]));
      if (foreignLine === 0) foreignLine = lines + newlines(bytes, at);
      foreignBytes++;
      at++;
      from = at;
    }
    if (from < bytes.length) pieces.push(strict.decode(bytes.subarray(from)));
    return pieces.join("");
  };

  return {
    write(bytes) {
      let all = bytes;
      if (tail.length > 0) {
        all = new Uint8Array(tail.length + bytes.length);
        all.set(tail);
        all.set(bytes, tail.length);
      }
      const whole = all.length - openLength(all);
      tail = all.slice(whole);
      return decode(all.subarray(0, whole));
    },
    end() {
      const rest = tail;
      tail = new Uint8Array(0);
      return decode(rest);
    },
    get foreignBytes() {
      return foreignBytes;
    },
    get foreignLine() {
      return foreignLine;
    },
  };
}

/** How many bytes at the end begin a sequence that the next piece may complete: 0 to 3. */
function openLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back];
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Length of the well-formed sequence at `at` (RFC 3629, section 4), or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (!(bytes[at + 1] >= low && bytes[at + 1] <= high)) return 0;
  for (let next = 2; next < length; next++) if (!(bytes[at + next] >= 0x80 && bytes[at + next] <= 0xbf)) return 0;
  return length;
}

function newlines(bytes: Uint8Array, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < to; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
