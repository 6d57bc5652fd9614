import fc from "fast-check";
import { expect, test } from "vitest";
import { isEtAl, isNameSuffix } from "../../src/ingest/name-suffix.ts";
import { peopleOfList } from "../../src/ingest/people-of-list.ts";
import { finishRecord, type RecordDraft } from "../../src/ingest/record-draft.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { SourceRecord } from "../../src/model/record.ts";
import { readBytes } from "./reading.ts";

const apart = (...names: readonly string[]) => {
  const { people, groups, more } = peopleOfList(names.map((name) => ({ name })));
  return { people: people.map(({ name }) => name), groups, more };
};

test("the words for more are no person, alone or behind a name", () => {
  for (const word of ["et al.", "et al", "Et Al.", "others", "and others", "et. al."]) {
    expect(apart("Ada Lovelace", word)).toEqual({ people: ["Ada Lovelace"], groups: [], more: true });
  }
  for (const name of [
    "Ada Lovelace et al.",
    "Ada Lovelace, et al",
    "Ada Lovelace and others",
    "Ada Lovelace & colleagues",
  ]) {
    expect(apart(name)).toEqual({ people: ["Ada Lovelace"], groups: [], more: true });
  }
});

test("people whose names hold the same letters stay people", () => {
  const names = ["Al Gore", "Mohammed Al", "Tan Etal", "Jane Brothers", "Kim Others-Lee", "Ali al Sayed"];
  expect(apart(...names)).toEqual({ people: names, groups: [], more: false });
});

test("a group is known by the last word of its name, unless the source tells family from given name", () => {
  expect(apart("The ATLAS Collaboration", "Ada Lovelace", "COVIDSurg Consortium")).toEqual({
    people: ["Ada Lovelace"],
    groups: ["The ATLAS Collaboration", "COVIDSurg Consortium"],
    more: false,
  });
  const named = [{ name: "Ann Consortium", given: "Ann", family: "Consortium" }];
  expect(peopleOfList(named)).toEqual({ people: named, groups: [], more: false });
});

function finished(fill: Partial<RecordDraft>): { record: SourceRecord | undefined; findings: Finding[] } {
  const findings: Finding[] = [];
  let record: SourceRecord | undefined;
  const source = { file: "x", format: "bibtex", record: 1, line: 1 };
  finishRecord(
    { source, ids: {}, authors: [], ...fill },
    {
      record: (one) => {
        record = one;
      },
      finding: (one) => void findings.push(one),
    },
  );
  return { record, findings };
}

test("whatever a reader hands over, no record has a word for more as a person, and its list is marked as cut short", () => {
  const { record } = finished({ authors: [{ name: "Ada Lovelace" }, { name: "et al." }, { name: "Tea Consortium" }] });
  expect(record?.authors.map(({ name }) => name)).toEqual(["Ada Lovelace"]);
  expect(record?.truncated).toBe(true);
  expect(record?.groupAuthors).toEqual(["Tea Consortium"]);
});

test("a list of editors that is cut short is told, and says nothing of the authors'", () => {
  const { record, findings } = finished({
    editors: [{ name: "Grace Hopper" }, { name: "others" }, { name: "Tea Consortium" }],
  });
  expect(record?.editors?.map(({ name }) => name)).toEqual(["Grace Hopper", "Tea Consortium"]);
  expect(record?.truncated).toBeUndefined();
  expect(record?.groupAuthors).toBeUndefined();
  expect(findings.map(({ code }) => code)).toEqual(["editors-truncated"]);
});

test("a group that edits is an editor, in every format that tells groups apart", () => {
  const names = (text: string) => {
    const { list } = readBytes(new TextEncoder().encode(text));
    return [list[0].editors?.map(({ name }) => name), list[0].groupAuthors, list[0].truncated];
  };
  const crossrefJson = { DOI: "10.1000/a", title: ["A"], prefix: "10.1000", editor: [{ name: "Tea Board" }] };
  expect(names(JSON.stringify(crossrefJson))).toEqual([["Tea Board"], undefined, undefined]);
  const cslJson = { type: "book", title: "A", editor: [{ literal: "Tea Board" }, { literal: "et al." }] };
  expect(names(JSON.stringify([cslJson]))).toEqual([["Tea Board"], undefined, undefined]);
  const endnote =
    '<xml><records><record><ref-type name="Book">6</ref-type><contributors><secondary-authors><author>Tea Board,</author>' +
    "<author>et al.</author></secondary-authors></contributors><titles><title>A</title></titles></record></records></xml>";
  expect(names(endnote)).toEqual([["Tea Board"], undefined, undefined]);
});

test("the quick looks at a name pass by no word that is looked for", () => {
  const word = fc.constantFrom(
    ..."et|al|Al.|ET|others|Others|and|&|colleagues|Collaboration|collaborations|consortium|Consortia|Jr|jr.|Sr|III|iv|2nd".split(
      "|",
    ),
    ..."Ada|Lovelace|Wilson|Marks|Hall|Adams|Asia|Olsen|É|Ö.|(x)|al,|others;".split("|"),
  );
  const name = fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom("", " ", "  ", "\t"));
  fc.assert(
    fc.property(name, ([words, space]) => {
      const text = space + words.join(" ") + space;
      expect(isEtAl(text)).toBe(/^(?:and\s)?\s*(?:et\.?\s?al\b\.?|others)$/i.test(text.trim()));
      expect(isNameSuffix(text)).toBe(/^(?:jr|sr|jnr|snr|ii|iii|iv|2nd|3rd)\.?$/i.test(text.trim()));
      // A suspect beside it has the whole list looked at closely.
      const alone = peopleOfList([{ name: text }]);
      const beside = peopleOfList([{ name: text }, { name: "Ada al Sayed al" }]);
      expect(alone.groups).toEqual(beside.groups);
      expect(alone.people.map((one) => one.name.trim())).toEqual(
        beside.people.slice(0, alone.people.length).map((one) => one.name.trim()),
      );
    }),
    { numRuns: 2000 },
  );
});
