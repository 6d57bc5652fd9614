import type { RecordAuthor } from "../model/record.ts";
import { dateOf, monthOf } from "./calendar.ts";
import { canonicalDoi, canonicalOrcid } from "./canonical-ids.ts";
import { latexToText } from "./latex/latex-text.ts";
import { type RecordDraft, shown } from "./record-draft.ts";
import { type XmlFile, xmlReader } from "./xml/xml-reader.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "./xml/xml-tree.ts";

/**
 * The metadata of the ACL Anthology, one collection a file. What a volume says of itself — its title, its date, its
 * editors — goes to each of its papers; front matter is no paper.
 */
export const aclXml = xmlReader({
  format: "acl-xml",
  elements: { records: new Set(["paper", "meta"]), context: new Set(["collection", "volume"]) },
  detects: ({ elements: [root, second], text }) =>
    root === "collection" && (second === "volume" || second === "event") && /<collection\s[^>]{0,200}\bid=/.test(text),
  open: openCollection,
});

interface Volume {
  readonly id: string;
  readonly journal: boolean;
  title?: string;
  year?: number;
  month?: number;
  editors?: RecordAuthor[];
}

function openCollection(): XmlFile {
  let collection = "";
  let volume: Volume = { id: "", journal: false };

  return {
    context({ name, attributes }) {
      if (name === "collection") collection = attributes.id ?? "";
      else volume = { id: attributes.id ?? "", journal: attributes.type === "journal" };
    },
    record(element, draft, doubt) {
      if (element.name === "meta") {
        readMeta(element, volume);
        return "part";
      }
      const number = element.attributes.id ?? "";
      draft.ids.acl = anthologyId(collection, volume.id, number);
      if (draft.ids.acl === undefined) {
        doubt("identifier-unreadable", `“${shown([collection, volume.id, number].join("-"))}” is no anthology id.`);
      } else draft.url = `https://aclanthology.org/${draft.ids.acl}/`;
      readPaper(element, draft, volume);
      return undefined;
    },
  };
}

/**
 * The canonical id of a paper (aclanthology.org/info/ids). New style, from 2020: `2022.acl-long.1`. Old style: a letter and
 * a year, then four digits: of these one for the volume (`P19-1023`), but two for workshops (W), C69 and the volumes of D19
 * from 5 on, which are EMNLP's workshops.
 */
export function anthologyId(collection: string, volume: string, paper: string): string | undefined {
  if (/^\d{4}\.[a-z0-9_]+$/i.test(collection) && /^[a-z0-9_]+$/i.test(volume) && /^\d+$/.test(paper)) {
    return `${collection}-${volume}.${paper}`.toLowerCase();
  }
  if (!/^[a-z]\d{2}$/i.test(collection) || !/^\d{1,2}$/.test(volume) || !/^\d{1,3}$/.test(paper)) return undefined;
  const letter = collection.toUpperCase();
  const wide = letter.startsWith("W") || letter === "C69" || (letter === "D19" && Number(volume) >= 5);
  const digits = wide ? 2 : 1;
  return `${letter}-${String(Number(volume)).padStart(digits, "0")}${String(Number(paper)).padStart(4 - digits, "0")}`;
}

function readMeta(meta: XmlElement, volume: Volume): void {
  const year = Number(textOf(childOf(meta, "year"))?.trim());
  volume.title = plainText(childOf(meta, "booktitle")) ?? plainText(childOf(meta, "journal-title"));
  volume.year = year;
  volume.month = monthOf(textOf(childOf(meta, "month")) ?? "");
  volume.editors = childrenOf(meta, "editor").flatMap(nameOf);
}

function readPaper(paper: XmlElement, draft: RecordDraft, volume: Volume): void {
  draft.title = plainText(childOf(paper, "title"));
  draft.authors = childrenOf(paper, "author").flatMap(nameOf);
  const editors = childrenOf(paper, "editor").flatMap(nameOf);
  draft.editors = editors.length > 0 ? editors : volume.editors;
  draft.abstract = plainText(childOf(paper, "abstract"));
  draft.ids.doi = canonicalDoi(textOf(childOf(paper, "doi")) ?? "");
  draft.venue = volume.title;
  draft.type = volume.journal ? "article" : "inproceedings";
  const date = dateOf(volume.year ?? 0, volume.month);
  draft.date = date?.date;
  draft.year = date?.year;
}

function nameOf(person: XmlElement): RecordAuthor[] {
  const given = textOf(childOf(person, "first"))?.trim();
  const family = textOf(childOf(person, "last"))?.trim();
  const name = [given, family].filter((part) => part !== undefined).join(" ");
  if (name === "") return [];
  const { id, orcid } = person.attributes;
  return [
    {
      name,
      given,
      family,
      orcid: canonicalOrcid(orcid ?? ""),
      ids: id === undefined ? undefined : [`acl:${id}`],
      affiliations: childrenOf(person, "affiliation").map((one) => textOf(one) ?? ""),
    },
  ];
}

/** The text of a title or an abstract, with the formulas in it as text. */
function plainText(element: XmlElement | undefined): string | undefined {
  const formulas = element === undefined ? [] : childrenOf(element, "tex-math");
  if (formulas.length === 0) return textOf(element);
  const parts = element?.children.map((child) => {
    const text = typeof child === "string" ? child : (textOf(child) ?? "");
    return typeof child !== "string" && child.name === "tex-math" ? latexToText(`$${text}$`) : text;
  });
  return parts?.join("");
}
