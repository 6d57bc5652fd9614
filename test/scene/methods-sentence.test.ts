import { expect, test } from "vitest";
import { methodsSentence } from "../../src/scene/methods-sentence.ts";
import { smallDataset } from "./small-dataset.ts";

const dataset = smallDataset();

test("the methods text says all that one needs to make the map again", () => {
  expect(methodsSentence(dataset, "paper", "teams")).toBe(
    "Coauthorship map of 12 authors of 8 papers, 2018–2023, linked from 10 records in 2 files. " +
      "Ties are counted by paper (Leydesdorff & Park 2017, arXiv:1611.06943): a pair on a paper with n authors counts 2/(n(n\u00a0−\u00a01)), so every paper counts 1 in all. " +
      "3 teams by modularity (Louvain, resolution 1, best of 64 starts, seed 1): modularity 0.50, 48 of 64 starts agree. " +
      "Papers with more than 5 authors count in full but pull nobody in the layout and are not drawn as lines: The Big One Technical Report (6 authors). " +
      "Teams are pulled apart for reading; distances are not measurements. Made with Coterie.",
  );
});

test("it follows counting and layout", () => {
  const text = methodsSentence(dataset, "full", "plain");
  expect(text).toContain("Ties are counted in full: every pair");
  expect(text).toContain("2 teams by modularity");
  expect(text).toContain("Plain force-directed layout");
});

test("it says by what the teams were found", () => {
  const { manifest } = dataset;
  const parameters = { ...manifest.parameters, quality: "cpm", resolution: 0.05 } as const;
  expect(methodsSentence({ ...dataset, manifest: { ...manifest, parameters } }, "paper", "teams")).toContain(
    "3 teams by the constant Potts model (Traag, Van Dooren & Nesterov 2011, arXiv:1104.3083; Leiden, resolution 0.05 a pair, " +
      "best of 64 starts, seed 1): modularity 0.50 at resolution 1, 48 of 64 starts agree.",
  );
});

test("it names no large paper where there is none, and no years where none is known", () => {
  const plain = {
    ...dataset,
    papers: {
      ...dataset.papers,
      large: dataset.papers.large.map(() => false),
      year: dataset.papers.year.map(() => null),
    },
  };
  const text = methodsSentence(plain, "paper", "teams");
  expect(text).toContain("of 8 papers, linked");
  expect(text).not.toContain("not drawn");
});
