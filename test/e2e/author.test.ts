import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { addressAt, author, placeOf, seeds } from "./seeds-map.ts";

const { stay } = browsing();

test("a click on an author on the map opens the person", async () => {
  const map = await stay(addressAt(placeOf("Kyung-Min Kim"), 0.1));
  await map.clickAt(0, 0, "Kyung-Min Kim");
  await map.shows("Kyung-Min Kim");
  expect(await map.address()).toContain(`author=${seeds.authors.authorId[author("Kyung-Min Kim")]}`);
});

test("a click beside everything goes back to the overview", async () => {
  const map = await stay(`author=${seeds.authors.authorId[author("Nako Sung")]}&at=0.9~0.9~0.1`);
  await map.shows("Nako Sung");
  await map.clickAt(0, 0, null);
  await map.shows(/^21 papers/);
});

test("a person's panel says papers, team and how sure, coauthors and names", async () => {
  const map = await stay();
  await map.find("Kyung-Min Kim", /^Kyung-Min Kim/);
  await map.shows("Kyung-Min Kim");
  const text = (await map.panel.textContent()) ?? "";
  expect(text).toContain("11 papers · 2019–2024 · 393 coauthors");
  expect(text).toMatch(/in recommender systems in \d+ of 64 starts/);
  expect(await map.panel.getByRole("img", { name: /^Tie weight: recommender systems \d+.%, GNN/ }).count()).toBe(1);

  const papers = map.section("Papers");
  const years = await papers.locator(".paper-year").allTextContents();
  expect(years).toHaveLength(11);
  expect(years).toEqual([...years].sort().reverse());
  expect(await papers.getByRole("link", { name: /^DOI/ }).first().getAttribute("rel")).toMatch(/noopener|noreferrer/);
  expect((await papers.textContent()) ?? "").toContain("as Kyungmin Kim");

  expect((await map.section("Coauthors").textContent()) ?? "").toContain("366 more only on HyperCLOVA X");
  expect(await map.section("Name forms").getByRole("listitem").allTextContents()).toEqual([
    "Kyung-Min Kim10",
    "Kyungmin Kim1",
  ]);
});

test("a bridge is called one, with the share of each team in its ties", async () => {
  const map = await stay();
  await map.find("Jung-Woo Ha", /^Jung-Woo Ha/);
  await map.shows("Jung-Woo Ha");
  const bar = map.panel.getByRole("img", { name: /^Tie weight:/ });
  expect(await bar.getAttribute("aria-label")).toMatch(/recommender systems 32.%, MLOps 28.%, GNN 19.%, LLM 10.%/);
  await map.panel.getByText("A bridge: only 28").waitFor();
});

test("an author of one paper has a panel without years to compare", async () => {
  const map = await stay();
  await map.find("Ernar Kusdavletov", /^Ernar Kusdavletov/);
  await map.shows("Ernar Kusdavletov");
  expect((await map.panel.textContent()) ?? "").toContain("1 paper · 2018 · 8 coauthors");
  expect(await map.section("By year").count()).toBe(0);
});

test("back and forward go through what was chosen", async () => {
  const map = await stay();
  await map.find("Nako Sung", /^Nako Sung/);
  await map.shows("Nako Sung");
  await map.section("Coauthors").getByRole("button", { name: "Jung-Woo Ha", exact: true }).click();
  await map.shows("Jung-Woo Ha");
  await map.button("Back").click();
  await map.shows("Nako Sung");
  await map.button("Forward").click();
  await map.shows("Jung-Woo Ha");
  await map.button("Overview").click();
  await map.shows(/^21 papers/);
});

test("a person's papers can be copied as references and as BibTeX", async () => {
  const map = await stay();
  await map.find("Ernar Kusdavletov", /^Ernar Kusdavletov/);
  await map.shows("Ernar Kusdavletov");
  await map.button("Copy references").click();
  await map.button("Copied").waitFor();
  expect(await map.page.evaluate(() => navigator.clipboard.readText())).toContain("CHOPT: Automated Hyperparameter");
  await map.button("Copy BibTeX").click();
  await expect.poll(() => map.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@\w+\{/);
});

test("what the pointer is on is said, and nothing where nothing is", async () => {
  const map = await stay(addressAt(placeOf("Nako Sung"), 0.1));
  await map.pointAt(0, 0, "Nako Sung");
  await map.goTo("at=0.9~0.9~0.1");
  await map.pointAt(0, 0, null);
});
