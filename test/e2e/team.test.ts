import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { addressAt, authorFarFromLines, placeOf } from "./seeds-map.ts";

const { stay } = browsing();

test("an author leads to a team, which says why it is called so, who it is, and who is next to it", async () => {
  const map = await stay(addressAt(placeOf("Nako Sung"), 0.1));
  await map.clickAt(0, 0, "Nako Sung");
  await map.shows("Nako Sung");
  await map.panel.getByRole("button", { name: "MLOps", exact: true }).first().click();
  await map.shows("MLOps");
  const text = (await map.panel.textContent()) ?? "";
  expect(text).toContain("22 people · 15 papers · 2017–2024");
  expect((await map.section("Why this name").textContent()) ?? "").toMatch(/\d/);
  await map.section("Core people").getByRole("button", { name: "Jung-Woo Ha" }).waitFor();
  await map
    .section("Papers")
    .getByRole("button", { name: /^CHOPT/ })
    .waitFor();
  await map.section("Neighbouring teams").getByRole("button", { name: "recommender systems" }).click();
  await map.shows("recommender systems");
});

test("the legend hides a team and shows it again, and says so when all are hidden", async () => {
  const map = await stay();
  const teams = map.legend.locator(".legend-team");
  expect(await teams.count()).toBe(7);
  await teams.first().click();
  expect(await teams.first().getAttribute("aria-pressed")).toBe("false");
  expect(await map.address()).toMatch(/^hide=a[0-9a-f]{12}$/);
  for (let i = 1; i < 7; i++) await teams.nth(i).click();
  await map.page.getByText("All teams are hidden").waitFor();
  await map.button("Show all").click();
  await map.page.getByText("All teams are hidden").waitFor({ state: "detached" });
  expect(await teams.first().getAttribute("aria-pressed")).toBe("true");
  expect(await map.address()).toBe("");
});

test("who is hidden cannot be clicked", async () => {
  const somebody = authorFarFromLines();
  const map = await stay(addressAt(placeOf(somebody), 0.05));
  await map.pointAt(0, 0, somebody);
  await map.legend.getByRole("button", { name: /^only on one large paper/ }).click();
  await map.clickAt(0, 0, null);
  expect(await map.address()).toMatch(/^at=[^&]+&hide=a[0-9a-f]{12}$/);
});

test("the people of a large paper are at most thirty at first, and the rest when asked", async () => {
  const map = await stay("paper=2404.01954");
  await map.shows("HyperCLOVA X Technical Report");
  expect((await map.panel.textContent()) ?? "").toMatch(/People: 335 /);
  const people = map.section("People by team");
  // The 42 who are in teams are fewer than thirty in each, so they are all named at once.
  expect(await people.getByRole("listitem").count()).toBe(42);
  await people.getByRole("button", { name: "Show all" }).click();
  expect(await people.getByRole("listitem").count()).toBe(377);
  await people.getByRole("button", { name: "Fold away" }).click();
  expect(await people.getByRole("listitem").count()).toBe(42);
});

test("everybody is in a table that can be sorted and turned over", async () => {
  const map = await stay();
  await map.button("All people in a table").click();
  await map.shows("All people");
  const rows = map.panel.getByRole("row");
  expect(await rows.count()).toBe(51);
  expect(await map.panel.getByRole("rowheader").first().textContent()).toBe("Jung-Woo Ha");
  await map.panel.getByRole("columnheader", { name: "Name" }).getByRole("button").click();
  expect(await map.panel.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("ascending");
  const first = await map.panel.getByRole("rowheader").first().textContent();
  await map.button("Next").click();
  expect(await map.panel.getByRole("rowheader").first().textContent()).not.toBe(first);
  await map.panel.getByRole("rowheader").first().getByRole("button").click();
  await map.section("Papers").waitFor();
});
