import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDataset } from "../../src/dataset/check-dataset.ts";
import { canonicalDecisions } from "../../src/identity/canonical-decisions.ts";
import { identifyAuthors } from "../../src/identity/identify-authors.ts";
import { linkRecords } from "../../src/ingest/link-records.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { type IdentityDecision, PRESETS } from "../../src/model/identity.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import { buildDataset } from "../../src/pipeline/build-dataset.ts";
import { papersOfDataset } from "../../src/pipeline/papers-of-dataset.ts";
import { withIdentity } from "../../src/pipeline/with-identity.ts";
import { readFolder, SEEDS } from "../read-folder.ts";
import { readingOf, smallReadings } from "./small-readings.ts";

// A build lays out, which takes its time: few runs, on readings with much in them.
const QUICK = { ...DEFAULT_PARAMETERS, starts: 2 };
const built = (reading: Parameters<typeof buildDataset>[0], decisions: readonly IdentityDecision[] = []) =>
  buildDataset(reading, QUICK, () => {}, decisions);
const choiceOf = (dataset: Dataset, decisions: readonly IdentityDecision[] = []) => ({
  decisions,
  preset: dataset.manifest.parameters.identity,
});

const side = (name: string, ...papers: string[]) => ({ name, papers });
const anyDecision: fc.Arbitrary<IdentityDecision> = fc.constantFrom<IdentityDecision>(
  { action: "same", one: side("Jung-Woo Ha"), other: side("J. Ha") },
  { action: "same", one: side("Nako Sung"), other: side("Nobody Here") },
  { action: "different", one: side("Jeon Dong Hyeon"), other: side("Dong Hyeon Jeon") },
  { action: "different", one: side("Wei Wang", "2404.00000"), other: side("Wei Wang", "2404.00001") },
  { action: "split", one: side("Wei Wang", "2404.00000"), label: "Wei Wang (1)" },
  { action: "display", one: side("jose nunez"), label: "José Núñez" },
);
const anyDecisions = fc.uniqueArray(anyDecision, { maxLength: 4 });
const anyPreset = fc.constantFrom(...PRESETS);

test("who is who follows from the dataset alone", () => {
  fc.assert(
    fc.property(smallReadings(), anyDecisions, anyPreset, (reading, decisions, preset) => {
      const options = { decisions: canonicalDecisions(decisions), preset };
      expect(identifyAuthors(papersOfDataset(built(reading)), options)).toEqual(
        identifyAuthors(linkRecords(reading.records).papers, options),
      );
    }),
    { numRuns: 10 },
  );
}, 120_000);

test("neither a family name that a source gives nor a finding about names is lost or told twice", () => {
  const plain = readingOf(["Ana Garcia Lopez", "Wei Wang", "Wei Wang", "Nako Sung"], ["Ana Lopez", "Nako Sung"]);
  const records = plain.records.map((record) => ({
    ...record,
    authors: record.authors.map(({ name }) =>
      name === "Ana Garcia Lopez" ? { name, family: "Garcia Lopez" } : { name },
    ),
  }));
  const dataset = built({ ...plain, records });
  const direct = identifyAuthors(linkRecords(records).papers);
  expect(direct.cases).not.toEqual(identifyAuthors(linkRecords(plain.records).papers).cases);
  expect(identifyAuthors(papersOfDataset(dataset))).toEqual(direct);
  expect(direct.findings.map(({ code }) => code)).toEqual(["name-split"]);
  expect(dataset.findings.code.toSorted()).toEqual(["name-split", "names-differ"]);
  expect(withIdentity(dataset, choiceOf(dataset)).findings).toEqual(dataset.findings);
});

test("what the seeds give is what their dataset gives", () => {
  const reading = readFolder(SEEDS, ["papers.bib"]);
  const dataset = built(reading);
  expect(identifyAuthors(papersOfDataset(dataset))).toEqual(identifyAuthors(linkRecords(reading.records).papers));
  expect(withIdentity(dataset, choiceOf(dataset))).toEqual(dataset);
}, 60_000);

test("without a change nothing changes", () => {
  fc.assert(
    fc.property(smallReadings(), anyDecisions, (reading, decisions) => {
      const dataset = built(reading, decisions);
      expect(withIdentity(dataset, choiceOf(dataset, decisions))).toEqual(dataset);
    }),
    { numRuns: 5 },
  );
}, 120_000);

test("a decision gives what a build with it gives, places apart, and taking it back gives the original", () => {
  fc.assert(
    fc.property(smallReadings(), anyDecisions, anyPreset, (reading, decisions, preset) => {
      const dataset = built(reading);
      const decided = withIdentity(dataset, { decisions, preset });
      checkDataset(decided);
      const direct = buildDataset(reading, { ...QUICK, identity: preset }, () => {}, decisions);
      expect(withoutPlaces(decided)).toEqual(withoutPlaces(direct));
      expect(withoutPlaces(withIdentity(decided, choiceOf(dataset)))).toEqual(withoutPlaces(dataset));
    }),
    { numRuns: 5 },
  );
}, 120_000);

/** All but where authors stand, and how large the map is in pixels. */
function withoutPlaces({ authors, manifest, ...rest }: Dataset) {
  const { x: _x, y: _y, ...columns } = authors;
  return { ...rest, authors: columns, manifest: { ...manifest, layoutScale: 0 } };
}

test("a dataset keeps the decisions that it was made with, whatever their order", () => {
  const reading = readingOf(["Jung-Woo Ha", "Nako Sung"], ["J. Ha"]);
  const same: IdentityDecision = { action: "same", one: side("Jung-Woo Ha"), other: side("J. Ha") };
  const display: IdentityDecision = { action: "display", one: side("J. Ha"), label: "J.-W. Ha" };
  const dataset = built(reading, [same, display]);
  expect(dataset.decisions).toEqual({
    rowCount: 2,
    action: ["display", "same"],
    name: ["J. Ha", "J. Ha"],
    papers: [[], []],
    other: [null, "Jung-Woo Ha"],
    otherPapers: [[], []],
    label: ["J.-W. Ha", null],
  });
  expect(built(reading, [display, same, same])).toEqual(dataset);
});

test("teams are searched for once for each way to tell who is who, and every answer gives what a build with it gives", () => {
  const reading = readFolder(SEEDS, ["papers.bib"]);
  const dataset = built(reading);
  const apart: IdentityDecision = { action: "different", one: side("Jaewoo Kang"), other: side("Jaewook Kang") };
  const two: IdentityDecision = { action: "different", one: side("Jinwoong Kim"), other: side("Jingwoong Kim") };
  // Who are two already leave everybody with their papers: the teams are those that the dataset has.
  const still = withIdentity(dataset, choiceOf(dataset, [apart]));
  expect(still.authors.agreement).toBe(dataset.authors.agreement);
  const changed = [1, 2].map(() => withIdentity(dataset, choiceOf(dataset, [two])));
  expect(changed[0].authors.agreement).not.toBe(dataset.authors.agreement);
  expect(changed[1].authors.agreement).toBe(changed[0].authors.agreement);
  for (const [decisions, made] of [
    [[apart], still],
    [[two], changed[1]],
    [[apart, two], withIdentity(dataset, choiceOf(dataset, [apart, two]))],
  ] as const) {
    expect(withoutPlaces(made)).toEqual(withoutPlaces(built(reading, decisions)));
  }
}, 60_000);
