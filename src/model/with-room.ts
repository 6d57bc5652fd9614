/** The same values in front of room for others: a copy of `length` values, which is no less than there are. */
export function withRoom(values: Int32Array, length: number): Int32Array<ArrayBuffer>;
export function withRoom(values: Uint32Array, length: number): Uint32Array<ArrayBuffer>;
export function withRoom(
  values: Int32Array | Uint32Array,
  length: number,
): Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> {
  const larger = values instanceof Int32Array ? new Int32Array(length) : new Uint32Array(length);
  larger.set(values);
  return larger;
}
