import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { linkRecords } from "../../src/ingest/link-records.ts";
import { readInput } from "../../src/ingest/read-input.ts";
import { SharedTexts } from "../../src/ingest/shared-texts.ts";
import type { Paper } from "../../src/model/paper.ts";
import type { SourceRecord } from "../../src/model/record.ts";

/** The linked papers of a folder of XML files, of shared texts as the command reads them; without ids and affiliations: those are not what is measured. */
export function papersIn(folder: string): Paper[] {
  const records: SourceRecord[] = [];
  const texts = new SharedTexts();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(folder, file);
    if (!file.endsWith(".xml") || !statSync(path).isFile()) continue;
    const reading = readInput(file, { record: (record) => records.push(texts.share(record)), finding: () => {} });
    reading.write(readFileSync(path));
    reading.end();
  }
  return linkRecords(records).papers.map((paper) => ({
    ...paper,
    authors: paper.authors.map(({ name, given, family, suffix, otherForms }) => ({
      name,
      given,
      family,
      suffix,
      otherForms,
    })),
  }));
}
