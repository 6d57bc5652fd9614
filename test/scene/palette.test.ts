import { describe, expect, test } from "vitest";
import {
  contrast,
  fillColours,
  type MapTheme,
  mix,
  PALETTES,
  readableOn,
  teamColours,
  withAlpha,
} from "../../src/scene/palette.ts";
import { ciede2000, smallestDifference } from "./colour-difference.ts";
import { BIG_ONE, GNN, MLOPS, smallDataset } from "./small-dataset.ts";

const THEMES: readonly MapTheme[] = ["light", "dark"];

test("the measure of colour difference agrees with the pairs its authors published", () => {
  // Sharma, Wu & Dalal 2005, table 1, pairs 1, 7, 17 and 25.
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(ciede2000([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
  expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
});

describe.each(THEMES)("the %s palette", (theme) => {
  const { background, hues, grey, neutral } = PALETTES[theme];

  test("has a contrast of at least 3 between every hue and the background", () => {
    for (const colour of [...hues, grey, neutral]) {
      expect(contrast(colour, background), colour).toBeGreaterThanOrEqual(3);
    }
  });

  test("tells its six hues and grey apart for eyes of all kinds", () => {
    expect(smallestDifference([...hues.slice(0, 6), grey])).toBeGreaterThan(theme === "light" ? 14.3 : 12.7);
  });

  test("tells its twelve hues apart for eyes of all kinds", () => {
    expect(smallestDifference([...hues, grey])).toBeGreaterThan(theme === "light" ? 9.3 : 11.2);
  });

  test("writes in every hue with a contrast of at least 4.5", () => {
    for (const colour of [...hues, grey]) {
      expect(contrast(readableOn(background, colour), background), colour).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test("teams take the hues in order of size, and people of one large paper take none", () => {
  const { fill, onlyLarge } = teamColours(smallDataset(), "paper", "light");
  const { hues, neutral } = PALETTES.light;
  expect(fill[MLOPS]).toBe(hues[0]);
  expect(fill[BIG_ONE]).toBe(neutral);
  expect(fill[GNN]).toBe(hues[1]);
  expect(onlyLarge).toEqual([false, true, false]);
});

test("a seventh team leaves the hues of the first six, and the thirteenth is grey", () => {
  const { hues, grey } = PALETTES.dark;
  expect(fillColours(Array(6).fill(false), "dark")).toEqual(hues.slice(0, 6));
  expect(fillColours(Array(13).fill(false), "dark")).toEqual([...hues, grey]);
});

test("a mix begins with the one colour and ends with the other", () => {
  expect(mix("#000000", "#ffffff", 0)).toBe("#000000");
  expect(mix("#000000", "#ffffff", 1)).toBe("#ffffff");
  expect(mix("#000000", "#ff8000", 0.5)).toBe("#804000");
});

test("an opacity is kept within 0 and 1 and rounded to a sixty-fourth", () => {
  expect(withAlpha("#ff8000", 0.5)).toBe("rgba(255,128,0,0.5)");
  expect(withAlpha("#ff8000", 7)).toBe("rgba(255,128,0,1)");
  expect(withAlpha("#ff8000", 0.501)).toBe(withAlpha("#ff8000", 0.499));
});
