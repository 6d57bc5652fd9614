/**
 * The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
 */
const ROUND_CONSTANTS = Uint32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);

/** The first 32 bits of the fractional parts of the square roots of the first 8 primes (5.3.3). */
const START = Uint32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);

/** A hash that takes its message in pieces, so that a file of any size passes without being held. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** 64 lower-case hex digits. Call once, last. */
  hex(): string;
}

/**
 * SHA-256 as FIPS 180-4 describes it, in integer operations only. Our own because ids are needed at once, where
 * `crypto.subtle` only promises them, and must be the same in a browser without `node:crypto`.
 */
export function sha256Stream(): Sha256 {
  const state = START.slice();
  const schedule = new Uint32Array(64);
  const pending = new Uint8Array(64);
  let pendingLength = 0;
  let length = 0;

  const update = (bytes: Uint8Array): void => {
    length += bytes.length;
    let from = 0;
    if (pendingLength > 0) {
      from = Math.min(64 - pendingLength, bytes.length);
      pending.set(bytes.subarray(0, from), pendingLength);
      pendingLength += from;
      if (pendingLength < 64) return;
      compress(state, schedule, pending, 0);
      pendingLength = 0;
    }
    for (; from + 64 <= bytes.length; from += 64) compress(state, schedule, bytes, from);
    pending.set(bytes.subarray(from));
    pendingLength = bytes.length - from;
  };

  const hex = (): string => {
    // A one bit, zeros, and the length in bits as 64 bits, so that the whole is a multiple of 512 bits (5.1.1).
    const messageLength = length;
    const padding = new Uint8Array((pendingLength < 56 ? 64 : 128) - pendingLength);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(messageLength / 0x2000_0000));
    view.setUint32(padding.length - 4, (messageLength << 3) >>> 0);
    update(padding);
    return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
  };

  return { update, hex };
}

/** SHA-256 of `message` (text as UTF-8) as 64 lower-case hex digits. */
export function sha256(message: Uint8Array | string): string {
  const hash = sha256Stream();
  hash.update(typeof message === "string" ? new TextEncoder().encode(message) : message);
  return hash.hex();
}

// One message of one block at a time, so that these can be kept: thousands of short names are hashed in a row.
const shortState = new Uint32Array(8);
const shortSchedule = new Uint32Array(64);
const shortBlock = new Uint8Array(64);

/** The first 48 bits of `sha256(message)`, the first 12 hex digits, as a whole number; at little cost for short ASCII. */
export function sha256Start(message: string): number {
  const { length } = message;
  if (length >= 56) return Number.parseInt(sha256(message).slice(0, 12), 16);
  for (let i = 0; i < length; i++) {
    const code = message.charCodeAt(i);
    if (code > 0x7f) return Number.parseInt(sha256(message).slice(0, 12), 16);
    shortBlock[i] = code;
  }
  shortBlock.fill(0, length);
  shortBlock[length] = 0x80;
  // The length in bits is below 2^16.
  shortBlock[62] = length >>> 5;
  shortBlock[63] = length << 3;
  shortState.set(START);
  compress(shortState, shortSchedule, shortBlock, 0);
  return shortState[0] * 0x1_0000 + (shortState[1] >>> 16);
}

/** One round of FIPS 180-4, 6.2.2: mixes the 64 bytes of `block` from `from` on into `state`; `w` is scratch space. */
function compress(state: Uint32Array, w: Uint32Array, block: Uint8Array, from: number): void {
  for (let t = 0; t < 16; t++) {
    const at = from + t * 4;
    w[t] = (block[at] << 24) | (block[at + 1] << 16) | (block[at + 2] << 8) | block[at + 3];
  }
  for (let t = 16; t < 64; t++) {
    const near = w[t - 2];
    const far = w[t - 15];
    const sigma1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
    const sigma0 = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
    w[t] = sigma1 + w[t - 7] + sigma0 + w[t - 16];
  }

  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const first = (h + sum1 + choice + ROUND_CONSTANTS[t] + w[t]) | 0;
    const second = (sum0 + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
