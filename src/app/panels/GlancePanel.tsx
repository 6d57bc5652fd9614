import { useState } from "react";
import type { Glance } from "../../model/glance.ts";
import { type GlanceTeam, glanceOverview, glancePeople, glanceTeam } from "../../scene/glance-facts.ts";
import { teamSize } from "../../scene/team-facts.ts";
import type { Choice } from "../../scene/view.ts";
import { counted, nameSeparator } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { LeaderNames } from "./GroupPeople.tsx";
import { Headline } from "./Headline.tsx";
import { Section } from "./Section.tsx";
import { TeamChip, TeamDot } from "./TeamChip.tsx";

/** The details while names and papers are still on their way: of what is chosen, or of the whole map. */
export function GlancePanel({ glance, choice }: { glance: Glance; choice: Choice | null }) {
  if (choice === null || choice.kind === "paper" || choice.kind === "part") return <Whole glance={glance} />;
  if (choice.kind === "team") return <Team team={glanceTeam(glance, choice.team)} />;
  return <People choice={choice} />;
}

/** More teams than these are listed when asked. */
const SHOWN_TEAMS = 20;

function Whole({ glance }: { glance: Glance }) {
  const { colours } = useScene();
  const [all, setAll] = useState(false);
  const { headline, teams } = glanceOverview(glance, colours.onlyLarge);
  const shown = all ? teams : teams.slice(0, SHOWN_TEAMS);
  return (
    <article>
      <Headline parts={headline} />
      <Section title="Teams" aside={<span className="quiet">who writes together</span>}>
        <ul className="teams">
          {shown.map((team) => (
            <li className="team" key={team.team}>
              <div className="team-line">
                <TeamChip team={team.team} />
                <span className="quiet number">{teamSize(team.authors, team.papers)}</span>
              </div>
              <div className="team-leads">
                <bdi dir="auto">{team.leaders.join(nameSeparator(team.leaders))}</bdi>
              </div>
            </li>
          ))}
        </ul>
        {shown.length < teams.length && (
          <button type="button" className="link" onClick={() => setAll(true)}>
            Show all {counted(teams.length, "team")}
          </button>
        )}
      </Section>
    </article>
  );
}

function Team({ team }: { team: GlanceTeam }) {
  const { partition } = useScene();
  return (
    <article>
      <h2>
        <TeamDot team={team.team} /> <bdi dir="auto">{partition.teams.name[team.team]}</bdi>
      </h2>
      <p className="figures">
        {teamSize(team.authors, team.papers)}
        {team.years !== null && ` · ${team.years}`}
      </p>
      <p className="quiet">Its other people, its papers and its neighbours are still coming.</p>
      <LeaderNames names={team.leaders} />
    </article>
  );
}

function People({ choice }: { choice: Choice }) {
  const { dataset, partition } = useScene();
  const people = glancePeople(dataset, partition, choice);
  return (
    <article>
      <h2>{people.length === 1 ? "A person whose name is still coming" : "A tie whose papers are still coming"}</h2>
      <ul className="people">
        {people.map(({ author, name, figures, team }) => (
          <li key={author}>
            {people.length > 1 && <bdi dir="auto">{name}</bdi>}
            <TeamChip team={team} />
            <span className="quiet number">{figures}</span>
          </li>
        ))}
      </ul>
    </article>
  );
}
