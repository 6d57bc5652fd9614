import { expect, test } from "vitest";
import { type Dataset, partitionOf } from "../../src/model/dataset.ts";
import { remapChoice } from "../../src/scene/remap-choice.ts";
import { ADA, BEN, BIG_ONE, CLEO, ELI, GNN, MLOPS, smallDataset } from "./small-dataset.ts";

/** Whoever has the number `from` has the number `to`; teams keep their rows. */
function renumbered(to: (author: number) => number): Dataset {
  const dataset = smallDataset();
  const { authorships, authors } = dataset;
  const team = [...authors.team];
  authors.team.forEach((row, author) => {
    team[to(author)] = row;
  });
  return {
    ...dataset,
    authorships: { ...authorships, author: authorships.author.map(to) },
    authors: { ...authors, team },
  };
}

const of = (dataset: Dataset) => ({ dataset, partition: partitionOf(dataset, "paper") });
const before = of(smallDataset());

test("who was chosen stays chosen under the new number", () => {
  const reversed = of(renumbered((author) => 11 - author));
  expect(remapChoice({ kind: "author", author: ADA }, before, reversed)).toEqual({ kind: "author", author: 11 });
  expect(remapChoice({ kind: "tie", a: ADA, b: BEN }, before, reversed)).toEqual({ kind: "tie", a: 10, b: 11 });
  expect(remapChoice({ kind: "paper", paper: 3 }, before, reversed)).toEqual({ kind: "paper", paper: 3 });
  expect(remapChoice(null, before, reversed)).toBeNull();
});

test("a tie whose ends have become one person is that person", () => {
  const joined = of(renumbered((author) => (author === ELI ? CLEO : author)));
  expect(remapChoice({ kind: "tie", a: CLEO, b: ELI }, before, joined)).toEqual({ kind: "author", author: CLEO });
});

test("a team is where most of its members went", () => {
  const dataset = renumbered((author) => author);
  const team = dataset.authors.team.map((row) => (row === GNN ? MLOPS : row));
  const merged = of({ ...dataset, authors: { ...dataset.authors, team } });
  expect(remapChoice({ kind: "team", team: GNN }, before, merged)).toEqual({ kind: "team", team: MLOPS });
  expect(remapChoice({ kind: "team", team: BIG_ONE }, before, merged)).toEqual({ kind: "team", team: BIG_ONE });
  const alone = of({ ...dataset, authors: { ...dataset.authors, team: team.map(() => null) } });
  expect(remapChoice({ kind: "team", team: GNN }, before, alone)).toBeNull();
});
