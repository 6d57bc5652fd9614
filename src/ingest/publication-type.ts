/** What databases call a publication, by BibTeX's word for it, which is what records of BibTeX files have. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    article:
      "article|journal article|jour|journal|mgzn|magazine article|newspaper article|ejour|j|early access article|ar|re",
    inproceedings:
      "conference paper|proceedings paper|conference|conf|cpaper|ieee conferences|conference proceedings|c|cp",
    incollection: "book chapter|chapter|book section|chap|echap|ch",
    book: "book|ebook|edited book|edbook|b|monograph",
    phdthesis: "thesis|thes|dissertation|phd thesis",
    techreport: "report|rprt|technical report",
    preprint: "preprint|posted content",
    unpublished: "unpublished|unpb|unpublished work|manuscript",
    patent: "patent|pat|p",
    dataset: "dataset|data|aggr",
    misc: "generic|gen|other|-",
  }).flatMap(([word, names]) => names.split("|").map((name) => [name, word] as const)),
);

/** BibTeX's word for a type, else the source's own in lower case; undefined for no text. */
export function publicationType(text: string | undefined): string | undefined {
  const name = text?.trim().toLowerCase() ?? "";
  return name === "" ? undefined : (TYPES.get(name) ?? name);
}
