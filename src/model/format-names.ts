/** What people call the formats; files and programs have the codes, which are the keys. */
export const FORMAT_NAMES: ReadonlyMap<string, string> = new Map([
  ["pubmed-xml", "PubMed XML"],
  ["dblp-xml", "dblp XML"],
  ["arxiv-atom", "arXiv Atom"],
  ["acl-xml", "ACL Anthology XML"],
  ["endnote-xml", "EndNote XML"],
  ["openalex", "OpenAlex"],
  ["crossref", "Crossref"],
  ["semantic-scholar", "Semantic Scholar"],
  ["csl-json", "CSL-JSON"],
  ["arxiv-jsonl", "arXiv metadata"],
  ["arxiv-author-listing", "arXiv author listing"],
  ["arxiv-listing", "arXiv abstracts and listings"],
  ["acl-author-page", "ACL Anthology author page"],
  ["nbib", "PubMed/MEDLINE"],
  ["ris", "RIS"],
  ["wos", "Web of Science plain text"],
  ["refer", "EndNote refer"],
  ["ovid", "Embase/Ovid tagged text"],
  ["bibtex", "BibTeX"],
  ["wos-tab", "Web of Science tab-delimited"],
  ["scopus-csv", "Scopus CSV"],
  ["csv", "CSV or TSV"],
  ["json", "JSON"],
  ["gexf", "GEXF"],
  ["graphml", "GraphML"],
  ["vosviewer-json", "VOSviewer JSON"],
  ["vosviewer-map", "VOSviewer map"],
  ["vosviewer-network", "VOSviewer network"],
  ["pajek", "Pajek"],
]);

/** "BibTeX" for "bibtex"; a code that nobody knows, as a dataset of another version may hold, stays as it is. */
export function formatName(format: string): string {
  return FORMAT_NAMES.get(format) ?? format;
}
