import { useState } from "react";
import { partSize, partsOfTeam } from "../../scene/part-facts.ts";
import { counted } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { PartLink } from "./PartLink.tsx";
import { Section } from "./Section.tsx";

/** More parts than this are listed when asked. */
const SHOWN = 12;

/** What a large team is divided into, largest first; nothing for a team that has no parts. */
export function TeamParts({ team }: { team: number }) {
  const { dataset, counting } = useScene();
  const [all, setAll] = useState(false);
  const parts = partsOfTeam(dataset, counting, team);
  if (parts.length === 0) return null;
  const shown = all ? parts : parts.slice(0, SHOWN);
  return (
    <Section title="Parts" aside={<span className="quiet">who works together in it</span>}>
      <ul className="people parts">
        {shown.map((part) => (
          <li key={part}>
            <PartLink part={part} />
            <span className="quiet number">{partSize(dataset, part)}</span>
          </li>
        ))}
      </ul>
      {shown.length < parts.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {counted(parts.length, "part")}
        </button>
      )}
    </Section>
  );
}
