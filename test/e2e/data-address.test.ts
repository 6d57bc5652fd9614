import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../built.ts";
import { browsing } from "./browsing.ts";
import { verdicts } from "./dropping.ts";
import type { MapPage } from "./map-page.ts";
import { keepPicture } from "./picture.ts";
import { type Served, serve } from "./served.ts";

const { visit } = browsing();

const folder = mkdtempSync(join(tmpdir(), "coterie-address-"));
let served: Served;

beforeAll(async () => {
  cpSync(join(ROOT, "public/data"), folder, { recursive: true });
  writeFileSync(
    join(folder, "tides.bib"),
    `@article{a, title = {Tidal Pools}, author = {Ann Shore and Bo Reef}, year = 2001}
     @article{b, title = {Tidal Flats}, author = {Bo Reef and Cy Marsh}, year = 2003}`,
  );
  served = await serve(folder);
});
afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true });
});

/** A page that asks for `data`. */
async function asking(data: string, expected?: RegExp): Promise<MapPage> {
  const map = await visit("", { origin: served.origin, expected });
  await map.page.goto(`${served.origin}/?data=${encodeURIComponent(data)}`);
  return map;
}

test("?data= opens a bibliography that is served beside the page, after its report", async () => {
  const map = await asking("data/tides.bib");
  await map.page.getByRole("heading", { level: 2, name: "2 papers · 3 authors · 2001–2003" }).waitFor();
  await keepPicture(map, "data-address-report");
  await map.button("Show the map").click();
  await map.isDrawn();
  await map.shows(/^2 papers · 3 authors · 1 team/);
  expect(new URL(map.page.url()).search).toBe("?data=data%2Ftides.bib");
});

test("?data= opens a dataset by its folder or its manifest", async () => {
  for (const data of ["data", "/data/manifest.json"]) {
    const map = await asking(data);
    await map.isDrawn();
    await map.shows(/^21 papers/);
  }
});

test.each([
  "https://coterie.example/papers.bib",
  "//coterie.example/data/",
  "javascript:alert(1)",
  "file:///etc/passwd",
])("?data=%s is refused in a sentence, and nothing is asked for", async (data) => {
  const map = await asking(data);
  const alert = map.page.getByRole("alert");
  await alert.getByRole("heading", { name: "The link cannot be opened" }).waitFor();
  expect(await alert.textContent()).toContain(`“${data}” is not served beside this page`);
  if (data.startsWith("https:")) await keepPicture(map, "data-address-refused");
  await alert.getByRole("link", { name: "Open the map beside this page" }).click();
  await map.shows(/^21 papers/);
});

test("what is not there is told by its name", async () => {
  const dataset = await asking("nothing/", /404/);
  await dataset.page.getByRole("heading", { name: "There is no dataset at nothing/" }).waitFor();
  await keepPicture(dataset, "data-address-missing");
  const file = await asking("data/nothing.bib", /404/);
  await file.page.getByText("There is no file “nothing.bib” beside this page.").waitFor();
  expect(await verdicts(file)).toEqual([]);
});
