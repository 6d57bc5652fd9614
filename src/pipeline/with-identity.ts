import { canonicalDecisions } from "../identity/canonical-decisions.ts";
import { IDENTITY_FINDING_CODES } from "../identity/finding-codes.ts";
import { identifyAuthors } from "../identity/identify-authors.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Finding } from "../model/finding.ts";
import type { IdentityChoice } from "../model/identity.ts";
import vocabularyJson from "../network/fields.json";
import { readVocabulary } from "../network/paper-fields.ts";
import { carriedPlaces } from "./carried-places.ts";
import { findingTable, summaryOf } from "./finding-table.ts";
import { divisionsBeside } from "./known-divisions.ts";
import { papersOfDataset } from "./papers-of-dataset.ts";
import { peopleOf } from "./people.ts";
import { workOnTexts } from "./text-work.ts";

/**
 * The dataset with other decisions about identity, which replace its own, or another preset. All that follows from who is
 * who is made again, but teams are only searched for where an author has other papers, and nobody is laid out anew: each author stands where the authorships stood, in the
 * mean. So positions follow from the dataset one starts from: whoever changes decisions more than once should always start
 * from the dataset as it was built, and then an undone decision leaves no trace.
 */
export function withIdentity(
  dataset: Dataset,
  { decisions, preset }: IdentityChoice,
  enter: (stage: "identity" | "teams" | "names" | "layout" | "tables") => void = () => {},
): Dataset {
  // The people of a ready network are who its file says: there are no papers to judge by.
  if (dataset.manifest.network !== undefined) return dataset;
  enter("identity");
  const { papers, manifest } = dataset;
  const decided = canonicalDecisions(decisions);
  const identity = identifyAuthors(papersOfDataset(dataset), { decisions: decided, preset });
  const parameters = { ...manifest.parameters, identity: preset };
  const offsets = Uint32Array.from([...papers.firstAuthorship, dataset.authorships.rowCount]);
  const columns = {
    ids: papers.paperId,
    texts: papers.title.map((title, p) => ({ title, abstract: papers.abstract[p], venue: papers.venue[p] })),
    years: papers.year,
    large: papers.large,
    offsets,
  };
  const people = peopleOf(
    columns,
    identity,
    decided,
    parameters,
    workOnTexts(columns, readVocabulary(vocabularyJson)),
    {
      divide: divisionsBeside(dataset),
      place: ({ incidence, radius }) => carriedPlaces(dataset, incidence, radius),
    },
    enter,
  );
  const findings = findingTable([...otherFindings(dataset), ...identity.findings]);
  return {
    ...dataset,
    ...people.tables,
    authorships: { ...dataset.authorships, author: identity.authorOf, node: identity.nodeOf },
    findings,
    manifest: {
      ...manifest,
      parameters,
      counts: { ...manifest.counts, ...people.counts, findings: findings.rowCount },
      findings: summaryOf(findings),
      communities: people.communities,
    },
  };
}

/** The findings that do not follow from who is who. */
function otherFindings({ findings }: Dataset): Finding[] {
  return findings.code.flatMap((code, row) => {
    if (IDENTITY_FINDING_CODES.has(code)) return [];
    const [file, line, record] = [findings.file[row], findings.line[row], findings.record[row]];
    return {
      code,
      severity: findings.severity[row],
      ...(file === null ? {} : { file }),
      ...(line === null ? {} : { line }),
      ...(record === null ? {} : { record }),
      detail: findings.detail[row],
    } satisfies Finding;
  });
}
