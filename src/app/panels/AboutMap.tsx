import { useMemo } from "react";
import { useStore } from "zustand";
import { COUNTING } from "../../model/counting.ts";
import { WITHOUT_PAPERS } from "../../scene/given-ties.ts";
import { LAYOUT_SENTENCE, METHOD_NAMES, methodsSentence, modularityInWords } from "../../scene/methods-sentence.ts";
import { findingGroups } from "../../scene/overview.ts";
import { counted } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { viewStore } from "../store/view-store.ts";
import { CopyButton } from "./CopyButton.tsx";
import { FindingList } from "./FindingList.tsx";
import { Section } from "./Section.tsx";
import { SourceList } from "./SourceList.tsx";

/** How the map was made: sources, linking, findings, counting, communities, layout; and the same as one text to copy. */
export function AboutMap() {
  const { dataset, counting } = useScene();
  const mode = useStore(viewStore, (state) => state.layoutMode);
  const years = useStore(viewStore, (state) => state.years);
  const { counts, parameters, communities, network } = dataset.manifest;
  const summary = communities[counting];
  const modularity = modularityInWords(summary.modularity);
  const groups = useMemo(() => findingGroups(dataset), [dataset]);
  return (
    <Section title="About this map">
      <dl className="about">
        <dt>Sources</dt>
        <dd>
          <SourceList />
        </dd>
        <dt>{network === undefined ? "Linked" : "Given"}</dt>
        <dd>
          {network !== undefined ? (
            WITHOUT_PAPERS
          ) : (
            <>
              {counted(counts.records, "record")} to {counted(counts.papers, "paper")},{" "}
              {counted(counts.nameForms, "name form")} to {counted(counts.authors, "author")},{" "}
              {counted(counts.authorships, "authorship")} in all
            </>
          )}
        </dd>
        <dt>Dropped or doubtful</dt>
        <dd>
          {groups.length === 0 ? "nothing" : groups.map((group) => <FindingList key={group.code} group={group} />)}
        </dd>
        <dt>Counting</dt>
        <dd>
          {network !== undefined ? (
            "one weight a tie, as the file gives it"
          ) : (
            <>
              {COUNTING[counting].name} <span className="quiet">({COUNTING[counting].citation})</span>
            </>
          )}
        </dd>
        <dt>Teams</dt>
        <dd>
          {parameters.quality === "cpm"
            ? `Leiden by the constant Potts model at resolution ${parameters.resolution} a pair: modularity ${modularity} at resolution 1`
            : `${METHOD_NAMES[summary.method]} at resolution ${parameters.resolution}: modularity ${modularity}`}
          ; {summary.agreeing} of {counted(summary.starts, "start")} agree on exactly this division; seed{" "}
          {parameters.seed}
        </dd>
        {network === undefined && (
          <>
            <dt>Large papers</dt>
            <dd>
              more than {counted(parameters.largePaper, "author")}: {counted(counts.largePapers, "paper")}, not drawn as
              lines
            </dd>
          </>
        )}
        <dt>Layout</dt>
        <dd>{LAYOUT_SENTENCE[mode]}</dd>
      </dl>
      <p className="methods">{methodsSentence(dataset, counting, mode, years)}</p>
      <div className="copy-row">
        <CopyButton label="Copy this text" text={() => methodsSentence(dataset, counting, mode, years)} />
      </div>
    </Section>
  );
}
