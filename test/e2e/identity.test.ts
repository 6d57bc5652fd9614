import { expect, test } from "vitest";
import { browsing } from "./browsing.ts";
import { coloursOfMap, keepPicture, TEAM_HUES } from "./picture.ts";
import { allAuthors, asked, authors, decisions, PATIENTLY, PHONE, questions, review } from "./reviewing.ts";
import { addressAt, placeOf, seeds } from "./seeds-map.ts";

const { open } = browsing();

test("a question shows both names with their papers, coauthors and the evidence, and both on the map", async () => {
  const map = await open();
  await review(map);
  expect(await asked(map)).toHaveLength(2);
  const question = map.panel.getByRole("region", { name: /one person\?$/ });
  const said = (await question.textContent()) ?? "";
  expect(said).toMatch(/\d papers?/);
  expect(said).toMatch(/As (one|two): 1 author/);
  expect(await question.getByRole("table").getByRole("row").count()).toBeGreaterThan(1);
  await keepPicture(map, "review");
});

test("an answer changes the map, and undone it has left no trace", async () => {
  const map = await open();
  await review(map);
  const names = await asked(map);
  const joined = (await map.panel.getByText("Are they really one person?").count()) > 0;
  await map.page.keyboard.press(joined ? "d" : "s");
  await expect.poll(() => authors(map), PATIENTLY).toBe(allAuthors + (joined ? 1 : -1));
  expect(await asked(map)).not.toEqual(names);
  expect(await decisions(map).getByRole("listitem").count()).toBe(1);

  await map.page.keyboard.press("u");
  await expect.poll(() => authors(map), PATIENTLY).toBe(allAuthors);
  expect(await asked(map)).toEqual(names);
  expect(await decisions(map).getByRole("listitem").count()).toBe(0);
  await map.button("Redo").click();
  await expect.poll(() => authors(map), PATIENTLY).toBe(allAuthors + (joined ? 1 : -1));
});

test("the map that a decision makes goes on showing the question", async () => {
  const map = await open();
  await review(map);
  const bright = async () => {
    const colours = await coloursOfMap(map);
    return TEAM_HUES.light.reduce((sum, hue) => sum + (colours.get(hue) ?? 0), 0);
  };
  const names = await asked(map);
  // The camera rests, and whoever has nothing to do with the question is dimmed.
  await map.address();
  const asking = await bright();
  await map.page.getByLabel("File of decisions to load").setInputFiles({
    name: "identity.tsv",
    mimeType: "text/plain",
    buffer: Buffer.from("action\tname\tother\ndifferent\tNako Sung\tBoseop Kim\n"),
  });
  await decisions(map).getByRole("listitem").first().waitFor();
  await map.panel.locator("article[aria-busy=false]").waitFor();
  await map.isDrawn();
  expect(await asked(map)).toEqual(names);
  await map.address();
  expect(await bright()).toBeLessThan(1.2 * asking);
});

test("what was skipped is asked again when the rest is through", async () => {
  const map = await open();
  await review(map);
  const first = await asked(map);
  const left = questions.length;
  await map.panel.getByText(`0 of ${left} done`).waitFor();
  for (let i = 0; i < left; i++) await map.page.keyboard.press("k");
  await map.panel.getByText(/questions? put off/).waitFor();
  await map.button("Ask again").click();
  expect(await asked(map)).toEqual(first);
});

test("the presets join more or fewer names, and normal is where one began", async () => {
  const map = await open();
  await review(map);
  const found: number[] = [];
  for (const preset of ["Strict", "Generous", "Normal"]) {
    await map.panel.getByRole("radio", { name: preset }).check();
    await map.panel.locator("article[aria-busy=false]").waitFor();
    found.push(await authors(map));
  }
  const [strict, generous, normal] = found;
  expect(strict).toBeGreaterThan(normal);
  expect(generous).toBeLessThanOrEqual(normal);
  expect(normal).toBe(allAuthors);
});

test("papers can be given to another person of the name, and everybody else stays in place", async () => {
  const map = await open("author=x");
  await map.find("Kyung-Min Kim", /^Kyung-Min Kim/);
  await map.shows("Kyung-Min Kim");
  await map.button("Not all the same person?").click();
  const boxes = map.panel.getByRole("checkbox");
  const count = await boxes.count();
  await boxes.first().check();
  await boxes.nth(1).check();
  await keepPicture(map, "split");
  await map.button("2 papers by another person").click();
  await expect
    .poll(() => map.map.getAttribute("aria-label"), PATIENTLY)
    .toMatch(new RegExp(`^Map of ${allAuthors + 1} authors`));
  await map.page.getByText("2 papers of Kyung-Min Kim are another person's. Undo").waitFor();
  // One of the two is still chosen, with its part of the papers.
  await map.shows("Kyung-Min Kim");
  expect([2, count - 2]).toContain(await map.section("Papers").locator(".paper-year").count());
  await map.goTo(addressAt(placeOf("Nako Sung"), 0.1));
  await map.pointAt(0, 0, "Nako Sung");

  await map.page.keyboard.press("Control+z");
  await expect.poll(() => map.map.getAttribute("aria-label"), PATIENTLY).toMatch(`Map of ${allAuthors} authors`);
  await map.page.keyboard.press("Control+y");
  await expect.poll(() => map.map.getAttribute("aria-label"), PATIENTLY).toMatch(`Map of ${allAuthors + 1} authors`);
});

test("a person's panel says why names are one, and that can be refused there", async () => {
  const map = await open();
  const { cases, nodes } = seeds;
  const row = cases.outcome.indexOf("merged");
  const name = seeds.authors.name[nodes.author[cases.a[row]]];
  await map.find(name, new RegExp(`^${name}`));
  await map.shows(name);
  const forms = map.section("Name forms");
  await forms.getByText("taken for one person").first().click();
  await keepPicture(map, "name-forms");
  await forms.getByRole("button", { name: "Not the same person" }).first().click();
  await expect.poll(() => map.map.getAttribute("aria-label"), PATIENTLY).toMatch(`Map of ${allAuthors + 1} authors`);
  await map.section("Names like this").getByText("you say: different people").waitFor();
});

test("who answers fast answers the next question, and not the same one again", async () => {
  const map = await open();
  await review(map);
  const first = await asked(map);
  await map.page.keyboard.press("d");
  const second = await asked(map);
  expect(second).not.toEqual(first);
  await map.page.keyboard.press("d");
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(2);
});

test("on a phone the sheet is raised, and the answers are in sight and wide enough wherever one has scrolled to", async () => {
  const map = await open("", PHONE);
  await map.button(/^Who is who/).tap();
  await map.shows("Who is who");
  const inSight = async () => {
    for (const name of ["Same", "Different", "Skip", "Undo"]) {
      const box = await map.button(name).boundingBox();
      if (box === null || box.height < 44 || box.y + box.height > 844 || box.x + box.width > 390) return name;
    }
    return "all";
  };
  await expect.poll(async () => (await map.panel.boundingBox())?.y ?? 844).toBeLessThan(844 / 2);
  await expect.poll(inSight).toBe("all");
  await keepPicture(map, "review-phone");
  await map.panel.getByText("How readily names are joined").scrollIntoViewIfNeeded();
  await expect.poll(inSight).toBe("all");
  const { content, window } = await map.widths();
  expect(content).toBeLessThanOrEqual(window);
  await map.button("Different").tap();
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(1);
  await map.button("Undo").tap();
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(0);
});

test("what is typed is no answer, a key that is held answers once, and what was decided is said", async () => {
  const map = await open();
  await review(map);
  const first = await asked(map);
  await map.search.pressSequentially("sdk");
  await map.search.fill("");
  expect(await asked(map)).toEqual(first);
  expect(await decisions(map).getByRole("listitem").count()).toBe(0);
  await map.search.blur();

  const said = map.page.locator("[role=status].visually-hidden");
  await map.page.keyboard.down("d");
  await map.page.keyboard.down("d");
  await map.page.keyboard.up("d");
  await expect
    .poll(() => said.textContent(), PATIENTLY)
    .toBe(`${first.join(" and ")} are two people. Next: are ${(await asked(map)).join(" and ")} one person?`);
  expect(await decisions(map).getByRole("listitem").count()).toBe(1);
  await map.page.keyboard.press("u");
  await expect.poll(() => said.textContent(), PATIENTLY).toBe(`Undone: ${first.join(" and ")} are two people.`);

  // An answer by button leaves the keyboard where it is.
  await expect.poll(() => asked(map), PATIENTLY).toEqual(first);
  await expect.poll(() => authors(map), PATIENTLY).toBe(allAuthors);
  await map.button("Different").focus();
  await map.page.keyboard.press("Enter");
  await expect.poll(() => decisions(map).getByRole("listitem").count(), PATIENTLY).toBe(1);
  expect(await map.focused()).toMatch(/^button Different/);
  await map.panel.getByText(`1 of ${questions.length} done`).waitFor();
});

test("once all is answered the review says so, and begins anew when the last answer is undone", async () => {
  const map = await open();
  await review(map);
  await map.button("Different").focus();
  for (const _ of questions) await map.page.keyboard.press("Enter");
  await map.panel.getByRole("heading", { name: "Nothing left to ask" }).waitFor();
  expect(await map.focused()).toMatch(/^button Different/);
  await map.panel.getByText(/questions are answered\.$/).waitFor();
  expect(await map.button("Same").getAttribute("aria-disabled")).toBe("true");
  await map.button("Undo").click();
  await expect.poll(() => asked(map), PATIENTLY).toHaveLength(2);
});

test("whoever is in doubt has their counts as a range, and their panel leads to the question", async () => {
  const map = await open();
  const { cases, nodes, authors: people } = seeds;
  const row = questions.find((one) => cases.outcome[one] === "open") ?? -1;
  const name = people.name[nodes.author[cases.a[row]]];
  await map.find(name, new RegExp(`^${name}`));
  await map.shows(name);
  await map.panel.getByText("in doubt", { exact: true }).waitFor();
  expect(await map.panel.locator(".figures").textContent()).toMatch(/\(\d+–\d+\)/);
  await keepPicture(map, "in-doubt");
  await map.button("Answer it").click();
  await map.shows("Who is who");
  expect((await asked(map))[0]).toBe(nodes.name[cases.a[row]]);
});
