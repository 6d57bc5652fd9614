import type { Identifiers } from "../model/record.ts";

/** `Identifiers` while it is being filled. */
export type MutableIdentifiers = { -readonly [scheme in keyof Identifiers]: Identifiers[scheme] };

const DOI = /10\.\d{4,9}\/\S+/;
/** What may stand behind a DOI and is no part of it. */
const AROUND_DOI = ".,;\"'<>{}";
const ARXIV_NEW = /^(\d{4}\.\d{4,5})(?:v\d+)?$/i;
const ARXIV_OLD = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?\/(\d{7})(?:v\d+)?$/i;
const ACL = /^(?:[a-z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)$/i;
const ARXIV_DOI_PREFIX = "10.48550/arxiv.";
const ACL_DOI_PREFIXES = ["10.18653/v1/", "10.3115/v1/"];

/**
 * A DOI in lower case without resolver or label, or undefined where the text holds none. What a sentence or a LaTeX
 * author put around it (`\_`, a closing dot or comma) is dropped.
 */
export function canonicalDoi(text: string): string | undefined {
  const plain = decodePercent(text);
  const found = DOI.exec(plain.includes("\\") ? plain.replaceAll("\\", "") : plain);
  if (found === null) return undefined;
  let doi = found[0].toLowerCase();
  while (AROUND_DOI.includes(doi[doi.length - 1])) doi = doi.slice(0, -1);
  return doi.indexOf("/") === doi.length - 1 ? undefined : doi;
}

/** An arXiv id without version, and without the subject class that old ids may carry: `math/0309136`. */
export function canonicalArxiv(text: string): string | undefined {
  const id = text
    .trim()
    .replace(/^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html|format)\//i, "")
    .replace(/^arxiv:\s*/i, "")
    .replace(/\.pdf$/i, "")
    // An id may be followed by its class: `0704.0001 [hep-ph]`.
    .split(/\s/, 1)[0];
  const modern = ARXIV_NEW.exec(id);
  if (modern !== null) return modern[1];
  const old = ARXIV_OLD.exec(id);
  return old === null ? undefined : `${old[1].toLowerCase()}/${old[2]}`;
}

/** An ACL Anthology id: `P19-1023` with a capital, `2022.acl-long.1` in lower case. */
export function canonicalAcl(text: string): string | undefined {
  const id = text.trim();
  if (!ACL.test(id)) return undefined;
  return /^\d/.test(id) ? id.toLowerCase() : id.toUpperCase();
}

/** A PubMed id: its digits. */
export function canonicalPmid(text: string): string | undefined {
  return /^(?:pmid:?\s*)?0*(\d{1,9})$/i.exec(text.trim())?.[1];
}

/** An OpenAlex id of a work: `W` and digits. */
export function canonicalOpenalex(text: string): string | undefined {
  return /^(?:https?:\/\/openalex\.org\/)?(w\d{1,12})$/i.exec(text.trim())?.[1].toUpperCase();
}

/** An ORCID iD: `0000-0002-1825-0097`. */
export function canonicalOrcid(text: string): string | undefined {
  return /^(?:https?:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dx])$/i.exec(text.trim())?.[1].toUpperCase();
}

/** Adds to `ids` what `url` says about the paper; what is there already stays. */
export function addIdsOfUrl(ids: MutableIdentifiers, url: string): void {
  const [, host = "", path = ""] = /^https?:\/\/([^/\s]+)\/(\S*)$/i.exec(url.trim()) ?? [];
  const site = host.toLowerCase().replace(/^www\./, "");
  if (site === "arxiv.org" || site === "export.arxiv.org") {
    ids.arxiv ??= canonicalArxiv(url.split(/[?#]/, 1)[0]);
  } else if (site === "doi.org" || site === "dx.doi.org") {
    ids.doi ??= canonicalDoi(path);
  } else if (site === "aclanthology.org" || site === "aclweb.org" || site === "aclanthology.info") {
    const last = path
      .split(/[?#]/, 1)[0]
      .split("/")
      .findLast((part) => part !== "");
    ids.acl ??= canonicalAcl((last ?? "").replace(/\.(?:pdf|bib)$/i, ""));
  } else if (site === "pubmed.ncbi.nlm.nih.gov") {
    ids.pmid ??= canonicalPmid(path.split("/", 1)[0]);
  } else if (site === "openalex.org") {
    ids.openalex ??= canonicalOpenalex(path);
  }
}

/**
 * The identifiers with what a DOI says about other schemes: a DOI that arXiv gave is the arXiv id and no DOI (else a
 * preprint and its printed paper would seem to have two DOIs), a DOI of the Anthology holds the Anthology id.
 */
export function settledIds(given: MutableIdentifiers): Identifiers {
  let { acl, arxiv, doi } = given;
  if (doi?.startsWith(ARXIV_DOI_PREFIX)) {
    arxiv ??= canonicalArxiv(doi.slice(ARXIV_DOI_PREFIX.length));
    doi = undefined;
  } else if (doi !== undefined && acl === undefined) {
    for (const prefix of ACL_DOI_PREFIXES) if (doi.startsWith(prefix)) acl ??= canonicalAcl(doi.slice(prefix.length));
  }
  // Made anew rather than deleted from: an object that lost a key takes several times the memory.
  const ids: MutableIdentifiers = {};
  if (acl !== undefined) ids.acl = acl;
  if (arxiv !== undefined) ids.arxiv = arxiv;
  if (doi !== undefined) ids.doi = doi;
  if (given.pmid !== undefined) ids.pmid = given.pmid;
  if (given.openalex !== undefined) ids.openalex = given.openalex;
  return ids;
}

/** The schemes in the order in which a paper is named after them. */
export const SCHEMES = ["acl", "arxiv", "doi", "pmid", "openalex"] as const satisfies readonly (keyof Identifiers)[];

function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // "%" stands for itself in some DOIs; then nothing was encoded.
    return text;
  }
}
