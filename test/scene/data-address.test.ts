import fc from "fast-check";
import { expect, test } from "vitest";
import { dataAddress } from "../../src/scene/data-address.ts";

const BASE = "https://example.org/maps/index.html?data=x#at=1";

test("without ?data= the dataset lies beside the page", () => {
  for (const search of ["", "?", "?data=", "?data=%20", "?other=1"]) {
    expect(dataAddress(search, BASE)).toEqual({ kind: "dataset", folder: "https://example.org/maps/data/" });
  }
});

test.each([
  ["mine/", "https://example.org/maps/mine/"],
  ["mine", "https://example.org/maps/mine/"],
  ["../other/manifest.json", "https://example.org/other/"],
  ["/top/data/", "https://example.org/top/data/"],
  ["https://example.org/mine/", "https://example.org/mine/"],
])("?data=%s is the dataset at %s", (given, folder) => {
  expect(dataAddress(`?data=${encodeURIComponent(given)}`, BASE)).toEqual({ kind: "dataset", folder });
});

test.each([
  ["papers.bib", "https://example.org/maps/papers.bib", "papers.bib"],
  ["../a%20b.ris", "https://example.org/a%20b.ris", "a b.ris"],
  ["x.bib?v=2#y", "https://example.org/maps/x.bib?v=2", "x.bib"],
])("?data=%s is the bibliography at %s", (given, url, name) => {
  expect(dataAddress(`?data=${encodeURIComponent(given)}`, BASE)).toEqual({ kind: "file", url, name });
});

test.each([
  "https://evil.example/papers.bib",
  "//evil.example/data/",
  "http://example.org/papers.bib",
  "https://example.org:8443/papers.bib",
  "https://example.org@evil.example/",
  "https://me:secret@example.org/papers.bib",
  "javascript:alert(1)",
  "data:text/plain,@misc{a}",
  "blob:https://example.org/1",
  "file:///etc/passwd",
  "\\\\evil.example\\data",
  "http://[",
])("?data=%s is refused in a sentence", (given) => {
  const address = dataAddress(`?data=${encodeURIComponent(given)}`, BASE);
  expect(address.kind).toBe("refused");
  if (address.kind === "refused") expect(address.reason).toMatch(/^“.*” .*\.$/s);
});

test("whatever is asked for, nothing of another origin is opened, and nothing throws", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl()), (given) => {
      const address = dataAddress(`?data=${encodeURIComponent(given.toWellFormed())}`, BASE);
      if (address.kind === "dataset")
        expect(address.folder).toMatch(/^https:\/\/example\.org\/.*\/$|^https:\/\/example\.org\/$/);
      if (address.kind === "file") expect(address.url).toMatch(/^https:\/\/example\.org\//);
    }),
    { numRuns: 2_000 },
  );
});
