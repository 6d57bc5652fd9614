import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { type AuthorFacts, authorFacts, type Coauthor } from "../../scene/author-facts.ts";
import { authorDoubt, doubtfulCases } from "../../scene/doubt.ts";
import { isGiven, weightInWords } from "../../scene/given-ties.ts";
import { rangeInWords } from "../../scene/identity-wording.ts";
import { paperTitle } from "../../scene/paper-order.ts";
import { partOf } from "../../scene/part-facts.ts";
import { caseKey } from "../../scene/review-queue.ts";
import { briefName, counted, percent, yearSpan } from "../../scene/wording.ts";
import { currentStage } from "../stage/current-stage.ts";
import { openReview, pick } from "../store/pick.ts";
import { useScene } from "../store/scene-context.tsx";
import { toggleTeam, viewStore } from "../store/view-store.ts";
import { AuthorPapers } from "./AuthorPapers.tsx";
import { NamedBars, YearBars } from "./Bars.tsx";
import { ElsewhereNote } from "./ElsewhereNote.tsx";
import { IdentitySection } from "./IdentitySection.tsx";
import { NoPapers } from "./NoPapers.tsx";
import { PartLink } from "./PartLink.tsx";
import { PersonLink } from "./PersonLink.tsx";
import { Section } from "./Section.tsx";
import { ShareBar } from "./ShareBar.tsx";
import { TeamChip } from "./TeamChip.tsx";
import { usePreview } from "./use-preview.ts";

/** A person: team and how sure, papers, coauthors, affiliations, names. */
export function AuthorPanel({ author }: { author: number }) {
  const { dataset, incidence, counting } = useScene();
  const facts = useMemo(
    () => authorFacts(dataset, incidence, counting, author),
    [dataset, incidence, counting, author],
  );
  const doubt = useMemo(
    () => authorDoubt(dataset, incidence, author, doubtfulCases(dataset)),
    [dataset, incidence, author],
  );
  const { authors } = dataset;
  const given = dataset.manifest.network;
  const years = yearSpan(authors.firstYear[author], authors.lastYear[author]);
  return (
    <article>
      <h2>
        <bdi dir="auto">{authors.name[author]}</bdi>
      </h2>
      <p className="figures">
        {given === undefined && counted(authors.papers[author], "paper")}
        {doubt !== null && rangeInWords(doubt.papers)}
        {given?.countsPapers === true && `${counted(authors.papers[author], "paper")} by the file’s count`}
        {years !== null && ` · ${years}`}
        {given?.countsPapers !== false && " · "}
        {counted(authors.coauthors[author], given === undefined ? "coauthor" : "tie")}
        {doubt !== null && rangeInWords(doubt.coauthors)}
      </p>
      <ElsewhereNote author={author} />
      {doubt !== null && <Doubt cases={doubt.cases} />}
      <Team facts={facts} />
      {given === undefined ? <Papers facts={facts} /> : <NoPapers />}
      <Coauthors facts={facts} />
      <Affiliations facts={facts} />
      {/* Nobody decides who is who by a part of the papers. */}
      {dataset.manifest.sheet === undefined && <IdentitySection facts={facts} />}
    </article>
  );
}

function Papers({ facts }: { facts: AuthorFacts }) {
  return (
    <>
      <AuthorPapers facts={facts} />
      {facts.papers.length > 1 && (
        <Section title="By year">
          <YearBars years={facts.papersByYear} />
        </Section>
      )}
      {facts.papersByField.length > 0 && (
        <Section title="By field">
          <NamedBars tallies={facts.papersByField} />
        </Section>
      )}
    </>
  );
}

/** Says that the counts depend on who is who, and leads to the questions. */
function Doubt({ cases }: { cases: readonly number[] }) {
  const { dataset } = useScene();
  return (
    <p>
      <span className="badge badge-doubt">in doubt</span>{" "}
      <span className="quiet">
        who this is depends on {counted(cases.length, "undecided question")}; in brackets what{" "}
        {cases.length === 1 ? "it" : "they"} could make of the counts.
      </span>{" "}
      {dataset.manifest.sheet === undefined && (
        <button type="button" className="link" onClick={() => openReview(caseKey(dataset, cases[0]))}>
          {cases.length === 1 ? "Answer it" : "Answer them"}
        </button>
      )}
    </p>
  );
}

function Team({ facts }: { facts: AuthorFacts }) {
  const { dataset, partition } = useScene();
  if (facts.team === null)
    return <p className="quiet">No {isGiven(dataset) ? "ties" : "coauthors"} in this dataset, so no team.</p>;
  const inside = percent(partition.inside[facts.author]);
  return (
    <>
      <p className="team-line">
        <TeamChip team={facts.team} />
        {facts.bridge && <span className="badge">bridge</span>}
        <PinSwitch author={facts.author} />
      </p>
      <Part author={facts.author} />
      <HiddenTeam team={facts.team} />
      <p className="sureness">{facts.sureness}; tie weight:</p>
      <ShareBar shares={facts.teamShares} />
      {facts.bridge && <p className="quiet">A bridge: only {inside} of the tie weight stays in the team.</p>}
    </>
  );
}

/** With whom in a large team this person works. */
function Part({ author }: { author: number }) {
  const { dataset, counting } = useScene();
  const part = partOf(dataset, counting, author);
  if (part === null) return null;
  return (
    <p className="team-line">
      <span className="quiet">in the part</span> <PartLink part={part} />
    </p>
  );
}

/** Holds the author where they stand while the layout runs. */
function PinSwitch({ author }: { author: number }) {
  const stage = useStore(currentStage, (state) => state.stage);
  const pinned = useStore(currentStage, (state) => state.pinned.has(author));
  if (stage === null) return null;
  return (
    <button
      type="button"
      className="link pin"
      aria-pressed={pinned}
      title="Pinned: the layout does not move this person; dragging does"
      onClick={() => stage.togglePin(author)}
    >
      {pinned ? "Pinned on the map" : "Pin on the map"}
    </button>
  );
}

/** Whoever is in a hidden team is not on the map; the way back is here. */
function HiddenTeam({ team }: { team: number }) {
  const { partition } = useScene();
  const hidden = useStore(viewStore, (state) => state.hiddenTeams.has(team));
  if (!hidden) return null;
  return (
    <p className="quiet">
      Not on the map now: {briefName(partition.teams.name[team])} is hidden ·{" "}
      <button type="button" className="link" onClick={() => viewStore.setState(toggleTeam(team))}>
        Show
      </button>
    </p>
  );
}

/** More coauthors or affiliations than this are listed when asked. */
const SHOWN = 20;

function Coauthors({ facts }: { facts: AuthorFacts }) {
  const { dataset } = useScene();
  const [all, setAll] = useState(false);
  const { coauthors, largeOnly } = facts;
  const given = isGiven(dataset);
  if (coauthors.length === 0 && largeOnly.authors === 0) return null;
  const shown = all ? coauthors : coauthors.slice(0, SHOWN);
  return (
    <Section
      title={given ? "Ties" : "Coauthors"}
      aside={coauthors.length > 0 && <span className="quiet">{given ? "weight" : "joint papers"}</span>}
    >
      <ul className="people">
        {shown.map((coauthor) => (
          <CoauthorItem key={coauthor.author} author={facts.author} coauthor={coauthor} />
        ))}
        {largeOnly.authors > 0 && (
          <li className="large-only">
            {counted(largeOnly.authors, "more", "more")} only on{" "}
            {largeOnly.papers.map((paper, i) => (
              <span key={paper}>
                {i > 0 && ", "}
                <button type="button" className="link" onClick={() => pick({ kind: "paper", paper })}>
                  <bdi dir="auto">{paperTitle(dataset.papers, paper)}</bdi>
                </button>
              </span>
            ))}
          </li>
        )}
      </ul>
      {shown.length < coauthors.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {counted(coauthors.length, given ? "tie" : "coauthor")}
        </button>
      )}
    </Section>
  );
}

function CoauthorItem({ author, coauthor }: { author: number; coauthor: Coauthor }) {
  const tie = {
    kind: "tie",
    a: Math.min(author, coauthor.author),
    b: Math.max(author, coauthor.author),
  } as const;
  const preview = usePreview(tie);
  const weight = coauthor.weight === undefined ? undefined : weightInWords(coauthor.weight);
  return (
    <li>
      <PersonLink author={coauthor.author} />
      <button
        type="button"
        className="link number tie-link"
        onClick={() => pick(tie)}
        aria-label={
          weight === undefined ? `${counted(coauthor.papers, "joint paper")}: the tie` : `weight ${weight}: the tie`
        }
        title={weight === undefined ? "The joint papers" : "The tie"}
        {...preview}
      >
        {weight ?? coauthor.papers}
      </button>
    </li>
  );
}

function Affiliations({ facts }: { facts: AuthorFacts }) {
  const [all, setAll] = useState(false);
  const { affiliations } = facts;
  if (affiliations.length === 0) return null;
  const shown = all ? affiliations : affiliations.slice(0, SHOWN);
  return (
    <Section title="Affiliations" aside={<span className="quiet">years of the papers</span>}>
      <ul className="people">
        {shown.map(({ name, firstYear, lastYear }) => (
          <li key={name}>
            <bdi dir="auto">{name}</bdi>
            <span className="number">{yearSpan(firstYear, lastYear)}</span>
          </li>
        ))}
      </ul>
      {shown.length < affiliations.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {counted(affiliations.length, "affiliation")}
        </button>
      )}
    </Section>
  );
}
