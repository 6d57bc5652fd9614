import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { addressAt, author, authorFarFromLines, clearestPointBetween, seeds } from "./seeds-map.ts";

const { stay } = browsing();

const SHIN_AND_PARK = clearestPointBetween("Kyuyong Shin", "Young-Jin Park");

test("a click within six pixels of a line opens the joint papers and the sum behind the tie", async () => {
  const map = await stay(addressAt(SHIN_AND_PARK, 0.05));
  await map.clickAt(0, 4, "Kyuyong Shin");
  await map.shows(/^Kyuyong Shin\s+and\s+Young-Jin Park$/);
  const papers = map.section("Joint papers").getByRole("listitem");
  expect(await papers.count()).toBe(3);
  // 1/21 + 1/6 + 1/3 = 0.0476 + 0.1667 + 0.3333 = 0.5476
  expect(await map.section("Weight of the tie").locator(".sum").textContent()).toBe(
    "1/21 (7 authors) + 1/6 (4 authors) + 1/3 (3 authors) = 0.55",
  );
});

test("a click farther from the line chooses nothing", async () => {
  const map = await stay(addressAt(SHIN_AND_PARK, 0.05));
  await map.pointAt(0, 0, "Young-Jin Park");
  const [x, y] = await map.fromMiddle(0, 60);
  await map.page.mouse.click(x, y);
  expect(await map.address()).not.toContain("tie=");
  await map.shows(/^21 papers/);
});

test("the list of coauthors leads to a tie, and a tie to its papers and its people", async () => {
  const map = await stay();
  await map.find("Kyung-Min Kim", /^Kyung-Min Kim/);
  const shin = map.section("Coauthors").getByRole("listitem").filter({ hasText: "Kyuyong Shin" });
  await shin.getByRole("button", { name: "6 joint papers" }).click();
  await map.shows(/^Kyung-Min Kim\s+and\s+Kyuyong Shin$/);
  // The seventh is the large paper: 2/(377 · 376), a pair of 70,876, never as a bare 0.0000141.
  expect(await map.section("Weight of the tie").locator(".sum").textContent()).toBe(
    "1 of 70,876 pairs (377 authors) + 1/28 (8 authors) + 1/6 (4 authors) + 1/10 (5 authors) + " +
      "1/21 (7 authors) + 1/6 (4 authors) + 1/3 (3 authors) = 0.85",
  );
  await map
    .section("Joint papers")
    .getByRole("button", { name: /^One4all User Representation/ })
    .click();
  await map.shows(/^One4all User Representation/);
  await map.button("Back").click();
  await map.heading.getByRole("button", { name: "Kyuyong Shin" }).click();
  await map.shows("Kyuyong Shin");
});

test("who shares the large paper alone is no line, and its tie is one of its pairs, not a number with many zeros", async () => {
  const onlyThere = authorFarFromLines();
  const [a, b] = [author("Kyung-Min Kim"), author(onlyThere)].sort((one, other) => one - other);
  const { authorId, name } = seeds.authors;
  const map = await stay(`author=${authorId[author("Kyung-Min Kim")]}`);
  await map.shows("Kyung-Min Kim");
  expect(await map.section("Coauthors").getByRole("button", { name: onlyThere, exact: true }).count()).toBe(0);
  await map.goTo(`tie=${authorId[a]}~${authorId[b]}`);
  await map.shows(new RegExp(`^${name[a]}\\s+and\\s+${name[b]}$`));
  expect(await map.section("Weight of the tie").locator(".sum").textContent()).toBe("1 of 70,876 pairs (377 authors)");
});

test("the sum follows the counting", async () => {
  const map = await stay(addressAt(SHIN_AND_PARK, 0.05));
  await map.panel.getByRole("radio", { name: /^by author/ }).check({ force: true });
  await map.clickAt(0, 0, "Young-Jin Park");
  // 1/6 + 1/3 + 1/2 = 1
  expect(await map.section("Weight of the tie").locator(".sum").textContent()).toMatch(
    /^1\/6 \(7 authors\) \+ 1\/3 \(4 authors\) \+ 1\/2 \(3 authors\) = 1(\.0)?$/,
  );
});
