/** Parquet nests five deep; the reader of a hostile file recurses no further than this. */
const DEEPEST = 16;
const LONGEST_VARINT = 10;

/** What follows a field's header, in Thrift's compact protocol. */
const STOP = 0;
const TRUE = 1;
const FALSE = 2;
const BYTE = 3;
const I16 = 4;
const I64 = 6;
const DOUBLE = 7;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;

/**
 * Walks one Thrift struct (compact protocol) and returns the offset behind it, or throws. The decoder allocates a list
 * by the length that the file claims, recurses as deep as the file nests, and reads numbers of any length; after this
 * walk all three are bounded by the bytes that are there.
 */
export function checkThrift(bytes: Uint8Array, start: number, end: number): number {
  let at = start;

  const byte = (): number => {
    if (at >= end) throw new RangeError("The struct ends early.");
    return bytes[at++];
  };
  const varint = (): number => {
    let value = 0;
    for (let i = 0; i < LONGEST_VARINT; i++) {
      const next = byte();
      value += (next & 0x7f) * 2 ** (7 * i);
      if (next < 0x80) return value;
    }
    throw new RangeError("A number is too long.");
  };
  const skip = (count: number): void => {
    if (count > end - at) throw new RangeError("A value is longer than the file.");
    at += count;
  };
  const element = (type: number, depth: number): void => {
    if (type === BYTE) skip(1);
    else if (type >= I16 && type <= I64) varint();
    else if (type === DOUBLE) skip(8);
    else if (type === BINARY) skip(varint());
    else if (type === LIST) list(depth);
    else if (type === STRUCT) struct(depth + 1);
    else if (type !== TRUE && type !== FALSE) throw new RangeError("A type is unknown.");
  };
  const list = (depth: number): void => {
    const header = byte();
    const type = header & 0x0f;
    const length = header >> 4 === 15 ? varint() : header >> 4;
    // Every element takes at least one byte.
    if (length > end - at) throw new RangeError("A list is longer than the file.");
    if (depth >= DEEPEST) throw new RangeError("The struct nests too deep.");
    for (let i = 0; i < length; i++) {
      if (type === TRUE || type === FALSE) skip(1);
      else element(type, depth + 1);
    }
  };
  const struct = (depth: number): void => {
    if (depth >= DEEPEST) throw new RangeError("The struct nests too deep.");
    for (let header = byte(); (header & 0x0f) !== STOP; header = byte()) {
      if (header >> 4 === 0) varint();
      element(header & 0x0f, depth);
    }
  };

  struct(0);
  return at;
}
