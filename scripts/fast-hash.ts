import { createHash } from "node:crypto";

/** Node's own SHA-256 of some pieces in a row, in hexadecimal digits: many times as fast as ours. */
export function fastHash(...pieces: readonly Uint8Array[]): string {
  const digest = createHash("sha256");
  for (const piece of pieces) digest.update(piece);
  return digest.digest("hex");
}
