import { partialDate } from "./calendar.ts";
import { canonicalArxiv, canonicalDoi } from "./canonical-ids.ts";
import { addGroup, isGroupName } from "./group-name.ts";
import { latexToText } from "./latex/latex-text.ts";
import { shown } from "./record-draft.ts";
import { type Skipped, xmlReader } from "./xml/xml-reader.ts";
import { childOf, childrenOf, textOf } from "./xml/xml-tree.ts";

const ERRORS: Skipped = { code: "answer-errors", what: "error messages of arXiv", severity: "warning" };

/** What arXiv's interface answers: an Atom feed with one entry a paper. */
export const arxivAtom = xmlReader({
  format: "arxiv-atom",
  elements: { records: new Set(["entry"]) },
  detects: ({ elements, text }) =>
    (elements[0] === "feed" || elements[0] === "entry") && /arxiv\.org\/(?:abs|api|schemas)/.test(text),
  open: () => ({
    record(entry, draft, doubt) {
      const id = textOf(childOf(entry, "id"))?.trim() ?? "";
      if (id.includes("/api/errors")) return ERRORS;
      draft.ids.arxiv = canonicalArxiv(id);
      if (draft.ids.arxiv === undefined) doubt("identifier-unreadable", `“${shown(id)}” is no arXiv id.`);
      else draft.url = `https://arxiv.org/abs/${draft.ids.arxiv}`;
      draft.ids.doi = canonicalDoi(textOf(childOf(entry, "arxiv:doi")) ?? "");
      draft.title = plain(textOf(childOf(entry, "title")));
      draft.abstract = plain(textOf(childOf(entry, "summary")));
      const date = partialDate(textOf(childOf(entry, "published")) ?? "");
      draft.date = date?.date;
      draft.year = date?.year;
      draft.venue = textOf(childOf(entry, "arxiv:journal_ref"));
      draft.type = "preprint";
      draft.keywords = childrenOf(entry, "category").map(({ attributes }) => attributes.term ?? "");
      for (const author of childrenOf(entry, "author")) {
        const name = plain(textOf(childOf(author, "name")));
        if (name === undefined) continue;
        if (isGroupName(name)) addGroup(draft, name);
        else {
          const affiliations = childrenOf(author, "arxiv:affiliation").map((one) => textOf(one) ?? "");
          draft.authors.push({ name, affiliations });
        }
      }
      return undefined;
    },
  }),
});

/** arXiv has LaTeX in titles and names, mostly for accents. */
function plain(text: string | undefined): string | undefined {
  return text === undefined ? undefined : latexToText(text);
}
