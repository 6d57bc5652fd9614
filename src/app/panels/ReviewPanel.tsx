import { useStore } from "zustand";
import type { Preset } from "../../model/identity.ts";
import { counted } from "../../scene/wording.ts";
import { stageInWords } from "../controls/identity-stages.ts";
import { Segments } from "../controls/Segments.tsx";
import { usePreset as choosePreset } from "../store/change-identity.ts";
import { identityStore } from "../store/identity-store.ts";
import { useScene } from "../store/scene-context.tsx";
import { ReviewDecisions } from "./ReviewDecisions.tsx";
import { ReviewQuestion } from "./ReviewQuestion.tsx";
import { Section } from "./Section.tsx";

const PRESET_LABELS: readonly { readonly value: Preset; readonly label: string }[] = [
  { value: "strict", label: "Strict" },
  { value: "normal", label: "Normal" },
  { value: "generous", label: "Generous" },
];

const PRESET_EFFECT: Readonly<Record<Preset, string>> = {
  strict: "Names are joined only where it is sure.",
  normal: "Names are joined where it is likely.",
  generous: "Names are joined where more speaks for it than against.",
};

/** The questions about who is who, one at a time, and what was decided. */
export function ReviewPanel() {
  const { dataset } = useScene();
  const { counts } = dataset.manifest;
  const working = useStore(identityStore, (state) => state.working);
  const stage = useStore(identityStore, (state) => state.stage);
  const failure = useStore(identityStore, (state) => state.failure);
  const preset = useStore(identityStore, (state) => state.choice.preset);
  return (
    <article className="review" aria-busy={working}>
      <h2>Who is who</h2>
      <p className="figures">
        {counted(counts.nameForms, "name form")} · {counted(counts.authors, "author")}
        {working && ` · ${stageInWords(stage)}`}
      </p>
      {failure !== null && (
        <p role="alert" className="severity-warning">
          The decision could not be followed: {failure}
        </p>
      )}
      <ReviewQuestion />
      <ReviewDecisions />
      <Section title="How readily names are joined">
        <div className="review-preset">
          <Segments legend="Preset" value={preset} options={PRESET_LABELS} onChange={choosePreset} />
          <span className="quiet">{PRESET_EFFECT[preset]}</span>
        </div>
      </Section>
    </article>
  );
}
