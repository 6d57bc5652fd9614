import { expect, test } from "vitest";
import { COUNTINGS } from "../../src/model/counting.ts";
import { partitionOf } from "../../src/model/dataset.ts";
import { authorCalled, membersByPapers, onlyLargeTeams, teamFacts } from "../../src/scene/team-facts.ts";
import { teamShares } from "../../src/scene/team-shares.ts";
import { ADA, BEN, BIG_ONE, CLEO, GNN, LENA, MLOPS, smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const incidence = smallIncidence();

test("a team has its people, most papers first, and its papers, newest first, each with its share", () => {
  const facts = teamFacts(dataset, incidence, "paper", MLOPS);
  expect(facts.members).toEqual([ADA, BEN, CLEO, LENA]);
  expect(facts.core).toEqual([ADA, BEN, CLEO]);
  expect(facts.papers).toEqual([
    { paper: 7, members: 3, authors: 3 },
    { paper: 5, members: 1, authors: 6 },
    { paper: 3, members: 1, authors: 3 },
    { paper: 1, members: 2, authors: 2 },
    { paper: 0, members: 3, authors: 3 },
  ]);
  expect(facts.onlyLarge).toBe(false);
});

test("neighbouring teams share papers, and tie weight pair by pair", () => {
  const { neighbours, inside } = teamFacts(dataset, incidence, "paper", MLOPS);
  // p3: Ada with Dora and Eli, 2/3. p5: Ada with Dora 1/15, with the other four 4/15.
  const gnn = 2 / 3 + 1 / 15;
  const big = 4 / 15;
  expect(neighbours.map(({ team, papers }) => [team, papers])).toEqual([
    [GNN, 2],
    [BIG_ONE, 1],
  ]);
  expect(neighbours[0].share).toBeCloseTo(gnn / (gnn + big), 12);
  // p0, p1 and p7 lie wholly inside and count 1 each.
  expect(inside).toBeCloseTo(3 / (3 + gnn + big), 12);
});

test("what stays inside a team is what stays inside for its members", () => {
  for (const counting of COUNTINGS) {
    const partition = partitionOf(dataset, counting);
    for (let team = 0; team < partition.teams.rowCount; team++) {
      const facts = teamFacts(dataset, incidence, counting, team);
      let own = 0;
      let all = 0;
      for (const author of facts.members) {
        for (const share of teamShares(incidence, partition, counting, author)) {
          all += share.weight;
          if (share.team === team) own += share.weight;
        }
      }
      // Members count each pair inside twice and each pair across once.
      expect(facts.inside).toBeCloseTo(own / 2 / (own / 2 + (all - own)), 12);
    }
  }
});

test("a name is explained by where it comes from", () => {
  expect(teamFacts(dataset, incidence, "paper", MLOPS).why).toContain("This field is in 80 % of the team’s papers");
  expect(teamFacts(dataset, incidence, "paper", BIG_ONE).why).toContain("Named after the one paper");
});

test("a team of people known only from large papers is known as such", () => {
  expect(onlyLargeTeams(dataset, partitionOf(dataset, "paper"))).toEqual([false, true, false]);
  expect(onlyLargeTeams(dataset, partitionOf(dataset, "full"))).toEqual([false, false]);
});

test("every member is in one team, and nobody else", () => {
  const partition = partitionOf(dataset, "paper");
  const members = [...partition.teams.name.keys()].map((team) => membersByPapers(dataset, partition, team));
  expect(members.flat().length).toBe(partition.team.filter((team) => team !== null).length);
  expect(members.map((people) => people.length)).toEqual([...partition.teams.authors]);
});

test("an author is found by id, and nobody by an id that nobody has", () => {
  dataset.authors.authorId.forEach((id, author) => {
    expect(authorCalled(dataset, id)).toBe(author);
    expect(authorCalled(dataset, `${id}!`)).toBeNull();
  });
  expect(authorCalled(dataset, "")).toBeNull();
});
