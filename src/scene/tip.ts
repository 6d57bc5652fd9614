import { jointPapers } from "../model/incidence.ts";
import { paperName } from "./large-paper-glyph.ts";
import type { Cast } from "./picture.ts";
import type { Choice } from "./view.ts";
import { counted } from "./wording.ts";

/** What is said about the thing under the pointer: its name, then a line or two. */
export function tipOf(
  { dataset, incidence, partition }: Pick<Cast, "dataset" | "incidence" | "partition">,
  choice: Choice,
): string[] {
  const { authors, papers } = dataset;
  if (choice.kind === "author") {
    const team = partition.team[choice.author];
    const where = team === null ? "no team" : partition.teams.name[team];
    return [authors.name[choice.author], `${counted(authors.papers[choice.author], "paper")} · ${where}`];
  }
  if (choice.kind === "tie") {
    const joint = jointPapers(incidence, choice.a, choice.b).length;
    return [`${authors.name[choice.a]} – ${authors.name[choice.b]}`, counted(joint, "joint paper")];
  }
  if (choice.kind === "team") {
    const { teams } = partition;
    return [
      teams.name[choice.team],
      `${counted(teams.authors[choice.team], "person", "people")} · ${counted(teams.papers[choice.team], "paper")}`,
    ];
  }
  return [paperName(papers.title[choice.paper]), counted(papers.authors[choice.paper], "author")];
}
