import { csvFiles } from "../../src/dataset/export-csv.ts";
import { gexfExport } from "../../src/dataset/export-gexf.ts";
import { jsonExport } from "../../src/dataset/export-json.ts";
import { writeDecisions } from "../../src/identity/decisions.ts";
import { decisionsOf } from "../../src/scene/decide.ts";
import { type Command, textOption, wordOption } from "../arguments.ts";
import { UsageError } from "../command-error.ts";
import { openDataset } from "../open-dataset.ts";
import { outputPlace } from "../output-place.ts";
import { folderPlace, writeFile, writeFolder } from "../write-folder.ts";

const FORMATS = ["csv", "json", "gexf"] as const;

export const exportDataset: Command = {
  name: "export",
  summary: "write a dataset for other tools",
  usage: "export <dataset> --format csv|json|gexf -o <path> [options]",
  details:
    "CSV is a folder of tables, with the decisions about names as identity.tsv where there are any; JSON and GEXF (for Gephi) are one file, or standard output with -o -.",
  options: {
    format: { value: "csv|json|gexf", help: "what to write (required)" },
    output: { short: "o", value: "path", help: "folder or file to write (required)" },
    raw: { help: "CSV: leave text that a spreadsheet would run as a formula as it is" },
    force: { short: "f", help: "replace an existing export" },
  },
  examples: [
    ["coterie export map --format csv -o tables", "papers, authors, teams and ties as tables"],
    ["coterie export map --format gexf -o map.gexf", "for Gephi"],
    ["coterie export map --format json -o -", "to standard output"],
  ],
  async run(invocation) {
    const { positionals, values, terminal } = invocation;
    const format = wordOption(invocation, "format", FORMATS);
    if (format === undefined) throw new UsageError(`No format is given: --format is one of ${FORMATS.join(", ")}.`);
    const output = textOption(invocation, "output");
    if (output === undefined) throw new UsageError("No output is given: name it with -o <path>.");
    const force = values.has("force");
    if (format === "csv") {
      if (output === "-") throw new UsageError("CSV is several files and needs a folder, not standard output.");
      const place = await folderPlace(output, force, [".csv", ".tsv"]);
      const dataset = await openDataset(positionals);
      const files = csvFiles(dataset, values.has("raw"));
      const decisions = decisionsOf(dataset);
      if (decisions.length > 0) files.set("identity.tsv", [writeDecisions(decisions)]);
      await writeFolder(place, files);
      return;
    }
    const pieces = format === "json" ? jsonExport : gexfExport;
    if (output === "-") {
      await terminal.print(pieces(await openDataset(positionals)));
      return;
    }
    const place = await outputPlace(output, "file", force);
    await writeFile(place, pieces(await openDataset(positionals)));
  },
};
