import { expect, test } from "vitest";
import { wordKey } from "../../src/network/word-forms.ts";

test.each([
  ["network", "Networks"],
  ["study", "studies"],
  ["process", "processes"],
  ["analysis", "analyses"],
  ["matrix", "matrices"],
  ["corpus", "corpora"],
  ["topic", "topics"],
  ["GNN", "GNNs"],
  ["modeling", "modelling"],
  ["optimization", "optimisation"],
  ["behavior", "behaviours"],
  ["dialogue", "dialogs"],
  ["pretrained", "pre-trained"],
  ["resume", "résumé"],
])("%s and %s are forms of one word", (one, other) => {
  expect(wordKey(other)).toBe(wordKey(one));
});

test.each([
  ["economics", "economic"],
  ["bus", "bu"],
  ["class", "clas"],
  ["four", "for"],
  ["graph", "graphic"],
])("%s and %s are two words", (one, other) => {
  expect(wordKey(other)).not.toBe(wordKey(one));
});
