import { useEffect, useState } from "react";
import type { AuthorFacts, AuthorPaper } from "../../scene/author-facts.ts";
import { coauthorsOn } from "../../scene/case-sides.ts";
import { splitOff } from "../../scene/decide.ts";
import { paperTitle } from "../../scene/paper-order.ts";
import { counted } from "../../scene/wording.ts";
import { currentStage } from "../stage/current-stage.ts";
import { decideThat } from "../store/change-identity.ts";
import { useScene } from "../store/scene-context.tsx";
import { PaperList } from "./PaperList.tsx";
import { Section } from "./Section.tsx";

/** An author's papers; some of them can be given to another person of the name. */
export function AuthorPapers({ facts }: { facts: AuthorFacts }) {
  const { dataset } = useScene();
  const [splitting, setSplitting] = useState(false);
  // Nobody is told apart by a part of the papers.
  const canSplit = facts.papers.length > 1 && dataset.manifest.sheet === undefined;
  return (
    <Section
      title="Papers"
      aside={
        canSplit && (
          <button type="button" className="link" aria-pressed={splitting} onClick={() => setSplitting(!splitting)}>
            {splitting ? "Done" : "Not all the same person?"}
          </button>
        )
      }
    >
      {splitting ? (
        <SplitPapers facts={facts} done={() => setSplitting(false)} />
      ) : (
        <PaperList papers={facts.papers.map((paper) => ({ paper: paper.paper, note: <Place paper={paper} /> }))} />
      )}
    </Section>
  );
}

/** "author 2 of 7, as J. Ha" */
function Place({ paper: { place, authors, writtenAs } }: { paper: AuthorPaper }) {
  return (
    <span>
      {authors === 1 ? "only author" : `author ${place} of ${authors}`}
      {writtenAs !== null && (
        <>
          , as <bdi dir="auto">{writtenAs}</bdi>
        </>
      )}
    </span>
  );
}

/** The papers with a box each: those that are ticked are somebody else's. */
function SplitPapers({ facts, done }: { facts: AuthorFacts; done: () => void }) {
  const { dataset, incidence } = useScene();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (ticked.size === 0) return;
    const coauthors = coauthorsOn(dataset, incidence, facts.author, ticked);
    currentStage.getState().stage?.preview({ kind: "parting", author: facts.author, coauthors });
    return () => currentStage.getState().stage?.preview(null);
  }, [dataset, incidence, facts.author, ticked]);
  const name = dataset.authors.name[facts.author];
  const decisions = splitOff(dataset, facts.author, [...ticked]);
  const toggle = (paper: number) => {
    const next = new Set(ticked);
    if (!next.delete(paper)) next.add(paper);
    setTicked(next);
  };
  return (
    <>
      <p>
        Tick the papers that are by another person of the name.{" "}
        <span className="quiet">Their coauthors get a ring on the map.</span>
      </p>
      <ul className="split-papers">
        {facts.papers.map((paper) => (
          <li key={paper.paper}>
            <label>
              <input type="checkbox" checked={ticked.has(paper.paper)} onChange={() => toggle(paper.paper)} />
              <span>
                <span className="number quiet">{dataset.papers.year[paper.paper] ?? "—"}</span>{" "}
                <bdi dir="auto">{paperTitle(dataset.papers, paper.paper)}</bdi>
                <span className="paper-note">
                  <Place paper={paper} />
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="case-answers split-actions">
        <button
          type="button"
          className="button"
          disabled={decisions.length === 0}
          onClick={() => {
            decideThat(decisions, `${counted(ticked.size, "paper")} of ${name} are another person's.`);
            done();
          }}
        >
          {ticked.size === 0 ? "Another person's" : `${counted(ticked.size, "paper")} by another person`}
        </button>
        <button type="button" className="link" onClick={done}>
          Cancel
        </button>
      </div>
    </>
  );
}
