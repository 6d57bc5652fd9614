import { type ReactNode, useState } from "react";
import { paperLinks } from "../../scene/links.ts";
import { paperTitle } from "../../scene/paper-order.ts";
import { counted } from "../../scene/wording.ts";
import { pick } from "../store/pick.ts";
import { useScene } from "../store/scene-context.tsx";
import { CopyReferences } from "./CopyReferences.tsx";
import { ExternalLink } from "./ExternalLink.tsx";
import { usePreview } from "./use-preview.ts";

export interface ListedPaper {
  readonly paper: number;
  /** What is to be said of the paper in this list. */
  readonly note: ReactNode;
}

/** Longer lists unfold when asked. */
const SHOWN = 40;

/** Papers with year, title, a note and links; the whole list can be copied as references. */
export function PaperList({ papers }: { papers: readonly ListedPaper[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? papers : papers.slice(0, SHOWN);
  return (
    <>
      <ul className="papers">
        {shown.map(({ paper, note }) => (
          <PaperItem key={paper} paper={paper} note={note} />
        ))}
      </ul>
      {shown.length < papers.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {counted(papers.length, "paper")}
        </button>
      )}
      <CopyReferences papers={papers.map(({ paper }) => paper)} />
    </>
  );
}

function PaperItem({ paper, note }: ListedPaper) {
  const { dataset } = useScene();
  const preview = usePreview({ kind: "paper", paper });
  return (
    <li className="paper">
      <span className="paper-year number">{dataset.papers.year[paper] ?? "—"}</span>
      <div>
        <button type="button" className="link paper-title" onClick={() => pick({ kind: "paper", paper })} {...preview}>
          <bdi dir="auto">{paperTitle(dataset.papers, paper)}</bdi>
        </button>
        <div className="paper-note">
          {note}
          <PaperLinks paper={paper} />
        </div>
      </div>
    </li>
  );
}

/** Where the paper can be read. */
export function PaperLinks({ paper }: { paper: number }) {
  const { dataset } = useScene();
  return paperLinks(dataset.papers, paper).map((link) => <ExternalLink key={link.host} link={link} />);
}
