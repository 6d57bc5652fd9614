import { inputNames } from "../../model/input-names.ts";
import type { ReadingProgress } from "../../model/reading-progress.ts";
import { sizeVerdict } from "../../scene/reading-report.ts";
import { sameChoice } from "../../scene/view.ts";
import { currentStage } from "../stage/current-stage.ts";
import { newReadWorker } from "../worker/own-workers.ts";
import type { FromReader, NamedFile, ToReader } from "../worker/read-messages.ts";
import { announce, goTo, interfaceStore, openSheet } from "./interface-store.ts";
import { openDataset } from "./open-dataset.ts";
import { type GivenFile, readingStore } from "./reading-store.ts";
import { viewStore } from "./view-store.ts";

let worker: Worker | null = null;
let run = 0;

/** Reads what the user gave, or first asks whether it is added to what was given before. */
export function giveFiles(given: readonly GivenFile[]): void {
  if (given.length === 0) return;
  const { asked } = readingStore.getState();
  if (asked !== null) readingStore.setState({ asked: [...asked, ...given] });
  else if (filesBefore().length > 0) readingStore.setState({ asked: given });
  else read([], given);
}

/** Refuses files of so many bytes where they are too many for a page, and says whether it did. */
export function refuseFiles(bytes: number): boolean {
  if (sizeVerdict(bytes) !== "refused") return false;
  readingStore.setState({ asked: null, phase: { kind: "refused", bytes } });
  return true;
}

/** Says in sight that what was given could not be taken, for a reason that is a sentence. */
export function failToTake(reason: string): void {
  readingStore.setState({ asked: null, phase: { kind: "failed", reason } });
}

/** The files of the reading that is under way or waits to be shown, else those behind the map. */
export function filesBefore(): readonly NamedFile[] {
  const { phase, shown } = readingStore.getState();
  return phase.kind === "reading" || phase.kind === "read" ? phase.files : shown;
}

export function addGiven(): void {
  read(filesBefore(), readingStore.getState().asked ?? []);
}

export function replaceByGiven(): void {
  read([], readingStore.getState().asked ?? []);
}

/** Leaves all as it was before the files were given. */
export function forgetGiven(): void {
  readingStore.setState({ asked: null });
}

/** Ends the reading, or puts its result or its failure away; the map stays as it is. */
export function discardReading(): void {
  dismiss();
  readingStore.setState({ phase: { kind: "none" } });
}

/** Lets the report step aside for what is chosen on the old map, and come back when nothing is. */
export function letReportStepAside(): void {
  viewStore.subscribe(({ choice }, before) => {
    if (readingStore.getState().phase.kind !== "read" || sameChoice(choice, before.choice)) return;
    readingStore.setState({ aside: choice !== null });
  });
}

/** Shows what was read in the place of the map that is there. */
export function showReading(): void {
  const { phase } = readingStore.getState();
  if (phase.kind !== "read") return;
  // What is chosen, hidden or pointed at are rows of the map that goes.
  history.replaceState(null, "", location.pathname + location.search);
  currentStage.setState({ hover: null });
  interfaceStore.setState(goTo("overview"));
  openDataset(phase.dataset);
  readingStore.setState({ phase: { kind: "none" }, shown: phase.files });
  interfaceStore.setState(announce("The map of your files is shown."));
}

function read(before: readonly NamedFile[], given: readonly GivenFile[]): void {
  dismiss();
  const taken = before.map(({ name }) => name);
  const names = inputNames(
    given.map(({ path }) => path),
    taken,
  );
  const files = [...before, ...given.map(({ file }, i) => ({ name: names[i], file }))];
  const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (refuseFiles(totalBytes)) return;
  const progress: ReadingProgress = { stage: "reading", bytes: 0, totalBytes, records: 0 };
  readingStore.setState({ asked: null, phase: { kind: "reading", files, progress } });
  try {
    worker = employ(files);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

function employ(files: readonly NamedFile[]): Worker {
  run += 1;
  const id = run;
  const reader = newReadWorker();
  reader.addEventListener("message", ({ data }: MessageEvent<FromReader>) => {
    if (data.id !== run || worker !== reader) return;
    if (data.kind === "progress") {
      readingStore.setState({ phase: { kind: "reading", files, progress: data.progress } });
    } else if (data.kind === "failed") fail(data.reason);
    else {
      dismiss();
      readingStore.setState({
        phase: { kind: "read", files, dataset: data.dataset, diagnosis: data.diagnosis },
        aside: false,
      });
      interfaceStore.setState((state) => ({
        ...openSheet(state),
        ...announce("The files are read. The details say what was found.")(),
      }));
    }
  });
  reader.addEventListener("error", ({ message }) => {
    if (worker === reader) fail(message || "The reader stopped unexpectedly.");
  });
  reader.addEventListener("messageerror", () => fail("The reader sent something that cannot be read."));
  reader.postMessage({ kind: "read", id, files } satisfies ToReader);
  return reader;
}

function fail(reason: string): void {
  dismiss();
  readingStore.setState({ phase: { kind: "failed", reason } });
}

/** What the worker sent late is no longer heard. */
function dismiss(): void {
  worker?.terminate();
  worker = null;
}
