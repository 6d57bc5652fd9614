import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { drop, verdicts } from "./dropping.ts";

const { open } = browsing();

const TEXT = "@article{a, title = {L'été à Orléans}, author = {José Ñandú and Zoë Gödel}, year = 2001}\r\n";
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const wide = (text: string) => Buffer.from(text, "utf16le");
/** The title and the first author of a record in two encodings that the page has no encoder for. */
const GBK = Buffer.from(
  "@article{b, title = {\xbb\xf9\xd3\xda\xc9\xee\xb6\xc8\xd1\xa7\xcf\xb0\xb5\xc4\xd6\xd0\xce\xc4\xce\xc4\xcf\xd7\xd1\xd0\xbe\xbf}, author = {\xcd\xf5\xce\xb0}, year = 2002}\n",
  "latin1",
);
const SHIFT_JIS = Buffer.from(
  "@article{c, title = {\x83\x6a\x83\x85\x81\x5b\x83\x89\x83\x8b\x83\x6c\x83\x62\x83\x67\x83\x8f\x81\x5b\x83\x4e}, author = {\x8e\x52\x93\x63\x91\xbe\x98\x59}, year = 2003}\n",
  "latin1",
);

test("every encoding is read in the page, and what is no bibliography has its own reason", async () => {
  const map = await open();
  await drop(
    map,
    { name: "utf-8-mark.bib", content: `\ufeff${TEXT}` },
    { name: "utf-16le-mark.bib", content: wide(`\ufeff${TEXT}`) },
    { name: "utf-16be-mark.bib", content: swapped(wide(`\ufeff${TEXT}`)) },
    { name: "utf-16le.bib", content: wide(TEXT) },
    { name: "utf-16be.bib", content: swapped(wide(TEXT)) },
    { name: "latin-1.bib", content: Buffer.from(TEXT, "latin1") },
    { name: "gbk.bib", content: GBK },
    { name: "shift-jis.bib", content: SHIFT_JIS },
    { name: "nul.bib", content: TEXT.replace("Orléans", "Or\0léans") },
    { name: "named-otherwise.csv", content: TEXT },
    { name: "empty.bib", content: "" },
    { name: "picture.bib", content: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") },
  );
  await map.button("Show the map").waitFor();
  const said = await verdicts(map);
  expect(said.slice(0, 10).map((one) => one.replace(/^\S+ /, ""))).toEqual(Array(10).fill("1 record, BibTeX"));
  expect(said.slice(10)).toEqual(["empty.bib skipped: it is empty", "picture.bib skipped: in no format that is read"]);
  const findings = map.section("Findings");
  // UTF-16 without a mark twice, GBK and Shift_JIS.
  for (const group of [
    "files whose encoding was guessed: 4",
    "files with bytes of another encoding: 1",
    "files with NUL characters: 1",
    "empty files: 1",
  ]) {
    await findings.getByText(group).waitFor();
  }
  await map.button("Show the map").click();
  for (const name of ["王伟", "山田太郎", "José Ñandú"]) await map.find(name, new RegExp(`^${name}`));
});
