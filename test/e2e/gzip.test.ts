import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { ROOT } from "../built.ts";
import { browsing } from "./browsing.ts";
import { drop, verdicts } from "./dropping.ts";

const { open } = browsing();

const folder = mkdtempSync(join(tmpdir(), "coterie-gzip-"));
afterAll(() => rmSync(folder, { recursive: true }));

const FIRST = "@article{a, title = {Tidal Pools of the North}, author = {Ann Shore and Bo Reef}, year = 2001}\n";
const SECOND = "@article{b, title = {Tidal Flats of the South}, author = {Bo Reef and Cy Marsh}, year = 2003}\n";
const whole = gzipSync(FIRST + SECOND);
const changed = (at: number) => whole.map((byte, i) => (i === whole.length - at ? byte ^ 1 : byte));
const zeros = Buffer.alloc(1_000);
const FILES: Readonly<Record<string, Uint8Array>> = {
  "padded.gz": Buffer.concat([whole, zeros]),
  "members.gz": Buffer.concat([gzipSync(FIRST), gzipSync(""), gzipSync(SECOND)]),
  "padded-members.gz": Buffer.concat([gzipSync(FIRST), gzipSync(SECOND), gzipSync(""), zeros]),
  "checksum.gz": changed(8),
  "length.gz": changed(4),
  "cut-trailer.gz": whole.subarray(0, -3),
  "cut-data.gz": whole.subarray(0, -12),
  "junk.gz": Buffer.concat([whole, Buffer.from("junk")]),
  "cut-then-zeros.gz": Buffer.concat([whole.subarray(0, -12), zeros]),
  "within.gz": gzipSync(Buffer.concat([Buffer.from(FIRST), zeros, Buffer.from(SECOND)]), { level: 0 }),
  "twice.gz": gzipSync(whole),
};

/** What the command says of the same files. */
function command(): { inputs: { file: string; records: number }[]; findings: { file: string; code: string }[] } {
  for (const [name, bytes] of Object.entries(FILES)) writeFileSync(join(folder, name), bytes);
  const { stdout } = spawnSync(process.execPath, ["scripts/coterie.mjs", "check", folder, "--json"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return JSON.parse(stdout);
}

test("compressed files, whole and damaged, give the page what they give the command", async () => {
  const { inputs, findings } = command();
  const map = await open();
  await drop(map, ...Object.entries(FILES).map(([name, content]) => ({ name, content: Buffer.from(content) })));
  await map.shows(/^\d+ papers · 3 authors/);
  const said = await verdicts(map);
  // A page learns of a wrong checksum before it has been given the last bytes, so a record may be less whole there.
  for (const { file, records } of inputs) {
    const codes = findings.filter((finding) => finding.file === file).map(({ code }) => code);
    const cut = codes.some((code) => code.startsWith("gzip")) ? "; the rest cannot be unpacked" : "";
    const verdict = codes.includes("format-unknown")
      ? "skipped: in no format that is read"
      : `${records} record${records === 1 ? "" : "s"}, BibTeX${cut}`;
    expect(said).toContain(`${file} ${verdict}`);
  }
  // The same kinds of damage, as often.
  const ofGzip = (code: string) => findings.filter((finding) => finding.code === code).length;
  for (const [code, title] of [
    ["gzip-truncated", "compressed files whose end is missing"],
    ["gzip-broken", "compressed files that are damaged"],
  ] as const) {
    expect(ofGzip(code)).toBeGreaterThan(1);
    await map
      .section("Findings")
      .getByText(`${title}: ${ofGzip(code)}`)
      .waitFor();
  }
});
