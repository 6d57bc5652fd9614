import { useMemo, useState } from "react";
import { isGiven, prominenceInWords } from "../../scene/given-ties.ts";
import { type TeamFacts, teamFacts, teamSize } from "../../scene/team-facts.ts";
import { counted, percent, yearSpan } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { NamedBars, YearBars } from "./Bars.tsx";
import { NoPapers } from "./NoPapers.tsx";
import { PaperList } from "./PaperList.tsx";
import { PersonLink } from "./PersonLink.tsx";
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
        <People people={facts.core} />
      </Section>
      <Members facts={facts} />
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
      <Section title="Papers" aside={<span className="quiet">newest first</span>}>
        <PaperList
          papers={facts.papers.map(({ paper, members, authors }) => ({
            paper,
            note: (
              <span>
                {members} of {counted(authors, "author")} in the team
              </span>
            ),
          }))}
        />
      </Section>
      <Section title="By year">
        <YearBars years={facts.papersByYear} />
      </Section>
      {facts.papersByField.length > 0 && (
        <Section title="By field">
          <NamedBars tallies={facts.papersByField} />
        </Section>
      )}
    </>
  );
}

function Members({ facts }: { facts: TeamFacts }) {
  const [all, setAll] = useState(false);
  const others = facts.members.filter((author) => !facts.core.includes(author));
  if (others.length === 0) return null;
  if (!all) {
    return (
      <button type="button" className="link" onClick={() => setAll(true)}>
        Show {counted(others.length, "more person", "more people")}
      </button>
    );
  }
  return (
    <Section title="Others">
      <People people={others} />
    </Section>
  );
}

function People({ people }: { people: readonly number[] }) {
  const { dataset, partition } = useScene();
  return (
    <ul className="people">
      {people.map((author) => (
        <li key={author}>
          <PersonLink author={author} dot={false} />
          <span className="quiet number">
            {prominenceInWords(dataset, author)} · {percent(partition.inside[author])} inside
          </span>
        </li>
      ))}
    </ul>
  );
}
