import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import type { MapPage } from "./map-page.ts";
import { coloursOfMap, huesIn, keepPicture, TEAM_HUES } from "./picture.ts";

const { open } = browsing();

test("a dark system gets a dark map, which can be switched to light and stays so", async () => {
  const map = await open("", { colorScheme: "dark" });
  expect(huesIn(await coloursOfMap(map), "dark")).toEqual(TEAM_HUES.dark);
  expect(await brightness(map)).toBeLessThan(60);
  await keepPicture(map, "overview-dark");

  await map.panel.getByTitle("Light").click();
  await expect.poll(async () => huesIn(await coloursOfMap(map), "light")).toEqual(TEAM_HUES.light);
  expect(await brightness(map)).toBeGreaterThan(230);
  await map.page.reload();
  await map.isDrawn();
  expect(await brightness(map)).toBeGreaterThan(230);

  await map.panel.getByTitle("As the system").click();
  await expect.poll(() => brightness(map)).toBeLessThan(60);
  await map.page.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => brightness(map)).toBeGreaterThan(230);
});

/** Of the ground of the map, which is its commonest colour, from 0 to 255. */
async function brightness(map: MapPage): Promise<number> {
  const colours = [...(await coloursOfMap(map))];
  const [ground] = colours.reduce((most, one) => (one[1] > most[1] ? one : most));
  const channels = [1, 3, 5].map((at) => Number.parseInt(ground.slice(at, at + 2), 16));
  return channels.reduce((sum, channel) => sum + channel, 0) / 3;
}
