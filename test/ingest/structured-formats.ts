/** The fixtures of the formats in XML and JSON, and what each is. */
export const STRUCTURED_FIXTURES: readonly (readonly [file: string, format: string])[] = [
  ["happy-pubmed.xml", "pubmed-xml"],
  ["nasty-pubmed.xml", "pubmed-xml"],
  ["happy-dblp.xml", "dblp-xml"],
  ["nasty-dblp.xml", "dblp-xml"],
  ["dblp-hits.xml", "dblp-xml"],
  ["happy-arxiv-atom.xml", "arxiv-atom"],
  ["nasty-arxiv-atom.xml", "arxiv-atom"],
  ["happy-acl.xml", "acl-xml"],
  ["nasty-acl.xml", "acl-xml"],
  ["happy-endnote.xml", "endnote-xml"],
  ["nasty-endnote.xml", "endnote-xml"],
  ["happy-openalex.json", "openalex"],
  ["nasty-openalex.jsonl", "openalex"],
  ["happy-crossref.json", "crossref"],
  ["nasty-crossref.json", "crossref"],
  ["happy-s2.json", "semantic-scholar"],
  ["nasty-s2.jsonl", "semantic-scholar"],
  ["happy-csl.json", "csl-json"],
  ["nasty-csl.json", "csl-json"],
  ["happy-arxiv.jsonl", "arxiv-jsonl"],
  ["nasty-arxiv.jsonl", "arxiv-jsonl"],
  ["happy-generic.json", "json"],
  ["nasty-generic.jsonl", "json"],
];

export const STRUCTURED_FORMATS: ReadonlySet<string> = new Set(STRUCTURED_FIXTURES.map(([, format]) => format));
