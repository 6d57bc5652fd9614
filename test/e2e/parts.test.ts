import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { type Served, serve } from "./served.ts";

const { open } = browsing();

/*
 * One team of 45 people in three parts of 15: each part writes 20 papers on a subject of its own, and three papers join it to the
 * next. Sixty small teams beside it make it one team: in so large a network three joint papers weigh more than three groups apart.
 */
const SUBJECTS = ["River deltas", "Soil bacteria", "Glacier ice"];
const OF_PART = 15;
const SMALL_TEAMS = 60;
const LETTERS = "bdfghklmnprstvwz";

/** A name unlike all others. */
function person(number: number): string {
  const syllable = (n: number) => LETTERS[n % 16] + "aeiou"[Math.floor(n / 16) % 5];
  const given = `${syllable(number * 7)}${syllable(number * 11 + 3)}n`;
  const family = `${syllable(number)}${syllable(Math.floor(number / 80) + 5)}${syllable(number * 3 + 1)}x`;
  return [given, family].map((word) => word[0].toUpperCase() + word.slice(1)).join(" ");
}

function bibliography(): string {
  const papers: { title: string; authors: number[] }[] = [];
  SUBJECTS.forEach((subject, part) => {
    const of = (k: number) => part * OF_PART + (k % OF_PART);
    for (let k = 0; k < 20; k++)
      papers.push({ title: `${subject} ${"IVXLC"[k % 5]}${k}x`, authors: [of(k), of(k + 1), of(k + 4)] });
    if (part > 0) for (const k of [0, 5, 10]) papers.push({ title: "Together", authors: [of(k), of(k) - OF_PART] });
  });
  for (let team = 0; team < SMALL_TEAMS; team++) {
    const first = SUBJECTS.length * OF_PART + 3 * team;
    for (let k = 0; k < 15; k++) papers.push({ title: `Apart ${team}x${k}`, authors: [first, first + 1, first + 2] });
  }
  return papers
    .map(
      ({ title, authors }, p) =>
        `@article{p${p}, title = {${title} of paper ${p}}, author = {${authors.map(person).join(" and ")}}, year = ${1990 + (p % 30)}}`,
    )
    .join("\n");
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
