import { useMemo, useState } from "react";
import { useStore } from "zustand";
import type { DecidedName, IdentityDecision } from "../../model/identity.ts";
import { findingGroups } from "../../scene/overview.ts";
import { counted } from "../../scene/wording.ts";
import { withdraw } from "../store/change-identity.ts";
import { identityStore } from "../store/identity-store.ts";
import { useScene } from "../store/scene-context.tsx";
import { FindingList } from "./FindingList.tsx";

/** More decisions than these are listed when asked. */
const SHOWN = 20;

/** Every decision, newest first, each with the way back; and those that mean nothing here. */
export function DecisionList() {
  const { dataset } = useScene();
  const [all, setAll] = useState(false);
  const decisions = useStore(identityStore, (state) => state.choice.decisions);
  const idle = useMemo(() => findingGroups(dataset).filter(({ code }) => code.startsWith("decision-")), [dataset]);
  const shown = all ? decisions.toReversed() : decisions.toReversed().slice(0, SHOWN);
  if (decisions.length === 0) return null;
  return (
    <>
      <ul className="plain decisions">
        {shown.map((decision) => (
          <li key={JSON.stringify(decision)}>
            <Words decision={decision} />{" "}
            <button type="button" className="link" onClick={() => withdraw(decision)}>
              Take back
            </button>
          </li>
        ))}
      </ul>
      {shown.length < decisions.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {counted(decisions.length, "decision")}
        </button>
      )}
      {idle.map((group) => (
        <FindingList key={group.code} group={group} />
      ))}
    </>
  );
}

function Words({ decision }: { decision: IdentityDecision }) {
  if (decision.action === "split") {
    return (
      <>
        <Name name={decision.one} /> is a person of their own
      </>
    );
  }
  if (decision.action === "display") {
    return (
      <>
        <Name name={decision.one} /> is shown as <bdi dir="auto">{decision.label}</bdi>
      </>
    );
  }
  return (
    <>
      <Name name={decision.one} /> {decision.action === "same" ? "is" : "is not"} <Name name={decision.other} />
    </>
  );
}

function Name({ name: { name, papers } }: { name: DecidedName }) {
  return (
    <>
      <bdi dir="auto">{name}</bdi>
      {papers.length > 0 && <span className="quiet"> on {counted(papers.length, "paper")}</span>}
    </>
  );
}
