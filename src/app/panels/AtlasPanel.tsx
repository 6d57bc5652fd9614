import { useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Atlas } from "../../model/atlas.ts";
import { atlasHeadline, atlasNeighbours, atlasTeam } from "../../scene/atlas-facts.ts";
import { teamSize } from "../../scene/team-facts.ts";
import { counted, nameSeparator, percent, wholeName } from "../../scene/wording.ts";
import { openSheet } from "../store/open-sheet.ts";
import { pick } from "../store/pick.ts";
import { sheetStore } from "../store/sheet-store.ts";
import { viewStore } from "../store/view-store.ts";
import { LeaderNames } from "./GroupPeople.tsx";
import { Headline } from "./Headline.tsx";
import { PanelFrame, useReport } from "./Panel.tsx";
import { Section } from "./Section.tsx";
import { hue } from "./TeamChip.tsx";
import { usePreview } from "./use-preview.ts";

/** The colour of each team on the atlas, by row. */
type Fill = readonly string[];

/** The details of an atlas: all teams, or the one that is chosen. */
export function AtlasPanel({ atlas, fill }: { atlas: Atlas; fill: Fill }) {
  const report = useReport();
  const choice = useStore(viewStore, (state) => state.choice);
  const team = choice?.kind === "team" && choice.team < atlas.teams.rowCount ? choice.team : null;
  const shown =
    team === null
      ? { key: "atlas", content: <Whole atlas={atlas} fill={fill} /> }
      : { key: `atlas-${team}`, content: <Team atlas={atlas} fill={fill} team={team} /> };
  return <PanelFrame shown={report ?? shown} above={<Opening atlas={atlas} />} />;
}

/** That a team's people are on their way, or do not come. */
function Opening({ atlas }: { atlas: Atlas }) {
  const { opening, failure } = useStore(sheetStore);
  if (failure !== null) {
    return (
      <div className="arrival" role="alert">
        <p>
          The people of the team could not be fetched: <bdi dir="auto">{failure}</bdi>
        </p>
      </div>
    );
  }
  if (opening === null) return null;
  return (
    <div className="arrival" role="status">
      <progress aria-label="People of the team" />
      <p>
        Fetching the people of <bdi dir="auto">{atlas.teams.name[opening]}</bdi> …
      </p>
    </div>
  );
}

/** More teams than these are listed when asked, so many more each time. */
const SHOWN_TEAMS = 20;
const MORE_TEAMS = 100;

function Whole({ atlas, fill }: { atlas: Atlas; fill: Fill }) {
  const [count, setCount] = useState(SHOWN_TEAMS);
  const headline = atlasHeadline(atlas);
  const all = atlas.teams.rowCount;
  const rows = Array.from({ length: Math.min(count, all) }, (_, team) => atlasTeam(atlas, team));
  return (
    <article>
      <Headline parts={headline} />
      <p className="quiet atlas-note">
        Each disc is a team, as wide as its people take on the map; lines are the joint papers of two teams. Choose a
        team, or come closer, to see its people.
      </p>
      <Section title="Teams" aside={<span className="quiet">who writes together</span>}>
        <ul className="teams">
          {rows.map(({ team, authors, papers, leaders }) => (
            <li className="team" key={team}>
              <div className="team-line">
                <AtlasChip atlas={atlas} fill={fill} team={team} />
                <span className="quiet number">{teamSize(authors, papers)}</span>
              </div>
              <div className="team-leads">
                <Names names={leaders} />
              </div>
            </li>
          ))}
        </ul>
        {count < all && (
          <button type="button" className="link" onClick={() => setCount(count + MORE_TEAMS)}>
            Show {counted(Math.min(MORE_TEAMS, all - count), "more team")}
          </button>
        )}
      </Section>
    </article>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return <bdi dir="auto">{names.join(nameSeparator(names))}</bdi>;
}

/** More neighbours than these say little. */
const SHOWN_NEIGHBOURS = 12;

function Team({ atlas, fill, team }: { atlas: Atlas; fill: Fill; team: number }) {
  const facts = atlasTeam(atlas, team);
  const neighbours = useMemo(() => atlasNeighbours(atlas, team), [atlas, team]);
  const opening = useStore(sheetStore, (state) => state.opening);
  const given = facts.papers === null;
  return (
    <article>
      <h2>
        <span className="dot" aria-hidden="true" style={hue(fill[team])} /> <bdi dir="auto">{facts.name}</bdi>
      </h2>
      <p className="figures">
        {teamSize(facts.authors, facts.papers)}
        {facts.years !== null && ` · ${facts.years}`}
      </p>
      <p>
        <button
          type="button"
          className="button"
          aria-disabled={opening === team}
          onClick={() => {
            if (opening !== team) void openSheet(team);
          }}
        >
          Show its people
        </button>
      </p>
      <LeaderNames names={facts.leaders} />
      {neighbours.length > 0 && (
        <Section
          title="Neighbouring teams"
          aside={<span className="quiet">{given ? "tie weight" : "ties · joint papers"}</span>}
        >
          <ul className="people">
            {neighbours.slice(0, SHOWN_NEIGHBOURS).map(({ team: other, share, papers }) => (
              <li key={other}>
                <AtlasChip atlas={atlas} fill={fill} team={other} />
                <span className="number">{given ? percent(share) : `${percent(share)} · ${papers}`}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}

/** A team by colour and name; choosing it opens the team. */
function AtlasChip({ atlas, fill, team }: { atlas: Atlas; fill: Fill; team: number }) {
  const preview = usePreview({ kind: "team", team });
  const name = atlas.teams.name[team];
  return (
    <button type="button" className="chip" onClick={() => pick({ kind: "team", team })} {...preview}>
      <span className="dot" aria-hidden="true" style={hue(fill[team])} />
      <bdi dir="auto" className="name" title={wholeName(name)}>
        {name}
      </bdi>
    </button>
  );
}
