import { useMemo, useRef } from "react";
import { useStore } from "zustand";
import { decisionGroups } from "../../scene/decision-groups.ts";
import { counted, thousands } from "../../scene/wording.ts";
import { saveFile } from "../controls/save-file.ts";
import { decisionsText, loadDecisions, redoDecision } from "../store/change-identity.ts";
import { identityStore, type LoadedFile } from "../store/identity-store.ts";
import { announce, interfaceStore } from "../store/interface-store.ts";
import { DecisionList } from "./DecisionList.tsx";
import { Section } from "./Section.tsx";

/** What was decided: redo, to a file and from one. */
export function ReviewDecisions() {
  const { choice, future, loaded } = useStore(identityStore);
  const groups = useMemo(() => decisionGroups(choice.decisions), [choice.decisions]);
  const input = useRef<HTMLInputElement>(null);
  const save = () => {
    decisionsText()
      .then((text) => saveFile(new Blob([text], { type: "text/tab-separated-values" }), "identity.tsv"))
      .catch(() => interfaceStore.setState(announce("The decisions could not be saved.")));
  };
  return (
    <Section title="Your decisions" aside={<span className="quiet">{thousands(groups.length)}</span>}>
      <DecisionList groups={groups} />
      <div className="decision-tools">
        <button type="button" className="button button-small" disabled={future.length === 0} onClick={redoDecision}>
          Redo
        </button>
        <button type="button" className="button button-small" disabled={groups.length === 0} onClick={save}>
          Save as identity.tsv
        </button>
        <button type="button" className="button button-small" onClick={() => input.current?.click()}>
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
      {loaded !== null && <Loaded loaded={loaded} />}
      <p className="quiet">
        Kept in this browser only. The file goes with <code>coterie build --identity identity.tsv</code>; VOSviewer
        thesaurus files can be loaded too.
      </p>
    </Section>
  );
}

/** More complaints than these are counted. */
const SHOWN = 20;

/** What came of the file that was loaded last. */
function Loaded({ loaded: { summary, complaints } }: { loaded: LoadedFile }) {
  return (
    <div role="status">
      <p>
        <bdi dir="auto">{summary}</bdi>
      </p>
      {complaints.length > 0 && (
        <ul className="plain">
          {complaints.slice(0, SHOWN).map((complaint) => (
            <li key={complaint} className="severity-warning">
              <bdi dir="auto">{complaint}</bdi>
            </li>
          ))}
          {complaints.length > SHOWN && (
            <li className="quiet">and {counted(complaints.length - SHOWN, "more", "more")}</li>
          )}
        </ul>
      )}
    </div>
  );
}
