import { expect, test } from "vitest";
import { partitionOf } from "../../src/model/dataset.ts";
import { changeInWords, countingLines, findingGroups, overviewOf, teamChange } from "../../src/scene/overview.ts";
import { ADA, BEN, BIG_ONE, CLEO, DORA, ELI, FINN, GNN, MLOPS, smallDataset, smallIncidence } from "./small-dataset.ts";

const dataset = smallDataset();
const incidence = smallIncidence();

test("the headline counts papers, authors, teams and years", () => {
  expect(overviewOf(dataset, incidence, "paper").headline).toBe("8 papers · 12 authors · 3 teams · 2018–2023");
  expect(overviewOf(dataset, incidence, "full").headline).toBe("8 papers · 12 authors · 2 teams · 2018–2023");
});

test("teams stand with three lead people, those of one large paper apart", () => {
  const overview = overviewOf(dataset, incidence, "paper");
  expect(overview.teams).toEqual([
    { team: MLOPS, name: "MLOps", authors: 4, papers: 5, leads: [ADA, BEN, CLEO] },
    { team: GNN, name: "GNN", authors: 3, papers: 3, leads: [DORA, ELI, FINN] },
  ]);
  expect(overview.largeTeams.map(({ team }) => team)).toEqual([BIG_ONE]);
  expect(overview.largePapers).toEqual([{ paper: 5, authors: 6, people: 4, elsewhere: 2 }]);
});

test("papers without authors are not forgotten", () => {
  expect(overviewOf(dataset, incidence, "paper").papersWithoutAuthors).toEqual([6]);
});

test("a bridge has less than 60 % of the tie weight inside, and the team that most of the rest goes to", () => {
  expect(overviewOf(dataset, incidence, "paper").bridges).toEqual([]);
  // With Ada in GNN, 27.5 % of her tie weight is inside, and MLOps has most of the rest.
  const team = dataset.authors.team.map((of, author) => (author === ADA ? GNN : of));
  const inside = dataset.authors.inside.with(ADA, 0.275);
  const bent = { ...dataset, authors: { ...dataset.authors, team, inside } };
  expect(overviewOf(bent, incidence, "paper").bridges).toEqual([
    { author: ADA, team: GNN, towards: MLOPS, inside: inside[ADA], share: expect.closeTo(0.625, 10) },
  ]);
});

test("findings are grouped, what was lost first", () => {
  expect(findingGroups(dataset).map(({ title, severity, findings }) => [title, severity, findings.length])).toEqual([
    ["files in no format that is read", "error", 1],
    ["papers without authors", "warning", 1],
    ["names that differ between sources", "note", 1],
  ]);
  expect(findingGroups(dataset)[1].findings[0].place).toBe("listing.txt, record 2, line 9");
});

test("countings are compared by what becomes of the teams on screen", () => {
  const lines = countingLines(dataset, "paper");
  expect(lines.map(({ counting, teams, change }) => [counting, teams, changeInWords(change)])).toEqual([
    // Of MLOps only Ada goes with the large paper.
    ["full", 2, "The Big One and GNN become one; 1 person leaves their team."],
    ["author", 3, "The same people are together."],
    ["paper", 3, "The same people are together."],
  ]);
  expect(countingLines({ ...dataset, variants: {} }, "paper").map(({ known }) => known)).toEqual([false, false, true]);
});

test("nobody leaves a team that is only renumbered, or joined by another", () => {
  const one = partitionOf(dataset, "paper");
  const renumbered = { ...one, team: one.team.map((team) => (team === null ? null : 2 - team)) };
  const joined = { ...one, team: one.team.map((team) => (team === null ? null : 0)) };
  expect(teamChange(one, renumbered)).toEqual({ joined: [], leaving: 0 });
  expect(teamChange(one, joined)).toEqual({ joined: [["MLOps", "The Big One", "GNN"]], leaving: 0 });
});

test("who is left alone leaves", () => {
  const one = partitionOf(dataset, "paper");
  const scattered = { ...one, team: one.team.map(() => null) };
  expect(teamChange(one, scattered).leaving).toBe(0);
  expect(teamChange(one, { ...one, team: one.team.with(BEN, null) }).leaving).toBe(1);
});
