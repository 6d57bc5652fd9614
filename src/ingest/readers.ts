import { aclAuthorPage } from "./acl-author-page.ts";
import { aclXml } from "./acl-xml.ts";
import { arxivAtom } from "./arxiv-atom.ts";
import { arxivAuthorListing } from "./arxiv-author-listing.ts";
import { arxivJsonl } from "./arxiv-jsonl.ts";
import { arxivListing } from "./arxiv-listing.ts";
import { bibtex } from "./bibtex/bibtex.ts";
import { crossref } from "./crossref.ts";
import { cslJson, cslJsonById } from "./csl-json.ts";
import type { Column } from "./csv/columns.ts";
import { delimited, delimitedBy } from "./csv/delimited.ts";
import { scopus } from "./csv/scopus.ts";
import { wosTab } from "./csv/wos-tab.ts";
import { dblpXml } from "./dblp-xml.ts";
import { endnoteXml } from "./endnote-xml.ts";
import { genericJson, genericJsonBy } from "./generic-json.ts";
import { gexf } from "./given-network/gexf.ts";
import { graphml } from "./given-network/graphml.ts";
import { pajek } from "./given-network/pajek.ts";
import { vosviewerJson } from "./given-network/vosviewer-json.ts";
import { vosviewerMap } from "./given-network/vosviewer-map.ts";
import { vosviewerNetwork } from "./given-network/vosviewer-network.ts";
import { openalex } from "./openalex.ts";
import { pubmedXml } from "./pubmed-xml.ts";
import type { Reader } from "./reader.ts";
import { semanticScholar } from "./semantic-scholar.ts";
import { nbib } from "./tagged/nbib.ts";
import { ovid } from "./tagged/ovid.ts";
import { refer } from "./tagged/refer.ts";
import { ris } from "./tagged/ris.ts";
import { wos } from "./tagged/wos.ts";

/** The formats of ready networks: files without records. */
export const NETWORK_READERS: readonly Reader[] = [gexf, graphml, vosviewerJson, pajek, vosviewerMap, vosviewerNetwork];

/** Every format that is read. The first that detects a file reads it, so the more particular stand first. */
export const READERS: readonly Reader[] = [
  pubmedXml,
  dblpXml,
  arxivAtom,
  aclXml,
  endnoteXml,
  gexf,
  graphml,
  vosviewerJson,
  openalex,
  crossref,
  semanticScholar,
  cslJson,
  cslJsonById,
  arxivJsonl,
  arxivAuthorListing,
  arxivListing,
  aclAuthorPage,
  nbib,
  ris,
  wos,
  refer,
  ovid,
  bibtex,
  pajek,
  vosviewerMap,
  wosTab,
  scopus,
  delimited,
  vosviewerNetwork,
  genericJson,
];

/** The same, where the user has named columns of the tables and keys of the JSON that no database is known by. */
export function readersFor(columns: ReadonlyMap<Column, string> | undefined): readonly Reader[] {
  if (columns === undefined) return READERS;
  const replaced = new Map<Reader, Reader>([
    [delimited, delimitedBy(columns)],
    [genericJson, genericJsonBy(columns)],
  ]);
  return READERS.map((reader) => replaced.get(reader) ?? reader);
}
