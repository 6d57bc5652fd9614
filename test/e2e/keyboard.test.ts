import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import type { MapPage } from "./map-page.ts";

const { stay } = browsing();

/** Presses Tab until the keyboard is on `wanted`; fails where it never gets there. */
async function tabTo(map: MapPage, wanted: RegExp, key = "Tab"): Promise<void> {
  for (let i = 0; i < 150; i++) {
    await map.page.keyboard.press(key);
    if (wanted.test(await map.focused())) return;
  }
  throw new Error(`The keyboard never reached ${wanted}.`);
}

test("search, person, coauthor, tie and back go without a mouse", async () => {
  const map = await stay();
  const { keyboard } = map.page;
  await keyboard.press("/");
  await keyboard.type("kyung-min kim");
  await map.page.getByRole("option", { name: /^Kyung-Min Kim/, selected: true }).waitFor();
  await keyboard.press("Enter");
  await map.shows("Kyung-Min Kim");

  await tabTo(map, /^button Kyuyong Shin$/);
  await keyboard.press("Enter");
  await map.shows("Kyuyong Shin");
  await expect.poll(() => map.focused()).toBe("aside Details");

  await tabTo(map, /^button \d+ joint papers: the tie$/);
  await keyboard.press("Enter");
  await map.shows(/^Kyung-Min Kim\s+and\s+Kyuyong Shin$/);

  await tabTo(map, /^button Back$/);
  await keyboard.press("Enter");
  await map.shows("Kyuyong Shin");
  await keyboard.press("Enter");
  await map.shows("Kyung-Min Kim");
  await keyboard.press("Escape");
  await map.shows(/^21 papers/);
});

test("on the map, keys go from person to person, choose, and step back", async () => {
  const map = await stay();
  const { keyboard } = map.page;
  await map.map.focus();
  await keyboard.press("Enter");
  await expect.poll(() => map.pointed()).toContain("Jung-Woo Ha");
  await keyboard.press("ArrowRight");
  await expect.poll(() => map.pointed()).not.toContain("Jung-Woo Ha");
  await keyboard.press("Home");
  await expect.poll(() => map.pointed()).toContain("Jung-Woo Ha");
  await keyboard.press("Enter");
  await map.shows("Jung-Woo Ha");
  await keyboard.press("n");
  await expect.poll(() => map.pointed()).not.toContain("Jung-Woo Ha");
  await keyboard.press("Enter");
  await expect.poll(() => map.heading.textContent()).not.toBe("Jung-Woo Ha");
  await keyboard.press("Escape");
  await keyboard.press("Escape");
  await map.shows(/^21 papers/);
});

test("plus, minus and zero zoom", async () => {
  const map = await stay();
  expect(await map.address()).toBe("");
  await map.page.keyboard.press("+");
  expect(await map.address()).toMatch(/^at=/);
  await map.page.keyboard.press("0");
  expect(await map.address()).toBe("");
  await map.page.keyboard.press("-");
  expect(await map.address()).toMatch(/^at=/);
});

test("Tab goes through search, map, legend, tools and panel, is seen at every stop, and comes round again", async () => {
  const map = await stay();
  const stops: string[] = [];
  const unseen: string[] = [];
  for (let i = 0; i < 200; i++) {
    await map.page.keyboard.press("Tab");
    const stop = await map.focused();
    if (stop === "nothing" || (i > 0 && stop === stops[0])) break;
    stops.push(stop);
    if (!(await isFocusSeen(map))) unseen.push(stop);
  }
  expect(unseen).toEqual([]);
  expect(stops.length).toBeLessThan(200);
  expect(stops[0]).toBe("button Skip to the details");
  for (const wanted of [
    /^combobox Search/,
    /^application Map/,
    /^button LLM/,
    /^button Zoom in/,
    /^button All people/,
  ]) {
    expect(
      stops.some((stop) => wanted.test(stop)),
      String(wanted),
    ).toBe(true);
  }
});

test("the first stop leads past the map to the panel", async () => {
  const map = await stay();
  await map.button("Skip to the details").focus();
  await map.page.keyboard.press("Enter");
  expect(await map.focused()).toBe("aside Details");
});

/** Whether the focused element, or a label or field around it, is drawn otherwise than without the keyboard. */
function isFocusSeen(map: MapPage): Promise<boolean> {
  return map.page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return false;
    const around = [element, element.parentElement, element.parentElement?.parentElement].filter((one) => one != null);
    const look = () =>
      around.map((one) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
        return [outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor].join();
      });
    const focused = look();
    element.blur();
    const without = look();
    // A focus that the keyboard had is one that a script gives back the same way.
    element.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
    return focused.join(";") !== without.join(";");
  });
}
