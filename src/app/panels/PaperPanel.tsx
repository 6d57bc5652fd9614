import { useMemo, useState } from "react";
import {
  type PaperFacts,
  type PaperRecord,
  type PeopleOfTeam,
  paperFacts,
  recordInWords,
} from "../../scene/paper-facts.ts";
import { counted } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { CopyReferences } from "./CopyReferences.tsx";
import { PaperLinks } from "./PaperList.tsx";
import { PersonLink } from "./PersonLink.tsx";
import { Section } from "./Section.tsx";
import { TeamChip } from "./TeamChip.tsx";

/** More people of a team than this are folded away. */
const UNFOLDED = 30;

/** A paper: links, field, citations, keywords, people by team, editors, abstract, records. */
export function PaperPanel({ paper }: { paper: number }) {
  const { dataset, incidence, counting } = useScene();
  const facts = useMemo(() => paperFacts(dataset, incidence, counting, paper), [dataset, incidence, counting, paper]);
  const where = [facts.year, facts.venue].filter((part) => part !== null).join(" · ");
  return (
    <article>
      <h2>
        <bdi dir="auto">{facts.title}</bdi>
      </h2>
      {where !== "" && (
        <p className="figures">
          <bdi dir="auto">{where}</bdi>
        </p>
      )}
      <p className="paper-links">
        <PaperLinks paper={paper} />
      </p>
      {facts.fields.length > 0 && (
        <p>
          <span className="quiet">Field: </span>
          <bdi dir="auto">{facts.fields[0]}</bdi>
          {facts.fields.length > 1 && (
            <span className="quiet">
              , also <bdi dir="auto">{facts.fields.slice(1).join(", ")}</bdi>
            </span>
          )}
        </p>
      )}
      {facts.cited !== null && <p>{facts.cited}</p>}
      <Listed label="Keywords" items={facts.keywords} />
      {facts.people !== null && (
        <p>
          <span className="quiet">People: </span>
          <bdi dir="auto">{facts.people}</bdi>
        </p>
      )}
      {facts.cutShort !== null && <p>{facts.cutShort}</p>}
      <Listed label="Groups among the authors" items={facts.groups} />
      <Listed label="Editors, not authors" items={facts.editors} />
      <People facts={facts} />
      {facts.abstract !== null && (
        <Section title="Abstract">
          <p className="abstract">
            <bdi dir="auto">{facts.abstract}</bdi>
          </p>
        </Section>
      )}
      <Section
        title={facts.records.length === 1 ? "Made from one record" : `Made from ${facts.records.length} records`}
      >
        <ul className="records">
          {facts.records.map((record) => (
            <RecordItem key={`${record.file} ${record.record}`} record={record} />
          ))}
        </ul>
      </Section>
      <CopyReferences papers={[paper]} />
    </article>
  );
}

/** "Keywords: coffee, tea"; nothing where there are none. */
function Listed({ label, items }: { label: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <p>
      <span className="quiet">{label}: </span>
      {items.map((item, i) => (
        <span key={item}>
          {i > 0 && ", "}
          <bdi dir="auto">{item}</bdi>
        </span>
      ))}
    </p>
  );
}

function People({ facts }: { facts: PaperFacts }) {
  if (facts.people === null) return <NoAuthors facts={facts} />;
  return (
    <Section title="People by team">
      {facts.large && (
        <p className="quiet">
          A large paper: its {counted(facts.authors, "author")} count in full, but pull nobody on the map and are not
          drawn as lines.
        </p>
      )}
      {facts.byTeam.map((people) => (
        <PeopleOfTeamList key={people.team ?? "none"} facts={facts} people={people} />
      ))}
    </Section>
  );
}

function PeopleOfTeamList({ facts, people }: { facts: PaperFacts; people: PeopleOfTeam }) {
  const [open, setOpen] = useState(people.authors.length <= UNFOLDED);
  // A map, since a large paper would make looking each name up in its list quadratic.
  const written = useMemo(() => new Map(facts.list.map(({ author, name }) => [author, name])), [facts]);
  return (
    <div className="people-of-team">
      <p className="team-line">
        <TeamChip team={people.team} />
        <span className="number">{people.authors.length}</span>
        {people.authors.length > UNFOLDED && (
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Fold away" : "Show all"}
          </button>
        )}
      </p>
      {open && (
        <ul className="names">
          {people.authors.map((author) => (
            <li key={author}>
              <PersonLink author={author} name={written.get(author)} dot={false} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function NoAuthors({ facts }: { facts: PaperFacts }) {
  const first = facts.records.at(0);
  return (
    <Section title="People">
      <p>The listing gave no authors{first === undefined ? "." : `: ${recordInWords(first)}.`}</p>
    </Section>
  );
}

function RecordItem({ record }: { record: PaperRecord }) {
  return (
    <li>
      <bdi dir="auto">{recordInWords(record)}</bdi> <span className="quiet">({record.format})</span>
      {record.findings.length > 0 && (
        <ul>
          {record.findings.map((detail) => (
            <li key={detail} className="quiet">
              <bdi dir="auto">{detail}</bdi>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
