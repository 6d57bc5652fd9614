import { type Dataset, partitionOf } from "../../model/dataset.ts";
import type { IdentityChoice, IdentityDecision, Preset } from "../../model/identity.ts";
import { decisionsAbout, decisionsOf, withDecisions } from "../../scene/decide.ts";
import { remapChoice } from "../../scene/remap-choice.ts";
import { currentStage } from "../stage/current-stage.ts";
import type { FromIdentity, ToIdentity } from "../worker/identity-messages.ts";
import { newIdentityWorker } from "../worker/own-workers.ts";
import { datasetStore } from "./dataset-store.ts";
import { decide, identityStore, redo, undo } from "./identity-store.ts";
import { announce, interfaceStore } from "./interface-store.ts";
import { choiceFrom, keepChoice, keptChoice } from "./kept-decisions.ts";
import { incidenceOfDataset } from "./load-dataset.ts";
import { viewStore } from "./view-store.ts";

type Answer<Kind extends FromIdentity["kind"]> = Extract<FromIdentity, { kind: Kind }>;

/** The dataset as it was opened, to which all decisions are applied. */
let base: Dataset | null = null;
/** What the last decision made of it. */
let made: Dataset | null = null;
let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, { resolve: (answer: FromIdentity) => void; reject: (reason: Error) => void }>();

/** Follows the dataset store: what is opened brings its own decisions, and those that this browser kept for it. */
export function followIdentity(): void {
  const adopt = () => {
    const state = datasetStore.getState();
    if (state.status === "ready" && state.dataset !== made) open(state.dataset);
  };
  adopt();
  datasetStore.subscribe(adopt);
}

function open(dataset: Dataset): void {
  const before = base === null ? null : identityStore.getState().choice;
  worker?.terminate();
  worker = null;
  waiting.clear();
  base = dataset;
  made = dataset;
  const own: IdentityChoice = { decisions: decisionsOf(dataset), preset: dataset.manifest.parameters.identity };
  identityStore.setState({ ...identityStore.getInitialState(), choice: own }, true);
  const kept = keptChoice(dataset) ?? carriedOver(dataset, own, before);
  if (kept === null || JSON.stringify(kept) === JSON.stringify(own)) return;
  identityStore.setState(decide(kept));
  // The dataset is still being told to everybody; what is kept comes after it.
  queueMicrotask(() => void follow(`${kept.decisions.length} decisions about names are kept.`));
}

/** What was decided about the people of the map before, as far as they are on this one: files were added, or a newer export came. */
function carriedOver(dataset: Dataset, own: IdentityChoice, before: IdentityChoice | null): IdentityChoice | null {
  const carried = before === null ? [] : decisionsAbout(dataset, before.decisions);
  if (carried.length === 0) return null;
  return { preset: own.preset, decisions: withDecisions(own.decisions, carried) };
}

/** Adds to what is decided; what was said before about the same names no longer holds. */
export function decideThat(added: readonly IdentityDecision[], said: string): void {
  const { choice } = identityStore.getState();
  identityStore.setState(decide({ ...choice, decisions: withDecisions(choice.decisions, added) }));
  void follow(said);
}

/** Takes a decision back, wherever it stands among the others. */
export function withdraw(decision: IdentityDecision): void {
  const { choice } = identityStore.getState();
  identityStore.setState(
    decide({ ...choice, decisions: choice.decisions.filter((other) => !sameDecision(other, decision)) }),
  );
  void follow("The decision is taken back.");
}

function sameDecision(one: IdentityDecision, other: IdentityDecision): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function usePreset(preset: Preset): void {
  const { choice } = identityStore.getState();
  if (preset === choice.preset) return;
  identityStore.setState(decide({ ...choice, preset }));
  void follow(`Names are joined by the ${preset} preset.`);
}

export function undoDecision(): void {
  if (identityStore.getState().past.length === 0) return;
  identityStore.setState(undo);
  void follow("Undone.");
}

export function redoDecision(): void {
  if (identityStore.getState().future.length === 0) return;
  identityStore.setState(redo);
  void follow("Done again.");
}

/** The decisions as `identity.tsv`. */
export async function decisionsText(): Promise<string> {
  const { decisions } = identityStore.getState().choice;
  return (await ask<"written">({ kind: "write", decisions })).text;
}

/** Adds the decisions of a file: `identity.tsv`, or a thesaurus file of VOSviewer. */
export async function loadDecisions(file: File): Promise<void> {
  try {
    const { decisions, findings } = await ask<"read">({ kind: "read", file: file.name, text: await file.text() });
    identityStore.setState({
      complaints: findings.map(({ line, detail }) => (line === undefined ? detail : `Line ${line}: ${detail}`)),
    });
    if (decisions.length > 0) decideThat(decisions, `${decisions.length} decisions are loaded.`);
  } catch (error) {
    identityStore.setState({ complaints: [error instanceof Error ? error.message : String(error)] });
  }
}

/** Brings the map to what is decided now; whoever decides again before it is there makes this one void. */
async function follow(said: string | null): Promise<void> {
  const dataset = base;
  const { choice } = identityStore.getState();
  if (dataset === null) return;
  keepChoice(dataset, isOwn(dataset, choice) ? null : choice);
  identityStore.setState({ working: true, failure: null });
  try {
    const answer = await ask<"decided">({ kind: "decide", choice });
    if (base !== dataset || identityStore.getState().choice !== choice) return;
    show(answer.dataset);
    identityStore.setState({ working: false });
    if (said !== null) interfaceStore.setState(announce(said));
  } catch (error) {
    if (base !== dataset || identityStore.getState().choice !== choice) return;
    identityStore.setState({ working: false, failure: error instanceof Error ? error.message : String(error) });
  }
}

function isOwn(dataset: Dataset, choice: IdentityChoice): boolean {
  const own = { decisions: decisionsOf(dataset), preset: dataset.manifest.parameters.identity };
  return JSON.stringify(choiceFrom(own)) === JSON.stringify(choiceFrom(choice));
}

/** Puts the new dataset in the place of the old one; what is chosen stays chosen, under its new rows. */
function show(dataset: Dataset): void {
  const state = datasetStore.getState();
  if (state.status !== "ready") return;
  const view = viewStore.getState();
  const { counting } = view;
  const before = { dataset: state.dataset, partition: partitionOf(state.dataset, counting) };
  const after = { dataset, partition: partitionOf(dataset, counting) };
  const moved = (choice: typeof view.choice) => remapChoice(choice, before, after);
  const hidden = [...view.hiddenTeams].map((team) => moved({ kind: "team", team }));
  const next = {
    choice: moved(view.choice),
    past: view.past.map(moved),
    future: view.future.map(moved),
    hiddenTeams: new Set(hidden.flatMap((choice) => (choice?.kind === "team" ? choice.team : []))),
    layoutMode: view.layoutMode,
    camera: view.camera,
  };
  made = dataset;
  currentStage.setState({ hover: null });
  datasetStore.setState({ status: "ready", dataset, incidence: incidenceOfDataset(dataset) }, true);
  viewStore.setState(next);
}

/** A question to the worker, as far as it is not named already by its number. */
type Question = ToIdentity extends infer Message
  ? Message extends { id: number }
    ? Omit<Message, "id">
    : never
  : never;

function ask<Kind extends "decided" | "written" | "read">(question: Question): Promise<Answer<Kind>> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: (answer) => resolve(answer as Answer<Kind>), reject });
    worker ??= employ();
    worker.postMessage({ ...question, id });
  });
}

function employ(): Worker {
  const started = newIdentityWorker();
  started.addEventListener("message", ({ data }: MessageEvent<FromIdentity>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === "failed") asker?.reject(new Error(data.reason));
    else asker?.resolve(data);
  });
  started.addEventListener("error", ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message || "The worker stopped unexpectedly."));
    waiting.clear();
  });
  if (base !== null) started.postMessage({ kind: "open", dataset: base } satisfies ToIdentity);
  return started;
}
