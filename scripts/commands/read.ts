import { joinNetworks, networksBesidePapers } from "../../src/ingest/given-network/join-networks.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { GivenNetwork, NetworkPart } from "../../src/model/given-network.ts";
import type { Command } from "../arguments.ts";
import { INPUT_OPTIONS } from "../input-options.ts";
import { streamInputs, UNREAD } from "../read-inputs.ts";
import { RecordLines } from "../record-lines.ts";
import { plainJson } from "../terminal.ts";

export const read: Command = {
  name: "read",
  summary: "print the records of a bibliography as JSON Lines",
  usage: "read <files, folders, globs, -> [options]",
  details:
    "One record a line, in order of file and place; records of one paper have the same id. What is absent is null. Of a ready network the people and the ties are printed.",
  options: INPUT_OPTIONS,
  examples: [
    ["coterie read papers.bib", "every record of a file"],
    ["coterie read seeds | head -3", "the first three of a folder"],
  ],
  async run(invocation) {
    const { terminal } = invocation;
    const lines = new RecordLines();
    const networks: NetworkPart[] = [];
    const unread: Finding[] = [];
    await streamInputs(invocation, {
      record: (record) => lines.add(record),
      finding(finding) {
        if (UNREAD.has(finding.code)) unread.push(finding);
      },
      network: (part) => networks.push(part),
    });
    // Standard output does not show that something is missing.
    for (const { file, detail } of unread) terminal.warn(`coterie: ${file}: ${detail}`);
    if (lines.count === 0 && networks.length > 0) {
      const { network } = joinNetworks(networks);
      if (network !== null) await terminal.print(networkLines(network));
      return;
    }
    for (const { file, detail } of networksBesidePapers(networks)) terminal.warn(`coterie: ${file}: ${detail}`);
    await terminal.print(lines.lines());
  },
};

/** A ready network has no records: its people, then its ties by their ids. */
function* networkLines({ file, format, ids, names, papers, a, b, weights }: GivenNetwork): Generator<string> {
  for (const [row, id] of ids.entries()) {
    yield `${plainJson({ kind: "person", id, name: names[row], papers: papers[row], source: { file, format } })}\n`;
  }
  for (const [tie, weight] of weights.entries()) {
    yield `${plainJson({ kind: "tie", a: ids[a[tie]], b: ids[b[tie]], weight, source: { file, format } })}\n`;
  }
}
