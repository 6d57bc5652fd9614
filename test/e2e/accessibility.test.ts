import { expect, test } from "vitest";
import { AXE, violations } from "./axe.ts";
import { browsing } from "./browsing.ts";
import { author, seeds } from "./seeds-map.ts";

const { open } = browsing();

const id = (name: string) => seeds.authors.authorId[author(name)];
const STATES: readonly (readonly [state: string, hash: string])[] = [
  ["the overview", ""],
  ["an author", `author=${id("Jung-Woo Ha")}`],
  ["a tie", `tie=${[id("Kyung-Min Kim"), id("Kyuyong Shin")].sort().join("~")}`],
  ["a team", `team=${seeds.authors.authorId[seeds.authors.team.indexOf(seeds.teams.name.indexOf("MLOps"))]}`],
  ["a paper", "paper=1810.03527"],
];

test.each(["light", "dark"] as const)("axe finds nothing to object to in the main states, %s", async (colorScheme) => {
  const map = await open("", { before: AXE, colorScheme });
  for (const [state, hash] of STATES) {
    await map.goTo(hash);
    await map.shows(hash === "" ? /^21 papers/ : /^(?!21 papers)/);
    expect(await violations(map), state).toEqual([]);
  }
  await map.button("Overview").click();
  await map.button("All people in a table").click();
  await map.shows("All people");
  expect(await violations(map), "the table of people").toEqual([]);
  await map.search.fill("kim");
  await map.page.getByRole("option").first().waitFor();
  expect(await violations(map), "the search").toEqual([]);
});

test("axe finds nothing to object to on a phone", async () => {
  const map = await open("", { before: AXE, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  expect(await violations(map), "the overview").toEqual([]);
  await map.goTo(`author=${id("Nako Sung")}`);
  await map.shows("Nako Sung");
  await map.button("Raise the details").tap();
  expect(await violations(map), "an author").toEqual([]);
});
