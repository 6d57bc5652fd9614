import type { Counting } from "../model/counting.ts";
import type { PaperField } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { fieldsOfPapers, type PaperText, type Vocabulary } from "../network/paper-fields.ts";
import { nameParts, type PartNaming } from "../network/part-names.ts";
import { nameTeams, type TeamNaming } from "../network/team-names.ts";
import type { TeamParts } from "../network/team-parts.ts";

/** What papers say. One entry per paper. */
export interface PaperTexts {
  readonly ids: readonly string[];
  readonly texts: readonly PaperText[];
  readonly large: readonly boolean[];
}

/** Who wrote what. */
export interface Writers {
  readonly incidence: Incidence;
  readonly authorIds: readonly string[];
  readonly authorNames: readonly string[];
}

/** One division of the writers. */
export interface TeamsToName {
  readonly counting: Counting;
  /** By author; null for an author without coauthors. */
  readonly team: readonly (number | null)[];
  readonly teamCount: number;
}

/** The level below the teams of one division. */
export interface PartsToName extends TeamParts {
  readonly counting: Counting;
}

/** Waits for something begun before. */
export type Pending<Result> = () => Result;

/**
 * The part of a build that reads what papers say, and of their authors needs to know only who is in which team. Each call begins
 * some work, which may go on elsewhere until its result is asked for: teams are found and laid out meanwhile.
 */
export interface TextWork {
  fields(): Pending<readonly (readonly PaperField[])[]>;
  /** `writers` are the same in every call. */
  nameTeams(writers: Writers, teams: TeamsToName): Pending<readonly TeamNaming[]>;
  nameParts(writers: Writers, parts: PartsToName): Pending<readonly PartNaming[]>;
}

/** Makes `TextWork` of some papers. */
export type TextWorker = (papers: PaperTexts, vocabulary: Vocabulary) => TextWork;

/** Does the work where it is asked for. */
export const workOnTexts: TextWorker = (papers, vocabulary) => ({
  fields: () => () => fieldsOfPapers(papers.texts, vocabulary),
  nameTeams: (writers, teams) => () =>
    nameTeams({
      papers: papers.texts,
      paperIds: papers.ids,
      large: papers.large,
      vocabulary,
      ...writers,
      ...teams,
    }),
  nameParts: (writers, parts) => () => nameParts({ papers: papers.texts, large: papers.large, ...writers, ...parts }),
});
