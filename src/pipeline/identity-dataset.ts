import { canonicalDecisions } from "../identity/canonical-decisions.ts";
import { identifyAuthors } from "../identity/identify-authors.ts";
import type { Dataset, Partition } from "../model/dataset.ts";
import type { IdentityDecision } from "../model/identity.ts";
import { incidenceOf } from "../model/incidence.ts";
import { DATASET_VERSION, type Parameters } from "../model/manifest.ts";
import { findingTable, summaryOf } from "./finding-table.ts";
import { caseTable, decisionTable, nodeTable } from "./identity-tables.ts";
import { linkedPapers } from "./linked-papers.ts";
import { noParts, partTable } from "./part-table.ts";
import type { Reading } from "./reading.ts";
import { authorshipTable, authorTable, nameTable, paperTable, recordTable } from "./tables.ts";

/**
 * A dataset as far as it goes once it is known who is who, for whoever wants to look at that before a map is made: papers have
 * no fields, authors no teams, no ties and no places. It is not for writing.
 */
export function identityDataset(
  reading: Reading,
  parameters: Parameters,
  decisions: readonly IdentityDecision[] = [],
): Dataset {
  const linked = linkedPapers(reading);
  const { papers } = linked;
  const decided = canonicalDecisions(decisions);
  const identity = identifyAuthors(papers, { decisions: decided, preset: parameters.identity });
  const authors = identity.authors.length;

  const offsets = new Uint32Array(papers.length + 1);
  papers.forEach((paper, p) => {
    offsets[p + 1] = offsets[p] + paper.authors.length;
  });
  const incidence = incidenceOf(offsets, identity.authorOf, authors);
  const large = papers.map((paper) => paper.authors.length > parameters.largePaper);
  const years = papers.map((paper) => paper.year ?? null);
  const findings = findingTable([...reading.findings, ...linked.findings, ...identity.findings]);
  const names = nameTable(identity);
  const cases = caseTable(identity);
  const undivided = noTeams(authors);
  const nowhere = { x: new Float32Array(authors), y: new Float32Array(authors), scale: 1 };
  const noCommunities = { modularity: 0, method: "louvain" as const, starts: 0, agreeing: 0, teams: 0 };
  return {
    manifest: {
      format: "coterie",
      version: DATASET_VERSION,
      parameters,
      inputs: reading.inputs,
      counts: {
        records: linked.sources.length,
        papers: papers.length,
        papersWithoutAuthors: papers.filter((paper) => paper.authors.length === 0).length,
        authorships: incidence.authors.length,
        nameForms: names.rowCount,
        nodes: identity.nodes.length,
        cases: cases.rowCount,
        decisions: decided.length,
        authors,
        teams: 0,
        parts: 0,
        coauthorships: 0,
        largePapers: large.filter(Boolean).length,
        findings: findings.rowCount,
      },
      findings: summaryOf(findings),
      communities: { full: noCommunities, author: noCommunities, paper: noCommunities },
      layoutScale: nowhere.scale,
    },
    papers: paperTable(
      papers,
      papers.map(() => []),
      incidence,
      large,
    ),
    authorships: authorshipTable(papers, incidence, identity),
    names,
    nodes: nodeTable(identity),
    cases,
    decisions: decisionTable(decided),
    records: recordTable(linked),
    authors: authorTable(
      identity,
      incidence,
      years,
      undivided,
      undivided.team,
      nowhere,
      identity.authors.map(() => false),
    ),
    teams: undivided.teams,
    parts: partTable(noParts(), { teamId: [] }, [], incidence, years),
    coauthorships: {
      rowCount: 0,
      a: new Uint32Array(),
      b: new Uint32Array(),
      papers: new Uint32Array(),
      weightFull: new Float64Array(),
      weightAuthor: new Float64Array(),
      weightPaper: new Float64Array(),
    },
    findings,
    variants: {},
  };
}

function noTeams(authors: number): Partition {
  return {
    teams: {
      rowCount: 0,
      teamId: [],
      name: [],
      authors: new Uint32Array(),
      papers: new Uint32Array(),
      firstYear: [],
      lastYear: [],
      agreement: new Float32Array(),
      evidence: [],
    },
    team: Array<null>(authors).fill(null),
    agreement: new Float32Array(authors),
    inside: new Float32Array(authors),
  };
}
