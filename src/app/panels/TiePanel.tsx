import { useMemo } from "react";
import { COUNTING } from "../../model/counting.ts";
import { isGiven, WITHOUT_PAPERS } from "../../scene/given-ties.ts";
import { tieFacts } from "../../scene/tie-facts.ts";
import { counted } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { PaperList } from "./PaperList.tsx";
import { PersonLink } from "./PersonLink.tsx";
import { Section } from "./Section.tsx";

/** A tie: the joint papers, then the sum that makes its weight. */
export function TiePanel({ a, b }: { a: number; b: number }) {
  const { dataset, incidence, counting } = useScene();
  const facts = useMemo(() => tieFacts(dataset, incidence, counting, a, b), [dataset, incidence, counting, a, b]);
  const scheme = COUNTING[counting];
  if (isGiven(dataset)) return <GivenTie a={a} b={b} weight={facts.sum} />;
  return (
    <article>
      <Ends a={a} b={b} />
      <p className="figures">{counted(facts.terms.length, "joint paper")}</p>
      <Section title="Joint papers">
        <PaperList papers={facts.terms.map(({ paper, words }) => ({ paper, note: <span>adds {words}</span> }))} />
      </Section>
      <Section title="Weight of the tie">
        <p className="sum number">{facts.sum}</p>
        <p className="quiet">
          {scheme.effect} ({scheme.citation})
        </p>
      </Section>
    </article>
  );
}

function Ends({ a, b }: { a: number; b: number }) {
  return (
    <h2 className="tie-ends">
      <PersonLink author={a} />
      <span className="tie-and"> and </span>
      <PersonLink author={b} />
    </h2>
  );
}

/** Of a given network all that is known of a tie is its weight. */
function GivenTie({ a, b, weight }: { a: number; b: number; weight: string }) {
  return (
    <article>
      <Ends a={a} b={b} />
      <Section title="Weight of the tie">
        <p className="sum number">{weight}</p>
        <p className="quiet">{WITHOUT_PAPERS}</p>
      </Section>
    </article>
  );
}
