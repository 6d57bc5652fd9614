import { useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Dataset } from "../../model/dataset.ts";
import type { Preset } from "../../model/identity.ts";
import { caseFacts } from "../../scene/case-sides.ts";
import { answerTo } from "../../scene/decide.ts";
import { caseKey, reviewQueue } from "../../scene/review-queue.ts";
import { counted, thousands } from "../../scene/wording.ts";
import { Segments } from "../controls/Segments.tsx";
import { saveFile } from "../controls/save-file.ts";
import {
  usePreset as choosePreset,
  decideThat,
  decisionsText,
  loadDecisions,
  redoDecision,
  undoDecision,
} from "../store/change-identity.ts";
import { identityStore, skip, unskipAll } from "../store/identity-store.ts";
import { announce, interfaceStore } from "../store/interface-store.ts";
import { useScene } from "../store/scene-context.tsx";
import { CaseCard } from "./CaseCard.tsx";
import { DecisionList } from "./DecisionList.tsx";
import { Section } from "./Section.tsx";

const PRESET_LABELS: readonly { readonly value: Preset; readonly label: string }[] = [
  { value: "strict", label: "Strict" },
  { value: "normal", label: "Normal" },
  { value: "generous", label: "Generous" },
];

const PRESET_EFFECT: Readonly<Record<Preset, string>> = {
  strict: "Names are joined only where it is sure.",
  normal: "Names are joined where it is likely.",
  generous: "Names are joined where more speaks for it than against.",
};

/** The questions about who is who, one at a time, and what was decided. */
export function ReviewPanel() {
  const { dataset } = useScene();
  const { counts } = dataset.manifest;
  const state = useStore(identityStore);
  return (
    <article aria-busy={state.working}>
      <h2>Who is who</h2>
      <p className="figures">
        {counted(counts.nameForms, "name form")} · {counted(counts.authors, "author")}
        {state.working && " · working …"}
      </p>
      <div className="review-preset">
        <Segments legend="Preset" value={state.choice.preset} options={PRESET_LABELS} onChange={choosePreset} />
        <span className="quiet">{PRESET_EFFECT[state.choice.preset]}</span>
      </div>
      {state.failure !== null && (
        <p role="alert" className="severity-warning">
          The decision could not be followed: {state.failure}
        </p>
      )}
      <Question />
      <Decisions />
    </article>
  );
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** The case at the head of the queue, with its answers. */
function Question() {
  const { dataset, incidence } = useScene();
  const skipped = useStore(identityStore, (state) => state.skipped);
  const queue = useMemo(() => reviewQueue(dataset), [dataset]);
  // What was answered waits for the map; the next question does not.
  const [answered, setAnswered] = useState<{ of: Dataset; keys: ReadonlySet<string> }>({
    of: dataset,
    keys: new Set(),
  });
  const gone = answered.of === dataset ? answered.keys : NO_KEYS;
  const left = queue.filter((row) => {
    const key = caseKey(dataset, row);
    return !skipped.has(key) && !gone.has(key);
  });
  const row = left.at(0);
  const facts = useMemo(
    () => (row === undefined ? null : caseFacts(dataset, incidence, row)),
    [dataset, incidence, row],
  );
  const answers = useRef<Answers>({});
  answers.current =
    facts === null
      ? {}
      : {
          s: () => answer("same"),
          d: () => answer("different"),
          k: () => identityStore.setState(skip(caseKey(dataset, facts.row))),
        };
  useKeys(answers);

  function answer(said: "same" | "different") {
    if (facts === null) return;
    setAnswered({ of: dataset, keys: new Set([...gone, caseKey(dataset, facts.row)]) });
    const names = `${facts.one.name} and ${facts.other.name}`;
    decideThat(
      [answerTo(dataset, facts.row, said)],
      said === "same" ? `${names} are one person.` : `${names} are two people.`,
    );
  }

  if (facts === null) {
    return (
      <Section title="Nothing left to ask">
        <p>
          {queue.length === 0
            ? "No name is in doubt under this preset."
            : `${counted(queue.length, "question")} put off. `}
          {queue.length > 0 && (
            <button type="button" className="link" onClick={() => identityStore.setState(unskipAll())}>
              Ask again
            </button>
          )}
        </p>
      </Section>
    );
  }
  return (
    <Section
      title={facts.joined ? "Are they really one person?" : "Are they one person?"}
      aside={<span className="quiet">{thousands(left.length)} to go</span>}
    >
      <div className="case-answers">
        <button type="button" className="button" onClick={answers.current.s}>
          Same <kbd>S</kbd>
        </button>
        <button type="button" className="button" onClick={answers.current.d}>
          Different <kbd>D</kbd>
        </button>
        <button type="button" className="button" onClick={answers.current.k}>
          Skip <kbd>K</kbd>
        </button>
      </div>
      <CaseCard key={caseKey(dataset, facts.row)} facts={facts} />
    </Section>
  );
}

type Answers = Readonly<Partial<Record<string, () => void>>>;

/** Answers by key while the questions are on the page and nothing is typed; U takes the last answer back. */
function useKeys(answers: { readonly current: Answers }): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.matches("input:not([type='radio']), textarea, select")) {
        return;
      }
      const key = event.key.toLowerCase();
      const run = key === "u" ? undoDecision : answers.current[key];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [answers]);
}

/** What was decided: undo, redo, to a file and from one. */
function Decisions() {
  const { choice, past, future, complaints } = useStore(identityStore);
  const input = useRef<HTMLInputElement>(null);
  const save = () => {
    decisionsText()
      .then((text) => saveFile(new Blob([text], { type: "text/tab-separated-values" }), "identity.tsv"))
      .catch(() => interfaceStore.setState(announce("The decisions could not be saved.")));
  };
  return (
    <Section title="Your decisions" aside={<span className="quiet">{thousands(choice.decisions.length)}</span>}>
      <div className="case-answers">
        <button type="button" className="button" disabled={past.length === 0} onClick={undoDecision}>
          Undo <kbd>U</kbd>
        </button>
        <button type="button" className="button" disabled={future.length === 0} onClick={redoDecision}>
          Redo
        </button>
        <button type="button" className="button" disabled={choice.decisions.length === 0} onClick={save}>
          Save as identity.tsv
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          Load…
        </button>
        <input
          ref={input}
          type="file"
          accept=".tsv,.txt,text/plain,text/tab-separated-values"
          hidden
          aria-label="File of decisions to load"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.item(0) ?? null;
            if (file !== null) void loadDecisions(file);
            // The same file can be loaded again.
            currentTarget.value = "";
          }}
        />
      </div>
      {complaints.length > 0 && (
        <ul className="plain" role="status">
          {complaints.slice(0, 20).map((complaint) => (
            <li key={complaint} className="severity-warning">
              <bdi dir="auto">{complaint}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">
        Kept in this browser only. The file goes with <code>coterie build --identity identity.tsv</code>; VOSviewer
        thesaurus files can be loaded too.
      </p>
      <DecisionList />
    </Section>
  );
}
