import { COUNTINGS, type Counting } from "../model/counting.ts";
import { type Dataset, partitionOf } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import type { TeamParts } from "../network/team-parts.ts";
import { type Division, divide } from "./partitions.ts";

/** So many different answers to who is who have their divisions kept: one undoes and redoes the last ones. */
const KEPT = 4;

interface Known {
  /** Author of each authorship, which is all of the network that an identity decides. */
  readonly authors: Uint32Array;
  readonly divisions: Map<Counting, Division>;
}

const known = new WeakMap<Dataset, Known[]>();

/**
 * Divides networks of the papers of `dataset` into teams, as its parameters say. What the dataset itself was divided into, and what was
 * lately, is not searched for again: most answers about names leave everybody with the papers they had.
 */
export function divisionsBeside(dataset: Dataset): (incidence: Incidence, counting: Counting) => Division {
  const before = known.get(dataset) ?? [ownDivisions(dataset)];
  known.set(dataset, before);
  return (incidence, counting) => {
    let at = before.find(({ authors }) => areEqual(authors, incidence.authors));
    if (at === undefined) {
      at = { authors: incidence.authors, divisions: new Map() };
      // The dataset's own stay in front.
      if (before.length > KEPT) before.splice(1, 1);
      before.push(at);
    }
    const division = at.divisions.get(counting) ?? divide(incidence, counting, dataset.manifest.parameters);
    at.divisions.set(counting, division);
    return division;
  };
}

function ownDivisions(dataset: Dataset): Known {
  const { communities, parameters } = dataset.manifest;
  const divisions = COUNTINGS.map((counting): [Counting, Division] => {
    const { team, agreement, inside, teams } = partitionOf(dataset, counting);
    const { modularity, method, starts, agreeing } = communities[counting];
    const community = Int32Array.from(team, (own) => own ?? -1);
    const found = { community, communityCount: teams.rowCount, modularity, method, starts, agreeing, agreement };
    const division = { found, team, inside };
    return [counting, counting === parameters.counting ? { ...division, parts: ownParts(dataset) } : division];
  });
  return { authors: dataset.authorships.author, divisions: new Map(divisions) };
}

function ownParts({ authors, parts }: Dataset): TeamParts {
  return { part: Int32Array.from(authors.part, (own) => own ?? -1), team: parts.team };
}

function areEqual(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
