import { expect, test } from "vitest";
import { readInput } from "../../src/ingest/read-input.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { SourceRecord } from "../../src/model/record.ts";

function read(bytes: Uint8Array, encoding?: string, size = bytes.length) {
  const records: SourceRecord[] = [];
  const findings: Finding[] = [];
  const sink = { record: (one: SourceRecord) => records.push(one), finding: (one: Finding) => findings.push(one) };
  const reading = readInput("x.bib", sink, { encoding });
  for (let at = 0; at < bytes.length; at += size) reading.write(bytes.subarray(at, at + size));
  reading.end();
  return { records, findings };
}

/** The reverse of a decoder of one and two bytes. */
function encoder(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0xff; lead >= 0; lead--) {
    for (let trail = 0xff; trail >= 0x40 && lead >= 0x80; trail--) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (!text.includes("\ufffd") && [...text].length === 1) bytesOf.set(text, [lead, trail]);
    }
    const text = decoder.decode(Uint8Array.of(lead));
    if (!text.includes("\ufffd")) bytesOf.set(text, [lead]);
  }
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((character) => {
        const bytes = bytesOf.get(character);
        if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
        return bytes;
      }),
    );
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const entry = (title: string, author: string) =>
  `@article{one,\n title = {${title}},\n author = {${author}},\n year = {2020}\n}\n@misc{two, title = {The end}}\n`;
const CHINESE = entry("基于深度学习的中文文献研究与实现", "王伟 and 李小明 and 陈静");
const JAPANESE = entry("ニューラルネットワークによる共著関係の分析について", "山田太郎 and 鈴木はなこ");
const KOREAN = entry("인공지능 기반의 공동 저자 관계망 분석에 관한 연구", "하정우 and 이종현");
const GREEK = entry("Ανάλυση δικτύων συγγραφέων", "Νίκος Παπαδόπουλος");
const RUSSIAN = entry("Анализ сетей соавторства в науке", "Иван Петров and Анна Смирнова");
const FRENCH = entry("L’étude des réseaux où naît l’œuvre à Orléans", "José Ñandú and Françoise Müller and Zoë Gödel");

test.each([
  ["gb18030", CHINESE],
  ["shift_jis", JAPANESE],
])("%s is found by its letters, told as a guess, and gives what UTF-8 gives", (encoding, text) => {
  const plain = read(utf8(text));
  expect(plain.findings).toEqual([]);
  const bytes = encoder(encoding)(text);
  for (const size of [1, 3, bytes.length]) {
    const guessed = read(bytes, undefined, size);
    expect(guessed.records).toEqual(plain.records);
    expect(guessed.findings).toMatchObject([{ code: "encoding-guessed", severity: "warning", file: "x.bib" }]);
    expect(guessed.findings[0].detail).toContain(encoding.toUpperCase());
  }
  expect(read(bytes, encoding)).toEqual(plain);
});

test("UTF-16 without a byte order mark is found by its NULs", () => {
  for (const text of [CHINESE, JAPANESE, KOREAN, FRENCH]) {
    for (const littleEndian of [true, false]) {
      const { records, findings } = read(utf16(text, littleEndian));
      expect(records).toEqual(read(utf8(text)).records);
      expect(findings).toMatchObject([{ code: "encoding-guessed", detail: expect.stringContaining("UTF-16") }]);
    }
  }
});

test.each([
  ["euc-kr", KOREAN],
  ["euc-jp", JAPANESE],
  ["windows-1251", RUSSIAN],
  ["koi8-r", RUSSIAN],
  ["iso-8859-7", GREEK],
])(
  "%s is not mistaken for another: it is read as it is named, and as Windows-1252 without a name",
  (encoding, text) => {
    const bytes = encoder(encoding)(text);
    expect(read(bytes, encoding)).toEqual(read(utf8(text)));
    expect(read(bytes).findings.map(({ code }) => code)).toEqual(["encoding-not-utf-8"]);
    expect(read(bytes).records[1].title).toBe("The end");
  },
);

test("Windows-1252 is the fallback, and reads the same where it is named", () => {
  const quotes: Readonly<Record<string, number>> = { "’": 0x92, œ: 0x9c };
  const bytes = Uint8Array.from([...FRENCH].map((character) => quotes[character] ?? character.charCodeAt(0)));
  const plain = read(utf8(FRENCH));
  expect(read(bytes, "windows-1252")).toEqual(plain);
  expect(read(bytes).records).toEqual(plain.records);
  expect(read(bytes).findings.map(({ code }) => code)).toEqual(["encoding-not-utf-8"]);
});

test("a few letters suggest nothing", () => {
  const text = entry("A study of 北京", "Wei Wang");
  expect(read(encoder("gb18030")(text)).findings.map(({ code }) => code)).toEqual(["encoding-not-utf-8"]);
});

test("a byte order mark says more than the user", () => {
  for (const littleEndian of [true, false]) {
    expect(read(utf16(`\ufeff${FRENCH}`, littleEndian), "windows-1252")).toEqual(read(utf8(FRENCH)));
  }
  expect(read(utf8(`\ufeff${FRENCH}`), "windows-1252")).toEqual(read(utf8(FRENCH)));
});

test("characters that are none in the encoding are counted", () => {
  const bytes = Uint8Array.from([
    ...encoder("shift_jis")(JAPANESE),
    ...utf8("@misc{x, title = {"),
    0x81,
    0xff,
    0x7d,
    0x7d,
  ]);
  expect(read(bytes, "shift_jis").findings).toMatchObject([{ code: "encoding-broken", severity: "warning" }]);
});
