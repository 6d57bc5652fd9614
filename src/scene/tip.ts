import { jointPapers } from "../model/incidence.ts";
import { nameOrComing, namesAreComing } from "./arriving.ts";
import { givenWeight, isGiven, prominenceInWords, weightInWords } from "./given-ties.ts";
import { paperName } from "./large-paper-glyph.ts";
import { partInWords, partSize } from "./part-facts.ts";
import type { Cast } from "./picture.ts";
import { teamSize } from "./team-facts.ts";
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
    return [nameOrComing(dataset, choice.author), `${prominenceInWords(dataset, choice.author)} · ${where}`];
  }
  if (choice.kind === "tie" && namesAreComing(dataset)) return ["A tie", "its people and papers are still coming"];
  if (choice.kind === "tie") {
    const behind = isGiven(dataset)
      ? `weight ${weightInWords(givenWeight(dataset, choice.a, choice.b))}`
      : counted(jointPapers(incidence, choice.a, choice.b).length, "joint paper");
    return [`${authors.name[choice.a]} – ${authors.name[choice.b]}`, behind];
  }
  if (choice.kind === "team") {
    const { teams } = partition;
    const size = teamSize(teams.authors[choice.team], isGiven(dataset) ? null : teams.papers[choice.team]);
    return [teams.name[choice.team], size];
  }
  if (choice.kind === "part") return [partInWords(dataset, choice.part), partSize(dataset, choice.part)];
  return [paperName(papers.title[choice.paper]), counted(papers.authors[choice.paper], "author")];
}
