import { byCodeUnit } from "../model/order.ts";
import { distinctiveness, meanTeamWeight, timesAsOften } from "./distinctiveness.ts";
import { type Mention, roundScore, type Vocabulary } from "./paper-fields.ts";
import type { TeamWriting } from "./team-papers.ts";

/** How well a field of the vocabulary fits a team. */
export interface TeamField {
  readonly name: string;
  readonly broad: boolean;
  /** Distinctiveness × coverage, from 0. */
  readonly score: number;
  /** Share of the team's paper weight that mentions the field, 0 to 1. */
  readonly coverage: number;
  /** How many times as often as the other teams' papers, see `timesAsOften`. */
  readonly timesAsOften: number;
  /** Mass of its mentions in the team's papers, each weighed by its share in the team. */
  readonly mass: number;
  /** Papers that mention it, with its mass there. */
  readonly massIn: ReadonlyMap<number, number>;
}

/** The fields that each team's papers mention, best first. `mentions` is by paper. */
export function fieldsOfTeams(
  mentions: readonly (readonly Mention[])[],
  writing: readonly TeamWriting[],
  vocabulary: Vocabulary,
): readonly (readonly TeamField[])[] {
  const meanWeight = meanTeamWeight(writing);
  const allWeight = meanWeight * writing.length;
  const inAll = new Float64Array(vocabulary.fields.length);
  for (const { papers } of writing) {
    for (const { paper, share } of papers) {
      for (const { field, mass } of mentions[paper]) inAll[field] += share * mass;
    }
  }
  return writing.map((team) =>
    [...sumsByField(team, mentions)]
      .map(([field, { mass, weight, massIn }]) => {
        const { name, broad = false } = vocabulary.fields[field];
        const coverage = weight / team.weight;
        const score = coverage * distinctiveness(mass, inAll[field], team.weight, meanWeight);
        const often = roundScore(timesAsOften(mass, inAll[field], team.weight, allWeight));
        return {
          name,
          broad,
          score: roundScore(score),
          coverage: roundScore(coverage),
          timesAsOften: often,
          mass,
          massIn,
        };
      })
      .sort((a, b) => b.score - a.score || byCodeUnit(a.name, b.name)),
  );
}

interface FieldSums {
  mass: number;
  weight: number;
  readonly massIn: Map<number, number>;
}

function sumsByField(team: TeamWriting, mentions: readonly (readonly Mention[])[]): Map<number, FieldSums> {
  const found = new Map<number, FieldSums>();
  for (const { paper, share } of team.papers) {
    for (const { field, mass } of mentions[paper]) {
      const sums = found.get(field) ?? { mass: 0, weight: 0, massIn: new Map<number, number>() };
      found.set(field, sums);
      sums.mass += share * mass;
      sums.weight += share;
      sums.massIn.set(paper, mass);
    }
  }
  return found;
}

/**
 * Gives each field to at most one team and each team at most one field, the best pair first; equal pairs to the first
 * team. Only fields that `may` admits are given. Null where a team gets none.
 */
export function matchFields(
  fields: readonly (readonly TeamField[])[],
  may: (field: TeamField, team: number) => boolean,
): readonly (TeamField | null)[] {
  const pairs = fields
    .flatMap((ofTeam, t) => ofTeam.filter((field) => may(field, t)).map((field) => ({ field, t })))
    .sort((a, b) => b.field.score - a.field.score || a.t - b.t || byCodeUnit(a.field.name, b.field.name));
  const given: (TeamField | null)[] = fields.map(() => null);
  const used = new Set<string>();
  for (const { field, t } of pairs) {
    if (given[t] !== null || used.has(field.name)) continue;
    given[t] = field;
    used.add(field.name);
  }
  return given;
}
