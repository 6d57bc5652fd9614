import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderSource } from "../../scripts/server/file-source.ts";
import { type Serving, serveApp } from "../../scripts/server/serve-app.ts";
import { readAtlas } from "../../src/dataset/read-atlas.ts";
import { readSheet } from "../../src/dataset/read-sheet.ts";
import type { Atlas } from "../../src/model/atlas.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { ROOT } from "../built.ts";
import { AXE, violations } from "./axe.ts";
import { browsing } from "./browsing.ts";
import { CROWD, crowdBibliography } from "./crowd-bibliography.ts";
import type { MapPage } from "./map-page.ts";
import { coloursOfMap, keepPicture } from "./picture.ts";

const { visit } = browsing();

const folder = mkdtempSync(join(tmpdir(), "coterie-e2e-"));
let serving: Serving;
let origin = "";
let atlas: Atlas;
/** A sheet that is not the first, and the team that it is opened for here. */
let dataset: Dataset;
let team = 0;

/** A static site, as anybody would put it onto a host. */
beforeAll(async () => {
  const file = join(folder, "crowd.bib");
  writeFileSync(file, crowdBibliography());
  run("build", file, "-o", join(folder, "map"), "--sheets");
  run("site", join(folder, "map"), "-o", join(folder, "site"));
  const data = join(folder, "site/data");
  serving = await serveApp(folderSource(join(folder, "site")), folderSource(data), 0, false);
  origin = serving.address.replace(/\/$/, "");
  const open = async (name: string) => new Uint8Array(readFileSync(join(data, name))).buffer;
  const read = await readAtlas(open);
  if (read === null) throw new Error("The dataset has no atlas.");
  atlas = read;
  team = atlas.teams.sheet.findIndex((sheet) => sheet > 0);
  dataset = await readSheet(
    async (name, from, to) => (await open(name)).slice(from, to),
    atlas,
    atlas.teams.sheet[team],
  );
}, 300_000);
afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true });
});

function run(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/coterie.mjs", ...args], { cwd: ROOT });
  if (status !== 0) throw new Error(`coterie ${args[0]} failed: ${stderr}`);
}

/** What was asked of the dataset: names, with the bytes of ranges. */
function asked(map: MapPage): string[] {
  const files: string[] = [];
  map.page.on("request", (request: Request) => {
    const name = /\/data\/(.+)$/.exec(new URL(request.url()).pathname)?.[1];
    if (name !== undefined) files.push([name, request.headers().range].filter((part) => part !== undefined).join(" "));
  });
  return files;
}

const ATLAS_FILES = ["atlas_teams.parquet", "atlas_ties.parquet", "manifest.json", "sheets.parquet"];
const name = (row: number) => atlas.teams.name[row];
const rangeOf = (sheet: number) => {
  const from = atlas.sheets.offset[sheet];
  return `sheets.bin bytes=${from}-${from + atlas.sheets.bytes[sheet] - 1}`;
};
const trail = (map: MapPage) => map.page.getByRole("navigation", { name: "Where you are" });

/** The atlas, once it is drawn. */
async function openAtlas(hash = "", options: Parameters<typeof visit>[1] = {}): Promise<MapPage> {
  const map = await visit(hash, { origin, ...options });
  await map.heading.waitFor();
  await map.map.locator("canvas").first().waitFor({ state: "attached" });
  return map;
}

test("a dataset in sheets opens at its teams, and asks for them alone; a team's people come with one range", async () => {
  const map = await openAtlas("", { before: AXE });
  const files = asked(map);
  await map.page.reload();
  await map.shows(/authors/);
  expect(await map.map.getAttribute("aria-label")).toMatch(
    new RegExp(
      `^Map of ${atlas.teams.rowCount} teams of ${(CROWD.groups * CROWD.people).toLocaleString("en")} authors: `,
    ),
  );
  expect([...new Set(files)].sort()).toEqual(ATLAS_FILES);
  expect((await coloursOfMap(map)).size).toBeGreaterThan(8);
  expect(await violations(map), "the atlas").toEqual([]);
  await keepPicture(map, "atlas");

  await map.page.getByRole("combobox").fill(name(team));
  await map.page.getByRole("option", { name: name(team), selected: true }).waitFor();
  await map.page.getByRole("combobox").press("Enter");
  await map.shows(name(team));
  await map.section("Neighbouring teams").getByRole("button").first().waitFor();
  expect(await violations(map), "a team").toEqual([]);

  files.length = 0;
  await map.button("Show its people").click();
  await trail(map).getByText(name(team)).waitFor();
  // On a busy machine the search may still ask for people of that name.
  expect(files.filter((file) => !/^(?:people|manifest\.json$)/.test(file))).toEqual([rangeOf(atlas.teams.sheet[team])]);
  await map.shows(name(team));
  await map.section("Papers").waitFor();
  expect(await violations(map), "a sheet").toEqual([]);
  await keepPicture(map, "sheet");
});

test("anybody is found by name over the whole, with ranges, and opened where their papers are", async () => {
  const map = await openAtlas();
  const files = asked(map);
  const author = dataset.manifest.sheet?.members[7] ?? 0;
  await map.page.getByRole("combobox").fill(dataset.authors.name[author].toLowerCase());
  await map.page.getByRole("option", { name: dataset.authors.name[author], selected: true }).waitFor();
  await map.page.getByRole("combobox").press("Enter");
  await map.shows(dataset.authors.name[author]);
  await trail(map).waitFor();
  expect(files.filter((file) => file.startsWith("people.bin")).every((file) => / bytes=\d+-\d+$/.test(file))).toBe(
    true,
  );
  expect(files.at(-1)).toBe(rangeOf(atlas.teams.sheet[team]));
});

test("the browser goes back to all teams and forward to the sheet without asking again, and the trail leads back too", async () => {
  const map = await openAtlas(`team=t${team}`);
  await map.shows(name(team));
  await map.button("Show its people").click();
  await map.section("Papers").waitFor();
  expect(await map.address()).toMatch(new RegExp(`^sheet=t${team}&team=a[0-9a-f]{12}&at=`));
  const files = asked(map);
  await map.page.goBack();
  await map.button("Show its people").waitFor();
  expect(await map.address()).toMatch(new RegExp(`^team=t${team}(?:&at=|$)`));
  await map.page.goForward();
  await map.section("Papers").waitFor();
  expect(files).toEqual([]);
  await trail(map).getByRole("button", { name: "All teams" }).click();
  await map.shows(name(team));
  await map.button("Show its people").waitFor();
});

test("whoever goes back or forward while a sheet is on its way stays where they went", async () => {
  const map = await openAtlas();
  await map.goTo(`team=t${team}`);
  let release = await holdSheets(map);
  const coming = map.panel.getByRole("status").getByText(/^Fetching the people of /);
  await map.button("Show its people").click();
  await coming.waitFor();
  await map.page.goBack();
  await coming.waitFor({ state: "detached" });
  await release();
  await map.shows(/authors/);
  expect(await map.address()).not.toContain("sheet=");

  await map.page.goForward();
  await map.button("Show its people").click();
  await trail(map).getByRole("button", { name: "All teams" }).click();
  await map.page.reload();
  await map.button("Show its people").waitFor();
  release = await holdSheets(map);
  await map.page.goBack();
  await coming.waitFor();
  await map.page.goForward();
  await coming.waitFor({ state: "detached" });
  await release();
  expect(await map.address()).toMatch(new RegExp(`^team=t${team}(?:&at=|$)`));
  expect(await trail(map).count()).toBe(0);
});

test("whoever chooses another team while a sheet is on its way is not taken to the first", async () => {
  const map = await openAtlas(`team=t${team}`);
  const release = await holdSheets(map);
  const coming = map.panel.getByRole("status").getByText(/^Fetching the people of /);
  await map.button("Show its people").click();
  await coming.waitFor();
  const other = map.section("Neighbouring teams").getByRole("button").first();
  const wanted = (await other.textContent()) ?? "";
  await other.click();
  await map.shows(wanted.trim());
  await coming.waitFor({ state: "detached" });
  await release();
  // Whatever is let go comes before what is asked for afterwards.
  await map.button("Show its people").click();
  await trail(map).getByText(wanted.trim()).waitFor();
});

test("a link to a team, or to somebody on a sheet, who is not there says so", async () => {
  const map = await openAtlas("team=t9999");
  await map.page.getByText("The link names a team that is not in this data.").first().waitFor();
  const other = await openAtlas(`sheet=t${team}&author=a00000000ffff`);
  await trail(other).waitFor();
  await other.page.getByText("The link names somebody who is not in this data.").first().waitFor();
});

test("Enter waits for people who are still looked for, and whom both words fit comes before the team named after them", async () => {
  const people = /\/data\/people\.bin$/;
  const map = await openAtlas();
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await map.page.route(people, async (route) => {
    await held;
    await route.continue();
  });
  const author = dataset.manifest.sheet?.members[7] ?? 0;
  const [given, family] = dataset.authors.name[author].split(" ");
  const field = map.page.getByRole("combobox");
  await field.fill(`${family} ${given.slice(0, 3)}`.toLowerCase());
  await field.press("Enter");
  release();
  await map.shows(new RegExp(`^${given.slice(0, 3)}.* ${family}$`));
  await trail(map).waitFor();
});

/** Lets no sheet come until what is returned is called. */
async function holdSheets({ page }: MapPage): Promise<() => Promise<void>> {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  const sheets = /\/data\/sheets\.bin$/;
  await page.route(sheets, async (route) => {
    await held;
    // The page may have given it up.
    await route.continue().catch(() => {});
  });
  return async () => {
    release();
    await page.unroute(sheets);
  };
}

test("a link to somebody on a sheet opens the sheet with them", async () => {
  const author = dataset.manifest.sheet?.members[3] ?? 0;
  const map = await openAtlas(`sheet=t${team}&author=${dataset.authors.authorId[author]}`);
  await map.shows(dataset.authors.name[author]);
  await trail(map).waitFor();
  await map.search.fill(dataset.authors.name[author]);
  await map.page.getByRole("option", { selected: true }).waitFor();
});

test("a link keeps who it is to while the map already moves and the sheet is still to come", async () => {
  const author = dataset.manifest.sheet?.members[3] ?? 0;
  const prepare = (context: BrowserContext) =>
    context.route(/\/data\/sheets\.bin$/, async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
  const link = `sheet=t${team}&author=${dataset.authors.authorId[author]}&at=0.1000~0.1000~0.5`;
  const map = await openAtlas(link, { prepare });
  await trail(map).waitFor();
  await map.shows(dataset.authors.name[author]);
});

test("whoever's papers are elsewhere is said to have only some here, and is shown with all of them there", async () => {
  const members = new Set(dataset.manifest.sheet?.members);
  const author = dataset.authors.name.findIndex((_, row) => !members.has(row));
  const map = await openAtlas(`sheet=t${team}&author=${dataset.authors.authorId[author]}`);
  await map.shows(dataset.authors.name[author]);
  await map.panel.getByText(/^Here (?:is|are) only \d+ papers? of \d+: /).waitFor();
  await map.button(/^See all in /).click();
  await map.panel.getByText(/^Here (?:is|are) only/).waitFor({ state: "detached" });
  await map.shows(dataset.authors.name[author]);
  expect(await map.address()).not.toContain(`sheet=t${team}&`);
  await map.page.goBack();
  await map.panel.getByText(/^Here (?:is|are) only/).waitFor();
});

/** Both clicks at once: a busy machine would bring them too far apart for a double click. */
async function doubleClick(map: MapPage, clientX: number, clientY: number): Promise<void> {
  await map.map.evaluate(
    (element, place) => {
      for (const type of ["pointerdown", "pointerup", "pointerdown", "pointerup"]) {
        element.dispatchEvent(new PointerEvent(type, { ...place, bubbles: true, pointerType: "mouse", pointerId: 1 }));
      }
    },
    { clientX, clientY },
  );
}

test("keys go from team to team, choose, and open the people without being lost; so do a double click and coming close", async () => {
  const map = await openAtlas();
  await map.map.focus();
  await map.page.keyboard.press("Enter");
  await expect.poll(() => map.pointed()).toContain(name(0));
  await map.page.keyboard.press("ArrowRight");
  await expect.poll(() => map.pointed()).not.toContain(name(0));
  await map.page.keyboard.press("Home");
  await map.page.keyboard.press("Enter");
  await map.shows(name(0));
  await map.page.keyboard.press("n");
  await expect.poll(() => map.pointed()).not.toBe("");
  await map.page.keyboard.press("Escape");
  await map.page.keyboard.press("Enter");
  await trail(map).getByText(name(0)).waitFor();
  await expect.poll(() => map.focused()).toBe("aside Details");
  await trail(map).getByRole("button", { name: "All teams" }).press("Enter");
  await map.button("Show its people").waitFor();
  await expect.poll(() => map.focused()).toBe("aside Details");

  await map.goTo(`at=${atlas.teams.x[0].toFixed(4)}~${atlas.teams.y[0].toFixed(4)}~0.6`);
  const [x, y] = await map.fromMiddle();
  // Until the map stands where the address says.
  await expect
    .poll(async () => {
      await map.page.mouse.move(x + 1, y);
      await map.page.mouse.move(x, y);
      return map.pointed();
    })
    .toContain(name(0));
  await doubleClick(map, x, y);
  await trail(map).getByText(name(0)).waitFor();
  await map.page.goBack();
  await trail(map).waitFor({ state: "detached" });

  await map.page.mouse.move(x, y);
  for (let turn = 0; turn < 6; turn++) await map.page.mouse.wheel(0, -240);
  await trail(map).getByText(name(0)).waitFor();
});

test("when a sheet does not come, the atlas stays and says so", async () => {
  const prepare = (context: BrowserContext) =>
    context.route(/\/data\/sheets\.bin$/, (route) => route.fulfill({ status: 500 }));
  const map = await openAtlas(`team=t${team}`, { prepare, expected: /500/ });
  await map.button("Show its people").click();
  await map.panel
    .getByRole("alert")
    .getByText(/^The people of the team could not be fetched: /)
    .waitFor();
  await map.shows(name(team));
});
