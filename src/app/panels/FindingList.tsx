import { useState } from "react";
import type { FindingGroup } from "../../scene/overview.ts";
import { thousands } from "../../scene/wording.ts";

/** More findings of a kind than this are listed when asked. */
const SHOWN = 20;
const SIGNS = { error: "lost", warning: "doubtful", note: "decided" } as const;

/** The findings of one code, folded. */
export function FindingList({ group }: { group: FindingGroup }) {
  const [all, setAll] = useState(false);
  const shown = all ? group.findings : group.findings.slice(0, SHOWN);
  return (
    <details className="fold">
      <summary>
        {group.title}: {thousands(group.findings.length)}{" "}
        <span className={`severity severity-${group.severity}`}>{SIGNS[group.severity]}</span>
      </summary>
      <ul className="plain findings">
        {shown.map(({ place, detail }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and findings may be alike.
          <li key={i}>
            <bdi dir="auto">{detail}</bdi>
            {place !== "" && (
              <span className="quiet">
                {" "}
                <bdi dir="auto">{place}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
      {shown.length < group.findings.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {thousands(group.findings.length)}
        </button>
      )}
    </details>
  );
}
