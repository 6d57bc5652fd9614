import { useMemo } from "react";
import { isGiven, prominenceInWords } from "../../scene/given-ties.ts";
import { type TeamFacts, teamFacts, teamSize } from "../../scene/team-facts.ts";
import { percent, yearSpan } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { NamedBars } from "./Bars.tsx";
import { GroupPapers } from "./GroupPapers.tsx";
import { GroupPeople, OtherPeople } from "./GroupPeople.tsx";
import { NoPapers } from "./NoPapers.tsx";
import { Section } from "./Section.tsx";
import { TeamChip, TeamDot } from "./TeamChip.tsx";
import { TeamParts } from "./TeamParts.tsx";

/** A team: its name and why, people, papers, years, neighbours. */
export function TeamPanel({ team }: { team: number }) {
  const { dataset, incidence, counting, partition } = useScene();
  const facts = useMemo(() => teamFacts(dataset, incidence, counting, team), [dataset, incidence, counting, team]);
  const { teams } = partition;
  const given = isGiven(dataset);
  const years = yearSpan(teams.firstYear[team], teams.lastYear[team]);
  const figures = (author: number) =>
    `${prominenceInWords(dataset, author)} · ${percent(partition.inside[author])} inside`;
  return (
    <article>
      <h2>
        <TeamDot team={team} /> <bdi dir="auto">{facts.name}</bdi>
      </h2>
      <p className="figures">
        {teamSize(teams.authors[team], given ? null : teams.papers[team])}
        {years !== null && ` · ${years}`}
      </p>
      <p>
        {percent(facts.inside)} of its tie weight stays inside; {facts.sureness}.
      </p>
      <Section title="Why this name">
        <p>
          <bdi dir="auto">{facts.why}</bdi>
        </p>
      </Section>
      <TeamParts team={team} />
      <Section title="Core people">
        <GroupPeople people={facts.core} figures={figures} />
      </Section>
      <OtherPeople people={facts.members.filter((author) => !facts.core.includes(author))} figures={figures} />
      {given ? <NoPapers /> : <Papers facts={facts} />}
      {facts.neighbours.length > 0 && (
        <Section
          title="Neighbouring teams"
          aside={<span className="quiet">{given ? "tie weight" : "ties · joint papers"}</span>}
        >
          <ul className="people">
            {facts.neighbours.map(({ team: other, share, papers }) => (
              <li key={other}>
                <TeamChip team={other} />
                <span className="number">{given ? percent(share) : `${percent(share)} · ${papers}`}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}

function Papers({ facts }: { facts: TeamFacts }) {
  return (
    <>
      <GroupPapers facts={facts} group="team" />
      {facts.papersByField.length > 0 && (
        <Section title="By field">
          <NamedBars tallies={facts.papersByField} />
        </Section>
      )}
    </>
  );
}
