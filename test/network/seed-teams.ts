import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Counting } from "../../src/model/counting.ts";
import { incidenceOf } from "../../src/model/incidence.ts";
import { byCodeUnit } from "../../src/model/order.ts";
import { coauthorNetwork } from "../../src/network/coauthor-network.ts";
import { findCommunities } from "../../src/network/communities.ts";
import type { TeamsToName } from "../../src/network/team-names.ts";

const SEEDS = join(import.meta.dirname, "../../seeds");

/** The 21 papers of the seeds, read in the plainest way, so that names can be tested without the readers and identity. */
export function seedPapers(): { id: string; title: string; abstract: string | null; authors: string[] }[] {
  const abstracts = new Map<string, string>();
  for (const file of readdirSync(SEEDS).filter((name) => name.endsWith(".txt"))) {
    const lines = readFileSync(join(SEEDS, file), "utf8").split("\n");
    lines.forEach((line, i) => {
      const id = /^arXiv:(\S+)/u.exec(line)?.[1];
      const above = lines.slice(Math.max(0, i - 6), i).filter((text) => text.length > 300 && text.includes(". "));
      if (id !== undefined && above.length > 0) abstracts.set(id, above[above.length - 1]);
    });
  }
  const entries = readFileSync(join(SEEDS, "papers.bib"), "utf8").split("@online{arxiv-").slice(1);
  return entries
    .map((entry) => {
      const id = entry.slice(0, entry.indexOf(","));
      const title = /title = \{\{(.*)\}\}/u.exec(entry)?.[1] ?? "";
      const authors = (/author = \{(.*)\}/u.exec(entry)?.[1] ?? "").split(" and ");
      return { id, title, abstract: abstracts.get(id) ?? null, authors };
    })
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

const TEAMS = new Map<Counting, Omit<TeamsToName, "vocabulary">>();

/** The teams of the seeds as `findCommunities` tells them apart, ready to be named. */
export function seedTeams(counting: Counting = "paper"): Omit<TeamsToName, "vocabulary"> {
  const teams = TEAMS.get(counting) ?? findSeedTeams(counting);
  TEAMS.set(counting, teams);
  return teams;
}

function findSeedTeams(counting: Counting): Omit<TeamsToName, "vocabulary"> {
  const papers = seedPapers();
  const keyOf = (name: string) => (name === "Dae Hee Kim" ? name : name.toLowerCase().replaceAll(/[\s-]/gu, ""));
  const names = new Map(papers.flatMap(({ authors }) => authors.map((name) => [keyOf(name), name])));
  const keys = [...names.keys()].sort(byCodeUnit);
  const row = new Map(keys.map((key, i) => [key, i]));

  const offsets = new Uint32Array(papers.length + 1);
  papers.forEach(({ authors }, p) => {
    offsets[p + 1] = offsets[p] + authors.length;
  });
  const authors = Uint32Array.from(papers.flatMap((paper) => paper.authors.map((name) => row.get(keyOf(name)) ?? 0)));
  const incidence = incidenceOf(offsets, authors, keys.length);
  const large = papers.map((paper) => paper.authors.length > 100);
  const network = coauthorNetwork(incidence, { counting, largePaper: 100, large: "in" });
  const { community, communityCount } = findCommunities(network, { resolution: 1, starts: 0, seed: 1 });
  return {
    papers: papers.map(({ title, abstract }) => ({ title, abstract, venue: null })),
    paperIds: papers.map(({ id }) => id),
    incidence,
    team: Array.from(community, (c) => (c < 0 ? null : c)),
    teamCount: communityCount,
    large,
    authorIds: keys,
    authorNames: keys.map((key) => names.get(key) ?? key),
    counting,
  };
}
