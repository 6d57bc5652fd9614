import { max, scaleBand, scaleLinear } from "d3";
import type { CSSProperties } from "react";
import type { Tally } from "../../scene/author-facts.ts";
import type { YearSpan } from "../../scene/year-filter.ts";

const WIDTH = 332;
const HEIGHT = 44;
/** Above more bars than these numbers would run into each other. */
const MOST_NUMBERS = 20;
/** Below the bars, for the years. */
const FOOT = 16;

interface YearBarsProps {
  readonly years: readonly Tally<number>[];
  /** Years outside it are pale; null is all. */
  readonly span?: YearSpan | null;
}

/** Papers by year as bars, each year told to screen readers too. */
export function YearBars({ years, span = null }: YearBarsProps) {
  if (years.length === 0) return <p className="quiet">No year is known.</p>;
  const x = scaleBand<number>()
    .domain(years.map(({ key }) => key))
    .range([0, WIDTH])
    .paddingInner(0.25);
  // A single bar as wide as the panel would look like a rule.
  const barWidth = Math.min(x.bandwidth(), 28);
  const y = scaleLinear()
    .domain([0, max(years, ({ count }) => count) ?? 1])
    .range([0, HEIGHT - 12]);
  const said = years.filter(({ count }) => count > 0).map(({ key, count }) => `${key}: ${count}`);
  const every = Math.ceil(years.length / 10);
  return (
    <svg
      className="year-bars"
      viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
      role="img"
      aria-label={`Papers by year: ${said.join(", ")}`}
    >
      <path d={`M0 ${HEIGHT}.5H${WIDTH}`} className="axis" />
      {years.map(({ key, count }, i) => {
        const left = x(key) ?? 0;
        const middle = left + barWidth / 2;
        return (
          <g key={key} className={span !== null && (key < span.from || key > span.to) ? "outside" : undefined}>
            {count > 0 && (
              <>
                <rect x={left} y={HEIGHT - y(count)} width={barWidth} height={y(count)} />
                {years.length <= MOST_NUMBERS && (
                  <text x={middle} y={HEIGHT - y(count) - 3}>
                    {count}
                  </text>
                )}
              </>
            )}
            {i % every === 0 && (
              <text x={middle} y={HEIGHT + 13}>
                {years.length > 6 ? `’${String(key).slice(-2)}` : key}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Counts with names as lines of a list, each with a bar behind its number. */
export function NamedBars({ tallies }: { tallies: readonly Tally<string>[] }) {
  const most = max(tallies, ({ count }) => count) ?? 1;
  return (
    <ul className="named-bars">
      {tallies.map(({ key, count }) => (
        <li key={key}>
          <bdi dir="auto">{key}</bdi>
          <span className="named-bar" style={length(count / most)} aria-hidden="true" />
          <span className="number">{count}</span>
        </li>
      ))}
    </ul>
  );
}

/** A share from 0 to 1 for the style sheets. */
export function length(share: number): CSSProperties {
  return { "--share": share } as CSSProperties;
}
