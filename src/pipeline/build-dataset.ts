import { canonicalDecisions } from "../identity/canonical-decisions.ts";
import { identifyAuthors } from "../identity/identify-authors.ts";
import { networksBesidePapers } from "../ingest/given-network/join-networks.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Finding } from "../model/finding.ts";
import type { IdentityDecision } from "../model/identity.ts";
import type { Incidence } from "../model/incidence.ts";
import { DATASET_VERSION, type Parameters } from "../model/manifest.ts";
import { byCodeUnit } from "../model/order.ts";
import vocabularyJson from "../network/fields.json";
import { layOutAuthors } from "../network/layout/lay-out.ts";
import type { Starter } from "../network/leiden/divisions.ts";
import { type PaperText, readVocabulary } from "../network/paper-fields.ts";
import { buildGivenDataset } from "./build-given-dataset.ts";
import { findingTable, summaryOf } from "./finding-table.ts";
import { type LinkedPapers, linkedPapers } from "./linked-papers.ts";
import { divide } from "./partitions.ts";
import { type PeopleSteps, peopleOf } from "./people.ts";
import type { Reading, Stage } from "./reading.ts";
import { authorshipTable, paperTable, recordTable } from "./tables.ts";
import { type TextWorker, workOnTexts } from "./text-work.ts";

/** Is told a table of the dataset as soon as it is known. */
export type TellTable = <Name extends "papers" | "authorships">(name: Name, table: Dataset[Name]) => void;

/**
 * From records to a dataset: links records to papers, decides who is who, divides the coauthor network into teams by each
 * counting scheme, names them, and lays the authors out. The result depends on the records, the parameters and the user's
 * `decisions` about identity alone, not on the order of any of them, nor on where `texts` has the papers' texts read and `starter` makes the starts of
 * the search for teams. The largest tables are told to `known` before the layout, where somebody may write them meanwhile.
 */
export function buildDataset(
  reading: Reading,
  parameters: Parameters,
  enter: (stage: Stage) => void = () => {},
  decisions: readonly IdentityDecision[] = [],
  texts: TextWorker = workOnTexts,
  starter?: Starter,
  known?: TellTable,
): Dataset {
  const networks = reading.networks ?? [];
  if (reading.records.length === 0 && networks.length > 0)
    return buildGivenDataset(reading, parameters, enter, starter);

  enter("linking");
  const linked = linkedPapers(reading);
  const { papers } = linked;

  const large = papers.map((paper) => paper.authors.length > parameters.largePaper);
  const columns = {
    ids: papers.map((paper) => paper.id),
    texts: papers.map(
      (paper): PaperText => ({
        title: paper.title ?? null,
        abstract: paper.abstract ?? null,
        venue: paper.venue ?? null,
      }),
    ),
    years: papers.map((paper) => paper.year ?? null),
    large,
    offsets: authorshipOffsets(linked),
  };
  const work = texts(columns, readVocabulary(vocabularyJson));
  const fields = work.fields();

  enter("identity");
  const decided = canonicalDecisions(decisions);
  const identity = identifyAuthors(papers, { decisions: decided, preset: parameters.identity });
  let made: Pick<Dataset, "papers" | "authorships"> | undefined;
  const largeTables = (incidence: Incidence) => {
    made ??= {
      papers: paperTable(papers, fields(), incidence, large),
      authorships: authorshipTable(papers, incidence, identity),
    };
    return made;
  };
  const steps: PeopleSteps = {
    divide: (incidence, counting) => divide(incidence, counting, parameters, starter),
    place(input) {
      if (known !== undefined) {
        const { papers, authorships } = largeTables(input.incidence);
        known("papers", papers);
        known("authorships", authorships);
      }
      return layOutAuthors(input);
    },
  };
  const people = peopleOf(columns, identity, decided, parameters, work, steps, enter);

  enter("fields");
  const tables = largeTables(people.incidence);
  const findings = findingTable([
    ...reading.findings,
    ...networksBesidePapers(networks),
    ...linked.findings,
    ...identity.findings,
    ...largePaperFindings(linked, large, parameters.largePaper),
  ]);
  return {
    manifest: {
      format: "coterie",
      version: DATASET_VERSION,
      parameters,
      inputs: reading.inputs.toSorted((a, b) => byCodeUnit(a.sha256, b.sha256) || byCodeUnit(a.file, b.file)),
      counts: {
        records: linked.sources.length,
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
    ...tables,
    records: recordTable(linked),
    findings,
    ...people.tables,
  };
}

function authorshipOffsets({ papers }: LinkedPapers): Uint32Array {
  const offsets = new Uint32Array(papers.length + 1);
  papers.forEach((paper, p) => {
    offsets[p + 1] = offsets[p] + paper.authors.length;
  });
  return offsets;
}

/** Every large paper is named to the user, with what is done about it. */
function largePaperFindings(
  { papers, sources }: LinkedPapers,
  large: readonly boolean[],
  largePaper: number,
): Finding[] {
  return papers.flatMap((paper, p) => {
    if (!large[p]) return [];
    const { file, line, record } = sources[paper.records[0]];
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
