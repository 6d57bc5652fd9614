import { identifyAuthors } from "../../src/identity/identify-authors.ts";
import { linkRecords } from "../../src/ingest/link-records.ts";
import type { FindingTable, ManifestInput } from "../../src/model/dataset.ts";
import { findingTable, summaryOf } from "../../src/pipeline/finding-table.ts";
import type { Command } from "../arguments.ts";
import { counted } from "../counted.ts";
import { INPUT_OPTIONS } from "../input-options.ts";
import { readInputs } from "../read-inputs.ts";
import { oneLine, plainJson } from "../terminal.ts";

export const check: Command = {
  name: "check",
  summary: "tell what in a bibliography was dropped, doubtful, linked or cut short",
  usage: "check <files, folders, globs, -> [options]",
  details: "Findings alone, by file and line; they do not change the exit code.",
  options: {
    json: { help: "as one JSON object: inputs, summary, findings" },
    ...INPUT_OPTIONS,
  },
  examples: [
    ["coterie check papers.bib", "as text"],
    ["coterie check exports/ --json", "for programs"],
  ],
  async run(invocation) {
    const { values, terminal } = invocation;
    const reading = await readInputs(invocation);
    const linked = linkRecords(reading.records);
    const identity = identifyAuthors(linked.papers);
    const table = findingTable([...reading.findings, ...linked.findings, ...identity.findings]);
    await terminal.print(
      values.has("json") ? [`${plainJson(asJson(reading.inputs, table), 2)}\n`] : asText(reading.inputs, table),
    );
  },
};

function asJson(inputs: readonly ManifestInput[], table: FindingTable): object {
  return {
    inputs: inputs.map(({ file, sha256, bytes, format, records }) => ({ file, sha256, bytes, format, records })),
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

function* asText(inputs: readonly ManifestInput[], table: FindingTable): Generator<string> {
  for (const { file, format, records } of inputs) {
    yield `${oneLine(file)}: ${format === null ? "skipped" : `${counted(records, "record")}, ${format}`}\n`;
  }
  if (table.rowCount === 0) {
    yield "Nothing to report.\n";
    return;
  }
  for (let row = 0; row < table.rowCount; row++) {
    const line = table.line[row] === null ? "" : `:${table.line[row]}`;
    const place = table.file[row] === null ? "" : `${table.file[row]}${line}: `;
    yield `${oneLine(`${place}${table.severity[row]}: ${table.detail[row]} [${table.code[row]}]`)}\n`;
  }
  const summary = summaryOf(table).map(({ code, count }) => `${count} ${code}`);
  yield `${counted(table.rowCount, "finding")}: ${oneLine(summary.join(", "))}\n`;
}
