import { expect, test } from "vitest";
import { PALETTES } from "../../src/scene/palette.ts";
import { browsing } from "./browsing.ts";
import type { MapPage } from "./map-page.ts";
import { coloursOfMap } from "./picture.ts";

const { open } = browsing();

async function greyOf(map: MapPage): Promise<number> {
  return (await coloursOfMap(map)).get(PALETTES.light.neutral) ?? 0;
}

test("the map shows some years while one moves the sliders, says how much that is, and a link brings it back", async () => {
  const map = await open("");
  const grey = await greyOf(map);
  const years = map.section("Years");
  expect(await years.getByRole("img").getAttribute("aria-label")).toContain("2022: 8");
  await years.getByRole("slider", { name: "From year" }).fill("2019");
  await years.getByRole("slider", { name: "To year" }).fill("2021");
  await years.getByText("The map shows 2019–2021: 8 papers, 64 of 442 authors, 885 of 1,187 ties.").waitFor();
  await map.legend.getByText("Only 2019–2021").waitFor();
  await expect.poll(() => map.address()).toBe("years=2019%7E2021");
  // Those who are known from the large paper of 2024 alone are the grey of the map.
  expect(await greyOf(map)).toBeLessThan(grey / 4);
  const other = await open("years=2019~2021");
  await other.section("Years").getByText("64 of 442 authors").waitFor();
  await other.legend.getByRole("button", { name: "All years" }).click();
  await expect.poll(() => other.address()).toBe("");
});

test("the sliders hold each other, and the keys move them", async () => {
  const map = await open("years=2019~2020");
  const from = map.section("Years").getByRole("slider", { name: "From year" });
  const to = map.section("Years").getByRole("slider", { name: "To year" });
  await from.press("End");
  expect([await from.inputValue(), await to.inputValue()]).toEqual(["2020", "2020"]);
  await to.press("ArrowRight");
  expect([await from.inputValue(), await to.inputValue()]).toEqual(["2020", "2021"]);
  await from.press("Home");
  await to.press("End");
  await expect.poll(() => map.address()).toBe("");
});
