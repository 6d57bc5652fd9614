import type { TeamEvidence } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { byCodeUnit } from "../model/order.ts";
import { roundScore } from "./paper-fields.ts";
import type { TeamField } from "./team-fields.ts";
import type { TeamPaper, TeamWriting } from "./team-papers.ts";
import type { TeamPhrase } from "./team-phrases.ts";

/** How much of each is kept. */
const MOST = { fields: 5, phrases: 8, papers: 5, core: 6 } as const;

/** What a team was found to be about, and who it is; members as `byCore` ranks them. */
export interface TeamFindings {
  readonly writing: TeamWriting;
  readonly fields: readonly TeamField[];
  readonly phrases: readonly TeamPhrase[];
  readonly members: readonly number[];
}

/** What a team is named after. */
export interface NameSource {
  readonly source: TeamEvidence["source"];
  readonly coverage: number;
  /** Papers that speak of it, with its mass there. */
  readonly massIn: ReadonlyMap<number, number>;
}

/** Why the team has its name, for the dataset: rows become the ids given. */
export function teamEvidence(
  { source, coverage, massIn }: NameSource,
  { writing, fields, phrases, members }: TeamFindings,
  paperIds: readonly string[],
  authorIds: readonly string[],
): TeamEvidence {
  const papers = source === "paper" ? writing.largePapers : writing.papers;
  return {
    source,
    coverage,
    fields: fields.slice(0, MOST.fields).map(({ name, score, coverage }) => ({ name, score, coverage })),
    phrases: phrases.slice(0, MOST.phrases).map(({ phrase, score }) => ({ phrase, score })),
    papers: mostTelling(papers, massIn, paperIds)
      .slice(0, MOST.papers)
      .map(({ paper, share }) => ({ paper: paperIds[paper], share: roundScore(share) })),
    core: members.slice(0, MOST.core).map((author) => authorIds[author]),
  };
}

/** The team's own papers first, those before others that speak most of what the team is named after. */
function mostTelling(
  papers: readonly TeamPaper[],
  massIn: ReadonlyMap<number, number>,
  paperIds: readonly string[],
): TeamPaper[] {
  return papers
    .map((paper) => ({ ...paper, telling: roundScore(paper.share * (0.5 + (massIn.get(paper.paper) ?? 0))) }))
    .sort((a, b) => b.telling - a.telling || byCodeUnit(paperIds[a.paper], paperIds[b.paper]));
}

/** The members of each team, most tie weight inside it first, then most papers, then author_id. */
export function byCore(
  incidence: Incidence,
  team: readonly (number | null)[],
  teamCount: number,
  inside: Float64Array,
  authorIds: readonly string[],
): readonly (readonly number[])[] {
  const members: number[][] = Array.from({ length: teamCount }, () => []);
  team.forEach((t, author) => {
    if (t !== null) members[t].push(author);
  });
  // Rounded, so that the order of summation cannot show.
  const weight = inside.map(roundScore);
  const papers = (author: number) => incidence.authorOffsets[author + 1] - incidence.authorOffsets[author];
  return members.map((ofTeam) =>
    ofTeam.sort((a, b) => weight[b] - weight[a] || papers(b) - papers(a) || byCodeUnit(authorIds[a], authorIds[b])),
  );
}
