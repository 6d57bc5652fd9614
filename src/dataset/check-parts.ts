import type { Dataset } from "../model/dataset.ts";
import { fileOf } from "./columns.ts";
import { DatasetError } from "./dataset-error.ts";

/**
 * What holds of the parts of teams: they are in order and numbered, everybody of a divided team is in one part of it, and it
 * counts them. A sheet has some of the parts of the whole, with the counts of the whole. Row numbers must have been checked. Throws
 * `DatasetError`.
 */
export function checkParts({ manifest: { sheet }, authors, teams, parts }: Dataset): void {
  checkIds(sheet !== undefined, teams.teamId, parts);
  const isDivided = new Uint8Array(teams.rowCount);
  for (const team of parts.team) isDivided[team] = 1;
  const counts = new Uint32Array(parts.rowCount);
  for (let author = 0; author < authors.rowCount; author++) {
    const team = authors.team[author];
    const part = authors.part[author];
    if (part !== null) counts[part] += 1;
    if (part === null ? team !== null && isDivided[team] === 1 : parts.team[part] !== team) {
      throw new DatasetError(fileOf("authors"), `part in row ${author} is none of the parts of the author's team.`);
    }
  }
  const wrong = counts.findIndex((count, part) => count === 0 || count > parts.authors[part]);
  const uncounted = sheet === undefined ? counts.findIndex((count, part) => count !== parts.authors[part]) : -1;
  const part = Math.max(wrong, uncounted);
  if (part >= 0) {
    throw new DatasetError(
      fileOf("parts"),
      `authors in row ${part} is ${parts.authors[part]}, and the part has ${counts[part]}.`,
    );
  }
}

/** Parts are numbered from 0 in each team, teams in order; on a sheet numbers may be missing. */
function checkIds(isSheet: boolean, teamIds: readonly string[], { partId, team }: Dataset["parts"]): void {
  let before = -1;
  for (const [row, id] of partId.entries()) {
    if (row > 0 && team[row] < team[row - 1]) {
      throw new DatasetError(fileOf("parts"), `team in row ${row} comes before that of the row before.`);
    }
    if (row > 0 && team[row] > team[row - 1]) before = -1;
    const number = isSheet ? Number(/\.(\d{1,9})$/.exec(id)?.[1] ?? Number.NaN) : before + 1;
    if (id !== `${teamIds[team[row]]}.${number}` || !(number > before)) {
      throw new DatasetError(fileOf("parts"), `part_id in row ${row} is not the next of its team.`);
    }
    before = number;
  }
}
