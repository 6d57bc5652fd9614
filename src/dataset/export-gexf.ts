import { prominenceOf } from "../model/author-radius.ts";
import type { Dataset } from "../model/dataset.ts";
import { shortFloat } from "./short-float.ts";
import { incidenceOfDataset, tiePapers } from "./tie-papers.ts";

/** Gephi draws in units of about a pixel; stored positions run from −½ to ½. */
const EXTENT = 2000;

const NODE_ATTRIBUTES = [
  ["team", "string"],
  ["team_name", "string"],
  ["papers", "integer"],
  ["coauthors", "integer"],
  ["first_year", "integer"],
  ["last_year", "integer"],
  ["agreement", "float"],
  ["inside", "float"],
  ["only_large", "boolean"],
  ["part", "string"],
  ["part_name", "string"],
] as const;

const EDGE_ATTRIBUTES = [
  ["papers", "integer"],
  ["weight_full", "double"],
  ["weight_author", "double"],
  ["weight_paper", "double"],
  ["paper_ids", "string"],
] as const;

/**
 * The network as GEXF 1.3, in pieces that are to be written one after the other: authors with their team, counts and
 * positions (area of a node in proportion to papers), ties from papers that are not large, weighted by the dataset's
 * counting scheme.
 */
export function* gexfExport(dataset: Dataset): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield "<meta><creator>Coterie</creator></meta>\n";
  yield '<graph defaultedgetype="undirected" mode="static">\n';
  yield attributes("node", NODE_ATTRIBUTES);
  yield attributes("edge", EDGE_ATTRIBUTES);
  yield "<nodes>\n";
  yield* nodes(dataset);
  yield "</nodes>\n<edges>\n";
  yield* edges(dataset);
  yield "</edges>\n</graph>\n</gexf>\n";
}

function attributes(of: string, declared: readonly (readonly [string, string])[]): string {
  const each = declared.map(([title, type], id) => `<attribute id="${id}" title="${title}" type="${type}"/>`);
  return `<attributes class="${of}">${each.join("")}</attributes>\n`;
}

function* nodes({ authors, teams, parts }: Dataset): Generator<string> {
  const prominence = prominenceOf(authors);
  for (let row = 0; row < authors.rowCount; row++) {
    const team = authors.team[row];
    const part = authors.part[row];
    const values = attvalues([
      team === null ? null : teams.teamId[team],
      team === null ? null : teams.name[team],
      authors.papers[row],
      authors.coauthors[row],
      authors.firstYear[row],
      authors.lastYear[row],
      shortFloat(authors.agreement[row]),
      shortFloat(authors.inside[row]),
      authors.onlyLarge[row],
      part === null ? null : parts.partId[part],
      part === null ? null : parts.name[part],
    ]);
    const size = 6 * Math.sqrt(Math.max(1, prominence[row]));
    const position = `x="${authors.x[row] * EXTENT}" y="${authors.y[row] * EXTENT}" z="0"`;
    yield `<node id="${xmlText(authors.authorId[row])}" label="${xmlText(authors.name[row])}">${values}` +
      `<viz:size value="${size}"/><viz:position ${position}/></node>\n`;
  }
}

function* edges(dataset: Dataset): Generator<string> {
  const { authors, coauthorships: ties, manifest } = dataset;
  const weights = { full: ties.weightFull, author: ties.weightAuthor, paper: ties.weightPaper };
  const weight = weights[manifest.parameters.counting];
  const incidence = incidenceOfDataset(dataset);
  for (let row = 0; row < ties.rowCount; row++) {
    const values = attvalues([
      ties.papers[row],
      ties.weightFull[row],
      ties.weightAuthor[row],
      ties.weightPaper[row],
      tiePapers(dataset, incidence, row).join(" "),
    ]);
    const [source, target] = [authors.authorId[ties.a[row]], authors.authorId[ties.b[row]]].map(xmlText);
    yield `<edge id="${row}" source="${source}" target="${target}" weight="${weight[row]}">${values}</edge>\n`;
  }
}

/** What is absent is left out: GEXF has no null. */
function attvalues(values: readonly (string | number | boolean | null)[]): string {
  const each = values.map((value, id) =>
    value === null ? "" : `<attvalue for="${id}" value="${xmlText(String(value))}"/>`,
  );
  return `<attvalues>${each.join("")}</attvalues>`;
}

/** XML 1.0 has no way at all to write these: C0 controls but tab and line ends, lone surrogates, U+FFFE, U+FFFF. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
  ["\t", "&#9;"],
  ["\n", "&#10;"],
  ["\r", "&#13;"],
]);

/** Text fit for an attribute of XML 1.0. */
export function xmlText(text: string): string {
  return text.replace(NOT_XML, "").replace(/[&<>"'\t\n\r]/g, (character) => ESCAPED.get(character) ?? "");
}
