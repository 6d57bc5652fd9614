import { identifyAuthors } from "../../src/identity/identify-authors.ts";
import { joinNetworks, networksBesidePapers } from "../../src/ingest/given-network/join-networks.ts";
import { linkRecords } from "../../src/ingest/link-records.ts";
import { shown } from "../../src/ingest/record-draft.ts";
import type { FindingTable } from "../../src/model/dataset.ts";
import type { Diagnosis } from "../../src/model/diagnosis.ts";
import { findingTitle } from "../../src/model/finding-titles.ts";
import { FORMAT_NAMES, formatName } from "../../src/model/format-names.ts";
import type { GivenNetwork } from "../../src/model/given-network.ts";
import { diagnose } from "../../src/pipeline/doctor.ts";
import { findingTable, summaryOf } from "../../src/pipeline/finding-table.ts";
import type { Reading } from "../../src/pipeline/reading.ts";
import { yearSpan } from "../../src/scene/wording.ts";
import type { Command } from "../arguments.ts";
import { counted } from "../counted.ts";
import { IDENTITY_OPTIONS, readDecided } from "../identity-options.ts";
import { INPUT_OPTIONS } from "../input-options.ts";
import { PARAMETER_OPTIONS, parametersOf } from "../parameters.ts";
import { readInputs } from "../read-inputs.ts";
import { oneLine, plainJson } from "../terminal.ts";

export const check: Command = {
  name: "check",
  summary: "tell how sound a bibliography is, and what of it was dropped, doubtful, linked or cut short",
  usage: "check <files, folders, globs, -> [options]",
  details:
    "First what there is, and what it suffers from, then every finding by file and line; they do not change the exit code.",
  options: {
    json: { help: "as one JSON object: inputs, diagnosis with every record, summary, findings" },
    "large-paper": PARAMETER_OPTIONS["large-paper"],
    preset: PARAMETER_OPTIONS.preset,
    ...IDENTITY_OPTIONS,
    ...INPUT_OPTIONS,
  },
  examples: [
    ["coterie check papers.bib", "as text"],
    ["coterie check exports/ --json", "for programs"],
  ],
  async run(invocation) {
    const { values, terminal } = invocation;
    const { largePaper, identity: preset } = parametersOf(invocation);
    const decided = await readDecided(invocation);
    const reading = await readInputs(invocation);
    const networks = reading.networks ?? [];
    const given = reading.records.length === 0 && networks.length > 0 ? joinNetworks(networks) : null;
    const linked = linkRecords(reading.records);
    const identity = identifyAuthors(linked.papers, { decisions: decided.decisions, preset });
    const table = findingTable([
      ...reading.findings,
      ...decided.findings,
      ...(given?.findings ?? networksBesidePapers(networks)),
      ...linked.findings,
      ...identity.findings,
    ]);
    // What is announced for next year is in range.
    const diagnosis = diagnose(linked, identity.authors.length, {
      largePaper,
      latestYear: new Date().getUTCFullYear() + 1,
    });
    await terminal.print(
      values.has("json")
        ? [`${plainJson(asJson(reading, given?.network ?? null, diagnosis, table), 2)}\n`]
        : asText(reading, given?.network ?? null, diagnosis, table),
    );
  },
};

function asJson({ inputs }: Reading, network: GivenNetwork | null, diagnosis: Diagnosis, table: FindingTable): object {
  return {
    inputs: inputs.map(({ file, sha256, bytes, format, records }) => ({ file, sha256, bytes, format, records })),
    ...(network === null
      ? {}
      : { network: { file: network.file, people: network.ids.length, ties: network.weights.length } }),
    diagnosis: {
      records: diagnosis.records,
      papers: diagnosis.papers,
      authors: diagnosis.authors,
      first_year: diagnosis.firstYear,
      last_year: diagnosis.lastYear,
      symptoms: diagnosis.symptoms.map(({ code, label, treatment, cases }) => ({
        code,
        label,
        treatment,
        count: cases.length,
        cases,
      })),
    },
    summary: summaryOf(table),
    findings: table.code.map((code, row) => ({
      code,
      severity: table.severity[row],
      file: table.file[row],
      line: table.line[row],
      record: table.record[row],
      detail: table.detail[row],
    })),
  };
}

/** Cases of one symptom that are shown; `--json` has all. */
const SHOWN_CASES = 5;

function* diagnosisText({ records, papers, authors, firstYear, lastYear, symptoms }: Diagnosis): Generator<string> {
  const span = yearSpan(firstYear, lastYear);
  const years = span === null ? "" : `, ${span}`;
  yield `${counted(records, "record")}, ${counted(papers, "paper")}, ${counted(authors, "author")}${years}\n`;
  for (const { label, treatment, cases } of symptoms) {
    yield `${label}: ${cases.length} (${treatment})\n`;
    for (const { file, line, text } of cases.slice(0, SHOWN_CASES))
      yield `  ${oneLine(`${file}:${line}: ${shown(text)}`)}\n`;
    if (cases.length > SHOWN_CASES) yield `  and ${cases.length - SHOWN_CASES} more (--json lists all)\n`;
  }
}

function* asText(
  { inputs, networks = [] }: Reading,
  network: GivenNetwork | null,
  diagnosis: Diagnosis,
  table: FindingTable,
): Generator<string> {
  const parts = new Map(networks.map((part) => [part.file, part]));
  for (const { file, format, records } of inputs) {
    const part = parts.get(file);
    const found =
      part === undefined
        ? counted(records, "record")
        : `${counted(part.ids.length, "node")}, ${counted(part.weights.length, "tie")}`;
    yield `${oneLine(file)}: ${format === null ? "skipped" : `${found}, ${formatName(format)}`}\n`;
  }
  if (network === null) yield* diagnosisText(diagnosis);
  else {
    yield `a ready network without papers: ${counted(network.ids.length, "author")}, ${counted(network.weights.length, "tie")}\n`;
  }
  if (table.rowCount === 0) {
    const told = network === null && diagnosis.symptoms.length > 0;
    yield told ? "No findings besides.\n" : "Nothing to report.\n";
    return;
  }
  for (let row = 0; row < table.rowCount; row++) {
    const line = table.line[row] === null ? "" : `:${table.line[row]}`;
    const place = table.file[row] === null ? "" : `${table.file[row]}${line}: `;
    yield `${oneLine(`${place}${table.severity[row]}: ${table.detail[row]}`)}\n`;
  }
  yield `${counted(table.rowCount, "finding")}:\n`;
  for (const { code, count } of summaryOf(table)) yield `  ${oneLine(`${findingTitle(code)}: ${count}`)}\n`;
  if (table.code.includes("format-unknown")) yield `Formats that are read: ${[...FORMAT_NAMES.values()].join(", ")}.\n`;
}
