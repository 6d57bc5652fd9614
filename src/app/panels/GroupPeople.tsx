import { useState } from "react";
import { counted } from "../../scene/wording.ts";
import { PersonLink } from "./PersonLink.tsx";
import { Section } from "./Section.tsx";

interface People {
  readonly people: readonly number[];
  /** What stands beside a person. */
  readonly figures: (author: number) => string;
}

/** People of a team or of a part of one, by their rows. */
export function GroupPeople({ people, figures }: People) {
  return (
    <ul className="people">
      {people.map((author) => (
        <li key={author}>
          <PersonLink author={author} dot={false} />
          <span className="quiet number">{figures(author)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Those who do not lead, when they are asked for. */
export function OtherPeople({ people, figures }: People) {
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
      <GroupPeople people={people} figures={figures} />
    </Section>
  );
}

/** Names of leading people, where nothing else is known of them yet. */
export function LeaderNames({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Section title="Core people">
      <ul className="people">
        {names.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name.
          <li key={i}>
            <bdi dir="auto">{name}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}
