import { expect, test } from "vitest";
import { phrasesOf } from "../../src/network/phrases.ts";
import { readTexts } from "../../src/network/text-units.ts";

/** The phrases of an abstract as written, with their ids. */
function phrasesIn(...abstracts: string[]): { phrase: string; id: number }[] {
  const texts = readTexts(abstracts.map((abstract) => ({ title: null, abstract, venue: null })));
  const met: { phrase: string; id: number }[] = [];
  phrasesOf(texts).visit(0, texts.units.length, (id, from, length) => {
    const words = Array.from(texts.units.subarray(from, from + length), (unit) => texts.words[unit]);
    met.push({ phrase: words.join(" "), id });
  });
  return met;
}

const named = (...abstracts: string[]) => phrasesIn(...abstracts).map(({ phrase }) => phrase);

test("phrases are runs of nouns, without what every abstract says", () => {
  expect(named("We propose a novel graph transformer for molecules.")).toEqual([
    "graph transformer",
    "transformer",
    "molecules",
  ]);
  expect(named("Extensive experiments show state-of-the-art results.")).toEqual([]);
});

test("a phrase ends in no adjective, in no preposition, and runs over no clause", () => {
  expect(named("neural, graph-based")).toEqual([]);
  expect(named("la mitochondria retinal")).toEqual(["mitochondria"]);
  expect(named("retinal images of eyes")).toEqual(["retinal images", "eyes"]);
});

test("what is empty alone and together is no phrase, with a telling word it is", () => {
  expect(named("the model; the system model; the language model")).toEqual(["language model"]);
});

test("singular and plural, in whatever case, are one phrase", () => {
  const [one, , other] = phrasesIn("Graph kernels are a graph kernel.").filter(({ phrase }) => phrase !== "kernel");
  expect(one.phrase).toBe("Graph kernels");
  expect(other.phrase).toBe("graph kernel");
  expect(one.id).toBe(other.id);
});

test("an acronym is one phrase with the expansion that some text gives for it", () => {
  const met = phrasesIn("We use graph neural networks (GNNs).", "The GNN of our cats");
  const idOf = (phrase: string) => met.find((found) => found.phrase === phrase)?.id;
  expect(idOf("GNN")).toBeDefined();
  expect(idOf("GNN")).toBe(idOf("graph neural networks"));
  expect(idOf("GNNs")).toBe(idOf("graph neural networks"));
});

test("letters in parentheses that do not stand for the words before are an acronym of their own", () => {
  const met = phrasesIn("We use convex programs (ILSVRC).");
  expect(met.map(({ phrase }) => phrase)).toContain("ILSVRC");
  expect(new Set(met.map(({ id }) => id)).size).toBe(met.length);
});

test("the id of a phrase does not depend on what else was read", () => {
  const alone = phrasesIn("graph kernel");
  const after = phrasesIn("molecules and eyes", "graph kernel");
  expect(after).toEqual(expect.arrayContaining(alone));
});
