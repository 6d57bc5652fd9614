import { prominenceOf } from "../model/author-radius.ts";
import { type Dataset, weightsBy } from "../model/dataset.ts";
import {
  GLANCE_TIES,
  type Glance,
  type GlanceAuthorTable,
  type GlanceTeamTable,
  type GlanceTieTable,
} from "../model/glance.ts";
import { strongestRows } from "../model/strongest-rows.ts";
import { teamLeaders } from "../model/team-leaders.ts";

/** Parts of the extent that places in a glance are told by: a dictionary of so many values takes 12 bits each. */
const PLACES = 4096;

/** The tables of a dataset's glance. Linear in authors and ties. */
export function glanceTables(dataset: Dataset): Omit<Glance, "manifest"> {
  return {
    authors: glanceAuthors(dataset),
    ties: glanceTies(dataset),
    teams: glanceTeams(dataset),
  };
}

function glanceAuthors({ authors }: Dataset): GlanceAuthorTable {
  return {
    rowCount: authors.rowCount,
    x: authors.x.map(rounded),
    y: authors.y.map(rounded),
    team: authors.team,
    papers: prominenceOf(authors).map(fewDigits),
    onlyLarge: authors.onlyLarge,
  };
}

/** The middle of the part that a place from −½ to ½ lies in. */
function rounded(place: number): number {
  const part = Math.min(PLACES - 1, Math.floor((place + 0.5) * PLACES));
  return (part + 0.5) / PLACES - 0.5;
}

/** A whole number rounded to four significant binary digits. */
function fewDigits(count: number): number {
  if (count < 16) return count;
  const step = 2 ** (28 - Math.clz32(count));
  return Math.round(count / step) * step;
}

function glanceTies({ coauthorships: ties, manifest }: Dataset): GlanceTieTable {
  const weights = weightsBy(ties, manifest.parameters.counting);
  const rows = strongestRows(weights, GLANCE_TIES);
  return {
    rowCount: rows.length,
    a: rows.map((row) => ties.a[row]),
    b: rows.map((row) => ties.b[row]),
    weight: Float32Array.from(rows, (row) => weights[row]),
  };
}

function glanceTeams(dataset: Dataset): GlanceTeamTable {
  const { rowCount, name, authors, papers, firstYear, lastYear } = dataset.teams;
  return { rowCount, name, authors, papers, firstYear, lastYear, leaders: teamLeaders(dataset) };
}
