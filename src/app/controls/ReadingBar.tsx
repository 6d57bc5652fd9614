import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { PAGE_LIMIT_TABLE } from "../../model/page-limits.ts";
import { bytesInWords, progressLine, sizeVerdict } from "../../scene/reading-report.ts";
import { counted } from "../../scene/wording.ts";
import { addGiven, discardReading, filesBefore, forgetGiven, replaceByGiven } from "../store/read-files.ts";
import { type ReadingPhase, readingStore } from "../store/reading-store.ts";

/** Over the page while files are asked about or read, and where that failed. */
export function ReadingBar() {
  const { asked, phase } = useStore(readingStore);
  if (asked !== null) return <Question given={asked.length} />;
  if (phase.kind === "reading") return <Progress phase={phase} />;
  if (phase.kind === "refused") {
    return (
      <Failure title="That is too much for a page">
        <p>
          The files have {bytesInWords(phase.bytes)}, more than the {bytesInWords(PAGE_LIMIT_TABLE.pageBytes.value)}{" "}
          that a page reads at once. The command line reads them and opens the map:
        </p>
        <CommandLine />
      </Failure>
    );
  }
  if (phase.kind === "failed") {
    return (
      <Failure title="The files could not be read">
        <p>
          <bdi dir="auto">{phase.reason}</bdi>
        </p>
        <p>The command line says more and can use more memory:</p>
        <CommandLine />
      </Failure>
    );
  }
  return null;
}

function CommandLine() {
  return (
    <pre>
      <code>npx coterie serve papers.bib more/*.ris</code>
    </pre>
  );
}

function Progress({ phase }: { phase: Extract<ReadingPhase, { kind: "reading" }> }) {
  const { stage, detail, share } = progressLine(phase.progress);
  return (
    <section className="reading-bar" aria-label="Reading">
      <p role="status">{stage} …</p>
      <progress aria-label="Reading" value={share} max={1} />
      <p className="quiet number">{detail}</p>
      {sizeVerdict(phase.progress.totalBytes) === "large" && (
        <p>
          So much may take minutes here. The command line is faster: <code>npx coterie serve …</code>
        </p>
      )}
      <p className="quiet">Nothing is uploaded: it is read in this page.</p>
      <p className="reading-actions">
        <button type="button" className="button" onClick={discardReading}>
          Cancel
        </button>
      </p>
    </section>
  );
}

function Question({ given }: { given: number }) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <section className="reading-bar" aria-label="Add or replace">
      <p role="status">
        Add {counted(given, "file")} to the {counted(filesBefore().length, "file")} read before, or replace{" "}
        {filesBefore().length === 1 ? "it" : "them"}?
      </p>
      <p className="reading-actions">
        <button type="button" className="button" ref={first} onClick={addGiven}>
          Add
        </button>
        <button type="button" className="button" onClick={replaceByGiven}>
          Replace
        </button>
        <button type="button" className="link" onClick={forgetGiven}>
          Neither
        </button>
      </p>
    </section>
  );
}

function Failure({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="reading-bar" role="alert" aria-label={title}>
      <h2>{title}</h2>
      {children}
      <p className="reading-actions">
        <button type="button" className="button" onClick={discardReading}>
          Close
        </button>
      </p>
    </section>
  );
}
