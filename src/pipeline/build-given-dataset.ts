import { joinNetworks } from "../ingest/given-network/join-networks.ts";
import { authorRadius, prominenceOf } from "../model/author-radius.ts";
import type { CoauthorshipTable, Dataset, TeamTable } from "../model/dataset.ts";
import { emptyTables } from "../model/empty-tables.ts";
import type { Finding } from "../model/finding.ts";
import type { GivenNetwork } from "../model/given-network.ts";
import { incidenceOf } from "../model/incidence.ts";
import { type CommunitySummary, DATASET_VERSION, type Parameters } from "../model/manifest.ts";
import { byCodeUnit } from "../model/order.ts";
import { pairIncidence } from "../model/pair-incidence.ts";
import { sha256 } from "../model/sha256.ts";
import { type Communities, findCommunities } from "../network/communities.ts";
import { networkOfTies } from "../network/given-network.ts";
import { layOutAuthors } from "../network/layout/lay-out.ts";
import type { Starter } from "../network/leiden/divisions.ts";
import { peopleInWords as leadersInWords, type PartNaming, unique } from "../network/part-names.ts";
import { insideShares } from "../network/partition-measures.ts";
import { partsOfTeams, type TeamParts } from "../network/team-parts.ts";
import { findingTable, summaryOf } from "./finding-table.ts";
import { partOfAuthor, partTable } from "./part-table.ts";
import type { Reading, Stage } from "./reading.ts";

/** Core members that a team's evidence names. */
const CORE = 6;

/** A reading without records but with a network: its people as they are given, teams and places found, no papers. */
export function buildGivenDataset(
  reading: Reading,
  parameters: Parameters,
  enter: (stage: Stage) => void,
  starter?: Starter,
): Dataset {
  const joined = joinNetworks(reading.networks ?? []);
  if (joined.network === null) throw new Error("A network is built of the parts of one.");
  const given = joined.network;
  const authorIds = idsOf(given);
  const order = authorIds.map((_, row) => row).sort((a, b) => byCodeUnit(authorIds[a], authorIds[b]));
  const ties = tiesInOrder(given, order);
  const papers = Uint32Array.from(order, (row) => given.papers[row]);
  const authorId = order.map((row) => authorIds[row]);
  const name = order.map((row) => given.names[row]);

  enter("teams");
  const network = networkOfTies({ ...ties, weights: ties.weightFull }, order.length);
  const coauthors = Uint32Array.from(order, (_, author) => network.offsets[author + 1] - network.offsets[author]);
  const found = findCommunities(network, parameters, starter);
  const team = Array.from(found.community, (community) => (community < 0 ? null : community));
  const inside = insideShares(network, found.community);
  const teams = teamTable(found, insideStrength(ties, team), coauthors, authorId, name);
  const parts = partsOfTeams(network, found.community, found.communityCount, parameters);
  const part = partOfAuthor(parts);

  enter("layout");
  const size = prominenceOf({ papers, coauthors });
  const largest = size.reduce((most, count) => Math.max(most, count), 0);
  const layout = layOutAuthors({
    incidence: pairIncidence(ties, order.length),
    large: Array.from(ties.a, () => false),
    pull: ties.weightFull,
    team,
    teamCount: teams.rowCount,
    onlyLarge: order.map(() => false),
    radius: Float32Array.from(size, (count) => authorRadius(count, largest)),
    seed: parameters.seed,
  });

  enter("tables");
  const findings = findingTable([...reading.findings, ...joined.findings, withoutPapers(given)]);
  const summary: CommunitySummary = {
    modularity: found.modularity,
    method: found.method,
    starts: found.starts,
    agreeing: found.agreeing,
    teams: found.communityCount,
  };
  const nobody = order.map(() => null);
  return {
    ...emptyTables(),
    manifest: {
      format: "coterie",
      version: DATASET_VERSION,
      parameters,
      inputs: reading.inputs.toSorted((a, b) => byCodeUnit(a.sha256, b.sha256) || byCodeUnit(a.file, b.file)),
      counts: {
        records: 0,
        papers: 0,
        papersWithoutAuthors: 0,
        authorships: 0,
        nameForms: order.length,
        nodes: 0,
        cases: 0,
        decisions: 0,
        authors: order.length,
        teams: teams.rowCount,
        parts: parts.team.length,
        coauthorships: ties.rowCount,
        largePapers: 0,
        findings: findings.rowCount,
      },
      findings: summaryOf(findings),
      communities: { full: summary, author: summary, paper: summary },
      network: {
        file: given.file,
        format: given.format,
        weights: "given",
        countsPapers: papers.some((count) => count > 0),
      },
      layoutScale: layout.scale,
    },
    names: {
      rowCount: order.length,
      author: Uint32Array.from(order, (_, author) => author),
      name,
      authorships: new Uint32Array(order.length),
    },
    authors: {
      rowCount: order.length,
      authorId,
      name,
      papers,
      coauthors,
      firstYear: nobody,
      lastYear: nobody,
      team,
      part,
      agreement: found.agreement,
      inside,
      x: layout.x,
      y: layout.y,
      onlyLarge: order.map(() => false),
    },
    teams,
    parts: partTable(
      parts,
      teams,
      partNames(parts, insideStrength(ties, part), coauthors, authorId, name),
      incidenceOf(new Uint32Array(1), new Uint32Array(0), order.length),
      [],
    ),
    coauthorships: ties,
    findings,
    variants: {},
  };
}

/**
 * The author_id of each node: its own id where that is one, as in our own exports, else made of its id, so that links outlive
 * rebuilds. A file may be made so that two would agree: then more is hashed.
 */
function idsOf({ ids }: GivenNetwork): string[] {
  const taken = new Set(ids.filter((id) => AUTHOR_ID.test(id)));
  return ids.map((id) => {
    if (AUTHOR_ID.test(id)) return id;
    let text = id;
    let authorId = hashed(text);
    while (taken.has(authorId)) {
      text += "\n";
      authorId = hashed(text);
    }
    taken.add(authorId);
    return authorId;
  });
}

const AUTHOR_ID = /^a[0-9a-f]{12}$/;

function hashed(text: string): string {
  return `a${sha256(text.toWellFormed()).slice(0, 12)}`;
}

/** The ties between rows in the new order; the given weight stands for every counting. */
function tiesInOrder({ a, b, weights }: GivenNetwork, order: readonly number[]): CoauthorshipTable {
  const rowOf = new Uint32Array(order.length);
  order.forEach((old, row) => {
    rowOf[old] = row;
  });
  const rowCount = weights.length;
  const first = Uint32Array.from(a, (one, tie) => Math.min(rowOf[one], rowOf[b[tie]]));
  const second = Uint32Array.from(a, (one, tie) => Math.max(rowOf[one], rowOf[b[tie]]));
  const sorted = Uint32Array.from(weights, (_, tie) => tie).sort(
    (s, t) => first[s] - first[t] || second[s] - second[t],
  );
  const weight = Float64Array.from(sorted, (tie) => weights[tie]);
  return {
    rowCount,
    a: Uint32Array.from(sorted, (tie) => first[tie]),
    b: Uint32Array.from(sorted, (tie) => second[tie]),
    papers: new Uint32Array(rowCount),
    weightFull: weight,
    weightAuthor: weight,
    weightPaper: weight,
  };
}

/** Tie weight of each author to members of their own team. */
function insideStrength({ a, b, weightFull }: CoauthorshipTable, team: readonly (number | null)[]): Float64Array {
  const strength = new Float64Array(team.length);
  weightFull.forEach((weight, tie) => {
    if (team[a[tie]] !== team[b[tie]]) return;
    strength[a[tie]] += weight;
    strength[b[tie]] += weight;
  });
  return strength;
}

/** Teams named by their people: there are no papers to say what they are about. */
function teamTable(
  found: Communities,
  strength: Float64Array,
  coauthors: Uint32Array,
  authorId: readonly string[],
  name: readonly string[],
): TeamTable {
  const members = membersInOrder(found.community, found.communityCount, strength, coauthors);
  const taken = new Set<string>();
  const nowhere = members.map(() => null);
  return {
    rowCount: members.length,
    teamId: members.map((_, t) => `t${t}`),
    name: members.map((people) => unique(peopleInWords(people.map((author) => name[author])), taken)),
    authors: Uint32Array.from(members, (people) => people.length),
    papers: new Uint32Array(members.length),
    firstYear: nowhere,
    lastYear: nowhere,
    agreement: Float32Array.from(
      members,
      (people) => people.reduce((sum, author) => sum + found.agreement[author], 0) / people.length,
    ),
    evidence: members.map((people) => ({
      source: "person",
      coverage: 0,
      fields: [],
      phrases: [],
      papers: [],
      core: people.slice(0, CORE).map((author) => authorId[author]),
    })),
  };
}

function partNames(
  { part, team }: TeamParts,
  strength: Float64Array,
  coauthors: Uint32Array,
  authorId: readonly string[],
  name: readonly string[],
): PartNaming[] {
  const taken = new Set<string>();
  return membersInOrder(part, team.length, strength, coauthors).map((people) => ({
    name: unique(leadersInWords(people.map((author) => name[author])), taken),
    subject: null,
    evidence: { coverage: 0, phrases: [], core: people.slice(0, CORE).map((author) => authorId[author]) },
  }));
}

/** The members of each community, most tie weight inside it first, then most ties. */
function membersInOrder(
  community: Int32Array,
  communityCount: number,
  strength: Float64Array,
  coauthors: Uint32Array,
): number[][] {
  const members: number[][] = Array.from({ length: communityCount }, () => []);
  community.forEach((own, author) => {
    if (own >= 0) members[own].push(author);
  });
  for (const people of members) {
    people.sort((a, b) => strength[b] - strength[a] || coauthors[b] - coauthors[a] || a - b);
  }
  return members;
}

/** "Ada Lovelace & Charles Babbage", or "Ada Lovelace & others". */
function peopleInWords([first = "?", second, ...others]: readonly string[]): string {
  if (second === undefined) return first;
  return `${first} & ${others.length > 0 ? "others" : second}`;
}

function withoutPapers({ file, ids, weights }: GivenNetwork): Finding {
  const detail =
    `A ready network of ${ids.length} people and ${weights.length} ties came without papers: names and weights are the file's own, ` +
    "every counting is the same, and nothing can be told of papers, years and fields.";
  return { code: "network-without-papers", severity: "note", file, detail };
}
