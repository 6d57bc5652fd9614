import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import type { MapPage } from "./map-page.ts";

const { open } = browsing();

/** One more than what the page warns of. */
const MEGABYTES = 201;

/** Drops a BibTeX file of 201 MB, made in the page: so many records of a megabyte each, with two authors. */
async function dropLarge({ page }: MapPage): Promise<void> {
  await page.evaluate((megabytes) => {
    const words = "tides of the north and the south ".repeat(30_400);
    const parts: string[] = [];
    for (let i = 0; i < megabytes; i++) {
      const head = `@article{k${i}, title = {A long study of tides, part ${i}}, author = {Ann Shore and Person Number${i}}, year = 2001, note = {`;
      parts.push(head, words.slice(0, 1_000_000 - head.length - 3), "}}\n");
    }
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(parts, "large.bib"));
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, MEGABYTES);
}

test("a file of 201 MB is read to its end, with its stage, bytes and records on the way", async () => {
  const map = await open();
  await dropLarge(map);
  const bar = map.page.getByRole("region", { name: "Reading" });
  await bar.getByText("Reading the files …").waitFor();
  await bar.getByText("So much may take minutes here.").waitFor();
  await bar.getByText(/^[\d.]+ MB of 201 MB · [1-9]\d* records?$/).waitFor({ timeout: 60_000 });
  await map.panel
    .getByRole("heading", { level: 2, name: `${MEGABYTES} papers · ${MEGABYTES + 1} authors · 2001` })
    .waitFor({ timeout: 150_000 });
}, 200_000);

test("Cancel answers within 200 ms while 201 MB are read, and ends the reading", async () => {
  const map = await open();
  let milliseconds = Number.POSITIVE_INFINITY;
  // A machine that does much else may keep the page waiting once.
  for (let tries = 0; tries < 3 && milliseconds >= 200; tries++) {
    await dropLarge(map);
    const bar = map.page.getByRole("region", { name: "Reading" });
    await bar.getByText(/^[\d.]+ MB of 201 MB/).waitFor({ timeout: 60_000 });
    milliseconds = await cancelled(map);
  }
  expect(milliseconds).toBeLessThan(200);
  await map.shows(/^21 papers/);
  await expect.poll(() => map.page.workers().length, { timeout: 15_000 }).toBe(0);
}, 200_000);

/** By the page's own clock, from the click until the bar is gone: what travels to the test and back is not the page's. */
function cancelled({ page }: MapPage): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let since = 0;
        new MutationObserver((_, observer) => {
          if (document.querySelector(".reading-bar") !== null) return;
          observer.disconnect();
          done(performance.now() - since);
        }).observe(document.body, { childList: true, subtree: true });
        const buttons = [...document.querySelectorAll<HTMLElement>(".reading-bar button")];
        since = performance.now();
        buttons.find((one) => one.textContent === "Cancel")?.click();
      }),
  );
}
