import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import type { MapPage } from "./map-page.ts";
import { coloursOfMap, huesIn } from "./picture.ts";
import { addressAt, author, placeOf, seeds } from "./seeds-map.ts";

const { open } = browsing();

/** Takes the graphics away as a driver would; returns how many contexts there were. */
function loseGraphics({ map }: MapPage): Promise<number> {
  return map.evaluate((root) => {
    let lost = 0;
    for (const canvas of root.querySelectorAll("canvas")) {
      const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
      const extension = context?.getExtension("WEBGL_lose_context");
      if (extension == null) continue;
      extension.loseContext();
      lost += 1;
    }
    return lost;
  });
}

test("a map whose graphics were lost comes back with its camera and its choice, as often as it takes", async () => {
  const id = seeds.authors.authorId[author("Jung-Woo Ha")];
  const address = `author=${id}&${addressAt(placeOf("Jung-Woo Ha"), 0.4)}`;
  const map = await open(address, { before: COUNT_WEBGL });
  await map.shows("Jung-Woo Ha");
  const hues = huesIn(await coloursOfMap(map), "light");
  expect(hues.length).toBeGreaterThan(0);
  for (let round = 1; round <= 2; round++) {
    const before = await contextsMade(map);
    expect(await loseGraphics(map)).toBeGreaterThan(0);
    await expect.poll(() => contextsMade(map), { timeout: 10_000 }).toBeGreaterThan(before);
    await map.page.getByText("The graphics were lost").waitFor({ state: "detached" });
    await expect.poll(async () => huesIn(await coloursOfMap(map), "light")).toEqual(hues);
    await map.shows("Jung-Woo Ha");
    await map.pointAt(0, 0, "Jung-Woo Ha");
    expect(await map.address()).toBe(new URLSearchParams(address).toString());
  }
});

test("when the graphics are lost again and again, the map is drawn without them and says so", async () => {
  const map = await open("", { before: COUNT_WEBGL });
  for (let round = 1; round <= 3; round++) {
    const before = await contextsMade(map);
    expect(await loseGraphics(map)).toBeGreaterThan(0);
    await expect.poll(() => contextsMade(map), { timeout: 10_000 }).toBeGreaterThan(before);
    await map.page.getByText("The graphics were lost").waitFor({ state: "detached" });
  }
  await loseGraphics(map);
  await map.page.getByText("This browser gives no WebGL").waitFor();
  expect(huesIn(await coloursOfMap(map), "light").length).toBe(6);
});

/** Counts, before the app runs, how many contexts it makes. */
const COUNT_WEBGL = `{
  const original = HTMLCanvasElement.prototype.getContext;
  globalThis.contextsMade = 0;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    const context = original.call(this, kind, ...rest);
    if (/^webgl/.test(kind) && context !== null && this.isConnected) globalThis.contextsMade += 1;
    return context;
  };
}`;

function contextsMade({ page }: MapPage): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { contextsMade: number }).contextsMade);
}
