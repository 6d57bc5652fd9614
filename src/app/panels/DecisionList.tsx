import { useMemo, useState } from "react";
import type { Dataset } from "../../model/dataset.ts";
import type { DecidedName } from "../../model/identity.ts";
import { type DecisionGroup, groupInWords, papersOfGroup } from "../../scene/decision-groups.ts";
import { findingGroups } from "../../scene/overview.ts";
import { paperTitle } from "../../scene/paper-order.ts";
import { counted } from "../../scene/wording.ts";
import { withdraw } from "../store/change-identity.ts";
import { useScene } from "../store/scene-context.tsx";
import { FindingList } from "./FindingList.tsx";

/** More decisions than these are listed when asked. */
const SHOWN = 20;

/** Every decision as it was made, newest first, each with the way back; and those that mean nothing here. */
export function DecisionList({ groups }: { groups: readonly DecisionGroup[] }) {
  const { dataset } = useScene();
  const [all, setAll] = useState(false);
  const idle = useMemo(() => findingGroups(dataset).filter(({ code }) => code.startsWith("decision-")), [dataset]);
  const shown = all ? groups.toReversed() : groups.toReversed().slice(0, SHOWN);
  if (groups.length === 0) return null;
  return (
    <>
      <ul className="plain decisions">
        {shown.map((group) => (
          <li key={JSON.stringify(group.decisions[0])}>
            <span className="decision-words">
              <Words group={group} />
            </span>
            <button
              type="button"
              className="link"
              aria-label={`Take back: ${groupInWords(group)}`}
              onClick={() => withdraw(group)}
            >
              Take back
            </button>
          </li>
        ))}
      </ul>
      {shown.length < groups.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {counted(groups.length, "decision")}
        </button>
      )}
      {idle.map((group) => (
        <FindingList key={group.code} group={group} />
      ))}
    </>
  );
}

function Words({ group }: { group: DecisionGroup }) {
  if (group.kind === "split") return <SplitWords parts={group.parts} label={group.label} />;
  if (group.kind === "display") {
    return (
      <>
        <Name name={group.one} /> is shown as <bdi dir="auto">{group.label}</bdi>
      </>
    );
  }
  return (
    <>
      <Name name={group.one} /> {group.kind === "same" ? "is" : "is not"} <Name name={group.other} />
      {group.kind === "same" && group.label !== null && (
        <>
          , shown as <bdi dir="auto">{group.label}</bdi>
        </>
      )}
    </>
  );
}

/** "2 papers of Ann Lee are another person’s", and which. */
function SplitWords({ parts, label }: { parts: readonly DecidedName[]; label: string | null }) {
  const { dataset } = useScene();
  const papers = papersOfGroup(parts);
  return (
    <>
      {counted(papers.length, "paper")} of <bdi dir="auto">{parts[0].name}</bdi> {papers.length === 1 ? "is" : "are"}{" "}
      another person’s
      {label !== null && (
        <>
          , shown as <bdi dir="auto">{label}</bdi>
        </>
      )}
      <span className="decision-papers quiet">
        <bdi dir="auto">{titleOf(dataset, papers[0])}</bdi>
        {papers.length > 1 && <span>and {counted(papers.length - 1, "more", "more")}</span>}
      </span>
    </>
  );
}

/** A paper that a newer bibliography no longer has is called by its id. */
function titleOf({ papers }: Dataset, id: string): string {
  const row = papers.paperId.indexOf(id);
  return row < 0 ? id : paperTitle(papers, row);
}

function Name({ name: { name, papers } }: { name: DecidedName }) {
  return (
    <>
      <bdi dir="auto">{name}</bdi>
      {papers.length > 0 && <span className="quiet"> on {counted(papers.length, "paper")}</span>}
    </>
  );
}
