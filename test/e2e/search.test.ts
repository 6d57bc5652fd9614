import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { seeds } from "./seeds-map.ts";

const { open, stay } = browsing();

/** Every paper of the seeds by the name of its system, or where it has none by what one would remember of its title. */
const SYSTEMS: readonly (readonly [query: string, paper: string])[] = [
  ["NSML", "1712.05902"],
  ["CHOPT", "1810.03527"],
  ["MLaaS platform", "1810.09957"],
  ["HGP", "1908.02569"],
  ["GESM", "2005.08485"],
  ["Hop Sampling", "2006.14897"],
  ["Multi-Manifold", "2007.02334"],
  ["CareCall", "2007.02642"],
  ["HyperCLOVA", "2021.emnlp-main.274"],
  ["AlphaTuning", "2022.findings-emnlp.240"],
  ["Keep Me Updated", "2022.findings-emnlp.276"],
  ["Effect of Pretraining Corpora", "2022.naacl-main.380"],
  ["Pivotal Role", "2023.acl-long.64"],
  ["ShopperBERT", "2106.00573"],
  ["CLUE", "2111.11294"],
  ["MH-Aug", "2203.14082"],
  ["DGT", "2206.14337"],
  ["Ask Me What You Need", "2207.02516"],
  ["QAT", "2212.00975"],
  ["k-SALSA", "2303.10824"],
  ["HyperCLOVA X", "2404.01954"],
];

test("CHOPT is found and its paper opened by keyboard alone", async () => {
  const map = await stay();
  await map.page.keyboard.press("/");
  await map.page.keyboard.type("chopt");
  await map.page.getByRole("option", { name: /^CHOPT/, selected: true }).waitFor();
  await map.page.keyboard.press("Enter");
  await map.shows(/^CHOPT: Automated Hyperparameter Optimization/);
  expect(await map.focused()).toBe("aside Details");
  const panel = (await map.panel.textContent()) ?? "";
  expect(panel).toContain("Field: MLOps");
  expect(panel).toContain("People: 8 MLOps, 1 GNN");
  expect(await map.panel.getByRole("link", { name: /^arXiv/ }).getAttribute("href")).toBe(
    "https://arxiv.org/abs/1810.03527",
  );
  await map.panel.getByRole("button", { name: "Jung-Woo Ha" }).waitFor();
  await expect.poll(() => map.page.title()).toMatch(/^CHOPT/);
});

test("each of the 21 papers is found by its system's name and leads to people, a field and teams", async () => {
  const map = await stay();
  for (const [query, id] of SYSTEMS) {
    const title = seeds.papers.title[seeds.papers.paperId.indexOf(id)] ?? "";
    await map.search.fill(query);
    const answers = map.page.getByRole("option").filter({ hasText: title });
    await answers.first().click();
    await map.shows(title);
    const text = (await map.panel.textContent()) ?? "";
    expect(text, title).toContain("Field: ");
    expect(text, title).toMatch(/People: \d+ \S/);
    expect(await map.section("People by team").getByRole("button").count(), title).toBeGreaterThan(0);
  }
});

test("accents, hyphens, case and the order of names do not matter", async () => {
  const map = await stay();
  for (const query of ["jungwoo ha", "Júng-Woo HA", "ha jung-woo"]) {
    await map.search.fill(query);
    await map.page.getByRole("option", { name: /^Jung-Woo Ha/, selected: true }).waitFor();
  }
  await map.search.fill("ksalsa");
  await map.page.getByRole("option", { name: /^k-SALSA/, selected: true }).waitFor();
});

test("where nothing matches, the nearest in spelling are offered", async () => {
  const map = await stay();
  await map.search.fill("Jungwo Hah");
  await map.page.getByText("Nothing found. Nearest in spelling:").waitFor();
  await map.page
    .getByRole("option", { name: /^Jung-Woo Ha/ })
    .first()
    .waitFor();
  await map.search.fill("xqzzvj");
  await map.page.getByText("Nothing is called like this.").waitFor();
  expect(await map.page.getByRole("option").count()).toBe(0);
});

test("Ctrl+K goes to the search, arrows walk the answers, Escape closes them one step at a time", async () => {
  const map = await stay();
  await map.page.keyboard.press("Control+K");
  expect(await map.focused()).toMatch(/^combobox/);
  await map.page.keyboard.type("kim");
  const selected = map.page.getByRole("option", { selected: true });
  // What "ki" finds may be there for a moment.
  await expect.poll(() => selected.textContent()).toContain("Kim");
  const first = await selected.textContent();
  await map.page.keyboard.press("ArrowDown");
  await expect.poll(() => selected.textContent()).not.toBe(first);
  expect(await map.search.getAttribute("aria-activedescendant")).toBe(await selected.getAttribute("id"));
  await map.page.keyboard.press("ArrowUp");
  await expect.poll(() => selected.textContent()).toBe(first);
  await map.page.keyboard.press("Escape");
  expect(await map.page.getByRole("option").count()).toBe(0);
  expect(await map.search.inputValue()).toBe("kim");
  await map.page.keyboard.press("Escape");
  expect(await map.search.inputValue()).toBe("");
});

test("what was picked is flown to", async () => {
  const map = await open("", { reducedMotion: "no-preference" });
  expect(await map.address()).toBe("");
  await map.find("model compression", /^model compression/);
  await expect.poll(() => map.page.url(), { timeout: 10_000 }).toMatch(/#team=a[0-9a-f]{12}&at=/);
});
