import { createRequire } from "node:module";

/** The little that is used of citation-js, which has no types: a text in, CSL-JSON out. */
interface CitationJs {
  readonly plugins: {
    readonly input: { chain(text: string, options: { readonly generateGraph: boolean }): readonly unknown[] };
  };
}

/** How many entries citation-js finds in a text of BibTeX or RIS. It is loaded on the first call. */
export function entriesByCitationJs(text: string): number {
  const require = createRequire(import.meta.url);
  const { plugins } = require("@citation-js/core") as CitationJs;
  require("@citation-js/plugin-bibtex");
  require("@citation-js/plugin-ris");
  return plugins.input.chain(text, { generateGraph: false }).length;
}
