import { aclAuthorPage } from "./acl-author-page.ts";
import { aclXml } from "./acl-xml.ts";
import { arxivAtom } from "./arxiv-atom.ts";
import { arxivAuthorListing } from "./arxiv-author-listing.ts";
import { arxivJsonl } from "./arxiv-jsonl.ts";
import { arxivListing } from "./arxiv-listing.ts";
import { bibtex } from "./bibtex/bibtex.ts";
import { crossref } from "./crossref.ts";
import { cslJson } from "./csl-json.ts";
import { delimited } from "./csv/delimited.ts";
import { scopus } from "./csv/scopus.ts";
import { wosTab } from "./csv/wos-tab.ts";
import { dblpXml } from "./dblp-xml.ts";
import { endnoteXml } from "./endnote-xml.ts";
import { genericJson } from "./generic-json.ts";
import { openalex } from "./openalex.ts";
import { pubmedXml } from "./pubmed-xml.ts";
import type { Reader } from "./reader.ts";
import { semanticScholar } from "./semantic-scholar.ts";
import { nbib } from "./tagged/nbib.ts";
import { ovid } from "./tagged/ovid.ts";
import { refer } from "./tagged/refer.ts";
import { ris } from "./tagged/ris.ts";
import { wos } from "./tagged/wos.ts";

/** Every format that is read. The first that detects a file reads it, so the more particular stand first. */
export const READERS: readonly Reader[] = [
  pubmedXml,
  dblpXml,
  arxivAtom,
  aclXml,
  endnoteXml,
  openalex,
  crossref,
  semanticScholar,
  cslJson,
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
  wosTab,
  scopus,
  delimited,
  genericJson,
];
