import type { Dataset } from "../model/dataset.ts";
import { shortFloat } from "./short-float.ts";
import { incidenceOfDataset, tiePapers } from "./tie-papers.ts";

/**
 * The network as one JSON document, in pieces that are to be written one after the other:
 *
 * - `counting`: the scheme of the teams and of `weight`; `parameters` and `counts` as in the manifest
 * - `nodes`: one author each: id, name, papers, coauthors, first_year, last_year, team (id or null), agreement, inside,
 *   x, y, only_large, part (id or null)
 * - `edges`: one tie each, from papers that are not large: source, target (author ids), weight, papers (paper ids)
 * - `teams`: id, name, authors, papers, first_year, last_year, agreement
 * - `papers`: id, title, year, date, venue, type, url, doi, arxiv, acl, pmid, openalex, keywords, editors, group_authors,
 *   citations, citations_from (a format), truncated, fields, authors (author ids in order), affiliations (a list for each
 *   of the authors, or empty where nobody has any), large
 * - `parts`, which large teams are divided into: id, team (id), name, subject, authors, papers, first_year, last_year
 */
export function* jsonExport(dataset: Dataset): Generator<string> {
  const { counting, largePaper, quality, resolution, seed } = dataset.manifest.parameters;
  const { papers, authors, teams, coauthorships } = dataset.manifest.counts;
  const parameters = { large_paper: largePaper, quality, resolution, seed };
  const head = { counting, parameters, counts: { papers, authors, teams, coauthorships } };
  yield `${JSON.stringify(head).slice(0, -1)},\n`;
  yield* list("nodes", nodes(dataset));
  yield ",\n";
  yield* list("edges", edges(dataset));
  yield ",\n";
  yield* list("teams", teamObjects(dataset));
  yield ",\n";
  yield* list("papers", paperObjects(dataset));
  yield ",\n";
  yield* list("parts", partObjects(dataset));
  yield "}\n";
}

function* list(name: string, items: Iterable<object>): Generator<string> {
  yield `${JSON.stringify(name)}:[`;
  let separator = "\n";
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ",\n";
  }
  yield "\n]";
}

function* nodes({ authors, teams, parts }: Dataset): Generator<object> {
  for (let row = 0; row < authors.rowCount; row++) {
    const team = authors.team[row];
    const part = authors.part[row];
    yield {
      id: authors.authorId[row],
      name: authors.name[row],
      papers: authors.papers[row],
      coauthors: authors.coauthors[row],
      first_year: authors.firstYear[row],
      last_year: authors.lastYear[row],
      team: team === null ? null : teams.teamId[team],
      agreement: shortFloat(authors.agreement[row]),
      inside: shortFloat(authors.inside[row]),
      x: shortFloat(authors.x[row]),
      y: shortFloat(authors.y[row]),
      only_large: authors.onlyLarge[row],
      part: part === null ? null : parts.partId[part],
    };
  }
}

function* edges(dataset: Dataset): Generator<object> {
  const { authors, coauthorships, manifest } = dataset;
  const { weightFull, weightAuthor, weightPaper } = coauthorships;
  const weights = { full: weightFull, author: weightAuthor, paper: weightPaper }[manifest.parameters.counting];
  const incidence = incidenceOfDataset(dataset);
  for (let row = 0; row < coauthorships.rowCount; row++) {
    yield {
      source: authors.authorId[coauthorships.a[row]],
      target: authors.authorId[coauthorships.b[row]],
      weight: weights[row],
      papers: tiePapers(dataset, incidence, row),
    };
  }
}

function* teamObjects({ teams }: Dataset): Generator<object> {
  for (let row = 0; row < teams.rowCount; row++) {
    yield {
      id: teams.teamId[row],
      name: teams.name[row],
      authors: teams.authors[row],
      papers: teams.papers[row],
      first_year: teams.firstYear[row],
      last_year: teams.lastYear[row],
      agreement: shortFloat(teams.agreement[row]),
    };
  }
}

function* partObjects({ parts, teams }: Dataset): Generator<object> {
  for (let row = 0; row < parts.rowCount; row++) {
    yield {
      id: parts.partId[row],
      team: teams.teamId[parts.team[row]],
      name: parts.name[row],
      subject: parts.subject[row],
      authors: parts.authors[row],
      papers: parts.papers[row],
      first_year: parts.firstYear[row],
      last_year: parts.lastYear[row],
    };
  }
}

function* paperObjects({ papers, authorships, authors }: Dataset): Generator<object> {
  for (let row = 0; row < papers.rowCount; row++) {
    const first = papers.firstAuthorship[row];
    const affiliations = authorships.affiliations.slice(first, first + papers.authors[row]);
    const listed = authorships.author.subarray(first, first + papers.authors[row]);
    yield {
      id: papers.paperId[row],
      title: papers.title[row],
      year: papers.year[row],
      date: papers.date[row],
      venue: papers.venue[row],
      type: papers.type[row],
      url: papers.url[row],
      doi: papers.doi[row],
      arxiv: papers.arxiv[row],
      acl: papers.acl[row],
      pmid: papers.pmid[row],
      openalex: papers.openalex[row],
      keywords: papers.keywords[row],
      editors: papers.editors[row],
      group_authors: papers.groupAuthors[row],
      citations: papers.citations[row],
      citations_from: papers.citationsFrom[row],
      truncated: papers.truncated[row],
      fields: papers.fields[row].map(({ name }) => name),
      authors: Array.from(listed, (author) => authors.authorId[author]),
      affiliations: affiliations.some((list) => list.length > 0) ? affiliations : [],
      large: papers.large[row],
    };
  }
}
