import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { drop, verdicts } from "./dropping.ts";
import { keepPicture } from "./picture.ts";

const { open } = browsing();
const fixture = (name: string) => ({
  name,
  content: readFileSync(join(import.meta.dirname, "../fixtures/ingest", name), "utf8"),
});

test("a GEXF that is dropped is a map of its people and ties, which says that no papers came with it", async () => {
  const map = await open();
  await drop(map, fixture("happy.gexf"));
  await map.shows("4 people · 2 ties");
  expect(await verdicts(map)).toEqual(["happy.gexf a ready network, GEXF"]);
  await map.panel.getByText("This network came without papers", { exact: false }).first().waitFor();
  await map.button("Show the map").click();
  await map.shows("4 people · 2 ties · 1 team");
  await map.isDrawn();
  await keepPicture(map, "network-shown");
  expect(await map.map.getAttribute("aria-label")).toMatch(/^Map of 4 people with 2 ties in 1 team/);
  // Nothing to count otherwise, and nothing that is counted in papers.
  expect(await map.page.getByRole("radiogroup", { name: "Counting" }).count()).toBe(0);
  expect(await map.panel.getByRole("region", { name: "Weights", exact: true }).count()).toBe(1);

  await map.find("Bö Reef", /^Bö Reef/);
  await map.shows("Bö Reef");
  await map.panel.getByText("3 papers by the file’s count · 1 tie").waitFor();
  await map.panel.getByRole("button", { name: "weight 3: the tie" }).click();
  await map.panel
    .getByRole("region", { name: "Weight of the tie", exact: true })
    .getByText("3", { exact: true })
    .waitFor();
});

test("VOSviewer's map and network that are dropped together are one network", async () => {
  const map = await open();
  await drop(map, fixture("happy-vosviewer-network.txt"), fixture("happy-vosviewer-map.txt"));
  await map.shows("4 people · 2 ties");
  expect(await verdicts(map)).toEqual([
    "happy-vosviewer-network.txt a ready network, VOSviewer network",
    "happy-vosviewer-map.txt a ready network, VOSviewer map",
  ]);
  await map.button("Show the map").click();
  await map.shows("4 people · 2 ties · 1 team");
  await map.isDrawn();
  await map.find("Cy Marsh", /^Cy Marsh/);
  await map.shows("Cy Marsh");
});
