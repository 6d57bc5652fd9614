import type { PaperTable } from "../model/dataset.ts";

export interface Link {
  readonly label: string;
  readonly href: string;
  /** Shown beside the label, so that one sees where a link leads. */
  readonly host: string;
}

/** White space and controls that browsers would drop from a URL, so that `java\tscript:` is seen for what it is. */
const DROPPED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The address when it is http or https and names a host, else null: anything else is text, never a link. */
export function safeUrl(text: string): string | null {
  const trimmed = text.replace(DROPPED, "").trim();
  if (!/^https?:\/\//i.test(trimmed)) return null;
  try {
    const url = new URL(trimmed);
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    // A name before the host ("https://arxiv.org@evil.example") shows one host and leads to another.
    return url.hostname === "" || url.username !== "" || url.password !== "" ? null : url.href;
  } catch {
    return null;
  }
}

/** Where a paper can be read: arXiv, DOI, Anthology and the rest, then the address its record gave, each host once. */
export function paperLinks(papers: PaperTable, paper: number): Link[] {
  const candidates: [label: string, address: string | null][] = [
    ["arXiv", address("https://arxiv.org/abs/", papers.arxiv[paper])],
    ["DOI", address("https://doi.org/", papers.doi[paper])],
    ["Anthology", address("https://aclanthology.org/", papers.acl[paper])],
    ["PubMed", address("https://pubmed.ncbi.nlm.nih.gov/", papers.pmid[paper])],
    ["OpenAlex", address("https://openalex.org/", papers.openalex[paper])],
    ["Page", papers.url[paper]],
  ];
  const links: Link[] = [];
  for (const [label, text] of candidates) {
    const href = text === null ? null : safeUrl(text);
    if (href === null) continue;
    const { host } = new URL(href);
    if (!links.some((link) => link.host === host)) links.push({ label, href, host });
  }
  return links;
}

/** The identifier in the address of its own registry; slashes stay, since arXiv ids and DOIs have them. */
function address(base: string, id: string | null): string | null {
  return id === null ? null : base + id.split("/").map(encodeURIComponent).join("/");
}
