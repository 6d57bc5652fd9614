import type { WrittenFormat } from "./formats.ts";
import type { InventedPaper } from "./papers.ts";

function jsonLines(format: string, object: (paper: InventedPaper, at: number) => object): WrittenFormat {
  return {
    format,
    extension: "jsonl",
    begin: "",
    record: (paper, at) => `${JSON.stringify(object(paper, at))}\n`,
    end: "",
  };
}

function jsonList(
  format: string,
  begin: string,
  object: (paper: InventedPaper, at: number) => object,
  end: string,
): WrittenFormat {
  return {
    format,
    extension: "json",
    begin,
    record: (paper, at) => `${at === 0 ? "" : ",\n"}${JSON.stringify(object(paper, at))}`,
    end,
  };
}

const byName = ({ authors }: InventedPaper) => authors.map(({ given, family }) => `${given} ${family}`);

/** Where each word of an abstract stands: OpenAlex gives no text. */
function positionsOf(abstract: string): Record<string, number[]> {
  const positions = new Map<string, number[]>();
  for (const [at, word] of abstract.split(" ").entries()) {
    const list = positions.get(word);
    if (list === undefined) positions.set(word, [at]);
    else list.push(at);
  }
  return Object.fromEntries(positions);
}

/** JSON Lines, lists, and lists in an envelope. */
export const JSON_FORMATS: readonly WrittenFormat[] = [
  jsonLines("openalex", (paper) => ({
    id: `https://openalex.org/W${paper.number + 1}`,
    doi: `https://doi.org/${paper.doi}`,
    display_name: paper.title,
    publication_year: paper.year,
    type: "article",
    cited_by_count: 3,
    primary_location: { source: { display_name: paper.venue } },
    authorships: byName(paper).map((name, i) => ({
      author: { id: `https://openalex.org/A${i + 1}`, display_name: name },
      institutions: [{ id: "https://openalex.org/I1", display_name: "University of Tests" }],
    })),
    abstract_inverted_index: positionsOf(paper.abstract),
  })),
  jsonLines("arxiv-jsonl", (paper, at) => ({
    id: `${String(7 + Math.floor(at / 1_200_000)).padStart(2, "0")}${String(1 + (Math.floor(at / 100_000) % 12)).padStart(2, "0")}.${String(at % 100_000).padStart(5, "0")}`,
    submitter: "Ada",
    authors: byName(paper).join(", "),
    title: paper.title,
    "journal-ref": paper.venue,
    doi: paper.doi,
    categories: "cs.XX",
    abstract: `  ${paper.abstract}\n`,
    versions: [{ version: "v1", created: "Mon, 2 Apr 2007 19:18:42 GMT" }],
    update_date: `${Math.max(paper.year, 1991)}-11-26`,
    authors_parsed: paper.authors.map(({ given, family }) => [family, given, ""]),
  })),
  jsonLines("semantic-scholar", (paper, at) => ({
    paperId: `p${at}`,
    externalIds: { DOI: paper.doi, CorpusId: at },
    title: paper.title,
    abstract: paper.abstract,
    venue: paper.venue,
    year: paper.year,
    authors: byName(paper).map((name, i) => ({ authorId: String(i), name })),
  })),
  jsonList(
    "crossref",
    '{"status":"ok","message-type":"work-list","message":{"total-results":1,"items":[',
    (paper) => ({
      DOI: paper.doi,
      type: "journal-article",
      title: [paper.title],
      "container-title": [paper.venue],
      author: paper.authors.map(({ given, family }) => ({ given, family, sequence: "first", affiliation: [] })),
      issued: { "date-parts": [[paper.year, 3]] },
      abstract: `<jats:p>${paper.abstract}</jats:p>`,
      "is-referenced-by-count": 3,
      "reference-count": 0,
      URL: `http://dx.doi.org/${paper.doi}`,
    }),
    "]}}\n",
  ),
  jsonList(
    "csl-json",
    "[\n",
    (paper, at) => ({
      id: `item${at}`,
      type: "article-journal",
      title: paper.title,
      "container-title": paper.venue,
      DOI: paper.doi,
      author: paper.authors,
      issued: { "date-parts": [[paper.year]] },
      abstract: paper.abstract,
    }),
    "\n]\n",
  ),
  jsonList(
    "json",
    "[\n",
    (paper) => ({
      Title: paper.title,
      authors: byName(paper),
      year: paper.year,
      doi: paper.doi,
      journal: { name: paper.venue },
      keywords: paper.keywords,
      abstract: paper.abstract,
    }),
    "\n]\n",
  ),
];
