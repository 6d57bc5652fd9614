import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PAPERS, person } from "../known-parts.ts";
import { browsing } from "./browsing.ts";
import { type Served, serve } from "./served.ts";

const { open } = browsing();

/** Each paper as one of BibTeX, its people by name. */
function bibliography(): string {
  return PAPERS.map(
    ({ title, by }, p) =>
      `@article{p${p}, title = {${title} of paper ${p}}, author = {${by.map(person).join(" and ")}}, year = ${1990 + (p % 30)}}`,
  ).join("\n");
}

const folder = mkdtempSync(join(tmpdir(), "coterie-parts-"));
let served: Served;
beforeAll(async () => {
  const file = join(folder, "parts.bib");
  writeFileSync(file, bibliography());
  served = await serve(file);
});
afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true });
});

test("a large team lists its parts, and each tells its people, its subject and its papers", async () => {
  const map = await open("", { origin: served.origin });
  await map.find(person(0), person(0));
  await map.shows(person(0));
  await map.panel.locator("p", { hasText: "in the part" }).getByRole("button").waitFor();
  await map.panel.locator("p.team-line").first().getByRole("button").first().click();
  const parts = map.section("Parts");
  await parts.waitFor();
  expect(await parts.getByRole("listitem").count()).toBe(3);
  const texts = await parts.getByRole("listitem").allTextContents();
  for (const subject of ["river deltas", "soil bacteria", "glacier ice"]) {
    expect(texts.filter((text) => text.includes(`& others · ${subject}`) && text.includes("15 people"))).toHaveLength(
      1,
    );
  }

  await parts.getByRole("button", { name: /river deltas/ }).click();
  await map.panel.getByText("A part of the team").waitFor();
  expect((await map.panel.textContent()) ?? "").toMatch(/river deltas · 15 people · 2[0-9] papers/);
  expect(await map.address()).toMatch(/^part=a[0-9a-f]{12}&at=/);
  expect(await map.page.title()).toMatch(/river deltas · Coterie$/);
  await map
    .section("Neighbouring parts")
    .getByRole("button", { name: /soil bacteria/ })
    .waitFor();
});

test("the keyboard reaches a part, the address keeps it, and Back leads to where one was", async () => {
  const map = await open("", { origin: served.origin });
  await map.find(person(20), person(20));
  await map.shows(person(20));
  const link = map.panel.locator("p", { hasText: "in the part" }).getByRole("button");
  expect(await link.textContent()).toContain("soil bacteria");
  await link.focus();
  await map.page.keyboard.press("Enter");
  await map.panel.getByText("A part of the team").waitFor();
  const address = await map.address();

  const again = await open(address, { origin: served.origin });
  await again.panel.getByText("A part of the team").waitFor();
  expect(await again.heading.textContent()).toBe(await map.heading.textContent());

  await map.button("Back").click();
  await map.shows(person(20));
});
