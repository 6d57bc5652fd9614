import { GzipError, gzipFinding, isGzip } from "../../ingest/gzip.ts";
import type { Linked } from "../../ingest/link-records.ts";
import { readInput } from "../../ingest/read-input.ts";
import { SharedTexts } from "../../ingest/shared-texts.ts";
import type { Diagnosis } from "../../model/diagnosis.ts";
import type { Finding } from "../../model/finding.ts";
import type { NetworkPart } from "../../model/given-network.ts";
import { DEFAULT_PARAMETERS, type ManifestInput } from "../../model/manifest.ts";
import type { ReadingProgress } from "../../model/reading-progress.ts";
import type { SourceRecord } from "../../model/record.ts";
import { sha256Stream } from "../../model/sha256.ts";
import { buildDataset } from "../../pipeline/build-dataset.ts";
import { diagnose } from "../../pipeline/doctor.ts";
import { type Gunzip, gunzip } from "./gunzip.ts";
import type { FromReader, NamedFile, ToReader } from "./read-messages.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

const PROGRESS_MS = 100;

/** What all files together gave until now. */
interface Gathered {
  readonly inputs: ManifestInput[];
  readonly records: SourceRecord[];
  readonly findings: Finding[];
  readonly networks: NetworkPart[];
  readonly texts: SharedTexts;
}

let id = 0;

function tell(message: FromReader): void {
  scope.postMessage(message);
}

async function read(files: readonly NamedFile[]): Promise<void> {
  const gathered: Gathered = { inputs: [], records: [], findings: [], networks: [], texts: new SharedTexts() };
  const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
  let bytes = 0;
  let told = Number.NEGATIVE_INFINITY;

  const progress = (stage: ReadingProgress["stage"], records: number): void => {
    told = performance.now();
    tell({ kind: "progress", id, progress: { stage, bytes, totalBytes, records } });
  };

  progress("reading", 0);
  for (const file of files) {
    await readOne(file, gathered, (more, records) => {
      bytes += more;
      if (performance.now() - told >= PROGRESS_MS) progress("reading", gathered.records.length + records);
    });
  }
  const { inputs, records, findings, networks } = gathered;
  const count = records.length;
  const letGo = (): void => {
    records.length = 0;
  };
  let diagnosis: Diagnosis | null = null;
  const look = (linked: Linked): void => {
    // What is announced for next year is in range. How many people there are is known later.
    const latestYear = new Date().getUTCFullYear() + 1;
    diagnosis = diagnose(linked, 0, { largePaper: DEFAULT_PARAMETERS.largePaper, latestYear });
  };
  const reading = { inputs, records, findings, networks, look, letGo };
  const dataset = buildDataset(reading, DEFAULT_PARAMETERS, (stage) => progress(stage, count));
  tell({ kind: "done", id, dataset, diagnosis });
}

/** Nothing of a file that breaks off is kept: the map would show part of it as if it were all. */
async function readOne(
  { name, file }: NamedFile,
  gathered: Gathered,
  came: (bytes: number, records: number) => void,
): Promise<void> {
  const records: SourceRecord[] = [];
  const findings: Finding[] = [];
  const networks: NetworkPart[] = [];
  try {
    const reading = readInput(name, {
      record: (record) => records.push(gathered.texts.share(record)),
      finding: (finding) => findings.push(finding),
      network: (part) => networks.push(part),
    });
    const hash = sha256Stream();
    const zipped = isGzip(await headOf(file));
    let unpacking = zipped ? gunzip(reading.write) : null;
    const reader = file.stream().getReader();
    const unpack = async (step: (unpacking: Gunzip) => Promise<void>): Promise<void> => {
      if (unpacking === null) return;
      try {
        await step(unpacking);
      } catch (error) {
        if (!(error instanceof GzipError)) throw error;
        findings.push(gzipFinding(name, error));
        // The rest is not unpacked, but it belongs to the file's hash.
        unpacking = null;
      }
    };
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const bytes = next.value;
      hash.update(bytes);
      if (zipped) await unpack((one) => one.write(bytes));
      else reading.write(bytes);
      came(bytes.length, records.length);
    }
    await unpack((one) => one.end());
    const { format, records: count } = reading.end();
    gathered.inputs.push({ file: name, sha256: hash.hex(), bytes: file.size, format, records: count });
    for (const record of records) gathered.records.push(record);
    gathered.networks.push(...networks);
    for (const finding of findings) gathered.findings.push(finding);
  } catch (error) {
    const detail = `The file cannot be read, and nothing of it is in the map: ${wordsOf(error)}`;
    gathered.findings.push({ code: "file-unreadable", severity: "error", file: name, detail });
  }
}

async function headOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, 2).arrayBuffer());
}

/** Browsers' own words, as a sentence, without the name of the function that said them. */
function wordsOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const words = said.replace(/^Failed to execute '[^']*' on '[^']*': /, "");
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function fail(reason: unknown): void {
  tell({ kind: "failed", id, reason: wordsOf(reason) });
}

scope.addEventListener("message", (event: MessageEvent<ToReader>) => {
  id = event.data.id;
  read(event.data.files).catch(fail);
});
// A rejected promise raises no error event on the page's side.
scope.addEventListener("unhandledrejection", (event) => fail(event.reason));
scope.addEventListener("error", (event) => fail(event.message));
