import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { coloursOfMap, huesIn, TEAM_HUES } from "./picture.ts";
import { author, placeOf, seeds } from "./seeds-map.ts";

const { open } = browsing();

test("a copied link opens the same choice, counting, teams and camera", async () => {
  const map = await open("", { reducedMotion: "no-preference" });
  await map.section("Counting").getByText("by author").click();
  await map.shows(/5 teams/);
  await map.find("Nako Sung", /^Nako Sung/);
  await map.shows("Nako Sung");
  await map.legend.getByRole("button", { name: /^dialogue systems/ }).click();
  await map.button("Zoom in").click();
  await expect.poll(() => map.address()).toContain("at=");
  const address = await map.address();
  expect(address).toMatch(/^count=author&author=aee138c0f469e&at=[^&]+&hide=a[0-9a-f]{12}$/);
  const other = await open(address);
  await other.shows("Nako Sung");
  expect((await other.panel.textContent()) ?? "").toBe((await map.panel.textContent()) ?? "");
  expect(await other.legend.locator("[aria-pressed=false]").textContent()).toContain("dialogue systems");
  expect(await other.address()).toBe(address);
  for (const page of [map, other]) {
    await page.pointAt(...(await page.pixelsFromMiddle(placeOf("Nako Sung"), address)), "Nako Sung");
  }
});

test("a tie, a team and a paper have links of their own", async () => {
  const id = (name: string) => seeds.authors.authorId[author(name)];
  const tie = [id("Kyung-Min Kim"), id("Kyuyong Shin")].sort();
  const map = await open(`tie=${tie.join("~")}`);
  await map.shows(/^Kyung-Min Kim\s+and\s+Kyuyong Shin$/);
  await map.goTo("paper=2303.10824");
  await map.shows(/^k-SALSA/);
  const gnn = seeds.authors.authorId[seeds.authors.team.indexOf(seeds.teams.name.indexOf("GNN"))];
  await map.goTo(`team=${gnn}`);
  await map.shows("GNN");
  await map.goTo("");
  await map.shows(/^21 papers/);
});

test("a link to somebody who is not in the data says so over the map, until it is closed or somebody is chosen", async () => {
  const map = await open("author=a00000000ffff");
  const note = map.page.getByText("The link names somebody who is not in this data.").first();
  await note.waitFor();
  await map.shows(/^21 papers/);
  await map.button("Close").click();
  await expect.poll(() => map.button("Close").count()).toBe(0);
  await map.goTo("paper=9999.99999");
  await map.page.getByText("The link names a paper that is not in this data.").first().waitFor();
  await map.find("Nako Sung", /^Nako Sung/);
  await map.shows("Nako Sung");
  await expect.poll(() => map.button("Close").count()).toBe(0);
});

const LONG = `author=${"a".repeat(10_000)}`;
const HOSTILE: readonly string[] = [
  "at=NaN~NaN~NaN",
  "at=Infinity~-Infinity~Infinity",
  "at=1e308~1e308~1e-300",
  "at=0~0~0",
  "at=0~0~-1",
  "at=9999~-9999~0.000000001",
  "at=9999~-9999~9999",
  "at=",
  "at=~~~~~~~~",
  "author=nobody&paper=none&team=no&tie=a~b",
  "tie=aee138c0f469e~aee138c0f469e",
  "tie=aee138c0f469e",
  "author=__proto__&count=constructor&layout=__proto__",
  "count=everything&layout=upside-down&hide=~~~nobody~",
  "%E0%A4%A",
  "author=%00%0A%E2%80%AE&%",
  "author=<img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "&&&===&&&",
  LONG,
];

test("a hostile link opens the overview, whether it is opened or followed", async () => {
  const map = await open(HOSTILE[0]);
  for (const hash of HOSTILE) {
    await map.goTo("author=aee138c0f469e");
    await map.shows("Nako Sung");
    await map.goTo(hash);
    await map.shows("21 papers · 442 authors · 7 teams · 2017–2024");
  }
  await map.goTo("at=1e308~1e308~1e-300");
  await expect.poll(async () => huesIn(await coloursOfMap(map), "light")).toEqual(TEAM_HUES.light);
});

test.each([
  ["a camera that is no number", "at=Infinity~NaN~1e-300"],
  ["a broken escape", "%E0%A4%A"],
  ["ten thousand characters", LONG],
])("the page opens at %s as at no address", async (_, hash) => {
  const map = await open(hash);
  await map.shows("21 papers · 442 authors · 7 teams · 2017–2024");
  expect(huesIn(await coloursOfMap(map), "light")).toEqual(TEAM_HUES.light);
});

test("a camera out of range is brought back into it", async () => {
  const map = await open("at=9999~-9999~0.000000001");
  // Any change of the view writes the address anew.
  await map.legend.locator(".legend-team").first().click();
  expect(decodeURIComponent(await map.address())).toMatch(/^at=1~-1~0\.02&hide=/);
  await map.page.keyboard.press("0");
  expect(await map.address()).toMatch(/^hide=/);
});
