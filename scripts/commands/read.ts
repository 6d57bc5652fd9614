import { joinNetworks, networksBesidePapers } from "../../src/ingest/given-network/join-networks.ts";
import { linkRecords } from "../../src/ingest/link-records.ts";
import type { GivenNetwork } from "../../src/model/given-network.ts";
import type { Paper } from "../../src/model/paper.ts";
import type { SourceRecord } from "../../src/model/record.ts";
import type { Command } from "../arguments.ts";
import { INPUT_OPTIONS } from "../input-options.ts";
import { readInputs, UNREAD } from "../read-inputs.ts";
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
    const reading = await readInputs(invocation);
    // Standard output does not show that something is missing.
    for (const { file, detail } of reading.findings.filter(({ code }) => UNREAD.has(code))) {
      terminal.warn(`coterie: ${file}: ${detail}`);
    }
    const networks = reading.networks ?? [];
    if (reading.records.length === 0 && networks.length > 0) {
      const { network } = joinNetworks(networks);
      if (network !== null) await terminal.print(networkLines(network));
      return;
    }
    for (const { file, detail } of networksBesidePapers(networks)) terminal.warn(`coterie: ${file}: ${detail}`);
    const { records, papers, paperOfRecord } = linkRecords(reading.records);
    await terminal.print(jsonLines(records, (i) => paperIdOf(papers, paperOfRecord[i])));
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

/** Null for a record that is no paper. */
function paperIdOf(papers: readonly Paper[], paper: number | null): string | null {
  return paper === null ? null : papers[paper].id;
}

function* jsonLines(records: readonly SourceRecord[], paperId: (i: number) => string | null): Generator<string> {
  for (const [i, record] of records.entries()) yield `${plainJson(normalised(record, paperId(i)))}\n`;
}

/** A record as the normalised form has it: every key, in this order. */
function normalised(record: SourceRecord, id: string | null): object {
  const { ids, title, year, date, venue, type, abstract, url, authors, source } = record;
  const { doi, arxiv, acl, pmid, openalex } = ids;
  return {
    id,
    ids: {
      doi: doi ?? null,
      arxiv: arxiv ?? null,
      acl: acl ?? null,
      pmid: pmid ?? null,
      openalex: openalex ?? null,
    },
    title: title ?? null,
    year: year ?? null,
    date: date ?? null,
    venue: venue ?? null,
    type: type ?? null,
    abstract: abstract ?? null,
    url: url ?? null,
    authors: authors.map(({ name, given, family, suffix, orcid, ids: own, affiliations }) => ({
      name,
      given: given ?? null,
      family: family ?? null,
      suffix: suffix ?? null,
      orcid: orcid ?? null,
      ids: own ?? [],
      affiliations: affiliations ?? [],
    })),
    truncated: record.truncated ?? false,
    group_authors: record.groupAuthors ?? [],
    editors: (record.editors ?? []).map(({ name }) => name),
    keywords: record.keywords ?? [],
    citations: record.citations ?? null,
    source: { file: source.file, format: source.format, record: source.record, line: source.line },
  };
}
