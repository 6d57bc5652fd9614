import { COUNTINGS } from "../model/counting.ts";
import type { CoauthorshipTable, Dataset, Partition, TeamEvidence } from "../model/dataset.ts";
import { emptyTables } from "../model/empty-tables.ts";
import type { Glance, GlanceTieTable } from "../model/glance.ts";

const NO_EVIDENCE: TeamEvidence = { source: "person", coverage: 0, fields: [], phrases: [], papers: [], core: [] };

/**
 * A glance as a dataset, so that whatever draws the one draws the other: the same rows of authors and teams, the ties there are
 * with one weight for every counting, and nothing else: no names, no papers, nobody a bridge. Teams by the other countings are
 * not known yet, and stand as those of the dataset's own. It is for drawing: counts in its manifest are those of the whole.
 */
export function datasetOfGlance({ manifest, authors, ties, teams }: Glance): Dataset {
  const rows = authors.rowCount;
  const nobody = Array<string>(rows).fill("");
  const never = Array<null>(rows).fill(null);
  const nothing = new Uint32Array(rows);
  const whole = new Float32Array(rows).fill(1);
  const partition: Partition = {
    teams: {
      rowCount: teams.rowCount,
      teamId: teams.name.map((_, row) => `t${row}`),
      name: teams.name,
      authors: teams.authors,
      papers: teams.papers,
      firstYear: teams.firstYear,
      lastYear: teams.lastYear,
      agreement: new Float32Array(teams.rowCount).fill(1),
      evidence: Array<TeamEvidence>(teams.rowCount).fill(NO_EVIDENCE),
    },
    team: authors.team,
    agreement: whole,
    inside: whole,
  };
  const others = COUNTINGS.filter((counting) => counting !== manifest.parameters.counting);
  return {
    ...emptyTables(),
    manifest,
    authors: {
      rowCount: rows,
      authorId: nobody,
      name: nobody,
      papers: authors.papers,
      coauthors: nothing,
      firstYear: never,
      lastYear: never,
      team: partition.team,
      part: never,
      agreement: partition.agreement,
      inside: partition.inside,
      x: authors.x,
      y: authors.y,
      onlyLarge: authors.onlyLarge,
    },
    teams: partition.teams,
    coauthorships: coauthorships(ties),
    variants: Object.fromEntries(others.map((counting) => [counting, partition])),
  };
}

/** The ties in the order that a dataset has them in: by a, then b. */
function coauthorships({ rowCount, a, b, weight }: GlanceTieTable): CoauthorshipTable {
  const order = Uint32Array.from(a, (_, row) => row).sort((s, t) => a[s] - a[t] || b[s] - b[t]);
  const weights = Float64Array.from(order, (row) => weight[row]);
  return {
    rowCount,
    a: order.map((row) => a[row]),
    b: order.map((row) => b[row]),
    papers: new Uint32Array(rowCount).fill(1),
    weightFull: weights,
    weightAuthor: weights,
    weightPaper: weights,
  };
}
