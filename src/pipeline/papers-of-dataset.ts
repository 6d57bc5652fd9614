import type { Dataset } from "../model/dataset.ts";
import type { Paper, PaperAuthor } from "../model/paper.ts";
import type { Identifiers } from "../model/record.ts";

/**
 * The papers behind a dataset, by id, with all that says who is who: identifying their authors again gives what the build
 * gave. What a dataset does not keep is absent: given names and suffixes by themselves.
 */
export function papersOfDataset({ papers, authorships, records }: Dataset): Paper[] {
  const recordsOf: number[][] = Array.from({ length: papers.rowCount }, () => []);
  records.paper.forEach((paper, record) => {
    if (paper !== null) recordsOf[paper].push(record);
  });
  return papers.paperId.map((id, paper) => {
    const first = papers.firstAuthorship[paper];
    const authors = Array.from({ length: papers.authors[paper] }, (_, k) => authorOf(authorships, first + k));
    return {
      id,
      ids: identifiersOf(papers, paper),
      authors,
      truncated: papers.truncated[paper],
      keywords: papers.keywords[paper],
      groupAuthors: papers.groupAuthors[paper],
      editors: papers.editors[paper].map((name) => ({ name })),
      records: recordsOf[paper],
      ...present("title", papers.title[paper]),
      ...present("year", papers.year[paper]),
      ...present("date", papers.date[paper]),
      ...present("venue", papers.venue[paper]),
      ...present("type", papers.type[paper]),
      ...present("abstract", papers.abstract[paper]),
      ...present("url", papers.url[paper]),
    };
  });
}

function authorOf(
  { name, family, otherForms, orcid, sourceIds, affiliations }: Dataset["authorships"],
  row: number,
): PaperAuthor {
  return {
    name: name[row],
    otherForms: otherForms[row] ?? [],
    ...present("family", family[row]),
    ...present("orcid", orcid[row]),
    ...(sourceIds[row].length === 0 ? {} : { ids: sourceIds[row] }),
    ...(affiliations[row].length === 0 ? {} : { affiliations: affiliations[row] }),
  };
}

function identifiersOf(papers: Dataset["papers"], paper: number): Identifiers {
  return {
    ...present("doi", papers.doi[paper]),
    ...present("arxiv", papers.arxiv[paper]),
    ...present("acl", papers.acl[paper]),
    ...present("pmid", papers.pmid[paper]),
    ...present("openalex", papers.openalex[paper]),
  };
}

/** The property, or none where the dataset has null. */
function present<Key extends string, Value>(key: Key, value: Value | null): { readonly [K in Key]?: Value } {
  return (value === null ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}
