import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { addressAt, placeOf } from "./seeds-map.ts";

const { stay } = browsing();

test("counting by author makes other teams, and says beforehand what it does to them", async () => {
  const map = await stay();
  const byAuthor = map.panel.getByRole("radio", { name: /^by author/ });
  expect(await byAuthor.isChecked()).toBe(false);
  const counting = map.section("Counting");
  const said = (await counting.textContent()) ?? "";
  expect(said).toContain("5 teams · modularity 0.40");
  expect(said).toContain("GNN and recommender systems become one");
  await counting.getByText("by author").click();
  await map.shows("21 papers · 442 authors · 5 teams · 2017–2024");
  expect((await map.section("About this map").textContent()) ?? "").toContain("modularity 0.40");
  expect(await map.section("Teams").getByRole("button", { name: "GNN", exact: true }).count()).toBe(0);
  expect(await map.legend.locator(".legend-team").count()).toBe(5);
  expect(await map.address()).toBe("count=author");
});

test("full counting lets the large paper outweigh all others", async () => {
  const map = await stay();
  await map.section("Counting").getByText("full", { exact: true }).click();
  await map.shows("21 papers · 442 authors · 3 teams · 2017–2024");
  expect((await map.section("Counting").textContent()) ?? "").toContain("modularity 0.03");
});

test("authors stay where they are when the counting changes", async () => {
  const map = await stay(addressAt(placeOf("Jung-Woo Ha"), 0.1));
  await map.pointAt(0, 0, "Jung-Woo Ha");
  await map.section("Counting").getByText("by author").click();
  await map.shows(/5 teams/);
  await map.clickAt(0, 0, "Jung-Woo Ha");
  await map.shows("Jung-Woo Ha");
  expect((await map.panel.textContent()) ?? "").toMatch(/in \S[^;]* in \d+ of 64 starts/);
});

test("a chosen author stays chosen under another counting, with other teams", async () => {
  const map = await stay("count=author");
  await map.find("Hyeonjin Park", /^Hyeonjin Park.*recommender systems/);
  await map.shows("Hyeonjin Park");
  await map.panel.getByRole("button", { name: "recommender systems" }).first().waitFor();
});
