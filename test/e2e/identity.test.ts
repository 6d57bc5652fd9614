import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { afterAll, expect, test } from "vitest";
import { reviewQueue } from "../../src/scene/review-queue.ts";
import { browsing } from "./browsing.ts";
import { drop } from "./dropping.ts";
import type { MapPage } from "./map-page.ts";
import { keepPicture } from "./picture.ts";
import { addressAt, placeOf, seeds } from "./seeds-map.ts";

const { open } = browsing();

const folder = mkdtempSync(join(tmpdir(), "coterie-identity-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Opens the questions about who is who. */
async function review(map: MapPage): Promise<void> {
  await map.button(/^Who is who/).click();
  await map.shows("Who is who");
}

/** How many authors the review says there are, once nothing is under way. */
async function authors({ panel }: MapPage): Promise<number> {
  const figures = panel.locator(".figures");
  await expect.poll(() => figures.textContent(), PATIENTLY).toMatch(/ authors$/);
  const words = ((await figures.textContent()) ?? "").split(" ");
  return Number(words.at(-2)?.replace(",", ""));
}

/** The two names that are asked about. */
async function asked({ panel }: MapPage): Promise<string[]> {
  return panel.locator(".case-side h3").allTextContents();
}

const decisions = (map: MapPage) => map.section("Your decisions");
const allAuthors = seeds.authors.rowCount;
const questions = reviewQueue(seeds);
const PATIENTLY = { timeout: 15_000 };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
// Given to the page by the browser itself, before the app: the page's own policy would refuse it as a script.
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("a question shows both names with their papers, coauthors and the evidence, and both on the map", async () => {
  const map = await open();
  await review(map);
  expect(await asked(map)).toHaveLength(2);
  const question = map.panel.getByRole("region", { name: /one person\?$/ });
  const said = (await question.textContent()) ?? "";
  expect(said).toMatch(/\d papers?/);
  expect(said).toMatch(/As (one|two): 1 author/);
  expect(await question.getByRole("table").getByRole("row").count()).toBeGreaterThan(1);
  await keepPicture(map, "review");
});

test("an answer changes the map, and undone it has left no trace", async () => {
  const map = await open();
  await review(map);
  const names = await asked(map);
  const joined = (await map.panel.getByText("Are they really one person?").count()) > 0;
  await map.page.keyboard.press(joined ? "d" : "s");
  await expect.poll(() => authors(map), PATIENTLY).toBe(allAuthors + (joined ? 1 : -1));
  expect(await asked(map)).not.toEqual(names);
  expect(await decisions(map).getByRole("listitem").count()).toBe(1);

  await map.page.keyboard.press("u");
  await expect.poll(() => authors(map), PATIENTLY).toBe(allAuthors);
  expect(await asked(map)).toEqual(names);
  expect(await decisions(map).getByRole("listitem").count()).toBe(0);
  await map.button("Redo").click();
  await expect.poll(() => authors(map), PATIENTLY).toBe(allAuthors + (joined ? 1 : -1));
});

test("what was skipped is asked again when the rest is through", async () => {
  const map = await open();
  await review(map);
  const first = await asked(map);
  const left = questions.length;
  await map.panel.getByText(`0 of ${left} done`).waitFor();
  for (let i = 0; i < left; i++) await map.page.keyboard.press("k");
  await map.panel.getByText(/questions? put off/).waitFor();
  await map.button("Ask again").click();
  expect(await asked(map)).toEqual(first);
});

test("the presets join more or fewer names, and normal is where one began", async () => {
  const map = await open();
  await review(map);
  const found: number[] = [];
  for (const preset of ["Strict", "Generous", "Normal"]) {
    await map.panel.getByRole("radio", { name: preset }).check();
    await map.panel.locator("article[aria-busy=false]").waitFor();
    found.push(await authors(map));
  }
  const [strict, generous, normal] = found;
  expect(strict).toBeGreaterThan(normal);
  expect(generous).toBeLessThanOrEqual(normal);
  expect(normal).toBe(allAuthors);
});

test("papers can be given to another person of the name, and everybody else stays in place", async () => {
  const map = await open("author=x");
  await map.find("Kyung-Min Kim", /^Kyung-Min Kim/);
  await map.shows("Kyung-Min Kim");
  await map.button("Not all the same person?").click();
  const boxes = map.panel.getByRole("checkbox");
  const count = await boxes.count();
  await boxes.first().check();
  await boxes.nth(1).check();
  await keepPicture(map, "split");
  await map.button("2 papers by another person").click();
  await expect
    .poll(() => map.map.getAttribute("aria-label"), PATIENTLY)
    .toMatch(new RegExp(`^Map of ${allAuthors + 1} authors`));
  await map.page.getByText("2 papers of Kyung-Min Kim are another person's. Undo").waitFor();
  // One of the two is still chosen, with its part of the papers.
  await map.shows("Kyung-Min Kim");
  expect([2, count - 2]).toContain(await map.section("Papers").locator(".paper-year").count());
  await map.goTo(addressAt(placeOf("Nako Sung"), 0.1));
  await map.pointAt(0, 0, "Nako Sung");

  await map.page.keyboard.press("Control+z");
  await expect.poll(() => map.map.getAttribute("aria-label"), PATIENTLY).toMatch(`Map of ${allAuthors} authors`);
  await map.page.keyboard.press("Control+y");
  await expect.poll(() => map.map.getAttribute("aria-label"), PATIENTLY).toMatch(`Map of ${allAuthors + 1} authors`);
});

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

test("a person's panel says why names are one, and that can be refused there", async () => {
  const map = await open();
  const { cases, nodes } = seeds;
  const row = cases.outcome.indexOf("merged");
  const name = seeds.authors.name[nodes.author[cases.a[row]]];
  await map.find(name, new RegExp(`^${name}`));
  await map.shows(name);
  const forms = map.section("Name forms");
  await forms.getByText("taken for one person").first().click();
  await keepPicture(map, "name-forms");
  await forms.getByRole("button", { name: "Not the same person" }).first().click();
  await expect.poll(() => map.map.getAttribute("aria-label"), PATIENTLY).toMatch(`Map of ${allAuthors + 1} authors`);
  await map.section("Names like this").getByText("you say: different people").waitFor();
});

test("who answers fast answers the next question, and not the same one again", async () => {
  const map = await open();
  await review(map);
  const first = await asked(map);
  await map.page.keyboard.press("d");
  const second = await asked(map);
  expect(second).not.toEqual(first);
  await map.page.keyboard.press("d");
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(2);
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

test("on a phone the sheet is raised, and the answers are in sight and wide enough wherever one has scrolled to", async () => {
  const map = await open("", PHONE);
  await map.button(/^Who is who/).tap();
  await map.shows("Who is who");
  const inSight = async () => {
    for (const name of ["Same", "Different", "Skip", "Undo"]) {
      const box = await map.button(name).boundingBox();
      if (box === null || box.height < 44 || box.y + box.height > 844 || box.x + box.width > 390) return name;
    }
    return "all";
  };
  await expect.poll(async () => (await map.panel.boundingBox())?.y ?? 844).toBeLessThan(844 / 2);
  await expect.poll(inSight).toBe("all");
  await keepPicture(map, "review-phone");
  await map.panel.getByText("How readily names are joined").scrollIntoViewIfNeeded();
  await expect.poll(inSight).toBe("all");
  const { content, window } = await map.widths();
  expect(content).toBeLessThanOrEqual(window);
  await map.button("Different").tap();
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(1);
  await map.button("Undo").tap();
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(0);
});

test("what is typed is no answer, a key that is held answers once, and what was decided is said", async () => {
  const map = await open();
  await review(map);
  const first = await asked(map);
  await map.search.pressSequentially("sdk");
  await map.search.fill("");
  expect(await asked(map)).toEqual(first);
  expect(await decisions(map).getByRole("listitem").count()).toBe(0);
  await map.search.blur();

  const said = map.page.locator("[role=status].visually-hidden");
  await map.page.keyboard.down("d");
  await map.page.keyboard.down("d");
  await map.page.keyboard.up("d");
  await expect
    .poll(() => said.textContent(), PATIENTLY)
    .toBe(`${first.join(" and ")} are two people. Next: are ${(await asked(map)).join(" and ")} one person?`);
  expect(await decisions(map).getByRole("listitem").count()).toBe(1);
  await map.page.keyboard.press("u");
  await expect.poll(() => said.textContent(), PATIENTLY).toBe(`Undone: ${first.join(" and ")} are two people.`);

  // An answer by button leaves the keyboard where it is.
  await expect.poll(() => asked(map), PATIENTLY).toEqual(first);
  await expect.poll(() => authors(map), PATIENTLY).toBe(allAuthors);
  await map.button("Different").focus();
  await map.page.keyboard.press("Enter");
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(1);
  expect(await map.focused()).toMatch(/^button Different/);
  await map.panel.getByText(`1 of ${questions.length} done`).waitFor();
});

test("once all is answered the review says so, and begins anew when the last answer is undone", async () => {
  const map = await open();
  await review(map);
  await map.button("Different").focus();
  for (const _ of questions) await map.page.keyboard.press("Enter");
  await map.panel.getByRole("heading", { name: "Nothing left to ask" }).waitFor();
  expect(await map.focused()).toMatch(/^button Different/);
  await map.panel.getByText(/questions are answered\.$/).waitFor();
  expect(await map.button("Same").getAttribute("aria-disabled")).toBe("true");
  await map.button("Undo").click();
  await expect.poll(() => asked(map), PATIENTLY).toHaveLength(2);
});

test("whoever is in doubt has their counts as a range, and their panel leads to the question", async () => {
  const map = await open();
  const { cases, nodes, authors: people } = seeds;
  const row = questions.find((one) => cases.outcome[one] === "open") ?? -1;
  const name = people.name[nodes.author[cases.a[row]]];
  await map.find(name, new RegExp(`^${name}`));
  await map.shows(name);
  await map.panel.getByText("in doubt", { exact: true }).waitFor();
  expect(await map.panel.locator(".figures").textContent()).toMatch(/\(\d+–\d+\)/);
  await keepPicture(map, "in-doubt");
  await map.button("Answer it").click();
  await map.shows("Who is who");
  expect((await asked(map))[0]).toBe(nodes.name[cases.a[row]]);
});

test("a thesaurus joins names whose replacement nobody bears", async () => {
  const map = await open();
  await drop(map, { name: "tides.bib", content: TIDES });
  await map.button("Show the map").click();
  await map.isDrawn();
  await review(map);
  await map.page.getByLabel("File of decisions to load").setInputFiles({
    name: "thesaurus.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("label\treplace by\nshore, ann\tHill, Ann\nmarsh, cy\tHill, Ann\n\tNobody\n"),
  });
  await expect.poll(() => authors(map), PATIENTLY).toBe(2);
  await decisions(map).getByText("thesaurus.txt, line 4: This decision is not followed: it lacks the label.").waitFor();
  await map.find("Ann Hill", /^Ann Hill/);
  await map.shows("Ann Hill");
});

const TIDES = `@article{a, title = {Tidal Pools of the North}, author = {Ann Shore and Bo Reef}, year = 2001}
@article{b, title = {Tidal Flats of the South}, author = {Bo Reef and Cy Marsh}, year = 2003}
`;

test("decisions go along to a newer bibliography, and those that mean nothing there are told", async () => {
  const map = await open();
  await drop(map, { name: "tides.bib", content: TIDES });
  await map.button("Show the map").click();
  await map.isDrawn();
  await review(map);
  await map.page.getByLabel("File of decisions to load").setInputFiles({
    name: "identity.tsv",
    mimeType: "text/plain",
    buffer: Buffer.from("action\tname\tother\nsame\tAnn Shore\tCy Marsh\nsame\tBo Reef\tDee Bay\n"),
  });
  await expect.poll(() => authors(map), PATIENTLY).toBe(2);
  await decisions(map).getByText(/^1 × /).click();
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
    await map.find("Kyung-Min Kim", /^Kyung-Min Kim/);
    await map.shows("Kyung-Min Kim");
    await map.section("Name forms").getByText("taken for one person").first().click();
    await map.button("Not all the same person?").click();
    await map.panel.getByRole("checkbox").first().check();
    expect(await violations(), "a split").toEqual([]);
  },
);
