import { type Dataset, partitionOf } from "../../model/dataset.ts";
import type { IdentityChoice, IdentityDecision, Preset } from "../../model/identity.ts";
import { decisionsAbout, decisionsOf, withDecisions } from "../../scene/decide.ts";
import { type DecisionGroup, groupInWords, stepInWords } from "../../scene/decision-groups.ts";
import { complaintInWords } from "../../scene/identity-wording.ts";
import { remapChoice } from "../../scene/remap-choice.ts";
import { counted } from "../../scene/wording.ts";
import { currentStage } from "../stage/current-stage.ts";
import { ask, askAbout } from "./ask-identity.ts";
import { datasetStore } from "./dataset-store.ts";
import { decide, identityStore, redo, undo } from "./identity-store.ts";
import { announce, interfaceStore } from "./interface-store.ts";
import { choiceFrom, type History, keepHistory, keptHistory } from "./kept-decisions.ts";
import { readyWith } from "./open-dataset.ts";
import { viewStore } from "./view-store.ts";

/** So long a map waits for what was decided about it; a large one is shown as it was until the worker is through. */
const PATIENCE_MS = 3000;

/** The dataset as it was opened, to which all decisions are applied. */
let base: Dataset | null = null;
/** What the last decision made of it. */
let made: Dataset | null = null;

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
  askAbout(dataset);
  making = false;
  base = dataset;
  made = dataset;
  const own: IdentityChoice = { decisions: decisionsOf(dataset), preset: dataset.manifest.parameters.identity };
  // On a sheet nobody is known whole enough to decide about.
  const history =
    dataset.manifest.sheet === undefined ? (keptHistory(dataset) ?? carriedOver(dataset, own, before)) : null;
  identityStore.setState({ ...identityStore.getInitialState(), choice: own, ...history }, true);
  if (history === null || JSON.stringify(history.choice) === JSON.stringify(own)) return;
  // Nobody is told of people who are about to be others.
  identityStore.setState({ opening: true, working: true });
  setTimeout(() => {
    if (base === dataset) identityStore.setState({ opening: false });
  }, PATIENCE_MS);
  // The dataset is still being told to everybody; what is kept comes after it.
  queueMicrotask(() => void follow(`${counted(history.choice.decisions.length, "decision")} about names applied.`));
}

/** What was decided about the people of the map before, as far as they are on this one: files were added, or a newer export came. */
function carriedOver(dataset: Dataset, own: IdentityChoice, before: IdentityChoice | null): History | null {
  const carried = before === null ? [] : decisionsAbout(dataset, before.decisions);
  if (carried.length === 0) return null;
  const choice = { preset: own.preset, decisions: withDecisions(own.decisions, carried) };
  return { choice, past: [own], future: [] };
}

/** Adds to what is decided; what was said before about the same names no longer holds. */
export function decideThat(added: readonly IdentityDecision[], said: string): void {
  const { choice } = identityStore.getState();
  identityStore.setState(decide({ ...choice, decisions: withDecisions(choice.decisions, added) }));
  identityStore.setState({ last: said });
  void follow(said);
}

/** Takes what was decided in one go back, wherever it stands among the others. */
export function withdraw(group: DecisionGroup): void {
  const { choice } = identityStore.getState();
  const gone = new Set(group.decisions.map((decision) => JSON.stringify(decision)));
  const decisions = choice.decisions.filter((decision) => !gone.has(JSON.stringify(decision)));
  identityStore.setState(decide({ ...choice, decisions }));
  void follow(`Taken back: ${groupInWords(group)}.`);
}

export function usePreset(preset: Preset): void {
  const { choice } = identityStore.getState();
  if (preset === choice.preset) return;
  identityStore.setState(decide({ ...choice, preset }));
  void follow(`Names are joined by the ${preset} preset.`);
}

export function undoDecision(): void {
  const { choice, past } = identityStore.getState();
  const before = past.at(-1);
  if (before === undefined) return;
  identityStore.setState(undo);
  void follow(`Undone: ${stepInWords(before, choice)}.`);
}

export function redoDecision(): void {
  const { choice, future } = identityStore.getState();
  const next = future.at(0);
  if (next === undefined) return;
  identityStore.setState(redo);
  void follow(`Done again: ${stepInWords(choice, next)}.`);
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
    const summary = `${file.name}: ${decisions.length === 0 ? "no decisions" : `${counted(decisions.length, "line")} followed`}.`;
    identityStore.setState({ loaded: { summary, complaints: findings.map(complaintInWords) } });
    if (decisions.length > 0) decideThat(decisions, summary);
    else interfaceStore.setState(announce(summary));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    identityStore.setState({ loaded: { summary: `${file.name} could not be read.`, complaints: [reason] } });
  }
}

/** Whether the worker makes a map; one at a time, since of several only the last would be shown. */
let making = false;

/**
 * Brings the map to what is decided now, and says so when it is there. Whatever is decided meanwhile is followed in one go, once the worker is
 * through with the one before.
 */
async function follow(said: string): Promise<void> {
  const dataset = base;
  const { choice, past, future } = identityStore.getState();
  if (dataset === null) return;
  const nothing = isOwn(dataset, choice) && past.length === 0 && future.length === 0;
  keepHistory(dataset, nothing ? null : { choice, past, future });
  identityStore.setState({ working: true, failure: null });
  interfaceStore.setState(announce(said));
  if (making) return;
  making = true;
  try {
    while (await isBehind(dataset));
  } catch (error) {
    if (base !== dataset) return;
    const failure = error instanceof Error ? error.message : String(error);
    identityStore.setState({ opening: false, working: false, stage: null, failure });
  } finally {
    if (base === dataset) making = false;
  }
}

/** Shows the map that the decisions make, unless there are others by then: so it says. */
async function isBehind(dataset: Dataset): Promise<boolean> {
  const { choice } = identityStore.getState();
  const answer = await ask<"decided">({ kind: "decide", choice }, (stage) => identityStore.setState({ stage }));
  if (base !== dataset) return false;
  if (identityStore.getState().choice !== choice) return true;
  show(answer.dataset);
  identityStore.setState({ opening: false, working: false, stage: null });
  return false;
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
    years: view.years,
    camera: view.camera,
  };
  made = dataset;
  currentStage.setState({ hover: null });
  datasetStore.setState(readyWith(dataset), true);
  viewStore.setState(next);
}
