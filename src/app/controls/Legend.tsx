import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { prominenceOf } from "../../model/author-radius.ts";
import { sparesWeakTies } from "../../scene/cast-columns.ts";
import { doubtfulCases } from "../../scene/doubt.ts";
import { briefName, counted, thousands, wholeName, yearSpan } from "../../scene/wording.ts";
import { TeamDot } from "../panels/TeamChip.tsx";
import { useScene } from "../store/scene-context.tsx";
import { showAllTeams, showYears, toggleTeam, viewStore } from "../store/view-store.ts";
import { Icon } from "./Icon.tsx";

/** More teams than this are not listed at once. */
const LISTED_TEAMS = 12;
/** The same for teams of large papers alone; the constant Potts model may leave each of a thousand authors alone. */
const LISTED_LARGE = 4;
/** Where an open legend would leave the map too little; there it opens over the map, as in `controls.css`. */
const LITTLE_ROOM = "(max-width: 1000px), (max-height: 640px)";

/** Bottom left: what the signs of the map mean, and which teams are shown. */
export function Legend() {
  const [open, setOpen] = useState(() => !matchMedia(LITTLE_ROOM).matches);
  // A turned phone or another window has other room; what was opened or folded by hand was meant for the room there was.
  useEffect(() => {
    const room = matchMedia(LITTLE_ROOM);
    const follow = () => setOpen(!room.matches);
    room.addEventListener("change", follow);
    return () => room.removeEventListener("change", follow);
  }, []);
  return (
    <section className="legend" aria-label="Legend" data-open={open}>
      <button type="button" className="legend-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        Legend <Icon name={open ? "down" : "up"} />
      </button>
      <ShownYears />
      {open && (
        <div className="legend-body">
          <TeamToggles />
          <Signs />
        </div>
      )}
    </section>
  );
}

/** Always in sight, for a map of some years looks like a map of all. */
function ShownYears() {
  const years = useStore(viewStore, (state) => state.years);
  if (years === null) return null;
  return (
    <p className="legend-years">
      Only {yearSpan(years.from, years.to)} ·{" "}
      <button type="button" className="link" onClick={() => viewStore.setState(showYears(null))}>
        All years
      </button>
    </p>
  );
}

function TeamToggles() {
  const { partition, colours } = useScene();
  const hidden = useStore(viewStore, (state) => state.hiddenTeams);
  const [all, setAll] = useState(false);
  const teams = [...colours.onlyLarge.keys()].sort(
    (a, b) => Number(colours.onlyLarge[a]) - Number(colours.onlyLarge[b]) || a - b,
  );
  // Teams of large papers stay last in sight, however many others are folded away.
  const others = teams.filter((team) => !colours.onlyLarge[team]);
  const folded = all ? [] : [...others.slice(LISTED_TEAMS), ...teams.slice(others.length + LISTED_LARGE)];
  const away = new Set(folded);
  return (
    <div className="legend-teams">
      <ul>
        {teams
          .filter((team) => !away.has(team))
          .map((team) => (
            <li key={team}>
              <button
                type="button"
                className="legend-team"
                aria-pressed={!hidden.has(team)}
                title={hidden.has(team) ? "Show this team" : "Hide this team"}
                onClick={() => viewStore.setState(toggleTeam(team))}
              >
                <TeamDot team={team} />
                <span className="legend-name">
                  {colours.onlyLarge[team] ? (
                    partition.teams.papers[team] === 1 ? (
                      "only on one large paper"
                    ) : (
                      "only on large papers"
                    )
                  ) : (
                    <bdi dir="auto" title={wholeName(partition.teams.name[team])}>
                      {briefName(partition.teams.name[team])}
                    </bdi>
                  )}
                </span>
                <span className="number">{thousands(partition.teams.authors[team])}</span>
              </button>
            </li>
          ))}
      </ul>
      {folded.length > 0 && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {counted(folded.length, "smaller team")}
        </button>
      )}
      {hidden.size > 0 && (
        <button type="button" className="link" onClick={() => viewStore.setState(showAllTeams)}>
          Show all teams
        </button>
      )}
    </div>
  );
}

/** Drawn by the same rules as the map: area by papers, width by weight, a ring for a bridge, dashes for doubt. */
function Signs() {
  const { dataset, glance } = useScene();
  const doubtful =
    useMemo(() => doubtfulCases(dataset).size > 0, [dataset]) || (glance?.manifest.counts.cases ?? 0) > 0;
  return (
    <ul className="legend-signs">
      <li>
        <svg viewBox="0 0 36 18" aria-hidden="true">
          <circle cx="5" cy="9" r="3" />
          <circle cx="16" cy="9" r="5" />
          <circle cx="29" cy="9" r="7" />
        </svg>
        {prominenceOf(dataset.authors) === dataset.authors.papers ? "more papers" : "more ties"}
      </li>
      <li>
        <svg viewBox="0 0 36 18" aria-hidden="true" className="legend-lines">
          <path d="M2 5h32" strokeWidth="0.8" />
          <path d="M2 12h32" strokeWidth="3.2" />
        </svg>
        heavier tie, grey between teams
      </li>
      <li>
        <svg viewBox="0 0 18 18" aria-hidden="true" className="legend-bridge">
          <circle cx="9" cy="9" r="7.5" className="legend-ring" />
          <circle cx="9" cy="9" r="4.5" />
        </svg>
        bridge, ringed in its second team’s colour
      </li>
      {doubtful && (
        <li>
          <svg viewBox="0 0 18 18" aria-hidden="true" className="legend-bridge">
            <circle cx="9" cy="9" r="7.5" className="legend-ring" strokeDasharray="3 2.5" />
            <circle cx="9" cy="9" r="4.5" />
          </svg>
          identity in doubt
        </li>
      )}
      <li className="quiet">
        {sparesWeakTies(dataset)
          ? "The weakest half of the lines appear with zoom or on hover."
          : "Where lines are many each is paler, and palest far from its people; while the map moves, only the heaviest are drawn."}
      </li>
    </ul>
  );
}
