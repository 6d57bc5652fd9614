import { ATLAS_TIES, type AtlasTeamTable, type AtlasTieTable } from "../model/atlas.ts";
import { type Dataset, weightsBy } from "../model/dataset.ts";
import { strongestRows } from "../model/strongest-rows.ts";
import { teamLeaders } from "../model/team-leaders.ts";
import type { SheetPlan } from "./sheet-plan.ts";

/** The teams of a dataset as an atlas shows them. */
export function atlasTeams(dataset: Dataset, { x, y, radius, sheetOfTeam }: SheetPlan): AtlasTeamTable {
  const { rowCount, teamId, name, authors, papers, firstYear, lastYear } = dataset.teams;
  const leaders = teamLeaders(dataset);
  return { rowCount, teamId, name, authors, papers, firstYear, lastYear, leaders, x, y, radius, sheet: sheetOfTeam };
}

/** The strongest `most` ties between teams. Linear in ties and in the pairs of teams on papers that are not large. */
export function atlasTies(dataset: Dataset, most: number = ATLAS_TIES): AtlasTieTable {
  const pairs = new TeamPairs(dataset.teams.rowCount);
  addWeights(dataset, pairs);
  addPapers(dataset, pairs);
  const order = pairs.inOrder();
  const weights = Float64Array.from(order, (pair) => pairs.weight[pair]);
  const rows = Array.from(strongestRows(weights, most), (row) => order[row]);
  return {
    rowCount: rows.length,
    a: Uint32Array.from(rows, (pair) => pairs.a(pair)),
    b: Uint32Array.from(rows, (pair) => pairs.b(pair)),
    papers: Uint32Array.from(rows, (pair) => pairs.papers[pair]),
    weight: Float32Array.from(rows, (pair) => pairs.weight[pair]),
  };
}

function addWeights({ authors: { team }, coauthorships: ties, manifest }: Dataset, pairs: TeamPairs): void {
  const weights = weightsBy(ties, manifest.parameters.counting);
  for (let row = 0; row < ties.rowCount; row++) {
    const [a, b] = [team[ties.a[row]], team[ties.b[row]]];
    if (a !== null && b !== null && a !== b) pairs.weight[pairs.of(a, b)] += weights[row];
  }
}

function addPapers({ authors: { team }, papers, authorships }: Dataset, pairs: TeamPairs): void {
  for (let paper = 0; paper < papers.rowCount; paper++) {
    if (papers.large[paper]) continue;
    const first = papers.firstAuthorship[paper];
    const teams = new Set<number>();
    for (let k = first; k < first + papers.authors[paper]; k++) {
      const own = team[authorships.author[k]];
      if (own !== null) teams.add(own);
    }
    if (teams.size < 2) continue;
    for (const a of teams) for (const b of teams) if (a < b) pairs.papers[pairs.of(a, b)] += 1;
  }
}

/** Pairs of different teams, numbered as they come. */
class TeamPairs {
  readonly weight: number[] = [];
  readonly papers: number[] = [];
  private readonly keys: number[] = [];
  private readonly known = new Map<number, number>();
  private readonly teamCount: number;

  constructor(teamCount: number) {
    this.teamCount = teamCount;
  }

  of(one: number, other: number): number {
    const key = Math.min(one, other) * this.teamCount + Math.max(one, other);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const pair = this.keys.push(key) - 1;
    this.known.set(key, pair);
    this.weight.push(0);
    this.papers.push(0);
    return pair;
  }

  a(pair: number): number {
    return Math.floor(this.keys[pair] / this.teamCount);
  }

  b(pair: number): number {
    return this.keys[pair] % this.teamCount;
  }

  /** The pairs by a, then b. */
  inOrder(): Uint32Array {
    return Uint32Array.from(this.keys, (_, pair) => pair).sort((s, t) => this.keys[s] - this.keys[t]);
  }
}
