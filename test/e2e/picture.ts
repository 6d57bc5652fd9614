import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../built.ts";
import type { MapPage } from "./map-page.ts";

/** Git does not keep it: pictures of the last run, for people to look at. */
const FOLDER = join(ROOT, "coverage/e2e");

/** How many pixels of a PNG have which colour. */
export type Colours = ReadonlyMap<string, number>;

/** Keeps a picture of the whole page under `name`. */
export async function keepPicture({ page }: MapPage, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.png`), await page.screenshot());
}

/** The colours of the map as it is on screen. */
export async function coloursOfMap(map: MapPage): Promise<Colours> {
  return coloursOf(map, await map.map.screenshot());
}

/** The colours of a PNG, by `#rrggbb`; the browser decodes it. */
export async function coloursOf({ page }: MapPage, png: Buffer): Promise<Colours> {
  const counts = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    if (context === null) throw new Error("No canvas.");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const found = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
      found.set(colour, (found.get(colour) ?? 0) + 1);
    }
    return [...found];
  }, png.toString("base64"));
  return new Map(counts.map(([colour, count]) => [`#${colour.toString(16).padStart(6, "0")}`, count]));
}

/** The hues of the six largest teams that can be drawn, by team size. */
export const TEAM_HUES = {
  light: ["#1777b8", "#8e3510", "#004e44", "#442878", "#957f23", "#ce4a72"],
  dark: ["#6584c9", "#c65b4c", "#51b48d", "#6b4ec7", "#c3bc5a", "#eda4cc"],
} as const;

/** Of the six teams of the seeds, those whose hue is on at least `least` pixels. */
export function huesIn(colours: Colours, theme: keyof typeof TEAM_HUES, least = 60): string[] {
  return TEAM_HUES[theme].filter((hue) => (colours.get(hue) ?? 0) >= least);
}
