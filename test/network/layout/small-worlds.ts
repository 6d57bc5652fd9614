import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { authorRadius } from "../../../src/model/author-radius.ts";
import { generator } from "../../../src/model/generator.ts";
import { type Incidence, incidenceOf, papersOf } from "../../../src/model/incidence.ts";
import { fold } from "../../../src/model/text.ts";
import { coauthorNetwork } from "../../../src/network/coauthor-network.ts";
import { findCommunities } from "../../../src/network/communities.ts";
import type { LayoutInput } from "../../../src/network/layout/layout-input.ts";

/** A layout's input from author lists and the authors' teams; a paper of more than `largePaper` authors is large. */
export function inputOf(
  papers: readonly (readonly number[])[],
  team: readonly (number | null)[],
  largePaper = 100,
  seed = 1,
): LayoutInput {
  const offsets = [0];
  for (const authors of papers) offsets.push(offsets[offsets.length - 1] + authors.length);
  const incidence = incidenceOf(Uint32Array.from(offsets), Uint32Array.from(papers.flat()), team.length);
  const large = papers.map((authors) => authors.length > largePaper);
  return {
    incidence,
    large,
    team,
    teamCount: team.reduce<number>((most, t) => Math.max(most, (t ?? -1) + 1), 0),
    onlyLarge: team.map((_, author) => {
      const own = [...papersOf(incidence, author)];
      return own.length > 0 && own.every((p) => large[p]);
    }),
    radius: radii(incidence),
    seed,
  };
}

function radii(incidence: Incidence): Float32Array {
  const papers = Array.from({ length: incidence.authorCount }, (_, author) => papersOf(incidence, author).length);
  const most = papers.reduce((a, b) => Math.max(a, b), 1);
  return Float32Array.from(papers, (count) => authorRadius(count, most));
}

/**
 * `teams` teams of `size` authors in a ring, each with papers of its own; two authors of each team also write with the next team; `crowd`
 * more authors stand only on one paper of them all.
 */
export function ringOfTeams(teams: number, size: number, crowd: number, seed = 1): LayoutInput {
  const chance = generator(seed);
  const team: (number | null)[] = Array.from({ length: teams * size }, (_, author) => Math.floor(author / size));
  const papers: number[][] = [];
  for (let t = 0; t < teams; t++) {
    const members = Array.from({ length: size }, (_, k) => t * size + k);
    papers.push(members);
    for (let p = 0; p < size; p++) {
      papers.push([...new Set([0, 1, 2, 3].map(() => members[Math.floor(chance() * size)]))]);
    }
    if (teams > 1) papers.push([t * size, t * size + 1, (((t + 1) % teams) * size + 2) % (teams * size)]);
  }
  if (crowd > 0) {
    papers.push([0, ...Array.from({ length: crowd }, (_, k) => teams * size + k)]);
    for (let k = 0; k < crowd; k++) team.push(teams);
  }
  return inputOf(papers, team, Math.max(size, 20), seed);
}

/** `teams` teams of `size` in a row, each tied to the next by one paper; `pairs` pairs apart from all; a crowd on one paper; somebody alone. */
export function archipelago(teams: number, size: number, pairs: number, crowd: number): LayoutInput {
  const chance = generator(7);
  const papers: number[][] = [];
  const team: (number | null)[] = [];
  for (let t = 0; t < teams; t++) {
    const start = team.length;
    for (let k = 0; k < size; k++) team.push(t);
    for (let k = 1; k < size; k++) papers.push([start + k, start + Math.floor(chance() * k)]);
    for (let k = 0; k < size; k++) {
      papers.push([...new Set([0, 1, 2].map(() => start + Math.floor(chance() * size)))]);
    }
    if (t > 0) papers.push([start, start - size + 1]);
  }
  for (let p = 0; p < pairs; p++) {
    papers.push([team.length, team.length + 1]);
    team.push(teams + p, teams + p);
  }
  papers.push([0, ...Array.from({ length: crowd }, (_, k) => team.length + k)]);
  for (let k = 0; k < crowd; k++) team.push(teams + pairs);
  team.push(null);
  return inputOf(papers, team, 100);
}

const BIBLIOGRAPHY = join(import.meta.dirname, "../../../seeds/papers.bib");

export const seedsExist = existsSync(BIBLIOGRAPHY);

/**
 * The seeds' network, read by the shortest way: author lists as they stand, names folded unless that would join two authors of one
 * paper. The readers and the linking have tests of their own.
 */
export function seedsInput(seed = 1): { input: LayoutInput; authorOf: (name: string) => number } {
  division ??= divideSeeds();
  return { input: inputOf(division.papers, division.team, 100, seed), authorOf: division.authorOf };
}

/** The division into teams takes longer than a layout, so a test file makes it once. */
let division: ReturnType<typeof divideSeeds> | undefined;

function divideSeeds() {
  const text = readFileSync(BIBLIOGRAPHY, "utf8");
  const lists = [...text.matchAll(/^ *author = \{([^}]*)\}/gm)].map((match) => match[1].split(" and "));
  const joined = new Set(lists.flatMap((names) => duplicates(names.map(fold))));
  const keyOf = (name: string) => (joined.has(fold(name)) ? name : fold(name));
  const keys = [...new Set(lists.flat().map(keyOf))].sort();
  const authorOf = new Map(keys.map((key, author) => [key, author]));
  const find = (name: string) => authorOf.get(keyOf(name)) ?? -1;
  const papers = lists.map((names) => names.map(find));
  const { incidence } = inputOf(
    papers,
    Array.from(keys, () => null),
  );
  const network = coauthorNetwork(incidence, { counting: "paper", largePaper: 100, large: "in" });
  const { community } = findCommunities(network, { resolution: 1, starts: 64, seed: 1 });
  const team = Array.from(community, (t) => (t < 0 ? null : t));
  return { papers, team, authorOf: find };
}

function duplicates(names: readonly string[]): string[] {
  return names.filter((name, k) => names.indexOf(name) !== k);
}
