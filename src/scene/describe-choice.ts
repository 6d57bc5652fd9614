import type { Counting } from "../model/counting.ts";
import { type Dataset, partitionOf } from "../model/dataset.ts";
import { nameOrComing } from "./arriving.ts";
import { isGiven } from "./given-ties.ts";
import { paperTitle } from "./paper-order.ts";
import { partInWords } from "./part-facts.ts";
import type { Choice } from "./view.ts";
import { counted, yearSpan } from "./wording.ts";

export interface ChoiceWords {
  readonly name: string;
  /** "23 papers, 41 coauthors, team MLOps". */
  readonly detail: string;
}

/** A choice in words, for those who hear it and for the name of the page. */
export function describeChoice(dataset: Dataset, counting: Counting, choice: Choice): ChoiceWords {
  const { authors, papers } = dataset;
  const partition = partitionOf(dataset, counting);
  if (choice.kind === "author") {
    const team = partition.team[choice.author];
    return {
      name: nameOrComing(dataset, choice.author),
      detail: words(
        isGiven(dataset) ? null : counted(authors.papers[choice.author], "paper"),
        counted(authors.coauthors[choice.author], isGiven(dataset) ? "tie" : "coauthor"),
        team === null ? "no team" : `team ${partition.teams.name[team]}`,
      ),
    };
  }
  if (choice.kind === "tie") {
    return {
      name: [choice.a, choice.b].map((end) => nameOrComing(dataset, end)).join(" and "),
      detail: isGiven(dataset) ? "their tie" : "their joint papers",
    };
  }
  if (choice.kind === "team") {
    const { teams } = partition;
    return {
      name: `Team ${teams.name[choice.team]}`,
      detail: words(
        counted(teams.authors[choice.team], "person", "people"),
        isGiven(dataset) ? null : counted(teams.papers[choice.team], "paper"),
        yearSpan(teams.firstYear[choice.team], teams.lastYear[choice.team]),
      ),
    };
  }
  if (choice.kind === "part") {
    const { parts } = dataset;
    return {
      name: partInWords(dataset, choice.part),
      detail: words(
        counted(parts.authors[choice.part], "person", "people"),
        isGiven(dataset) ? null : counted(parts.papers[choice.part], "paper"),
        `a part of the team ${partition.teams.name[parts.team[choice.part]]}`,
      ),
    };
  }
  const year = papers.year[choice.paper];
  return {
    name: paperTitle(papers, choice.paper),
    detail: words(year === null ? null : String(year), counted(papers.authors[choice.paper], "author")),
  };
}

function words(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(", ");
}
