import type { RecordAuthor } from "../model/record.ts";
import { arxivJsonl } from "./arxiv-jsonl.ts";
import {
  canonicalAcl,
  canonicalArxiv,
  canonicalDoi,
  canonicalOpenalex,
  canonicalOrcid,
  canonicalPmid,
} from "./canonical-ids.ts";
import { crossref } from "./crossref.ts";
import { cslJson } from "./csl-json.ts";
import { type Column, type ColumnMapping, givenMapping, mappingOf } from "./csv/columns.ts";
import { splitNames } from "./csv/delimited-names.ts";
import { type JsonFormat, jsonReader } from "./json/json-reader.ts";
import { isObject, type JsonObject, objectAt, textAt, textsAt } from "./json/json-values.ts";
import { bestDate } from "./loose-date.ts";
import { isEtAl } from "./name-suffix.ts";
import { openalex } from "./openalex.ts";
import { commaName } from "./person-name.ts";
import { withoutMarkup } from "./plain-markup.ts";
import type { Reader } from "./reader.ts";
import { type RecordDraft, shown } from "./record-draft.ts";
import { semanticScholar } from "./semantic-scholar.ts";

const PARTICULAR: readonly Reader[] = [openalex, crossref, semanticScholar, cslJson, arxivJsonl];
const WRAPPERS = "records results items data papers works publications entries references documents articles".split(
  " ",
);

/** Mappings that are remembered at a time. */
const MAPPINGS = 256;

/** JSON of any program, whose keys are guessed by their names. */
export const genericJson: Reader = genericJsonBy();

/**
 * A reader of lists of objects, whose keys are guessed as the columns of a table are, and told so (`columns-guessed`), but
 * for those that `given` names.
 */
export function genericJsonBy(given?: ReadonlyMap<Column, string>): Reader {
  const reader = jsonReader(formatOf(given));
  return {
    ...reader,
    detects: (text) => reader.detects(text) && (given !== undefined || !PARTICULAR.some((one) => one.detects(text))),
    // What was told is remembered for one file.
    open: (file, sink) => jsonReader(formatOf(given)).open(file, sink),
  };
}

function formatOf(given: ReadonlyMap<Column, string> | undefined): JsonFormat {
  /** Mappings by the keys they are of: one program writes few sets of keys, and a mapping takes as long as a record. */
  const mappings = new Map<string, ColumnMapping | undefined>();
  const map = (keys: readonly string[]): ColumnMapping | undefined => {
    const all = keys.join("\n");
    if (mappings.has(all)) return mappings.get(all);
    const mapping = given === undefined ? mappingOf(keys) : givenMapping(keys, given);
    if (mappings.size >= MAPPINGS) mappings.clear();
    mappings.set(all, mapping);
    return mapping;
  };
  const told = new Set<string>();
  return {
    format: "json",
    wrappers: new Set(WRAPPERS),
    detects: ({ keys }) => isOfPapers(map([...keys.keys()])),
    record(object, draft, doubt) {
      const keys = Object.keys(object);
      const mapping = map(keys);
      if (mapping === undefined) return false;
      for (const [column, [at]] of mapping.columns) {
        if (told.has(column)) continue;
        told.add(column);
        doubt("columns-guessed", `“${shown(keys[at])}” is read as ${column}.`, "note");
      }
      fillDraft(draft, (column) => (mapping.columns.get(column) ?? []).map((at) => object[keys[at]]));
      return true;
    },
  };
}

/** A title alone is no sign of a paper. */
function isOfPapers(mapping: ColumnMapping | undefined): boolean {
  const columns = mapping?.columns;
  return columns?.has("title") === true && (["authors", "year", "doi"] as const).some((column) => columns.has(column));
}

function fillDraft(draft: RecordDraft, valuesOf: (column: Column) => readonly unknown[]): void {
  const texts = (column: Column): string[] => valuesOf(column).flatMap(textsOf);
  const text = (column: Column): string | undefined => texts(column)[0];
  draft.title = withoutMarkup(text("title"));
  const [names] = valuesOf("authors");
  for (const author of namesOf(names)) {
    if (isEtAl(author.name)) draft.truncated = true;
    else draft.authors.push(author);
  }
  draft.editors = namesOf(valuesOf("editors")[0]);
  const date = bestDate([...texts("year"), ...texts("date")]);
  draft.date = date?.date;
  draft.year = date?.year;
  draft.venue = withoutMarkup(text("venue"));
  draft.type = text("type");
  draft.abstract = withoutMarkup(text("abstract"));
  draft.keywords = texts("keywords").flatMap((one) => one.split(";"));
  draft.url = text("url");
  const citations = Number(text("citations") ?? Number.NaN);
  draft.citations = Number.isNaN(citations) ? undefined : citations;
  draft.ids.doi = canonicalDoi(text("doi") ?? "");
  draft.ids.arxiv = canonicalArxiv(text("arxiv") ?? "");
  draft.ids.acl = canonicalAcl(text("acl") ?? "");
  draft.ids.pmid = canonicalPmid(text("pmid") ?? "");
  draft.ids.openalex = canonicalOpenalex(text("openalex") ?? "");
}

/** The texts in a value: itself, those of its list, or the names of its objects. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => (Array.isArray(one) ? [] : textsOf(one)));
  const text = isObject(value) ? nameIn(value) : textAt({ value }, "value");
  return text === undefined ? [] : [text];
}

/** Authors as one text, a list of texts, or a list of objects with names or their parts. */
function namesOf(value: unknown): RecordAuthor[] {
  if (typeof value === "string") return splitNames(value).flatMap((name) => commaName(name) ?? []);
  if (!Array.isArray(value)) return isObject(value) ? personOf(value) : [];
  return value.flatMap((one: unknown) => {
    if (typeof one === "string") return commaName(one) ?? [];
    return isObject(one) ? personOf(one) : [];
  });
}

function personOf(person: JsonObject): RecordAuthor[] {
  const first = (...keys: readonly string[]) =>
    keys.map((key) => textAt(person, key)).find((text) => text !== undefined);
  const given = first("given", "givenName", "given_name", "first", "first_name", "firstName", "firstname");
  const family = first("family", "familyName", "family_name", "last", "last_name", "lastName", "lastname");
  const orcid = canonicalOrcid(first("orcid", "ORCID") ?? "");
  const affiliations = [...textsAt(person, "affiliation"), ...textsAt(person, "affiliations")];
  if (family !== undefined) {
    return [{ name: given === undefined ? family : `${given} ${family}`, given, family, orcid, affiliations }];
  }
  const name = commaName(nameIn(person) ?? nameIn(objectAt(person, "author") ?? {}) ?? given ?? "");
  return name === undefined ? [] : [{ ...name, orcid, affiliations }];
}

function nameIn(object: JsonObject): string | undefined {
  const keys = ["name", "full_name", "fullName", "display_name", "displayName", "literal", "title"];
  return keys.map((key) => textAt(object, key)).find((text) => text !== undefined);
}
