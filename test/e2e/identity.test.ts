import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { browsing } from "./browsing.ts";
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
  await expect.poll(() => figures.textContent(), { timeout: 15_000 }).toMatch(/ authors$/);
  const words = ((await figures.textContent()) ?? "").split(" ");
  return Number(words.at(-2)?.replace(",", ""));
}

/** The two names that are asked about. */
async function asked({ panel }: MapPage): Promise<string[]> {
  return panel.locator(".case-side h3").allTextContents();
}

const decisions = (map: MapPage) => map.section("Your decisions");
const allAuthors = seeds.authors.rowCount;

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
  await expect.poll(() => authors(map)).toBe(allAuthors + (joined ? 1 : -1));
  expect(await asked(map)).not.toEqual(names);
  expect(await decisions(map).getByRole("listitem").count()).toBe(1);

  await map.page.keyboard.press("u");
  await expect.poll(() => authors(map)).toBe(allAuthors);
  expect(await asked(map)).toEqual(names);
  expect(await decisions(map).getByRole("listitem").count()).toBe(0);
  await map.button("Redo").click();
  await expect.poll(() => authors(map)).toBe(allAuthors + (joined ? 1 : -1));
});

test("what was skipped is asked again when the rest is through", async () => {
  const map = await open();
  await review(map);
  const first = await asked(map);
  const left = Number(((await map.panel.getByText(/ to go$/).textContent()) ?? "").split(" ")[0]);
  expect(left).toBeGreaterThan(0);
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
    .poll(() => map.map.getAttribute("aria-label"), { timeout: 15_000 })
    .toMatch(new RegExp(`^Map of ${allAuthors + 1} authors`));
  // One of the two is still chosen, with its part of the papers.
  await map.shows("Kyung-Min Kim");
  expect([2, count - 2]).toContain(await map.section("Papers").locator(".paper-year").count());
  await map.goTo(addressAt(placeOf("Nako Sung"), 0.1));
  await map.pointAt(0, 0, "Nako Sung");

  await map.page.keyboard.press("Control+z");
  await expect
    .poll(() => map.map.getAttribute("aria-label"), { timeout: 15_000 })
    .toMatch(`Map of ${allAuthors} authors`);
  await map.page.keyboard.press("Control+y");
  await expect
    .poll(() => map.map.getAttribute("aria-label"), { timeout: 15_000 })
    .toMatch(`Map of ${allAuthors + 1} authors`);
});

test("decisions outlive a reload, and go from one browser to another as a file", async () => {
  const map = await open();
  await review(map);
  await map.page.keyboard.press("d");
  await expect.poll(() => decisions(map).getByRole("listitem").count()).toBe(1);
  const after = await authors(map);
  const said = await decisions(map).getByRole("listitem").first().textContent();

  await map.page.reload();
  await map.isDrawn();
  await review(map);
  await expect.poll(() => decisions(map).getByRole("listitem").count()).toBe(1);
  await expect.poll(() => authors(map)).toBe(after);

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
  await expect.poll(() => authors(elsewhere)).toBe(after);
  await decisions(elsewhere)
    .getByText(/^Line \d+: /)
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
  await expect
    .poll(() => map.map.getAttribute("aria-label"), { timeout: 15_000 })
    .toMatch(`Map of ${allAuthors + 1} authors`);
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
  await expect.poll(() => decisions(map).getByRole("listitem").count()).toBe(2);
});
