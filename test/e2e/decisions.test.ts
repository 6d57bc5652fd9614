import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { afterAll, expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { drop } from "./dropping.ts";
import type { MapPage } from "./map-page.ts";
import { keepPicture } from "./picture.ts";
import { allAuthors, authors, decisions, PATIENTLY, PHONE, questions, review } from "./reviewing.ts";

const { open } = browsing();

const folder = mkdtempSync(join(tmpdir(), "coterie-identity-"));
afterAll(() => rmSync(folder, { recursive: true }));

// Given to the page by the browser itself, before the app: the page's own policy would refuse it as a script.
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("decisions outlive a reload, and go from one browser to another as a file", async () => {
  const map = await open();
  await review(map);
  await map.page.keyboard.press("d");
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(1);
  const after = await authors(map);
  const said = await decisions(map).getByRole("listitem").first().textContent();

  await map.page.reload();
  await map.isDrawn();
  await review(map);
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(1);
  await expect.poll(() => authors(map), PATIENTLY).toBe(after);

  const download = map.page.waitForEvent("download");
  await map.button("Save as identity.tsv").click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("identity.tsv");
  const file = join(folder, "identity.tsv");
  await saved.saveAs(file);
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(/^action\tname\t/m);
  expect(text).toMatch(/^different\t/m);

  const elsewhere = await open();
  await review(elsewhere);
  expect(await decisions(elsewhere).getByRole("listitem").count()).toBe(0);
  await elsewhere.page.getByLabel("File of decisions to load").setInputFiles({
    name: "identity.tsv",
    mimeType: "text/tab-separated-values",
    buffer: Buffer.from(`${text}nonsense\tAnn Lee\n`),
  });
  await expect
    .poll(() =>
      decisions(elsewhere)
        .getByText(said ?? "")
        .count(),
    )
    .toBe(1);
  await expect.poll(() => authors(elsewhere), PATIENTLY).toBe(after);
  await decisions(elsewhere)
    .getByText(/^identity\.tsv, line \d+: This decision is not followed: “nonsense” is none of /)
    .waitFor();
});

test("a split is one decision with its words, and is taken back as one", async () => {
  const map = await open();
  await map.find("Kyung-Min Kim", /^Kyung-Min Kim/);
  await map.shows("Kyung-Min Kim");
  await map.button("Not all the same person?").click();
  await map.panel.getByRole("checkbox").nth(1).check();
  await map.button("1 paper by another person").click();
  await expect.poll(() => map.map.getAttribute("aria-label"), PATIENTLY).toMatch(`Map of ${allAuthors + 1} authors`);
  await map.button("Overview").click();
  await review(map);
  const rows = decisions(map).getByRole("listitem");
  expect(await rows.count()).toBe(1);
  expect(await rows.textContent()).toMatch(/^1 paper of Kyung-Min Kim is another person’s/);
  await keepPicture(map, "decided-split");
  await map.button("Take back: 1 paper of Kyung-Min Kim is another person’s").click();
  await expect.poll(() => authors(map), PATIENTLY).toBe(allAuthors);
  expect(await rows.count()).toBe(0);
});

test("steps go back and forward after a reload, and no page ever shows people who are decided otherwise", async () => {
  const map = await open("", { before: WATCH_COUNTS });
  await review(map);
  await map.page.keyboard.press("d");
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(1);
  await map.page.keyboard.press("d");
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(2);
  const after = await authors(map);
  expect(after).not.toBe(allAuthors);

  await map.page.reload();
  await map.isDrawn();
  await map.page.keyboard.press("Control+z");
  await review(map);
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(1);
  await map.page.reload();
  await map.isDrawn();
  await review(map);
  await map.button("Redo").click();
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(2);
  await expect.poll(() => authors(map), PATIENTLY).toBe(after);

  await map.page.reload();
  await map.isDrawn();
  const seen = await map.page.evaluate(() => (globalThis as unknown as { seenCounts: string[] }).seenCounts);
  expect([...new Set(seen)]).toEqual([String(after)]);
});

/** Writes down how many authors the map is ever said to have. */
const WATCH_COUNTS = `globalThis.seenCounts = [];
new MutationObserver(() => {
  const said = document.querySelector("[role=application]")?.getAttribute("aria-label") ?? "";
  const count = /^Map of ([0-9,]+) authors/.exec(said);
  if (count !== null) seenCounts.push(count[1]);
}).observe(document, { subtree: true, childList: true, attributes: true });`;

const TIDES = `@article{a, title = {Tidal Pools of the North}, author = {Ann Shore and Bo Reef}, year = 2001}
@article{b, title = {Tidal Flats of the South}, author = {Bo Reef and Cy Marsh}, year = 2003}
`;

/** The map of a small bibliography that the browser was given, with decisions of a file loaded into the review. */
async function tidesDecidedBy(name: string, text: string): Promise<MapPage> {
  const map = await open();
  await drop(map, { name: "tides.bib", content: TIDES });
  await map.button("Show the map").click();
  await map.isDrawn();
  await review(map);
  const buffer = Buffer.from(text);
  await map.page.getByLabel("File of decisions to load").setInputFiles({ name, mimeType: "text/plain", buffer });
  await expect.poll(() => authors(map), PATIENTLY).toBe(2);
  return map;
}

test("a thesaurus joins names whose replacement nobody bears", async () => {
  const lines = ["label\treplace by", "shore, ann\tHill, Ann", "marsh, cy\tHill, Ann", "\tNobody", ""];
  const map = await tidesDecidedBy("thesaurus.txt", lines.join("\n"));
  await decisions(map).getByText("thesaurus.txt, line 4: This decision is not followed: it lacks the label.").waitFor();
  await map.find("Ann Hill", /^Ann Hill/);
  await map.shows("Ann Hill");
});

test("decisions go along to a newer bibliography, and those that mean nothing there are told", async () => {
  const lines = ["action\tname\tother", "same\tAnn Shore\tCy Marsh", "same\tBo Reef\tDee Bay", ""];
  const map = await tidesDecidedBy("identity.tsv", lines.join("\n"));
  await decisions(map).locator("summary", { hasText: ": 1" }).click();
  await decisions(map).getByText('Nobody is called "Dee Bay": the decision does nothing.').waitFor();
});

const LONG = `${"Extraordinarily".repeat(30)} Long`;
const MARKUP = "<img src=x onerror=alert(1)> Lee";

test("names of any length, and names that look like markup, are words and break nothing", async () => {
  const map = await open("", PHONE);
  const content = [LONG, `${LONG}er`, MARKUP, `${MARKUP.replace("Lee", "Leee")}`]
    .map(
      (name, i) =>
        `TY  - JOUR\nTI  - Tides and Pools ${"of the Seas ".repeat(40)} ${i}\nAU  - ${name}\nAU  - Reef, Bo\nPY  - 200${i}\nER  - \n`,
    )
    .join("");
  await drop(map, { name: "hostile.ris", content });
  await map.button("Show the map").click();
  await map.isDrawn();
  await map.button(/^Who is who/).tap();
  await map.page.getByLabel("File of decisions to load").setInputFiles({
    name: `${"identity".repeat(20)}.tsv`,
    mimeType: "text/plain",
    buffer: Buffer.from(
      `action\tname\tother\nsame\t${LONG}\t${MARKUP}\ndifferent\t${LONG}\t${LONG}er\nsplit\t${LONG}\n<b>\tx\n`,
    ),
  });
  await expect.poll(() => decisions(map).locator(".decisions").getByRole("listitem").count(), PATIENTLY).toBe(2);
  await keepPicture(map, "review-hostile");
  const { content: wide, window } = await map.widths();
  expect(wide).toBeLessThanOrEqual(window);
  const [panelWide, panelRoom] = await map.panel
    .locator(".panel-body")
    .evaluate((body) => [body.scrollWidth, body.clientWidth]);
  expect(panelWide).toBeLessThanOrEqual(panelRoom);
  expect(await map.page.locator("img, b").count()).toBe(0);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing to object to in review, decisions and split, %s",
  async (colorScheme) => {
    const map = await open("", { before: AXE, colorScheme });
    const violations = async () => {
      const results = await map.page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    };
    await review(map);
    expect(await violations(), "a question").toEqual([]);
    for (const _ of questions) await map.page.keyboard.press("d");
    await map.panel.getByRole("heading", { name: "Nothing left to ask" }).waitFor();
    await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(questions.length);
    expect(await violations(), "decisions").toEqual([]);
    // What was answered is on the map before the next panel opens.
    await authors(map);
    await map.find("Kyung-Min Kim", /^Kyung-Min Kim/);
    await map.shows("Kyung-Min Kim");
    await map.section("Name forms").getByText("taken for one person").first().click();
    await map.button("Not all the same person?").click();
    await map.panel.getByRole("checkbox").first().check();
    expect(await violations(), "a split").toEqual([]);
  },
);
