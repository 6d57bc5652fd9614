import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { coloursOfMap, huesIn, keepPicture } from "./picture.ts";
import { addressAt, placeOf, seeds } from "./seeds-map.ts";

const { open } = browsing();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("on a phone the panel is a sheet from below, and nothing scrolls sideways", async () => {
  const map = await open("", PHONE);
  await keepPicture(map, "overview-phone");
  expect(huesIn(await coloursOfMap(map), "light", 20).length).toBeGreaterThanOrEqual(5);
  const { content, window } = await map.widths();
  expect(content).toBeLessThanOrEqual(window);
  expect(window).toBe(390);

  const top = async () => (await map.panel.boundingBox())?.y ?? 0;
  const peeking = await top();
  expect(peeking).toBeGreaterThan(844 / 2);
  await map.button("Raise the details").tap();
  await expect.poll(top).toBeLessThan(peeking - 100);
  await map.button("Raise the details").tap();
  await expect.poll(top).toBeLessThan(844 / 3);
  await map.button("Lower the details").tap();
  await expect.poll(top).toBe(peeking);
});

test("on a phone the search finds, and the sheet opens with what was found", async () => {
  const map = await open("", PHONE);
  await map.search.tap();
  await map.search.pressSequentially("chopt");
  await map.page
    .getByRole("option", { name: /^CHOPT/ })
    .first()
    .tap();
  await map.shows(/^CHOPT/);
  await expect.poll(async () => (await map.panel.boundingBox())?.y ?? 844).toBeLessThan(844 * 0.7);
  const heading = await map.heading.boundingBox();
  expect(heading?.y).toBeLessThan(844);
  await keepPicture(map, "paper-phone");
  const { content, window } = await map.widths();
  expect(content).toBeLessThanOrEqual(window);
});

test("on a phone what was found stands in what the sheet leaves of the map", async () => {
  const map = await open("", PHONE);
  await map.find("dialogue", /^dialogue systems/);
  await map.shows("dialogue systems");
  await expect.poll(async () => (await map.panel.boundingBox())?.y ?? 844).toBeLessThan(844 * 0.6);
  const top = (await map.panel.boundingBox())?.y ?? 844;
  const { authorId, team, x, y } = seeds.authors;
  const members = authorId.flatMap((_, row) =>
    team[row] === seeds.teams.name.indexOf("dialogue systems") ? [row] : [],
  );
  // The camera goes to them once more when the sheet has risen.
  await expect
    .poll(async () => {
      const address = await map.address();
      const places = await Promise.all(
        members.map(async (row) => map.fromMiddle(...(await map.pixelsFromMiddle([x[row], y[row]], address)))),
      );
      return Math.max(...places.map(([, pixel]) => pixel));
    })
    .toBeLessThan(top);
});

test("a finger on an author opens the person", async () => {
  const map = await open(addressAt(placeOf("Kyung-Min Kim"), 0.2), PHONE);
  await map.page.touchscreen.tap(...(await map.fromMiddle(0, 8)));
  await map.shows("Kyung-Min Kim");
});

test("the legend folds where the window becomes small and opens where there is room again", async () => {
  const map = await open("");
  const toggle = map.legend.getByRole("button", { name: "Legend", exact: true });
  expect(await toggle.getAttribute("aria-expanded")).toBe("true");
  await map.page.setViewportSize(PHONE.viewport);
  await expect.poll(() => toggle.getAttribute("aria-expanded")).toBe("false");
  await toggle.click();
  expect(await toggle.getAttribute("aria-expanded")).toBe("true");
  await map.page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(() => toggle.getAttribute("aria-expanded")).toBe("true");
  await map.page.setViewportSize({ width: 844, height: 390 });
  await expect.poll(() => toggle.getAttribute("aria-expanded")).toBe("false");
});

test("the legend is folded on a phone and opens over the map", async () => {
  const map = await open("", PHONE);
  expect(await map.legend.getByRole("button").count()).toBe(1);
  await map.legend.getByRole("button", { name: "Legend" }).tap();
  await map.legend.getByRole("button", { name: /^MLOps/ }).tap();
  expect(await map.legend.getByRole("button", { name: /^MLOps/ }).getAttribute("aria-pressed")).toBe("false");
  const { content, window } = await map.widths();
  expect(content).toBeLessThanOrEqual(window);
});
