import { useMemo } from "react";
import { useStore } from "zustand";
import { counted, thousands, yearSpan } from "../../scene/wording.ts";
import { countsIn, heldSpan, prepareSpans, yearsOnMap } from "../../scene/year-filter.ts";
import { useScene } from "../store/scene-context.tsx";
import { showYears, viewStore } from "../store/view-store.ts";
import { YearBars } from "./Bars.tsx";
import { Section } from "./Section.tsx";

/** Papers by year, and between which years the map shows them: it follows while one drags. */
export function YearFilter() {
  const { dataset, incidence } = useScene();
  const years = useMemo(() => yearsOnMap(dataset), [dataset]);
  const span = useStore(viewStore, (state) => state.years);
  const counts = useMemo(() => (span === null ? null : countsIn(dataset, incidence, span)), [dataset, incidence, span]);
  if (years.length < 2) return null;
  const [first, last] = [years[0].key, years[years.length - 1].key];
  const { from, to } = span ?? { from: first, to: last };
  const show = (start: number, end: number) =>
    viewStore.setState(showYears(heldSpan(dataset, { from: start, to: end })));
  const prepare = () => prepareSpans(dataset, incidence);
  // Neither passes the other.
  const sliders = [
    { label: "From year", value: from, move: (year: number) => show(Math.min(year, to), to) },
    { label: "To year", value: to, move: (year: number) => show(from, Math.max(year, from)) },
  ];
  const all = (
    <button type="button" className="link" onClick={() => viewStore.setState(showYears(null))}>
      All years
    </button>
  );
  return (
    <Section title="Years" aside={span === null ? <span className="quiet">papers, by year</span> : all}>
      <YearBars years={years} span={span} />
      <div className="year-range">
        {sliders.map(({ label, value, move }) => (
          <input
            key={label}
            type="range"
            aria-label={label}
            min={first}
            max={last}
            value={value}
            onPointerEnter={prepare}
            onFocus={prepare}
            onChange={(event) => move(event.target.valueAsNumber)}
          />
        ))}
      </div>
      {counts !== null && (
        <p className="quiet" aria-live="polite">
          The map shows {yearSpan(from, to)}: {counted(counts.papers, "paper")}, {thousands(counts.authors)} of{" "}
          {counted(dataset.authors.rowCount, "author")}, {thousands(counts.ties)} of{" "}
          {counted(dataset.coauthorships.rowCount, "tie")}
          {counts.undated > 0 && `; ${counted(counts.undated, "paper")} without a year in none`}.
        </p>
      )}
    </Section>
  );
}
