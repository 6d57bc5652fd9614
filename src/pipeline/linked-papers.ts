import { type Linked, linkRecords } from "../ingest/link-records.ts";
import type { RecordSource } from "../model/record.ts";
import type { Reading } from "./reading.ts";

/** Papers, and where the records stand that they were made of: what a dataset keeps of records. */
export interface LinkedPapers extends Pick<Linked, "papers" | "paperOfRecord" | "findings"> {
  /** By file, then record. */
  readonly sources: readonly RecordSource[];
}

/** Makes papers of what was read, and lets go of the records. */
export function linkedPapers({ records: read, look, letGo }: Reading): LinkedPapers {
  const linked = linkRecords(read);
  const { papers, records, paperOfRecord, findings } = linked;
  look?.(linked);
  letGo?.();
  return { papers, sources: records.map(({ source }) => source), paperOfRecord, findings };
}
