import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { coloursOf, huesIn, TEAM_HUES } from "./picture.ts";
import { addressAt, placeOf } from "./seeds-map.ts";

const { open, stay } = browsing();

test("the layout moves people until it is stopped", async () => {
  const map = await open("at=0~0~0.3");
  const [x, y] = await map.fromMiddle();
  // The middle alone: buttons that change lie over the edges.
  const middle = () => map.page.screenshot({ clip: { x: x - 250, y: y - 200, width: 500, height: 400 } });
  const before = await middle();
  expect((await middle()).equals(before)).toBe(true);
  await map.button("Let the layout run").click();
  await map.button("Stop the layout").waitFor();
  await expect.poll(async () => (await middle()).equals(before), { timeout: 10_000 }).toBe(false);
  await map.button("Stop the layout").click();
  await map.button("Let the layout run").waitFor();
  const stopped = await middle();
  expect((await middle()).equals(stopped)).toBe(true);
});

test("an author can be dragged, which chooses nobody", async () => {
  const map = await open(addressAt(placeOf("Kyung-Min Kim"), 0.1));
  await map.pointAt(0, 0, "Kyung-Min Kim");
  await map.page.mouse.down();
  const [x, y] = await map.fromMiddle(-60, 120);
  await map.page.mouse.move(x, y, { steps: 5 });
  await map.page.mouse.up();
  await map.pointAt(-60, 120, "Kyung-Min Kim");
  await map.shows(/^21 papers/);
});

test("while the layout runs, an author is held where the pointer takes them", async () => {
  const map = await open(addressAt(placeOf("Kyung-Min Kim"), 0.3));
  await map.pointAt(0, 0, "Kyung-Min Kim");
  // Held before the forces begin, so that nobody slips away; hence the keyboard.
  await map.page.mouse.down();
  await map.page.mouse.move(...(await map.fromMiddle(-20, 10)), { steps: 3 });
  await map.button("Let the layout run").press("Enter");
  await map.button("Stop the layout").waitFor();
  await map.page.mouse.move(...(await map.fromMiddle(-120, 60)), { steps: 5 });
  await map.button("Stop the layout").press("Enter");
  await map.button("Let the layout run").waitFor();
  await map.page.mouse.up();
  await map.pointAt(-120, 60, "Kyung-Min Kim");
});

test("a pinned author stays where they were put while the layout moves the others, until they are let go", async () => {
  const map = await open(addressAt(placeOf("Kyung-Min Kim"), 0.3));
  await map.clickAt(0, 0, "Kyung-Min Kim");
  await map.shows("Kyung-Min Kim");
  await map.button("Pin on the map").click();
  await map.button("Pinned on the map").waitFor();
  await map.pointAt(0, 0, "Kyung-Min Kim");
  await map.page.mouse.down();
  await map.page.mouse.move(...(await map.fromMiddle(-120, 60)), { steps: 5 });
  await map.page.mouse.up();

  const [x, y] = await map.fromMiddle();
  const middle = () => map.page.screenshot({ clip: { x: x - 50, y: y - 200, width: 300, height: 400 } });
  const before = await middle();
  await map.button("Let the layout run").press("Enter");
  await expect.poll(async () => (await middle()).equals(before), { timeout: 10_000 }).toBe(false);
  await map.pointAt(-120, 60, "Kyung-Min Kim");

  await map.button("Pinned on the map").click();
  await map.button("Pin on the map").waitFor();
  // Nothing holds the author so far from the team any more; a tie to there may still lie beneath the pointer.
  const [left, top] = await map.fromMiddle(-120, 60);
  const look = async () => {
    await map.page.mouse.move(left + 1, top);
    await map.page.mouse.move(left, top);
    return map.pointed();
  };
  await expect.poll(look, { timeout: 20_000 }).not.toMatch(/^Kyung-Min Kim,/);
  await map.button("Stop the layout").press("Enter");
});

test("plain force is in the link, and teams apart brings everybody back", async () => {
  const map = await open(addressAt(placeOf("Kyung-Min Kim"), 0.1));
  await map.pointAt(0, 0, "Kyung-Min Kim");
  await map.page.getByRole("radio", { name: "Plain force" }).check();
  await map.button("Stop the layout").waitFor();
  expect(await map.address()).toMatch(/layout=plain/);
  await expect
    .poll(async () => (await map.section("About this map").textContent()) ?? "")
    .not.toContain("Teams are pulled apart");
  await map.page.getByRole("radio", { name: "Teams apart" }).check();
  await map.button("Let the layout run").waitFor();
  await map.pointAt(0, 0, "Kyung-Min Kim");
  expect(await map.address()).not.toMatch(/layout=/);
});

test("the picture is saved as a PNG with all teams in it", async () => {
  const map = await stay();
  const saving = map.page.waitForEvent("download");
  await map.button("Save the picture (PNG)").click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe("coterie.png");
  const png = await buffer(await download.createReadStream());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const colours = await coloursOf(map, png);
  expect(huesIn(colours, "light")).toEqual(TEAM_HUES.light);
  const pixels = [...colours.values()].reduce((sum, count) => sum + count, 0);
  expect(pixels).toBeGreaterThan(1000 * 800);
});

test("whoever wants less motion sees the camera arrive at once", async () => {
  const map = await open("", { reducedMotion: "reduce" });
  await map.find("model compression", /^model compression/);
  await map.shows("model compression");
  const arrived = await map.map.screenshot();
  expect(await map.address()).toMatch(/at=/);
  expect((await map.map.screenshot()).equals(arrived)).toBe(true);
  expect(await map.page.evaluate(() => document.getAnimations().length)).toBe(0);
});
