import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { AxeResults } from "axe-core";
import { afterAll, expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { drop, verdicts } from "./dropping.ts";
import type { MapPage } from "./map-page.ts";
import { keepPicture } from "./picture.ts";
import { type Served, serve } from "./served.ts";

const { open, visit } = browsing();

const folder = mkdtempSync(join(tmpdir(), "coterie-drop-"));
const running: Served[] = [];
afterAll(async () => {
  await Promise.all(running.map((served) => served.stop()));
  rmSync(folder, { recursive: true });
});

const BIBTEX = `@article{a, title = {Tidal Pools of the North}, author = {Ann Shore and Bo Reef}, year = 2001}
@article{b, title = {Tidal Flats of the South}, author = {Bo Reef and Cy Marsh}, year = 2003}
`;
const RIS = `TY  - JOUR
TI  - Kelp Forests under Ice
AU  - Frost, Eva
AU  - Marsh, Cy
PY  - 2005
DO  - 10.1000/kelp
ER  - 
`;
const SCOPUS = `"Authors","Author full names","Author(s) ID","Title","Year","Source title","DOI","EID"
"Frost, E.; Marsh, C.","Frost, Eva (1); Marsh, Cy (2)","1; 2","Kelp Forests under Ice","2005","Sea","10.1000/kelp","2-s2.0-1"
"Frost, E.; Bay, D.","Frost, Eva (1); Bay, Dee (3)","1; 3","Algae in Harbours","2006","Sea","10.1000/algae","2-s2.0-2"
`;

test("a BibTeX file that is dropped is told about first, and is the map when asked", async () => {
  const map = await open("author=nobody");
  await drop(map, { name: "tides.bib", content: BIBTEX });
  await map.shows("2 papers · 3 authors · 2001–2003");
  expect(await verdicts(map)).toEqual(["tides.bib 2 records, BibTeX"]);
  await map.panel.getByText("Nothing is uploaded: it is read in this page.").waitFor();
  await keepPicture(map, "reading-report");
  expect(await map.map.getAttribute("aria-label")).toMatch(/^Map of 442 authors/);

  await map.button("Show the map").click();
  await map.shows("2 papers · 3 authors · 1 team · 2001–2003");
  await map.isDrawn();
  await keepPicture(map, "reading-shown");
  expect(await map.map.getAttribute("aria-label")).toMatch(/^Map of 3 authors of 2 papers/);
  expect(new URL(map.page.url()).hash).toBe("");
  expect(await map.page.title()).toBe("Coterie");
  await map.find("Bo Reef", /^Bo Reef/);
  await map.shows("Bo Reef");
});

test("what was chosen on the old map means nothing on the new one", async () => {
  const map = await open();
  await map.find("Jung-Woo Ha", /^Jung-Woo Ha/);
  await map.shows("Jung-Woo Ha");
  await drop(map, { name: "tides.bib", content: BIBTEX });
  await map.button("Show the map").click();
  await map.shows(/^2 papers/);
  expect(new URL(map.page.url()).hash).toBe("");
});

test("the old map can be looked at while the report waits", async () => {
  const map = await open();
  await drop(map, { name: "tides.bib", content: BIBTEX });
  await map.shows(/^2 papers · 3 authors/);
  await map.find("Jung-Woo Ha", /^Jung-Woo Ha/);
  await map.shows("Jung-Woo Ha");
  await map.button("Back to the report").click();
  await map.shows(/^2 papers · 3 authors/);
  await map.button("Show the map").click();
  await map.shows("2 papers · 3 authors · 1 team · 2001–2003");
});

test("a RIS and a Scopus file together are one map, and the paper in both is one paper", async () => {
  const map = await open();
  await drop(map, { name: "kelp.ris", content: RIS }, { name: "sea.csv", content: SCOPUS });
  await map.shows("2 papers · 3 authors · 2005–2006");
  expect(await verdicts(map)).toEqual(["kelp.ris 1 record, RIS", "sea.csv 2 records, Scopus CSV"]);
  await map.panel.getByText("3 records are 2 papers.").waitFor();
});

test("broken files beside a good one are named with their reason, and the good one is read", async () => {
  const map = await open();
  const packed = gzipSync(BIBTEX);
  await drop(
    map,
    { name: "picture.png", content: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") },
    { name: "empty.ris", content: "" },
    { name: "cut.bib.gz", content: packed.subarray(0, packed.length - 12) },
    { name: "unclosed.bib", content: "@article{x, title = {Never closed, year = 2000\n" },
    { name: "tides.bib", content: BIBTEX },
  );
  await map.shows("5 papers · 3 authors · 2001–2003");
  const said = await verdicts(map);
  expect(said.slice(0, 3)).toEqual([
    "picture.png skipped: in no format that is read",
    "empty.ris skipped: it is empty",
    "cut.bib.gz 2 records, BibTeX; the rest cannot be unpacked",
  ]);
  expect(said[4]).toBe("tides.bib 2 records, BibTeX");
  const findings = map.section("Findings");
  await findings.getByText("compressed files whose end is missing").click();
  await findings.getByText("its end is missing: what was read of it is not the whole.").waitFor();
  for (const title of [
    "files in no format that is read",
    "empty files",
    "compressed files whose end is missing",
    "records of BibTeX that do not end",
  ]) {
    await findings.getByText(title).waitFor();
  }
  await keepPicture(map, "reading-broken");
});

test("files with nothing in them have no map to show, and the old one stays", async () => {
  const map = await open();
  await drop(map, { name: "nothing.txt", content: "no bibliography at all" });
  await map.shows("Nothing to make a map of");
  expect(await map.button("Show the map").count()).toBe(0);
  await map.button("Discard").click();
  await map.shows(/^21 papers/);
});

test("compressed files are unpacked, of several members too", async () => {
  const map = await open();
  const [first, second] = BIBTEX.split(/(?=@article\{b)/);
  // Much text, so that a member is longer than what a browser unpacks at once.
  const long = `${first}${"% nothing but a remark in the file\n".repeat(9_000)}`;
  const members = Buffer.concat([gzipSync(long), gzipSync(""), gzipSync(second)]);
  await drop(map, { name: "tides.bib.gz", content: members });
  await map.shows("2 papers · 3 authors · 2001–2003");
  expect(await verdicts(map)).toEqual(["tides.bib.gz 2 records, BibTeX"]);
});

test("a reading can be cancelled, which ends it and leaves the map as it was", async () => {
  const map = await open();
  await drop(map, { name: "long.bib", content: BIBTEX.repeat(5_000), times: 150 });
  const bar = map.page.getByRole("region", { name: "Reading" });
  await bar.getByText("Reading the files …").waitFor();
  await bar.getByText(/^[\d.]+ MB of \d+ MB · [\d,]+ records$/).waitFor();
  await keepPicture(map, "reading-bar");
  await bar.getByRole("button", { name: "Cancel" }).click();
  await bar.waitFor({ state: "detached" });
  await map.shows(/^21 papers/);
  await expect.poll(() => map.page.workers().length, { timeout: 15_000 }).toBe(0);
});

test("files of more than a gigabyte are refused with the command that reads them", async () => {
  const map = await open();
  await drop(map, { name: "huge.bib", content: BIBTEX.repeat(5_500), times: 1_000 });
  const alert = map.page.getByRole("alert");
  await alert.getByRole("heading", { name: "That is too much for a page" }).waitFor();
  expect(await alert.textContent()).toContain("npx coterie serve");
  await alert.getByRole("button", { name: "Close" }).click();
  await map.shows(/^21 papers/);
});

test("pasted BibTeX is read, and what is pasted into a field is not", async () => {
  const map = await open("", { permissions: ["clipboard-read", "clipboard-write"] });
  await map.page.evaluate((text) => navigator.clipboard.writeText(text), BIBTEX);
  await map.search.focus();
  await map.page.keyboard.press("Control+V");
  expect(await map.search.inputValue()).toContain("Tidal Pools");
  await map.search.fill("");
  await map.map.focus();
  await map.page.keyboard.press("Control+V");
  await map.shows(/^2 papers/);
  expect(await verdicts(map)).toEqual(["pasted text 2 records, BibTeX"]);
});

test("a second drop is added to the first, or replaces it, or neither", async () => {
  const map = await open();
  await drop(map, { name: "tides.bib", content: BIBTEX });
  await map.button("Show the map").click();
  await map.shows(/^2 papers · 3 authors · 1 team/);
  const question = map.page.getByRole("region", { name: "Add or replace" });

  await drop(map, { name: "tides.bib", content: RIS });
  await question.getByText("Add 1 file to the 1 file read before, or replace it?").waitFor();
  await keepPicture(map, "reading-question");
  await question.getByRole("button", { name: "Neither" }).click();
  await map.shows(/^2 papers · 3 authors · 1 team/);

  await drop(map, { name: "tides.bib", content: RIS });
  // The question has the keyboard, at Add.
  await question.waitFor();
  await map.page.keyboard.press("Enter");
  await map.shows("3 papers · 4 authors · 2001–2005");
  expect(await verdicts(map)).toEqual(["tides.bib 2 records, BibTeX", "tides.bib (2) 1 record, RIS"]);
  await map.button("Show the map").click();

  await drop(map, { name: "kelp.ris", content: RIS });
  await question.getByText("Add 1 file to the 2 files read before, or replace them?").waitFor();
  await question.getByRole("button", { name: "Replace" }).click();
  await map.shows("1 paper · 2 authors · 2005");
});

test("Open reads files, by keyboard alone", async () => {
  const map = await open();
  const chooser = map.page.waitForEvent("filechooser");
  await map.button("Open…").focus();
  await map.page.keyboard.press("Enter");
  expect((await chooser).isMultiple()).toBe(true);
  await map.page.setInputFiles("input[aria-label='Files to open']", [
    { name: "tides.bib", mimeType: "text/plain", buffer: Buffer.from(BIBTEX) },
    { name: "kelp.ris", mimeType: "text/plain", buffer: Buffer.from(RIS) },
  ]);
  await map.shows("3 papers · 4 authors · 2001–2005");
  await map.button("Show the map").focus();
  await map.page.keyboard.press("Enter");
  await map.shows(/^3 papers · 4 authors · \d teams?/);
});

test("a folder is read to its ground, without what is hidden in it or tells about it", async () => {
  const map = await open();
  const dropped = join(folder, "library");
  mkdirSync(join(dropped, "older/.git"), { recursive: true });
  writeFileSync(join(dropped, "tides.bib"), BIBTEX);
  writeFileSync(join(dropped, "README.md"), "About these files.");
  writeFileSync(join(dropped, "older/tides.bib"), "@book{c, title = {Sea}, author = {Di Bay}, year = 1999}");
  writeFileSync(join(dropped, "older/.git/config"), "nothing");
  const session = await map.page.context().newCDPSession(map.page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    const data = { items: [], files: [dropped], dragOperationsMask: 1 };
    await session.send("Input.dispatchDragEvent", { type, x: 300, y: 400, data });
    if (type === "dragOver") await map.page.getByText("Drop files or a folder to read them here").waitFor();
  }
  await map.shows("3 papers · 4 authors · 1999–2003");
  expect(await verdicts(map)).toEqual(["older/tides.bib 1 record, BibTeX", "library/tides.bib 2 records, BibTeX"]);
  expect(await map.page.getByText("Drop files or a folder to read them here").count()).toBe(0);
});

test("Open a folder reads all of it but what is hidden in it or tells about it", async () => {
  const map = await open();
  const picked = join(folder, "picked");
  mkdirSync(join(picked, "older"), { recursive: true });
  writeFileSync(join(picked, "tides.bib"), BIBTEX);
  writeFileSync(join(picked, "README.md"), "About these files.");
  writeFileSync(join(picked, ".hidden.bib"), BIBTEX);
  writeFileSync(join(picked, "older/tides.bib"), "@book{c, title = {Sea}, author = {Di Bay}, year = 1999}");
  const chooser = map.page.waitForEvent("filechooser");
  await map.button("Open a folder…").click();
  await (await chooser).setFiles(picked);
  await map.shows("3 papers · 4 authors · 1999–2003");
  expect(await verdicts(map)).toEqual(["older/tides.bib 1 record, BibTeX", "picked/tides.bib 2 records, BibTeX"]);
});

test("where no dataset is served, files open one", async () => {
  const data = join(folder, "data");
  mkdirSync(data);
  writeFileSync(join(folder, "two.bib"), BIBTEX);
  const served = await serve(join(folder, "two.bib"));
  running.push(served);
  // The page asks for its dataset and is told that there is none.
  const map = await visit("", { origin: served.origin, before: AXE + MISSING });
  await map.page.getByRole("heading", { name: "There is no dataset here yet" }).waitFor();
  expect(await objections(map)).toEqual([]);
  await drop(map, { name: "kelp.ris", content: RIS });
  await map.page.getByRole("heading", { level: 2, name: "1 paper · 2 authors · 2005" }).waitFor();
  expect(await objections(map)).toEqual([]);
  await keepPicture(map, "reading-alone");
  await map.button("Show the map").click();
  await map.isDrawn();
  await map.shows(/^1 paper · 2 authors · 1 team/);
});

const MISSING = `const ask = fetch; globalThis.fetch = (url, ...rest) =>
  String(url).includes("/data/") ? Promise.resolve(new Response("", { status: 404 })) : ask(url, ...rest);`;

const AXE = `${readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")}\n`;

async function objections({ page }: MapPage): Promise<string[]> {
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test.each(["light", "dark"] as const)(
  "axe finds nothing to object to while files are read, %s",
  async (colorScheme) => {
    const map = await open("", { before: AXE, colorScheme });
    await drop(map, { name: "long.bib", content: BIBTEX.repeat(5_000), times: 190 });
    await map.page.getByRole("region", { name: "Reading" }).waitFor();
    expect(await objections(map), "the bar").toEqual([]);
    await drop(map, { name: "tides.bib", content: BIBTEX }, { name: "nothing.txt", content: "nothing" });
    await map.page.getByRole("region", { name: "Add or replace" }).waitFor();
    expect(await objections(map), "the question").toEqual([]);
    await map.button("Replace").click();
    await map.shows(/^2 papers/);
    expect(await objections(map), "the report").toEqual([]);
    await map.button("Discard").click();
    await drop(map, { name: "huge.bib", content: BIBTEX.repeat(5_500), times: 1_000 });
    await map.page.getByRole("alert").waitFor();
    expect(await objections(map), "the refusal").toEqual([]);
  },
);

test("on a phone the report is in the sheet, and nothing scrolls sideways", async () => {
  const map = await open("", { before: AXE, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const long = `${"a-long-name-".repeat(20)}.bib`;
  await drop(map, { name: long, content: BIBTEX });
  await map.shows(/^2 papers/);
  await keepPicture(map, "reading-phone");
  const { content, window } = await map.widths();
  expect(content).toBeLessThanOrEqual(window);
  expect(await objections(map)).toEqual([]);
  await map.button("Show the map").tap();
  await map.shows(/^2 papers · 3 authors · 1 team/);
});

test("text of dropped files stays text, names of files included", async () => {
  const map = await open();
  await drop(map, {
    name: "<img src=x onerror=alert(1)>.bib",
    content: "@article{a, title = {<script>alert(2)</script>}, author = {<b>Mallory</b> Root}, year = 2020}",
  });
  await map.shows("1 paper · 1 author · 2020");
  expect(await verdicts(map)).toEqual(["<img src=x onerror=alert(1)>.bib 1 record, BibTeX"]);
  await map.button("Show the map").click();
  await map.shows(/^1 paper · 1 author · 0 teams/);
  expect(await map.page.locator("#root").locator("img, iframe, script, b").count()).toBe(0);
});
