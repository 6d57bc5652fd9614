import type { Identity } from "../identity/identify-authors.ts";
import { identifyAuthors } from "../identity/identify-authors.ts";
import { type Linked, linkRecords } from "../ingest/link-records.ts";
import { authorRadius } from "../model/author-radius.ts";
import { COUNTINGS } from "../model/counting.ts";
import type { Counts, Dataset, Parameters, Partition } from "../model/dataset.ts";
import type { Finding } from "../model/finding.ts";
import { authorsOn, type Incidence, incidenceOf, papersOf } from "../model/incidence.ts";
import { byCodeUnit } from "../model/order.ts";
import vocabularyJson from "../network/fields.json";
import { layOutAuthors } from "../network/layout/lay-out.ts";
import { fieldsOfPapers, type PaperText, readVocabulary } from "../network/paper-fields.ts";
import { nameTeams } from "../network/team-names.ts";
import { coauthorshipTable } from "./coauthorship-table.ts";
import { findingTable, summaryOf } from "./finding-table.ts";
import { dividedByEachCounting, namedByEachCounting, type TeamNamer } from "./partitions.ts";
import type { Reading } from "./reading.ts";
import { authorshipTable, authorTable, nameTable, paperTable, recordTable } from "./tables.ts";

/** The stages of a build, in order, for whoever shows progress. */
export type Stage = "linking" | "identity" | "fields" | "teams" | "names" | "layout" | "tables";

/**
 * From records to a dataset: links records to papers, decides who is who, divides the coauthor network into teams by each
 * counting scheme, names them, and lays the authors out. The result depends on the records and the parameters alone, not
 * on the order of the input.
 */
export function buildDataset(
  reading: Reading,
  parameters: Parameters,
  enter: (stage: Stage) => void = () => {},
): Dataset {
  enter("linking");
  const linked = linkRecords(reading.records);
  const { papers } = linked;

  enter("identity");
  const identity = identifyAuthors(papers);
  const incidence = incidenceOfPapers(linked, identity);
  const large = papers.map((paper) => paper.authors.length > parameters.largePaper);
  const years = papers.map((paper) => paper.year ?? null);

  enter("fields");
  const vocabulary = readVocabulary(vocabularyJson);
  const texts = papers.map(
    (paper): PaperText => ({
      title: paper.title ?? null,
      abstract: paper.abstract ?? null,
      venue: paper.venue ?? null,
    }),
  );
  const fields = fieldsOfPapers(texts, vocabulary);

  enter("teams");
  const paperIds = papers.map((paper) => paper.id);
  const authorIds = identity.authors.map((author) => author.id);
  const authorNames = identity.authors.map((author) => author.name);
  const divided = dividedByEachCounting(incidence, parameters);

  enter("names");
  const name: TeamNamer = (team, teamCount, counting) =>
    nameTeams({
      papers: texts,
      paperIds,
      incidence,
      team,
      teamCount,
      large,
      authorIds,
      authorNames,
      counting,
      vocabulary,
    });
  const named = namedByEachCounting(incidence, years, divided, name);
  const own = named[parameters.counting].partition;

  enter("layout");
  const onlyLarge = authorsOfOnlyLargePapers(incidence, large);
  const counts = paperCounts(incidence);
  const mostPapers = counts.reduce((most, count) => Math.max(most, count), 0);
  const layout = layOutAuthors({
    incidence,
    large,
    team: own.team,
    teamCount: own.teams.rowCount,
    onlyLarge,
    radius: Float32Array.from(counts, (count) => authorRadius(count, mostPapers)),
    seed: parameters.seed,
  });

  enter("tables");
  const findings = findingTable([
    ...reading.findings,
    ...linked.findings,
    ...identity.findings,
    ...largePaperFindings(linked, incidence, large, parameters.largePaper),
  ]);
  const coauthorships = coauthorshipTable(incidence, parameters.largePaper);
  const names = nameTable(identity);
  return {
    manifest: {
      format: "coterie",
      version: 1,
      parameters,
      inputs: reading.inputs.toSorted((a, b) => byCodeUnit(a.sha256, b.sha256) || byCodeUnit(a.file, b.file)),
      counts: countsOf(linked, incidence, large, own, {
        nameForms: names.rowCount,
        coauthorships: coauthorships.rowCount,
        findings: findings.rowCount,
      }),
      findings: summaryOf(findings),
      communities: {
        full: named.full.summary,
        author: named.author.summary,
        paper: named.paper.summary,
      },
      layoutScale: layout.scale,
    },
    papers: paperTable(papers, fields, incidence, large),
    authorships: authorshipTable(papers, incidence),
    names,
    records: recordTable(linked),
    authors: authorTable(identity, incidence, years, own, layout, onlyLarge),
    teams: own.teams,
    coauthorships,
    findings,
    variants: Object.fromEntries(
      COUNTINGS.filter((counting) => counting !== parameters.counting).map((counting) => [
        counting,
        named[counting].partition,
      ]),
    ),
  };
}

function incidenceOfPapers({ papers }: Linked, identity: Identity): Incidence {
  const paperOffsets = new Uint32Array(papers.length + 1);
  papers.forEach((paper, p) => {
    paperOffsets[p + 1] = paperOffsets[p] + paper.authors.length;
  });
  return incidenceOf(paperOffsets, identity.authorOf, identity.authors.length);
}

function paperCounts(incidence: Incidence): Uint32Array {
  return Uint32Array.from({ length: incidence.authorCount }, (_, author) => papersOf(incidence, author).length);
}

function authorsOfOnlyLargePapers(incidence: Incidence, large: readonly boolean[]): boolean[] {
  return Array.from({ length: incidence.authorCount }, (_, author) =>
    papersOf(incidence, author).every((paper) => large[paper]),
  );
}

/** Every large paper is named to the user, with what is done about it. */
function largePaperFindings(
  { papers, records }: Linked,
  incidence: Incidence,
  large: readonly boolean[],
  largePaper: number,
): Finding[] {
  return papers.flatMap((paper, p) => {
    if (!large[p]) return [];
    const { file, line, record } = records[paper.records[0]].source;
    return {
      code: "large-paper",
      severity: "note",
      file,
      line,
      record,
      detail:
        `"${paper.title ?? paper.id}" has ${authorsOn(incidence, p)} authors, more than ${largePaper}: it counts in full in ` +
        "papers, coauthors, weights and teams, but its pairs are not drawn as lines and pull nobody together on the map.",
    } satisfies Finding;
  });
}

function countsOf(
  { papers, records }: Linked,
  incidence: Incidence,
  large: readonly boolean[],
  { teams }: Partition,
  rows: Pick<Counts, "nameForms" | "coauthorships" | "findings">,
): Counts {
  return {
    records: records.length,
    papers: papers.length,
    papersWithoutAuthors: papers.filter((paper) => paper.authors.length === 0).length,
    authorships: incidence.authors.length,
    authors: incidence.authorCount,
    teams: teams.rowCount,
    largePapers: large.filter(Boolean).length,
    ...rows,
  };
}
