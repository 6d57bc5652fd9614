import fc from "fast-check";
import { expect, test } from "vitest";
import { paperLinks, safeUrl } from "../../src/scene/links.ts";
import { smallDataset } from "./small-dataset.ts";

const HOSTILE = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "\u0000javascript:alert(1)",
  "\u200bjavascript:alert(1)",
  "javascript&colon;alert(1)",
  "javascript://example.org/%0aalert(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD4=",
  "vbscript:msgbox(1)",
  "blob:https://example.org/1",
  "file:///etc/passwd",
  "ftp://example.org/",
  "about:blank",
  "//example.org/",
  "/data/manifest.json",
  "example.org",
  "https:example.org",
  "https:///",
  "https://",
  "http:\\\\example.org",
  "https://arxiv.org@evil.example/",
  "https://user:secret@example.org/",
  "https://exa mple.org/",
  "view-source:https://example.org",
  "",
  " ",
  "#",
];

test.each(HOSTILE)("%j is text, not a link", (text) => {
  expect(safeUrl(text)).toBeNull();
});

test("http and https addresses are links, whatever invisible signs stand around them", () => {
  expect(safeUrl("\u200b\thttps://example.org/\u0000")).toBe("https://example.org/");
  expect(safeUrl("https://aclanthology.org/P19-1023")).toBe("https://aclanthology.org/P19-1023");
  expect(safeUrl(" HTTP://example.org/a b ")).toBe("http://example.org/a%20b");
});

test("whatever the text, a link leads to http or https on a host", () => {
  const pieces = fc.constantFrom(
    "javascript:",
    "data:",
    "https://",
    "http:",
    "//",
    "\t",
    "\u200b",
    "@",
    "a",
    "evil.org",
    "<",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.webUrl(),
    fc.array(pieces).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const href = safeUrl(text);
      if (href === null) return;
      const url = new URL(href);
      expect(["http:", "https:"]).toContain(url.protocol);
      expect(url.hostname).not.toBe("");
      expect(url.username + url.password).toBe("");
      expect(safeUrl(href)).toBe(href);
    }),
    { numRuns: 2000 },
  );
});

test("an identifier never leads to another host than its registry's", () => {
  const { papers } = smallDataset();
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (id) => {
      const links = paperLinks(
        { ...papers, arxiv: [id], doi: [id], acl: [id], pmid: [id], openalex: [id], url: [null] },
        0,
      );
      for (const { host } of links) {
        expect(["arxiv.org", "doi.org", "aclanthology.org", "pubmed.ncbi.nlm.nih.gov", "openalex.org"]).toContain(host);
      }
    }),
  );
});

test("each host is linked once, and slashes of arXiv ids and DOIs stay", () => {
  const { papers } = smallDataset();
  const links = paperLinks(
    {
      ...papers,
      arxiv: ["astro-ph/9204001"],
      doi: ["10.1007/978-3-031-19803-8_39"],
      acl: ["P19-1023"],
      url: ["https://aclanthology.org/P19-1023.pdf"],
    },
    0,
  );
  expect(links.map(({ href }) => href)).toEqual([
    "https://arxiv.org/abs/astro-ph/9204001",
    "https://doi.org/10.1007/978-3-031-19803-8_39",
    "https://aclanthology.org/P19-1023",
  ]);
});
