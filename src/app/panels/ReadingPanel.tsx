import { useMemo } from "react";
import type { Dataset } from "../../model/dataset.ts";
import type { Diagnosis } from "../../model/diagnosis.ts";
import { findingGroups } from "../../scene/overview.ts";
import { type FileVerdict, readingReport } from "../../scene/reading-report.ts";
import { counted } from "../../scene/wording.ts";
import { discardReading, showReading } from "../store/read-files.ts";
import type { NamedFile } from "../worker/read-messages.ts";
import { FindingList } from "./FindingList.tsx";
import { Section } from "./Section.tsx";
import { SymptomList } from "./SymptomList.tsx";

interface ReadingPanelProps {
  readonly files: readonly NamedFile[];
  readonly dataset: Dataset;
  /** Null where there were no records: a ready network. */
  readonly diagnosis: Diagnosis | null;
}

/** What was read, file by file, and what is doubtful in it, before the map is shown. */
export function ReadingPanel({ files, dataset, diagnosis }: ReadingPanelProps) {
  const report = useMemo(
    () =>
      readingReport(
        files.map(({ name }) => name),
        dataset,
      ),
    [files, dataset],
  );
  const groups = useMemo(() => findingGroups(dataset), [dataset]);
  return (
    <article>
      <h2 className="headline">{report.headline}</h2>
      {report.remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <p className="quiet">Nothing is uploaded: it is read in this page.</p>
      <div className="copy-row">
        {report.showable && (
          <button type="button" className="button" onClick={showReading}>
            Show the map
          </button>
        )}
        <button type="button" className="button" onClick={discardReading}>
          Discard
        </button>
      </div>
      <Section title="Files" aside={<span className="quiet">{counted(files.length, "file")}</span>}>
        <ul className="plain">
          {report.files.map((verdict) => (
            <Verdict key={verdict.file} verdict={verdict} />
          ))}
        </ul>
      </Section>
      {diagnosis !== null && diagnosis.symptoms.length > 0 && (
        <Section title="Looked over">
          {diagnosis.symptoms.map((symptom) => (
            <SymptomList key={symptom.code} symptom={symptom} />
          ))}
        </Section>
      )}
      <Section title="Findings">
        {groups.length === 0 ? (
          <p>
            {diagnosis === null || diagnosis.symptoms.length === 0
              ? "Nothing was lost, and nothing is doubtful."
              : "None besides: nothing was lost."}
          </p>
        ) : (
          groups.map((group) => <FindingList key={group.code} group={group} />)
        )}
      </Section>
    </article>
  );
}

function Verdict({ verdict: { file, read, verdict } }: { verdict: FileVerdict }) {
  return (
    <li>
      <bdi dir="auto">{file}</bdi> <span className={read ? "quiet" : "severity severity-warning"}>{verdict}</span>
    </li>
  );
}
