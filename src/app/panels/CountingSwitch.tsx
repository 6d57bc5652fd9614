import { useId, useMemo } from "react";
import { COUNTING } from "../../model/counting.ts";
import { modularityInWords } from "../../scene/methods-sentence.ts";
import { type CountingLine, changeInWords, countingLines } from "../../scene/overview.ts";
import { counted } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { countBy, viewStore } from "../store/view-store.ts";
import { Section } from "./Section.tsx";

/** How a paper with many authors counts, and what each way makes of the teams. */
export function CountingSwitch() {
  const { dataset, counting } = useScene();
  const lines = useMemo(() => countingLines(dataset, counting), [dataset, counting]);
  const name = useId();
  return (
    <Section title="Counting" aside={<span className="quiet">how much a paper ties</span>}>
      <fieldset className="counting">
        <legend className="visually-hidden">Counting</legend>
        {lines.map((line) => (
          <label key={line.counting} className="counting-option">
            <input
              type="radio"
              name={name}
              checked={line.counting === counting}
              disabled={!line.known}
              onChange={() => viewStore.setState(countBy(line.counting))}
            />
            <span className="counting-name">{COUNTING[line.counting].name}</span>
            <span className="number counting-result">{result(line)}</span>
            {line.counting !== counting && line.known && (
              <span className="quiet counting-teams">
                <bdi dir="auto">{changeInWords(line.change)}</bdi>
              </span>
            )}
          </label>
        ))}
      </fieldset>
      <p>
        {COUNTING[counting].effect} <span className="quiet">{COUNTING[counting].citation}.</span>
      </p>
    </Section>
  );
}

function result(line: CountingLine): string {
  return line.known
    ? `${counted(line.teams, "team")} · modularity ${modularityInWords(line.modularity)}`
    : "not in this dataset";
}
