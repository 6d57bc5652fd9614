import { WITHOUT_PAPERS } from "../../scene/given-ties.ts";
import { Section } from "./Section.tsx";

/** In the place of a list of papers that would be empty, why it is. */
export function NoPapers() {
  return (
    <Section title="Papers">
      <p className="quiet">{WITHOUT_PAPERS}</p>
    </Section>
  );
}
