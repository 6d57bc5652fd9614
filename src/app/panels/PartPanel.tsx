import { useMemo } from "react";
import { isGiven, prominenceInWords } from "../../scene/given-ties.ts";
import { partFacts, partSize } from "../../scene/part-facts.ts";
import { percent, yearSpan } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { GroupPapers } from "./GroupPapers.tsx";
import { GroupPeople, OtherPeople } from "./GroupPeople.tsx";
import { NoPapers } from "./NoPapers.tsx";
import { PartLink } from "./PartLink.tsx";
import { Section } from "./Section.tsx";
import { TeamChip, TeamDot } from "./TeamChip.tsx";

/** A part of a large team: of which team, why, people, papers, years, neighbours. */
export function PartPanel({ part }: { part: number }) {
  const { dataset, incidence } = useScene();
  const facts = useMemo(() => partFacts(dataset, incidence, part), [dataset, incidence, part]);
  const { parts } = dataset;
  const given = isGiven(dataset);
  const years = yearSpan(parts.firstYear[part], parts.lastYear[part]);
  const figures = (author: number) => prominenceInWords(dataset, author);
  return (
    <article>
      <h2>
        <TeamDot team={parts.team[part]} /> <bdi dir="auto">{parts.name[part]}</bdi>
      </h2>
      <p className="figures">
        {parts.subject[part] !== null && (
          <>
            <bdi dir="auto">{parts.subject[part]}</bdi> ·{" "}
          </>
        )}
        {partSize(dataset, part)}
        {years !== null && ` · ${years}`}
      </p>
      <p className="team-line">
        A part of the team <TeamChip team={parts.team[part]} />
      </p>
      <Section title="Why this name">
        <p>
          <bdi dir="auto">{facts.why}</bdi>
        </p>
      </Section>
      <Section title="Leading people">
        <GroupPeople people={facts.members.slice(0, facts.leaders)} figures={figures} />
      </Section>
      <OtherPeople people={facts.members.slice(facts.leaders)} figures={figures} />
      {given ? <NoPapers /> : <GroupPapers facts={facts} group="part" />}
      {facts.neighbours.length > 0 && (
        <Section title="Neighbouring parts" aside={<span className="quiet">share of the ties to other parts</span>}>
          <ul className="people parts">
            {facts.neighbours.map(({ team: other, share }) => (
              <li key={other}>
                <TeamDot team={parts.team[other]} />
                <PartLink part={other} />
                <span className="number">{percent(share)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}
