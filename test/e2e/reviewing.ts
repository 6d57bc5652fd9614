import { expect } from "vitest";
import { reviewQueue } from "../../src/scene/review-queue.ts";
import type { MapPage } from "./map-page.ts";
import { seeds } from "./seeds-map.ts";

/** Opens the questions about who is who. */
export async function review(map: MapPage): Promise<void> {
  await map.button(/^Who is who/).click();
  await map.shows("Who is who");
}

/** How many authors the review says there are, once nothing is under way. */
export async function authors({ panel }: MapPage): Promise<number> {
  const figures = panel.locator(".figures");
  await expect.poll(() => figures.textContent(), PATIENTLY).toMatch(/ authors$/);
  const words = ((await figures.textContent()) ?? "").split(" ");
  return Number(words.at(-2)?.replace(",", ""));
}

/** The two names that are asked about. */
export async function asked({ panel }: MapPage): Promise<string[]> {
  return panel.locator(".case-side h3").allTextContents();
}

export const decisions = (map: MapPage) => map.section("Your decisions");
export const allAuthors = seeds.authors.rowCount;
export const questions = reviewQueue(seeds);
export const PATIENTLY = { timeout: 15_000 };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
