import { Fragment, useMemo, useState } from "react";
import { useStore } from "zustand";
import { isGiven, WITHOUT_PAPERS } from "../../scene/given-ties.ts";
import { type BridgeLine, type Overview, overviewOf, type TeamLine } from "../../scene/overview.ts";
import { PALETTES } from "../../scene/palette.ts";
import { paperTitle } from "../../scene/paper-order.ts";
import { reviewQueue } from "../../scene/review-queue.ts";
import { teamSize } from "../../scene/team-facts.ts";
import { briefName, counted, nameSeparator, percent, thousands } from "../../scene/wording.ts";
import { OpenFiles } from "../controls/OpenFiles.tsx";
import { goTo, interfaceStore } from "../store/interface-store.ts";
import { openReview, pick } from "../store/pick.ts";
import { useScene } from "../store/scene-context.tsx";
import { themeStore } from "../store/theme-store.ts";
import { AboutMap } from "./AboutMap.tsx";
import { CountingSwitch } from "./CountingSwitch.tsx";
import { Headline } from "./Headline.tsx";
import { PersonLink } from "./PersonLink.tsx";
import { Section } from "./Section.tsx";
import { hue, TeamChip } from "./TeamChip.tsx";
import { usePreview } from "./use-preview.ts";
import { YearFilter } from "./YearFilter.tsx";

/** What one sees with nothing chosen: the whole in a line, the teams, the bridges, how the map was made. */
export function OverviewPanel() {
  const { dataset, incidence, counting } = useScene();
  const overview = useMemo(() => overviewOf(dataset, incidence, counting), [dataset, incidence, counting]);
  const given = isGiven(dataset);
  const questions = useMemo(() => reviewQueue(dataset).length, [dataset]);
  return (
    <article>
      <Headline parts={overview.headline.split(" · ")} />
      <p className="overview-actions">
        <button type="button" className="link" onClick={() => interfaceStore.setState(goTo("people"))}>
          All people in a table
        </button>
        {!given && dataset.manifest.sheet === undefined && (
          <button type="button" className="link" onClick={() => openReview()}>
            Who is who{questions > 0 && `: ${counted(questions, "question")}`}
          </button>
        )}
        <span className="quiet">
          <OpenFiles className="link" /> or drop your own files
        </span>
      </p>
      <Section title="Teams" aside={<span className="quiet">{given ? "by the ties" : "who writes together"}</span>}>
        <Teams overview={overview} />
      </Section>
      <YearFilter />
      {overview.papersWithoutAuthors.length > 0 && <WithoutAuthors papers={overview.papersWithoutAuthors} />}
      {overview.bridges.length > 0 && (
        <Section title="Bridges" aside={<span className="quiet">tie weight in own team · in another</span>}>
          <Bridges bridges={overview.bridges} />
        </Section>
      )}
      {given ? <GivenWeights /> : <CountingSwitch />}
      <AboutMap />
      <Keys />
    </article>
  );
}

/** There is nothing to switch: the file says what a tie weighs. */
function GivenWeights() {
  return (
    <Section title="Weights" aside={<span className="quiet">as given</span>}>
      <p>{WITHOUT_PAPERS}</p>
    </Section>
  );
}

const KEYS: readonly (readonly [key: string, does: string])[] = [
  ["/ or Ctrl+K", "search"],
  ["+ − 0", "zoom in, zoom out, whole map"],
  ["Esc", "one step back"],
  ["Ctrl+Z, Ctrl+Y", "undo, redo a decision about who is who"],
  ["Tab", "to the map, its controls, the lists"],
  ["Arrows", "on the map: the nearest person that way; with Shift, move the map"],
  ["N, Shift+N", "on the map: from coauthor to coauthor"],
  ["Home, Enter", "on the map: who has most papers; choose"],
];

function Keys() {
  return (
    <details className="fold keys">
      <summary>Keyboard</summary>
      <dl className="about">
        {KEYS.map(([key, does]) => (
          <Fragment key={key}>
            <dt>{key}</dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}

/** More teams, or bridges, than these are listed when asked. */
const SHOWN_TEAMS = 20;
const SHOWN_BRIDGES = 12;

function Teams({ overview }: { overview: Overview }) {
  const { dataset } = useScene();
  const [all, setAll] = useState(false);
  const shown = all ? overview.teams : overview.teams.slice(0, SHOWN_TEAMS);
  if (overview.teams.length + overview.largeTeams.length === 0) {
    const why = isGiven(dataset) ? "There are no ties" : "No two people share a paper";
    return <p className="quiet">{why}, so there are no teams.</p>;
  }
  return (
    <>
      <ul className="teams">
        {shown.map((line) => (
          <TeamItem key={line.team} line={line} />
        ))}
      </ul>
      {shown.length < overview.teams.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {counted(overview.teams.length, "team")}
        </button>
      )}
      {overview.largePapers.length > 0 && <LargePapers overview={overview} />}
    </>
  );
}

function TeamItem({ line }: { line: TeamLine }) {
  const { dataset } = useScene();
  const separator = nameSeparator(line.leads.map((author) => dataset.authors.name[author]));
  return (
    <li className="team">
      <div className="team-line">
        <TeamChip team={line.team} />
        <span className="quiet number">{teamSize(line.authors, line.papers)}</span>
      </div>
      <div className="team-leads">
        {line.leads.map((author, i) => (
          <span key={author}>
            {i > 0 && separator}
            <PersonLink author={author} dot={false} />
          </span>
        ))}
      </div>
    </li>
  );
}

/** Last in the list: the papers too large to be drawn as ties, and who is known from them alone. */
function LargePapers({ overview }: { overview: Overview }) {
  const { dataset } = useScene();
  const theme = useStore(themeStore, (state) => state.theme);
  return (
    <ul className="teams large-papers">
      {overview.largePapers.map(({ paper, authors, people, elsewhere }) => (
        <li key={paper} className="team">
          <div className="team-line">
            <span className="chip chip-none">
              <span className="dot" aria-hidden="true" style={hue(PALETTES[theme].neutral)} />
              {overview.largePapers.length > 1 ? "only on large papers" : "only on one large paper"}
            </span>
            <span className="quiet number">{counted(people, "person", "people")}</span>
          </div>
          <div className="team-leads">
            <button type="button" className="link" onClick={() => pick({ kind: "paper", paper })}>
              <bdi dir="auto">{paperTitle(dataset.papers, paper)}</bdi>
            </button>{" "}
            <span className="quiet">
              {counted(authors, "author")}, {thousands(elsewhere)} also on other papers
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function WithoutAuthors({ papers }: { papers: readonly number[] }) {
  const { dataset } = useScene();
  return (
    <details className="fold">
      <summary>{counted(papers.length, "paper")} without authors</summary>
      <ul className="plain">
        {papers.map((paper) => (
          <li key={paper}>
            <button type="button" className="link" onClick={() => pick({ kind: "paper", paper })}>
              <bdi dir="auto">{paperTitle(dataset.papers, paper)}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Bridges({ bridges }: { bridges: readonly BridgeLine[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? bridges : bridges.slice(0, SHOWN_BRIDGES);
  return (
    <>
      <ul className="people">
        {shown.map((bridge) => (
          <BridgeItem key={bridge.author} bridge={bridge} />
        ))}
      </ul>
      {shown.length < bridges.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {counted(bridges.length, "bridge")}
        </button>
      )}
    </>
  );
}

function BridgeItem({ bridge }: { bridge: BridgeLine }) {
  const { partition } = useScene();
  const preview = usePreview({ kind: "team", team: bridge.towards });
  return (
    <li>
      <PersonLink author={bridge.author} />
      <span className="number">
        <span className="quiet unbroken">{percent(bridge.inside)} own ·</span>{" "}
        <span className="bridge-towards">
          <span className="quiet unbroken">{percent(bridge.share)}</span>{" "}
          <button
            type="button"
            className="link"
            onClick={() => pick({ kind: "team", team: bridge.towards })}
            {...preview}
          >
            <bdi dir="auto">{briefName(partition.teams.name[bridge.towards])}</bdi>
          </button>
        </span>
      </span>
    </li>
  );
}
