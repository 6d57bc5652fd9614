import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT } from "../built.ts";
import { browsing } from "./browsing.ts";
import { type Served, serve } from "./served.ts";

const { open, visit } = browsing();

const folder = mkdtempSync(join(tmpdir(), "coterie-e2e-"));
const running: Served[] = [];
afterAll(async () => {
  await Promise.all(running.map((served) => served.stop()));
  rmSync(folder, { recursive: true });
});

async function served(...inputs: readonly string[]): Promise<string> {
  const one = await serve(...inputs);
  running.push(one);
  return one.origin;
}

function bibliography(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("a broken dataset is told in one sentence, a missing one with the command that makes one, and both can be mended", async () => {
  const data = join(folder, "data");
  cpSync(join(ROOT, "public/data"), data, { recursive: true });
  const origin = await served(data);
  const papers = join(data, "papers.parquet");
  const whole = readFileSync(papers);
  writeFileSync(papers, whole.subarray(0, whole.length / 2));

  const map = await visit("", { origin, expected: /404/ });
  const alert = map.page.getByRole("alert");
  await alert.getByRole("heading", { name: "The dataset cannot be opened" }).waitFor();
  const reason = (await alert.getByRole("paragraph").first().textContent()) ?? "";
  expect(reason).toMatch(/papers\.parquet/);
  expect(reason.match(/[.!?](?:\s|$)/g)).toHaveLength(1);

  const manifest = readFileSync(join(data, "manifest.json"));
  rmSync(join(data, "manifest.json"));
  await map.button("Try again").click();
  await map.page.getByRole("heading", { name: "There is no dataset here yet" }).waitFor();
  expect(await map.page.locator("pre").textContent()).toContain("npx coterie build papers.bib -o dataset");

  writeFileSync(papers, whole);
  writeFileSync(join(data, "manifest.json"), manifest);
  await map.button("Try again").click();
  await map.isDrawn();
  await map.shows(/^21 papers/);
});

test("two papers are a map", async () => {
  const origin = await served(
    bibliography(
      "two.bib",
      `@article{a, title = {Tidal Pools}, author = {Ann Shore and Bo Reef}, year = 2001}
       @article{b, title = {Tidal Flats}, author = {Bo Reef and Cy Marsh}, year = 2003}`,
    ),
  );
  const map = await open("", { origin });
  await map.shows(/^2 papers · 3 authors · 1 team · 2001–2003$/);
  await map.find("Bo Reef", /^Bo Reef/);
  await map.section("Coauthors").getByRole("button", { name: "1 joint paper" }).first().click();
  expect(await map.section("Weight of the tie").locator(".sum").textContent()).toMatch(/^1 \(2 authors\) = 1(\.0)?$/);
});

test("people who never wrote together are people without teams", async () => {
  const origin = await served(
    bibliography("alone.bib", "@article{a, title = {Alone}, author = {Ann Shore}, year = 2001}"),
  );
  const map = await open("", { origin });
  await map.shows(/^1 paper · 1 author · 0 teams · 2001$/);
  await map.panel.getByText("No two people share a paper, so there are no teams.").waitFor();
  await map.find("Ann Shore", /^Ann Shore/);
  await map.panel.getByText("No coauthors in this dataset, so no team.").waitFor();
});

test("papers whose listing gave no authors are on the list, with their record", async () => {
  const pages = ["000_90f9f234d9232857", "001_d4bff359c7ef166c", "002_7c02c0803bccda23", "003_20aea4750b530979"];
  const origin = await served(...pages.map((page) => join("seeds", `${page}.txt`)));
  const map = await open("", { origin });
  await map.shows(/^21 papers · /);
  await map.panel.getByText("16 papers without authors").click();
  const without = map.panel.locator("details[open]").getByRole("button");
  expect(await without.count()).toBe(16);
  await without.first().click();
  expect((await map.section("People").textContent()) ?? "").toMatch(
    /The listing gave no authors: record \d+ of 00\d_[0-9a-f]+\.txt, line \d+\./,
  );
});

test("a dataset without any author opens", async () => {
  const origin = await served(bibliography("nobody.bib", "@misc{a, title = {An Anonymous Work}, year = 1999}"));
  const map = await open("", { origin });
  await map.shows(/^1 paper · 0 authors · 0 teams/);
  await map.find("anonymous", /^An Anonymous Work/);
  await map.section("People").getByText("The listing gave no authors").waitFor();
});

const HOSTILE = `@article{a,
  title = {<img src=x onerror=alert(1)> and <script>alert(2)</script>},
  author = {<b>Mallory</b> Root and Eve ${"\u202e"}Reversed and __proto__ and {Trudy "onload=alert(3)"}},
  journal = {<svg onload=alert(4)>}, year = 2020, url = {javascript:alert(5)},
  abstract = {<iframe src="javascript:alert(6)"></iframe> https://evil.example/}}
@article{b,
  title = {Constructor ${"\u2066"}of toString}, author = {<b>Mallory</b> Root and constructor},
  year = 2021, url = {https://arxiv.org@evil.example/}, doi = {10.1/"><img src=x onerror=alert(7)>}}`;

test("text from files stays text: no markup, no link, no dialog, nothing turned round", async () => {
  const origin = await served(bibliography("hostile.bib", HOSTILE));
  const map = await open("", { origin });
  await map.shows(/^2 papers · 5 authors/);
  await map.find("onerror", /<img src=x onerror=alert\(1\)>/);
  await map.heading.waitFor();
  await map.shows("<img src=x onerror=alert(1)> and <script>alert(2)</script>");
  const text = (await map.panel.textContent()) ?? "";
  for (const said of ["<svg onload=alert(4)>", '<iframe src="javascript:alert(6)"></iframe>', "<b>Mallory</b> Root"]) {
    expect(text).toContain(said);
  }
  expect(await map.page.locator("#root").locator("img, iframe, script, b, svg[onload]").count()).toBe(0);
  expect(await map.panel.getByRole("link").count()).toBe(0);
  expect(await map.panel.locator("bdi", { hasText: "Reversed" }).count()).toBeGreaterThan(0);

  await map.panel.getByRole("button", { name: "<b>Mallory</b> Root" }).click();
  await map.shows("<b>Mallory</b> Root");
  for (const link of await map.panel.getByRole("link").all()) {
    expect(await link.getAttribute("href")).toMatch(/^https:\/\/doi\.org\//);
  }
  await map.find("constructor", /^constructor/);
  await map.shows(/^constructor|^Constructor/);
});
