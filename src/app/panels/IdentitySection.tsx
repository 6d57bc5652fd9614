import { useMemo } from "react";
import type { AuthorFacts } from "../../scene/author-facts.ts";
import { type AuthorIdentity, authorIdentity } from "../../scene/author-identity.ts";
import { answerTo } from "../../scene/decide.ts";
import { outcomeInWords } from "../../scene/identity-wording.ts";
import { nameNotes } from "../../scene/name-notes.ts";
import { decideThat } from "../store/change-identity.ts";
import { useScene } from "../store/scene-context.tsx";
import { PersonLink } from "./PersonLink.tsx";
import { Section } from "./Section.tsx";
import { Waterfall } from "./Waterfall.tsx";

/** More who may be the same than these are not worth a look. */
const SHOWN = 8;

/** An author's names, why they are one person, and who else may be the same. */
export function IdentitySection({ facts }: { facts: AuthorFacts }) {
  const { dataset } = useScene();
  const { author } = facts;
  const ledger = useMemo(() => authorIdentity(dataset, author), [dataset, author]);
  const notes = useMemo(() => nameNotes(dataset, author), [dataset, author]);
  if (facts.nameForms.length < 2 && notes.length === 0 && ledger.joined.length === 0 && ledger.apart.length === 0)
    return null;
  return (
    <>
      <Section title="Name forms" aside={<span className="quiet">papers</span>}>
        <ul className="people">
          {facts.nameForms.map(({ key, count }) => (
            <li key={key}>
              <bdi dir="auto">{key}</bdi>
              <span className="number">{count}</span>
            </li>
          ))}
        </ul>
        {notes.map((note) => (
          <p key={note} className="quiet">
            <bdi dir="auto">{note}</bdi>
          </p>
        ))}
        {ledger.joined.map((row) => (
          <Joined key={row} row={row} />
        ))}
      </Section>
      <Apart ledger={ledger} author={author} />
    </>
  );
}

/** One reason for two names being one person, and the way to say that they are not. */
function Joined({ row }: { row: number }) {
  const { dataset } = useScene();
  const { cases, nodes } = dataset;
  const [one, other] = [nodes.name[cases.a[row]], nodes.name[cases.b[row]]];
  return (
    <details className="fold case-fold">
      <summary>
        <bdi dir="auto">{one}</bdi> = <bdi dir="auto">{other}</bdi>{" "}
        <span className="quiet">{outcomeInWords(cases.outcome[row])}</span>
      </summary>
      <Waterfall evidence={cases.evidence[row]} score={cases.score[row]} />
      <button
        type="button"
        className="link"
        onClick={() => decideThat([answerTo(dataset, row, "different")], `${one} and ${other} are two people.`)}
      >
        Not the same person
      </button>
    </details>
  );
}

/** Other authors with a name like this one's: perhaps the same, or known not to be. */
function Apart({ ledger, author }: { ledger: AuthorIdentity; author: number }) {
  if (ledger.apart.length === 0) return null;
  return (
    <Section title="Names like this">
      {ledger.apart.slice(0, SHOWN).map((row) => (
        <Like key={row} row={row} author={author} />
      ))}
    </Section>
  );
}

function Like({ row, author }: { row: number; author: number }) {
  const { dataset } = useScene();
  const { cases, nodes } = dataset;
  const [here, there] =
    nodes.author[cases.a[row]] === author ? [cases.a[row], cases.b[row]] : [cases.b[row], cases.a[row]];
  const other = nodes.author[there];
  const against = cases.against[row];
  const ruledOut = cases.outcome[row] === "refused-paper" || cases.outcome[row] === "refused-ids";
  return (
    <details className="fold case-fold">
      <summary>
        <bdi dir="auto">{nodes.name[there]}</bdi> <span className="quiet">{outcomeInWords(cases.outcome[row])}</span>
      </summary>
      <p>
        <PersonLink author={other} />
        {against !== null && (
          <span className="quiet">
            {" "}
            <bdi dir="auto">{against}</bdi>
          </span>
        )}
      </p>
      <Waterfall evidence={cases.evidence[row]} score={cases.score[row]} />
      {!ruledOut && (
        <button
          type="button"
          className="link"
          onClick={() =>
            decideThat([answerTo(dataset, row, "same")], `${nodes.name[here]} and ${nodes.name[there]} are one person.`)
          }
        >
          The same person
        </button>
      )}
    </details>
  );
}
