/** An encoding that was found, by its name for `TextDecoder`. */
export interface FoundEncoding {
  readonly name: string;
  /** A mark or the user says so, or else the bytes suggest it. */
  readonly marked: boolean;
}

/**
 * The encoding of a file that begins with `head`; undefined for UTF-8, and for Windows-1252 among it: it stays the
 * fallback, since a wrong guess is worse. `whole` says that nothing follows. A byte order mark decides, or else
 * what the user has `given`; without either UTF-16 is known by its NULs, GB18030 and Shift_JIS by a head that is no UTF-8, valid in theirs, and of the letters that Chinese
 * and Japanese are written in.
 */
export function detectEncoding(head: Uint8Array, whole: boolean, given?: string): FoundEncoding | undefined {
  const [first, second, third] = head;
  if (first === 0xff && second === 0xfe) return { name: "utf-16le", marked: true };
  if (first === 0xfe && second === 0xff) return { name: "utf-16be", marked: true };
  if (first === 0xef && second === 0xbb && third === 0xbf) return undefined;
  if (given !== undefined) return given === "utf-8" ? undefined : { name: given, marked: true };
  const wide = utf16ByNuls(head);
  if (wide !== undefined) return { name: wide, marked: false };
  if (isValid(head, "utf-8", whole)) return undefined;
  // The order does not matter: no text has the letters of both.
  if (looksChinese(head) && isValid(head, "gb18030", whole)) return { name: "gb18030", marked: false };
  if (looksJapanese(head) && isValid(head, "shift_jis", whole)) return { name: "shift_jis", marked: false };
  return undefined;
}

/**
 * Syntax and field names are ASCII in every format: in UTF-16 half of the units or more have a NUL on one side, and few of
 * them on the other (U+C800 is a syllable of Korean names).
 */
function utf16ByNuls(head: Uint8Array): string | undefined {
  const units = Math.floor(head.length / 2);
  if (units < 8) return undefined;
  const nuls = [0, 0];
  for (let at = 0; at < 2 * units; at++) if (head[at] === 0) nuls[at % 2]++;
  const [even, odd] = nuls;
  if (odd >= units / 2 && even <= units / 8) return "utf-16le";
  if (even >= units / 2 && odd <= units / 8) return "utf-16be";
  return undefined;
}

function isValid(head: Uint8Array, encoding: string, whole: boolean): boolean {
  try {
    // Where more follows, the last character may be cut.
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** Fewer characters of an encoding than this suggest nothing. */
const ENOUGH = 8;

/**
 * Nine in ten pairs are of GB 2312's ideographs or punctuation. Korean in EUC-KR has pairs of the same form, but hardly
 * beyond the lead 0xC8; Japanese in EUC-JP has kana at 0xA4 and 0xA5, which Chinese has not.
 */
function looksChinese(head: Uint8Array): boolean {
  let pairs = 0;
  let ideographs = 0;
  let late = 0;
  let kana = 0;
  let punctuation = 0;
  for (let at = 0; at < head.length; at++) {
    const lead = head[at];
    if (lead < 0x80) continue;
    pairs++;
    const trail = head[++at];
    if (!(trail >= 0xa1)) continue;
    if (lead >= 0xb0 && lead <= 0xf7) ideographs++;
    if (lead >= 0xc9 && lead <= 0xf7) late++;
    if (lead === 0xa4 || lead === 0xa5) kana++;
    if (lead >= 0xa1 && lead <= 0xa3) punctuation++;
  }
  return (
    ideographs >= ENOUGH && ideographs + punctuation >= 0.9 * pairs && late >= 0.15 * ideographs && kana <= 0.02 * pairs
  );
}

/** One in ten of the two-byte characters is kana, and hardly any is half-width, as accented letters of others would be. */
function looksJapanese(head: Uint8Array): boolean {
  let pairs = 0;
  let kana = 0;
  let halfWidth = 0;
  for (let at = 0; at < head.length; at++) {
    const lead = head[at];
    if (lead < 0x80) continue;
    if (lead >= 0xa1 && lead <= 0xdf) {
      halfWidth++;
      continue;
    }
    pairs++;
    const trail = head[++at];
    if (lead === 0x82 && trail >= 0x9f && trail <= 0xf1) kana++;
    if (lead === 0x83 && trail >= 0x40 && trail <= 0x96) kana++;
  }
  return pairs >= ENOUGH && kana >= 0.1 * pairs && halfWidth <= 0.05 * pairs;
}
