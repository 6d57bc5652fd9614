import { useState } from "react";
import type { Symptom } from "../../model/diagnosis.ts";
import { thousands } from "../../scene/wording.ts";

/** More records with a symptom than this are listed when asked. */
const SHOWN = 20;

/** Something that the bibliography suffers from, what will be done about it, and the records, folded. */
export function SymptomList({ symptom: { label, treatment, cases } }: { symptom: Symptom }) {
  const [all, setAll] = useState(false);
  const shown = all ? cases : cases.slice(0, SHOWN);
  return (
    <details className="fold">
      <summary>
        {label}: {thousands(cases.length)} <span className="quiet">{treatment}</span>
      </summary>
      <ul className="plain findings">
        {shown.map(({ file, line, record, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and cases may be alike.
          <li key={i}>
            <bdi dir="auto">{text}</bdi>{" "}
            <span className="quiet">
              <bdi dir="auto">{file}</bdi>, record {record}, line {line}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < cases.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {thousands(cases.length)}
        </button>
      )}
    </details>
  );
}
