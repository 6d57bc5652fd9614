import { useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Dataset } from "../../model/dataset.ts";
import { caseFacts } from "../../scene/case-sides.ts";
import { answerTo } from "../../scene/decide.ts";
import { answeredQuestions, caseKey, reviewQueue } from "../../scene/review-queue.ts";
import { counted, thousands } from "../../scene/wording.ts";
import { decideThat, undoDecision } from "../store/change-identity.ts";
import { identityStore, skip, unskipAll } from "../store/identity-store.ts";
import { announce, interfaceStore } from "../store/interface-store.ts";
import { useScene } from "../store/scene-context.tsx";
import { CaseCard } from "./CaseCard.tsx";
import { Section } from "./Section.tsx";
import { type KeyedAnswers, useAnswerKeys } from "./use-answer-keys.ts";

const NO_KEYS: ReadonlySet<string> = new Set();

/** The case at the head of the queue, and its answers, which stay in sight whatever is scrolled. */
export function ReviewQuestion() {
  const { dataset, incidence } = useScene();
  const { rows, total, answer, putOff } = useQueue();
  const row = rows.at(0);
  const facts = useMemo(
    () => (row === undefined ? null : caseFacts(dataset, incidence, row)),
    [dataset, incidence, row],
  );
  const keys = useRef<KeyedAnswers>({});
  keys.current =
    row === undefined
      ? { u: undoDecision }
      : { s: () => answer(row, "same"), d: () => answer(row, "different"), k: () => putOff(row), u: undoDecision };
  useAnswerKeys(keys);
  return (
    <>
      {facts === null ? (
        <NothingLeft total={total} />
      ) : (
        <Section
          title={facts.joined ? "Are they really one person?" : "Are they one person?"}
          aside={<Progress left={rows.length} total={total} />}
        >
          <CaseCard key={caseKey(dataset, facts.row)} facts={facts} />
        </Section>
      )}
      <AnswerBar keys={keys} isAsked={row !== undefined} />
    </>
  );
}

/** The questions that are left, most urgent first, of how many, and what can be done with one. */
function useQueue() {
  const { dataset } = useScene();
  const skipped = useStore(identityStore, (state) => state.skipped);
  const asked = useStore(identityStore, (state) => state.asked);
  const queue = useMemo(() => {
    const rows = reviewQueue(dataset).map((row) => ({ row, key: caseKey(dataset, row) }));
    return [...rows.filter(({ key }) => key === asked), ...rows.filter(({ key }) => key !== asked)];
  }, [dataset, asked]);
  const answered = useMemo(() => answeredQuestions(dataset), [dataset]);
  // What was answered waits for the map; the next question does not.
  const [gone, setGone] = useState<{ of: Dataset; keys: ReadonlySet<string> }>({ of: dataset, keys: NO_KEYS });
  const goneKeys = gone.of === dataset ? gone.keys : NO_KEYS;
  const rows = useMemo(
    () => queue.filter(({ key }) => !skipped.has(key) && !goneKeys.has(key)).map(({ row }) => row),
    [queue, skipped, goneKeys],
  );
  const next = (row: number) => {
    const following = rows.find((other) => other !== row);
    return following === undefined ? "No question is left." : `Next: are ${namesOf(dataset, following)} one person?`;
  };
  return {
    rows,
    total: queue.length + answered,
    answer(row: number, said: "same" | "different") {
      setGone({ of: dataset, keys: new Set([...goneKeys, caseKey(dataset, row)]) });
      const outcome = said === "same" ? "one person" : "two people";
      decideThat([answerTo(dataset, row, said)], `${namesOf(dataset, row)} are ${outcome}. ${next(row)}`);
    },
    putOff(row: number) {
      identityStore.setState(skip(caseKey(dataset, row)));
      interfaceStore.setState(announce(`Put off. ${next(row)}`));
    },
  };
}

function namesOf({ cases, nodes }: Dataset, row: number): string {
  return `${nodes.name[cases.a[row]]} and ${nodes.name[cases.b[row]]}`;
}

function Progress({ left, total }: { left: number; total: number }) {
  const done = total - left;
  return (
    <span className="quiet review-progress">
      <progress max={total} value={done} aria-hidden="true" />
      {thousands(done)} of {thousands(total)} done
    </span>
  );
}

function NothingLeft({ total }: { total: number }) {
  const skipped = useStore(identityStore, (state) => state.skipped);
  const { dataset } = useScene();
  const putOff = useMemo(
    () => reviewQueue(dataset).filter((row) => skipped.has(caseKey(dataset, row))).length,
    [dataset, skipped],
  );
  if (putOff > 0) {
    return (
      <Section title="Nothing else to ask">
        <p>
          {counted(putOff, "question")} put off.{" "}
          <button type="button" className="link" onClick={() => identityStore.setState(unskipAll())}>
            Ask again
          </button>
        </p>
      </Section>
    );
  }
  return (
    <Section title="Nothing left to ask">
      <p>{total === 0 ? "No name is in doubt under this preset." : `${wholeOf(total)} answered.`}</p>
    </Section>
  );
}

function wholeOf(questions: number): string {
  if (questions === 1) return "The one question is";
  return questions === 2 ? "Both questions are" : `All ${thousands(questions)} questions are`;
}

const ANSWERS = [
  { key: "s", label: "Same" },
  { key: "d", label: "Different" },
  { key: "k", label: "Skip" },
  { key: "u", label: "Undo" },
] as const;

/** The answers by button; the same keys work wherever nothing is typed. What cannot be pressed now keeps the keyboard all the same. */
function AnswerBar({ keys, isAsked }: { keys: { readonly current: KeyedAnswers }; isAsked: boolean }) {
  const canUndo = useStore(identityStore, (state) => state.past.length > 0);
  return (
    <fieldset className="answer-bar">
      <legend className="visually-hidden">Your answer</legend>
      {ANSWERS.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          className="button"
          aria-keyshortcuts={key}
          aria-disabled={key === "u" ? !canUndo : !isAsked}
          onClick={() => keys.current[key]?.()}
        >
          {label} <Key>{key.toUpperCase()}</Key>
        </button>
      ))}
    </fieldset>
  );
}

/** Shown where there may be a keyboard; `aria-keyshortcuts` tells it already. */
function Key({ children }: { children: string }) {
  return (
    <span className="answer-key" aria-hidden="true">
      {children}
    </span>
  );
}
