import { prominenceOf } from "../model/author-radius.ts";
import type { Counting } from "../model/counting.ts";
import type { CoauthorshipTable, Dataset } from "../model/dataset.ts";
import {
  GLANCE_TIES,
  type Glance,
  type GlanceAuthorTable,
  type GlanceTeamTable,
  type GlanceTieTable,
} from "../model/glance.ts";
import { strongestRows } from "./strongest-rows.ts";

/** Parts of the extent that places in a glance are told by: a dictionary of so many values takes 12 bits each. */
const PLACES = 4096;

const LEADERS = 3;

/** The tables of a dataset's glance. Linear in authors and ties. */
export function glanceTables(dataset: Dataset): Omit<Glance, "manifest"> {
  return {
    authors: glanceAuthors(dataset),
    ties: glanceTies(dataset.coauthorships, dataset.manifest.parameters.counting),
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

function glanceTies(ties: CoauthorshipTable, counting: Counting): GlanceTieTable {
  const weights = weightsBy(ties, counting);
  const rows = strongestRows(weights, GLANCE_TIES);
  return {
    rowCount: rows.length,
    a: rows.map((row) => ties.a[row]),
    b: rows.map((row) => ties.b[row]),
    weight: Float32Array.from(rows, (row) => weights[row]),
  };
}

/** The weights of ties by one counting scheme. */
export function weightsBy(ties: CoauthorshipTable, counting: Counting): Float64Array {
  if (counting === "full") return ties.weightFull;
  return counting === "author" ? ties.weightAuthor : ties.weightPaper;
}

function glanceTeams({ teams, authors }: Dataset): GlanceTeamTable {
  const { rowCount, name, papers, firstYear, lastYear } = teams;
  const names = new Map<string, string>();
  const leading = teams.evidence.map(({ core }) => core.slice(0, LEADERS));
  const wanted = new Set(leading.flat());
  authors.authorId.forEach((id, row) => {
    if (wanted.has(id)) names.set(id, authors.name[row]);
  });
  return {
    rowCount,
    name,
    authors: teams.authors,
    papers,
    firstYear,
    lastYear,
    leaders: leading.map((ids) => ids.flatMap((id) => names.get(id) ?? [])),
  };
}
