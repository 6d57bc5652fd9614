import { expect, test } from "vitest";
import { authorRadius } from "../../src/model/author-radius.ts";
import { incidenceOf } from "../../src/model/incidence.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import type { LayoutInput } from "../../src/network/layout/layout-input.ts";
import { betweenTwoTeams, ownTeamShareOfNearest } from "../../src/network/layout/layout-quality.ts";
import { liveLayout } from "../../src/network/layout/live-layout.ts";
import { buildDataset } from "../../src/pipeline/build-dataset.ts";
import { readFolder, SEED_FILES, SEEDS } from "../read-folder.ts";

const { manifest, papers, authorships, authors, teams } = buildDataset(
  readFolder(SEEDS, SEED_FILES),
  DEFAULT_PARAMETERS,
);
const mostPapers = Math.max(...authors.papers);
const input: LayoutInput = {
  incidence: incidenceOf(
    Uint32Array.from([...papers.firstAuthorship, authorships.rowCount]),
    authorships.author,
    authors.rowCount,
  ),
  large: papers.large,
  team: authors.team,
  teamCount: teams.rowCount,
  onlyLarge: authors.onlyLarge,
  radius: Float32Array.from(authors.papers, (count) => authorRadius(count, mostPapers)),
  seed: DEFAULT_PARAMETERS.seed,
};
const onMap = (author: number) => !authors.onlyLarge[author];

test("of the five nearest, at least 90 % are of one's own team", () => {
  expect(ownTeamShareOfNearest(authors.x, authors.y, authors.team, onMap)).toBeGreaterThanOrEqual(0.9);
});

test("at least 80 % of those who publish with two teams lie nearer to both than to any third", () => {
  const between = betweenTwoTeams(authors.x, authors.y, input);
  expect(between.authors).toBeGreaterThan(10);
  expect(between.share).toBeGreaterThanOrEqual(0.8);
});

test("the disc of those known from one large paper covers at most an eighth of the map and stands apart", () => {
  const disc = authors.authorId.flatMap((_, author) => (authors.onlyLarge[author] ? [author] : []));
  const others = authors.authorId.flatMap((_, author) => (authors.onlyLarge[author] ? [] : [author]));
  expect(disc).toHaveLength(335);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const center = { x: mean(disc.map((author) => authors.x[author])), y: mean(disc.map((author) => authors.y[author])) };
  const fromCenter = (author: number) => Math.hypot(authors.x[author] - center.x, authors.y[author] - center.y);
  const radius = Math.max(...disc.map(fromCenter));
  const extent = (values: Float32Array) => Math.max(...values) - Math.min(...values);
  expect(Math.PI * radius ** 2).toBeLessThanOrEqual((extent(authors.x) * extent(authors.y)) / 8);
  expect(Math.min(...others.map(fromCenter))).toBeGreaterThan(radius);
});

// At 60 steps a second: the live layout of the page takes one step or more for every picture it shows.
test("twenty seconds of live steps from the stored positions move the mean author by at most 5 % of the width", () => {
  const live = liveLayout(input, "teams", { x: authors.x, y: authors.y, scale: manifest.layoutScale });
  for (let step = 0; step < 20 * 60; step++) live.step();
  const moved = authors.authorId.map((_, author) =>
    Math.hypot(live.x[author] - authors.x[author], live.y[author] - authors.y[author]),
  );
  expect(moved.reduce((sum, way) => sum + way, 0) / moved.length).toBeLessThanOrEqual(0.05);
  expect(Math.max(...moved)).toBeLessThanOrEqual(0.2);
});
