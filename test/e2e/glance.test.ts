import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { CROWD, crowdBibliography } from "./crowd-bibliography.ts";
import { coloursOfMap, huesIn, keepPicture, TEAM_HUES } from "./picture.ts";
import { type Served, serve } from "./served.ts";

const { visit } = browsing();

const folder = mkdtempSync(join(tmpdir(), "coterie-e2e-"));
let served: Served;
let origin = "";
beforeAll(async () => {
  const file = join(folder, "crowd.bib");
  writeFileSync(file, crowdBibliography());
  served = await serve(file);
  origin = served.origin;
});
afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true });
});

/** What is fetched after the glance, until `release` is called. */
function holding() {
  let release = () => {};
  const gate = new Promise<void>((open) => {
    release = open;
  });
  const prepare = (context: BrowserContext) =>
    context.route(/\/data\/(?!glance_)\w+\.parquet$/, async (route) => {
      await gate;
      await route.continue();
    });
  return { prepare, release: () => release() };
}

const COMING = /^Names and papers are still coming/;
const people = CROWD.groups * CROWD.people;

test("before names and papers are there, the map is drawn with its teams, and the page says what is still coming", async () => {
  const { prepare, release } = holding();
  const map = await visit("", { origin, prepare });
  await map.isDrawn();
  await map.panel.getByText(COMING).waitFor();
  expect(await map.heading.textContent()).toContain(`${people.toLocaleString("en")} authors`);
  expect(huesIn(await coloursOfMap(map), "light").length).toBeGreaterThan(4);
  expect(await map.legend.getByRole("button", { pressed: true }).count()).toBe(CROWD.groups);
  expect(await map.page.getByRole("radio", { name: "Plain force" }).isDisabled()).toBe(true);
  await keepPicture(map, "glance");

  const first = (await map.legend.getByRole("button", { pressed: true }).first().locator("bdi").textContent()) ?? "";
  await map.search.fill(first.slice(0, 6));
  await map.page.getByText(/People and papers can be found once they are there/).waitFor();
  await map.page.getByRole("option", { name: first, selected: true }).waitFor();
  await map.search.press("Enter");
  await map.shows(first);
  await map.section("Core people").getByRole("listitem").first().waitFor();
  const away = map.legend.getByRole("button").filter({ hasText: /\d/ }).nth(3);
  await away.click();
  expect(await map.address()).toBe("");
  await map.page.mouse.move(0, 0);
  const before = await coloursOfMap(map);

  release();
  await map.section("Papers").waitFor();
  await map.panel.getByText(COMING).waitFor({ state: "detached" });
  expect(await map.heading.textContent()).toContain(first);
  expect(await away.getAttribute("aria-pressed")).toBe("false");
  await map.isDrawn();
  const hue = TEAM_HUES.light[0];
  const pixels = before.get(hue) ?? 0;
  expect(pixels).toBeGreaterThan(500);
  expect(Math.abs(((await coloursOfMap(map)).get(hue) ?? 0) - pixels)).toBeLessThan(0.1 * pixels);
  const address = new URLSearchParams(await map.address());
  expect([...address.keys()].sort()).toEqual(["at", "hide", "team"]);
  await map.find("qabf zaaaaaa", /^Qabf Zaaaaaa/);
  await map.shows("Qabf Zaaaaaa");
  await map.button("Back").click();
  await map.shows(first);
  await map.button("Back").click();
  await map.shows(/papers · /);
});

test("a link to somebody is followed once ids mean something, and the map stands where it says before", async () => {
  const whole = await visit("", { origin });
  await whole.isDrawn();
  await whole.find("qabf zaaaaaa", /^Qabf Zaaaaaa/);
  await whole.shows("Qabf Zaaaaaa");
  const link = await whole.address();
  expect(link).toMatch(/^author=a[0-9a-f]{12}&at=/);

  const { prepare, release } = holding();
  const map = await visit(link, { origin, prepare });
  await map.isDrawn();
  await map.panel.getByText(COMING).waitFor();
  expect(await map.address()).toBe(link);
  release();
  await map.shows("Qabf Zaaaaaa");
  expect(await map.address()).toBe(link);
});

test("the browser goes back and forward among what was chosen before names were there, then and afterwards", async () => {
  const { prepare, release } = holding();
  const map = await visit("", { origin, prepare });
  await map.isDrawn();
  await map.panel.getByText(COMING).waitFor();
  const { pathname, search } = new URL(map.page.url());
  const names = await map.legend.locator(".legend-name bdi").allTextContents();
  for (const name of names.slice(0, 2)) {
    await map.find(name, name);
    await map.shows(name);
  }
  await map.page.goBack();
  await map.shows(names[0]);
  await map.page.goBack();
  await map.shows(/authors/);
  await map.page.goForward();
  await map.shows(names[0]);
  expect(map.page.url()).toBe(`${origin}${pathname}${search}`);

  release();
  await map.panel.getByText(COMING).waitFor({ state: "detached" });
  await map.shows(names[0]);
  expect(await map.address()).toMatch(/^team=a[0-9a-f]{12}/);
  await map.page.goForward();
  await map.shows(names[1]);
  expect(await map.address()).toMatch(/^team=a[0-9a-f]{12}/);
  await map.page.goBack();
  await map.shows(names[0]);
  await map.page.goBack();
  await map.shows(/papers · /);
  expect(await map.address()).toBe("");
});

test("when the rest does not come, the page says so over a map that works, and asks again", async () => {
  let fails = true;
  const prepare = (context: BrowserContext) =>
    context.route(/\/data\/papers\.parquet$/, (route) => (fails ? route.abort() : route.continue()));
  const map = await visit("", { origin, prepare, expected: /ERR_FAILED/ });
  await map.isDrawn();
  const alert = map.panel.getByRole("alert");
  await alert.getByText(/^Names and papers could not be fetched: /).waitFor();
  await map.legend.getByRole("button", { pressed: true }).first().waitFor();
  fails = false;
  await alert.getByRole("button", { name: "Try again" }).click();
  await map.button("All people in a table").waitFor();
  await map.find("qabf zaaaaaa", /^Qabf Zaaaaaa/);
  await map.shows("Qabf Zaaaaaa");
});
