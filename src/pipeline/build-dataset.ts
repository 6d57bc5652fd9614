import { canonicalDecisions } from "../identity/canonical-decisions.ts";
import { identifyAuthors } from "../identity/identify-authors.ts";
import { type Linked, linkRecords } from "../ingest/link-records.ts";
import type { Dataset, Parameters } from "../model/dataset.ts";
import type { Finding } from "../model/finding.ts";
import type { IdentityDecision } from "../model/identity.ts";
import { byCodeUnit } from "../model/order.ts";
import vocabularyJson from "../network/fields.json";
import { layOutAuthors } from "../network/layout/lay-out.ts";
import { fieldsOfPapers, type PaperText, readVocabulary } from "../network/paper-fields.ts";
import { findingTable, summaryOf } from "./finding-table.ts";
import { peopleOf } from "./people.ts";
import type { Reading } from "./reading.ts";
import { authorshipTable, paperTable, recordTable } from "./tables.ts";

/** The stages of a build, in order, for whoever shows progress. */
export type Stage = "linking" | "identity" | "fields" | "teams" | "layout" | "tables";

/**
 * From records to a dataset: links records to papers, decides who is who, divides the coauthor network into teams by each
 * counting scheme, names them, and lays the authors out. The result depends on the records, the parameters and the user's
 * `decisions` about identity alone, not on the order of any of them.
 */
export function buildDataset(
  reading: Reading,
  parameters: Parameters,
  enter: (stage: Stage) => void = () => {},
  decisions: readonly IdentityDecision[] = [],
): Dataset {
  enter("linking");
  const linked = linkRecords(reading.records);
  const { papers } = linked;

  enter("identity");
  const decided = canonicalDecisions(decisions);
  const identity = identifyAuthors(papers, { decisions: decided, preset: parameters.identity });
  const large = papers.map((paper) => paper.authors.length > parameters.largePaper);

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

  const columns = {
    ids: papers.map((paper) => paper.id),
    texts,
    years: papers.map((paper) => paper.year ?? null),
    large,
    offsets: authorshipOffsets(linked),
  };
  const people = peopleOf(columns, identity, decided, parameters, vocabulary, layOutAuthors, enter);
  const findings = findingTable([
    ...reading.findings,
    ...linked.findings,
    ...identity.findings,
    ...largePaperFindings(linked, large, parameters.largePaper),
  ]);
  return {
    manifest: {
      format: "coterie",
      version: 1,
      parameters,
      inputs: reading.inputs.toSorted((a, b) => byCodeUnit(a.sha256, b.sha256) || byCodeUnit(a.file, b.file)),
      counts: {
        records: linked.records.length,
        papers: papers.length,
        papersWithoutAuthors: papers.filter(({ authors }) => authors.length === 0).length,
        largePapers: large.filter(Boolean).length,
        findings: findings.rowCount,
        ...people.counts,
      },
      findings: summaryOf(findings),
      communities: people.communities,
      layoutScale: people.layoutScale,
    },
    papers: paperTable(papers, fields, people.incidence, large),
    authorships: authorshipTable(papers, people.incidence, identity),
    records: recordTable(linked),
    findings,
    ...people.tables,
  };
}

function authorshipOffsets({ papers }: Linked): Uint32Array {
  const offsets = new Uint32Array(papers.length + 1);
  papers.forEach((paper, p) => {
    offsets[p + 1] = offsets[p] + paper.authors.length;
  });
  return offsets;
}

/** Every large paper is named to the user, with what is done about it. */
function largePaperFindings({ papers, records }: Linked, large: readonly boolean[], largePaper: number): Finding[] {
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
        `"${paper.title ?? paper.id}" has ${paper.authors.length} authors, more than ${largePaper}: it counts in full in ` +
        "papers, coauthors, weights and teams, but its pairs are not drawn as lines and pull nobody together on the map.",
    } satisfies Finding;
  });
}
