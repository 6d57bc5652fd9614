/** What a column of a table can hold of a record. */
export const COLUMNS = [
  "title",
  "authors",
  "fullNames",
  "authorIds",
  "orcids",
  "affiliations",
  "editors",
  "year",
  "date",
  "venue",
  "type",
  "doi",
  "arxiv",
  "acl",
  "pmid",
  "openalex",
  "abstract",
  "keywords",
  "url",
  "citations",
] as const;

export type Column = (typeof COLUMNS)[number];

/** How an author cell is cut; `guess` looks at each cell. */
export type NameStyle = "guess" | "pubmed" | "glued" | "scopus";

/** Which columns of a header hold what, best first. */
export interface ColumnMapping {
  /** The database whose table this is; undefined where the columns were guessed or given. */
  readonly name?: string;
  readonly columns: ReadonlyMap<Column, readonly number[]>;
  readonly names: NameStyle;
}

/** A database's table: known by these columns, its columns by their names. Names are compared by `headerKey`. */
interface NamedMapping {
  readonly name: string;
  readonly signature: readonly string[];
  readonly columns: Readonly<Partial<Record<Column, string>>>;
  readonly names?: NameStyle;
}

const NAMED: readonly NamedMapping[] = [
  {
    name: "Dimensions",
    signature: ["Publication ID", "Title", "PubYear", "Authors"],
    columns: {
      title: "Title",
      authors: "Authors",
      year: "PubYear",
      date: "Publication Date|Publication date (online)|Publication date (print)",
      venue: "Source title|Source title/Anthology title|Anthology title",
      type: "Publication Type",
      doi: "DOI",
      pmid: "PMID",
      arxiv: "arXiv ID",
      abstract: "Abstract",
      keywords: "MeSH terms",
      url: "Source Linkout|Dimensions URL",
      citations: "Times cited",
    },
  },
  {
    name: "Lens",
    signature: ["Lens ID", "Title", "Author/s"],
    columns: {
      title: "Title",
      authors: "Author/s",
      year: "Publication Year",
      date: "Date Published",
      venue: "Source Title",
      type: "Publication Type",
      doi: "DOI",
      pmid: "PMID",
      abstract: "Abstract",
      keywords: "Keywords|MeSH Terms",
      url: "External URL|Source URLs",
      citations: "Citing Works Count",
    },
  },
  {
    name: "PubMed",
    signature: ["PMID", "Title", "Authors", "Citation", "Journal/Book"],
    columns: {
      title: "Title",
      authors: "Authors",
      year: "Publication Year",
      venue: "Journal/Book",
      doi: "DOI",
      pmid: "PMID",
    },
    names: "pubmed",
  },
  {
    name: "Embase",
    signature: ["Title", "Author Names", "Source", "Emtree Medical Index Terms"],
    columns: {
      title: "Title",
      authors: "Author Names",
      editors: "Editors",
      date: "Source",
      venue: "Source",
      abstract: "Abstract",
      keywords: "keywords",
      url: "Full Text Link|Embase Link|Open URL Link",
      doi: "DOI",
      pmid: "Medline PMID",
    },
  },
  {
    name: "IEEE Xplore",
    signature: ["Document Title", "Authors", "Publication Title", "Publication Year"],
    columns: {
      title: "Document Title",
      authors: "Authors",
      affiliations: "Author Affiliations",
      year: "Publication Year",
      venue: "Publication Title",
      type: "Document Identifier",
      doi: "DOI",
      abstract: "Abstract",
      keywords: "Author Keywords",
      url: "PDF Link",
      citations: "Article Citation Count",
    },
  },
  {
    name: "Springer",
    signature: ["Item Title", "Publication Title", "Item DOI", "Authors"],
    columns: {
      title: "Item Title",
      authors: "Authors",
      year: "Publication Year",
      venue: "Publication Title|Book Series Title",
      type: "Content Type",
      doi: "Item DOI",
      url: "URL",
    },
    names: "glued",
  },
];

/** The columns of Scopus; what its header must have is said elsewhere. */
const SCOPUS: Readonly<Partial<Record<Column, string>>> = {
  title: "Title",
  authors: "Authors",
  fullNames: "Author full names",
  authorIds: "Author(s) ID",
  affiliations: "Authors with affiliations",
  editors: "Editors",
  year: "Year",
  venue: "Source title",
  type: "Document Type",
  doi: "DOI",
  pmid: "PubMed ID",
  abstract: "Abstract",
  keywords: "Author Keywords|Index Keywords",
  url: "Link",
  citations: "Cited by",
};

export function scopusMapping(header: readonly string[]): ColumnMapping {
  return { name: "Scopus", columns: columnsAt(placesOf(header), SCOPUS), names: "scopus" };
}

/** What columns of tables are called that no database made; in order of preference within one. */
const GUESSES: Readonly<Partial<Record<Column, string>>> = {
  title: "title|document title|article title|paper title|item title|publication title|paper|titel|titre|titulo",
  authors:
    "authors|author|author names|author s|author name|authors names|author list|creators|creator|names|autoren|auteurs|autores",
  orcids: "orcids|orcid|author orcids",
  affiliations: "affiliations|affiliation|author affiliations",
  editors: "editors|editor",
  year: "year|publication year|pub year|pubyear|py|published year|jahr|annee|ano",
  date: "date|publication date|published|date published|pub date|cover date|issued",
  venue:
    "journal|source title|venue|publication|publication venue|journal book|journal title|booktitle|book title|publication name|source name|conference|container title",
  type: "type|document type|publication type|item type|content type",
  doi: "doi|item doi|digital object identifier",
  arxiv: "arxiv|arxiv id|arxivid",
  acl: "acl|acl id|anthology id",
  pmid: "pmid|pubmed id|pubmedid",
  openalex: "openalex|openalex id|openalexid",
  abstract: "abstract|abstract note|summary|description",
  keywords: "keywords|author keywords|manual tags|tags|index keywords|subjects",
  url: "url|link|urls|external url|source url|web address",
  citations: "cited by|citations|times cited|citation count|cited by count|citationcount|n citations|cites",
};

/** A column's name as it is compared: "Author(s) ID" and "author s id" are one. */
export function headerKey(name: string): string {
  return name
    .slice(0, 200)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The mapping that a header asks for: a database's own, or guessed by names. Undefined where it is no header of papers. */
export function mappingOf(header: readonly string[]): ColumnMapping | undefined {
  const places = placesOf(header);
  for (const { name, signature, columns, names } of NAMED) {
    if (!signature.every((column) => places.has(headerKey(column)))) continue;
    return { name, columns: columnsAt(places, columns), names: names ?? "guess" };
  }
  const columns = columnsAt(places, GUESSES);
  const known = columns.has("title") ? columns.size >= 2 : columns.has("authors") && columns.size >= 3;
  return known ? { columns, names: "guess" } : undefined;
}

/** The mapping where the user names columns; what is not named is guessed. Undefined where one of them is missing. */
export function givenMapping(header: readonly string[], given: ReadonlyMap<Column, string>): ColumnMapping | undefined {
  const places = placesOf(header);
  const columns = new Map(columnsAt(places, GUESSES));
  for (const [column, name] of given) {
    const at = places.get(headerKey(name));
    if (at === undefined) return undefined;
    columns.set(column, [at]);
  }
  return { columns, names: "guess" };
}

/** Where each column stands; of two with one name the first. */
function placesOf(header: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [at, name] of header.entries()) {
    const key = headerKey(name);
    if (key !== "" && !places.has(key)) places.set(key, at);
  }
  return places;
}

function columnsAt(
  places: ReadonlyMap<string, number>,
  names: Readonly<Partial<Record<Column, string>>>,
): Map<Column, number[]> {
  const columns = new Map<Column, number[]>();
  for (const column of COLUMNS) {
    const found = (names[column]?.split("|") ?? [])
      .map((name) => places.get(headerKey(name)))
      .filter((at) => at !== undefined);
    if (found.length === 0) continue;
    columns.set(column, found);
  }
  return columns;
}
