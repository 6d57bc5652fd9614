import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { coloursOfMap, huesIn, keepPicture, TEAM_HUES } from "./picture.ts";
import { addressAt, placeOf } from "./seeds-map.ts";

const { stay } = browsing(["--disable-3d-apis"]);

test("without WebGL the same map is drawn, and a note says so until it is closed", async () => {
  const map = await stay();
  expect(await map.page.evaluate(() => document.createElement("canvas").getContext("webgl2"))).toBeNull();
  const note = map.page.getByText("This browser gives no WebGL");
  await note.waitFor();
  expect(huesIn(await coloursOfMap(map), "light")).toEqual(TEAM_HUES.light);
  await keepPicture(map, "overview-no-webgl");
  await map.page.getByRole("main").getByRole("button", { name: "Close" }).click();
  await note.waitFor({ state: "detached" });
});

test("without WebGL search, lists and map lead to people and papers", async () => {
  const map = await stay();
  await map.find("CHOPT", /^CHOPT/);
  await map.shows(/^CHOPT/);
  await map.panel.getByRole("button", { name: "Nako Sung" }).click();
  await map.shows("Nako Sung");
  await map.goTo(addressAt(placeOf("Kyung-Min Kim"), 0.1));
  await map.clickAt(0, 0, "Kyung-Min Kim");
  await map.shows("Kyung-Min Kim");
});

test("without WebGL the layout runs and the picture can be saved", async () => {
  const map = await stay();
  await map.button("Let the layout run").click();
  await map.button("Stop the layout").click();
  const saved = map.page.waitForEvent("download");
  await map.button("Save the picture (PNG)").click();
  expect((await saved).suggestedFilename()).toBe("coterie.png");
});
