import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { coloursOfMap, huesIn, keepPicture, TEAM_HUES } from "./picture.ts";

const { stay } = browsing();

test("the first screen says how much there is, names the teams, and asks nothing", async () => {
  const map = await stay();
  await map.shows("21 papers · 442 authors · 7 teams · 2017–2024");
  const teams = map.section("Teams");
  for (const name of ["LLM", "recommender systems", "GNN", "MLOps"]) {
    await teams.getByRole("button", { name, exact: true }).waitFor();
    await map.legend.getByRole("button", { name }).waitFor();
  }
  expect(await map.page.getByRole("dialog").count()).toBe(0);
  expect(await map.page.getByRole("heading", { level: 1 }).textContent()).toBe("Coterie");
  expect(await map.search.getAttribute("placeholder")).toBe("People, papers, systems, teams, e.g. CHOPT");
});

test("the map is drawn in the colours of its teams, and the picture is kept", async () => {
  const map = await stay();
  expect(huesIn(await coloursOfMap(map), "light")).toEqual(TEAM_HUES.light);
  await keepPicture(map, "overview-light");
});

test("whoever cannot see the map is told what it shows and how to use it", async () => {
  const map = await stay();
  expect(await map.map.getAttribute("aria-label")).toMatch(/^Map of 442 authors of 21 papers in 7 teams: /);
  const help = await map.map.getAttribute("aria-describedby");
  expect(await map.page.locator(`#${help}`).textContent()).toContain("Arrow keys");
});

test("the bridges say how much of their ties stays in their own team and where the rest leads", async () => {
  const map = await stay();
  const bridge = map.section("Bridges").getByRole("listitem").filter({ hasText: "Jung-Woo Ha" });
  expect(await bridge.textContent()).toMatch(/28.% own · 32.% recommender systems/);
});

test("the overview says how the map was made, and one sentence of it can be copied", async () => {
  const map = await stay();
  const about = map.section("About this map");
  const text = (await about.textContent()) ?? "";
  for (const said of [
    "papers.bib",
    "49 records to 21 papers",
    "Leydesdorff & Park 2017",
    "modularity 0.50",
    "seed 1",
  ]) {
    expect(text).toContain(said);
  }
  expect(text).toContain("Teams are pulled apart for reading; distances are not measurements.");
  await about.getByRole("button", { name: "Copy this text" }).click();
  await about.getByRole("button", { name: "Copied" }).waitFor();
  const copied = await map.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Coauthorship map of 442 authors of 21 papers, 2017–2024/);
});
