import { expect, test } from "vitest";
import {
  addIdsOfUrl,
  canonicalAcl,
  canonicalArxiv,
  canonicalDoi,
  canonicalOpenalex,
  canonicalOrcid,
  canonicalPmid,
  type MutableIdentifiers,
  settledIds,
} from "../../src/ingest/canonical-ids.ts";

test.each([
  ["10.1007/978-3-031-19803-8_39", "10.1007/978-3-031-19803-8_39"],
  ["https://doi.org/10.1000/ABC", "10.1000/abc"],
  ["doi: 10.1000/a\\_b.", "10.1000/a_b"],
  ["http://dx.doi.org/10.1002/(SICI)1%3C1::AID%3E3", "10.1002/(sici)1<1::aid>3"],
  ["10.1000/", undefined],
  ["none", undefined],
])("the DOI in “%s” is %s", (text, id) => {
  expect(canonicalDoi(text)).toBe(id);
});

test.each([
  ["2404.01954", "2404.01954"],
  ["arXiv:2404.01954v3", "2404.01954"],
  ["https://arxiv.org/pdf/0704.0001v2.pdf", "0704.0001"],
  ["0704.0001 [hep-ph]", "0704.0001"],
  ["astro-ph/9204001", "astro-ph/9204001"],
  ["math.GT/0309136v1", "math/0309136"],
  ["1234", undefined],
])("the arXiv id in “%s” is %s", (text, id) => {
  expect(canonicalArxiv(text)).toBe(id);
});

test("the other schemes have one form each", () => {
  expect(canonicalAcl("p19-1023")).toBe("P19-1023");
  expect(canonicalAcl("2022.ACL-long.1")).toBe("2022.acl-long.1");
  expect(canonicalAcl("2022")).toBeUndefined();
  expect(canonicalPmid("PMID: 012345")).toBe("12345");
  expect(canonicalPmid("PMC123")).toBeUndefined();
  expect(canonicalOpenalex("https://openalex.org/w123")).toBe("W123");
  expect(canonicalOrcid("https://orcid.org/0000-0002-1694-233x")).toBe("0000-0002-1694-233X");
});

test.each<[string, MutableIdentifiers]>([
  ["https://aclanthology.org/2021.emnlp-main.274/", { acl: "2021.emnlp-main.274" }],
  ["https://www.aclweb.org/anthology/P19-1023.pdf", { acl: "P19-1023" }],
  ["http://arxiv.org/abs/2404.01954v1?context=cs", { arxiv: "2404.01954" }],
  ["https://doi.org/10.1000/X", { doi: "10.1000/x" }],
  ["https://pubmed.ncbi.nlm.nih.gov/123/", { pmid: "123" }],
  ["https://openalex.org/W5", { openalex: "W5" }],
  ["https://evil.org/arxiv.org/abs/2404.01954", {}],
  ["javascript:alert(1)", {}],
])("the address %s names %o", (url, expected) => {
  const ids: MutableIdentifiers = {};
  addIdsOfUrl(ids, url);
  expect(ids).toEqual(expected);
});

test("a DOI that arXiv or the Anthology gave says their id, and arXiv's is no DOI", () => {
  expect(settledIds({ doi: "10.48550/arxiv.2404.01954" })).toEqual({ arxiv: "2404.01954" });
  expect(settledIds({ doi: "10.18653/v1/2021.emnlp-main.274" })).toEqual({
    doi: "10.18653/v1/2021.emnlp-main.274",
    acl: "2021.emnlp-main.274",
  });
});
