import { Fragment, useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { CaseEffect, CaseFacts, CaseSide } from "../../scene/case-sides.ts";
import { paperTitle } from "../../scene/paper-order.ts";
import type { Shown } from "../../scene/view.ts";
import { counted, listed } from "../../scene/wording.ts";
import { currentStage } from "../stage/current-stage.ts";
import { pick } from "../store/pick.ts";
import { useScene } from "../store/scene-context.tsx";
import { PersonLink } from "./PersonLink.tsx";
import { Waterfall } from "./Waterfall.tsx";

/** So many papers, venues and coauthors of each side are shown; the rest is counted. */
const SHOWN = { papers: 3, venues: 2, people: 4 } as const;

/** Two names side by side, with all that says whether they are one person; both stand out on the map meanwhile. */
export function CaseCard({ facts }: { facts: CaseFacts }) {
  const { dataset } = useScene();
  const { cases } = dataset;
  const { one, other, row, jointCoauthors } = facts;
  usePreviewed(facts);
  return (
    <>
      <div className="case-sides">
        <Side side={one} />
        <Side side={other} />
      </div>
      <p className="case-joint">
        {jointCoauthors.length === 0 ? (
          <span className="quiet">No coauthor in common.</span>
        ) : (
          <>
            <span className="quiet">Coauthors of both: </span>
            <People authors={jointCoauthors} />
          </>
        )}
      </p>
      <Waterfall evidence={cases.evidence[row]} score={cases.score[row]} />
      <p className="quiet">{effectInWords(facts)}</p>
    </>
  );
}

/** The map shows the question as long as it is on the page, also on the stage of the map that an answer made; the camera moves to it once. */
function usePreviewed({ one, other, leaving }: CaseFacts): void {
  const stage = useStore(currentStage, (state) => state.stage);
  const isFlown = useRef(false);
  const [a, b] = [one.author, other.author];
  const coauthors = leaving?.coauthors;
  useEffect(() => {
    // While a map takes another's place, its stage may already be closed.
    if (stage === null || stage !== currentStage.getState().stage) return;
    const shown: Shown =
      coauthors === undefined ? { kind: "question", a, b } : { kind: "parting", author: a, coauthors };
    if (!isFlown.current) stage.flyTo(shown);
    isFlown.current = true;
    stage.preview(shown);
    return () => currentStage.getState().stage?.preview(null);
  }, [stage, coauthors, a, b]);
}

function Side({ side }: { side: CaseSide }) {
  const { dataset } = useScene();
  const { papers, venues, coauthors } = side;
  const large = papers.filter((paper) => dataset.papers.large[paper]).length;
  return (
    <section className="case-side" aria-label={side.name}>
      <h3>
        <PersonLink author={side.author} name={side.name} />
      </h3>
      <p className="quiet">
        {large === papers.length ? (
          counted(large, "large paper")
        ) : (
          <>
            <span className="unbroken">
              {counted(papers.length, "paper")}
              {large > 0 && `, ${large} large`} ·
            </span>{" "}
            <span className="unbroken">{counted(coauthors.length, "coauthor")}</span>
          </>
        )}
      </p>
      <ul className="case-papers">
        {papers.slice(0, SHOWN.papers).map((paper) => (
          <li key={paper}>
            <span className="number quiet">{dataset.papers.year[paper] ?? "—"}</span>{" "}
            <button type="button" className="link" onClick={() => pick({ kind: "paper", paper })}>
              <bdi dir="auto">{paperTitle(dataset.papers, paper)}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {papers.length > SHOWN.papers && (
        <p className="quiet">and {counted(papers.length - SHOWN.papers, "more", "more")}</p>
      )}
      {venues.length > 0 && (
        <p className="quiet case-venues">
          <bdi dir="auto">{venues.slice(0, SHOWN.venues).join("\u00a0· ")}</bdi>
        </p>
      )}
      {coauthors.length > 0 && (
        <>
          <p className="quiet">with</p>
          <ul className="case-people">
            {coauthors.slice(0, SHOWN.people).map((author) => (
              <li key={author}>
                <PersonLink author={author} dot={false} />
              </li>
            ))}
            {coauthors.length > SHOWN.people && (
              <li className="quiet">and {counted(coauthors.length - SHOWN.people, "more", "more")}</li>
            )}
          </ul>
        </>
      )}
    </section>
  );
}

/** On one line as far as it goes; in a narrow column names of two lines would part from their commas. */
function People({ authors }: { authors: readonly number[] }) {
  const shown = authors.slice(0, SHOWN.people);
  const rest = authors.length - shown.length;
  return (
    <>
      {shown.map((author, i) => (
        // The comma stays with the name before it.
        <Fragment key={author}>
          {i > 0 && " "}
          <span>
            <PersonLink author={author} dot={false} />
            {i < shown.length - 1 && ","}
          </span>
        </Fragment>
      ))}
      {rest > 0 && (
        <span className="quiet">
          {" "}
          <span className="unbroken">and {counted(rest, "more", "more")}</span>
        </span>
      )}
    </>
  );
}

/** "As one: 1 author and 3 ties fewer on the map.", and what the map shows of it. */
function effectInWords({ joined, effect, leaving }: CaseFacts): string {
  const change = `${joined ? "As two" : "As one"}: ${changeInWords(effect)} on the map`;
  if (leaving === null) return `${change}; the dashed line joins them.`;
  return leaving.coauthors.length === 0 ? `${change}.` : `${change}; ringed are the coauthors of ${leaving.name}.`;
}

function changeInWords({ authors, ties }: CaseEffect): string {
  const parts = [counted(Math.abs(authors), "author")];
  if (ties !== 0) parts.push(counted(Math.abs(ties), "tie"));
  return `${listed(parts)} ${authors < 0 ? "fewer" : "more"}`;
}
