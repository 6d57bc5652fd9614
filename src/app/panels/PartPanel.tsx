import { useMemo, useState } from "react";
import { isGiven, prominenceInWords } from "../../scene/given-ties.ts";
import { partFacts, partSize } from "../../scene/part-facts.ts";
import { counted, percent, yearSpan } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { YearBars } from "./Bars.tsx";
import { NoPapers } from "./NoPapers.tsx";
import { PaperList } from "./PaperList.tsx";
import { PartLink } from "./PartLink.tsx";
import { PersonLink } from "./PersonLink.tsx";
import { Section } from "./Section.tsx";
import { TeamChip, TeamDot } from "./TeamChip.tsx";

/** A part of a large team: of which team, why, people, papers, years, neighbours. */
export function PartPanel({ part }: { part: number }) {
  const { dataset, incidence } = useScene();
  const facts = useMemo(() => partFacts(dataset, incidence, part), [dataset, incidence, part]);
  const { parts } = dataset;
  const given = isGiven(dataset);
  const years = yearSpan(parts.firstYear[part], parts.lastYear[part]);
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
        <People people={facts.members.slice(0, facts.leaders)} />
      </Section>
      <Others people={facts.members.slice(facts.leaders)} />
      {given ? (
        <NoPapers />
      ) : (
        <>
          <Section title="Papers" aside={<span className="quiet">newest first</span>}>
            <PaperList
              papers={facts.papers.map(({ paper, members, authors }) => ({
                paper,
                note: (
                  <span>
                    {members} of {counted(authors, "author")} in the part
                  </span>
                ),
              }))}
            />
          </Section>
          <Section title="By year">
            <YearBars years={facts.papersByYear} />
          </Section>
        </>
      )}
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

function Others({ people }: { people: readonly number[] }) {
  const [all, setAll] = useState(false);
  if (people.length === 0) return null;
  if (!all) {
    return (
      <button type="button" className="link" onClick={() => setAll(true)}>
        Show {counted(people.length, "more person", "more people")}
      </button>
    );
  }
  return (
    <Section title="Others">
      <People people={people} />
    </Section>
  );
}

function People({ people }: { people: readonly number[] }) {
  const { dataset } = useScene();
  return (
    <ul className="people">
      {people.map((author) => (
        <li key={author}>
          <PersonLink author={author} dot={false} />
          <span className="quiet number">{prominenceInWords(dataset, author)}</span>
        </li>
      ))}
    </ul>
  );
}
