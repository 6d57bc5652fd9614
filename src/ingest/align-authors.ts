import { byCodeUnit } from "../model/order.ts";
import type { PaperAuthor } from "../model/paper.ts";
import type { RecordAuthor, SourceRecord } from "../model/record.ts";
import { fold } from "../model/text.ts";
import { isFullerName } from "./fuller-form.ts";

/** How another record's author list differs from the chosen one. */
export interface ListDifference {
  readonly record: SourceRecord;
  /** Names at the same place that differ beyond case, accents and punctuation: [kept, the record's]. */
  readonly renamed: readonly (readonly [string, string])[];
  /** Chosen names that the other list lacks, and the other way round. */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** The same names in another order. */
  readonly reordered: boolean;
}

/**
 * The authors of the chosen list, each with the forms that the other records have for the same authorship. Two names are
 * one authorship when they are equal once folded, or have the same parts in another order ("Jeon Dong Hyeon"); names left
 * over are paired by position where the lists are equally long, else by family name and initial. Of an authorship's forms the
 * chosen list's is kept, unless another has its initials written out (see `isFullerName`). ORCID and affiliations
 * are those of the first list that has them for the place, the ids of persons those of all.
 */
export function alignAuthors(
  chosen: SourceRecord,
  others: readonly SourceRecord[],
): { authors: readonly PaperAuthor[]; differences: readonly ListDifference[] } {
  // Most papers have one record, and there are many of them.
  if (others.length === 0)
    return { authors: chosen.authors.map((author) => paperAuthor(author, NONE)), differences: [] };
  const places = others.map((record) => match(chosen.authors, record.authors));
  const kept = chosen.authors.slice();
  others.forEach((record, at) => {
    record.authors.forEach((author, position) => {
      const place = places[at][position];
      if (place >= 0 && isFullerName(author.name, kept[place].name)) kept[place] = author;
    });
  });
  const forms = chosen.authors.map(({ name }) => new Set([name]));
  const orcids = chosen.authors.map((author) => author.orcid);
  const ids = chosen.authors.map((author) => author.ids);
  const affiliations = chosen.authors.map((author) => author.affiliations);
  const differences: ListDifference[] = [];
  const own = renamedAmong(kept, chosen.authors, [...kept.keys()]);
  if (own.length > 0) differences.push({ record: chosen, renamed: own, missing: [], extra: [], reordered: false });
  for (const [at, record] of others.entries()) {
    if (record.authors.length === 0) continue;
    const placeOf = places[at];
    const extra: string[] = [];
    const found = new Set<number>();
    let reordered = false;
    let last = -1;
    record.authors.forEach((author, position) => {
      const place = placeOf[position];
      if (place < 0) {
        extra.push(author.name);
        return;
      }
      found.add(place);
      reordered ||= place < last;
      last = place;
      orcids[place] ??= author.orcid;
      affiliations[place] ??= author.affiliations;
      if (author.ids !== undefined) ids[place] = [...new Set([...(ids[place] ?? []), ...author.ids])];
      forms[place].add(author.name);
    });
    const renamed = renamedAmong(kept, record.authors, placeOf);
    const missing = chosen.authors.filter((_, place) => !found.has(place)).map((author) => author.name);
    if (renamed.length + extra.length + missing.length > 0 || reordered) {
      differences.push({ record, renamed, missing, extra, reordered });
    }
  }
  const authors = kept.map(({ name, given, family, suffix }, place) => {
    forms[place].delete(name);
    const other = forms[place].size === 0 ? NONE : [...forms[place]].sort(byCodeUnit);
    const merged = { orcid: orcids[place], ids: ids[place], affiliations: affiliations[place] };
    return paperAuthor({ name, given, family, suffix, ...merged }, other);
  });
  return { authors, differences };
}

/** The names of a list that are not the kept ones at their places, even once folded: [kept, the list's]. */
function renamedAmong(
  kept: readonly RecordAuthor[],
  list: readonly RecordAuthor[],
  placeOf: readonly number[],
): [string, string][] {
  return list.flatMap(({ name }, position): [string, string][] => {
    const place = placeOf[position];
    return place >= 0 && fold(name) !== fold(kept[place].name) ? [[kept[place].name, name]] : [];
  });
}

/** One empty list for all names that have no other form. */
const NONE: readonly string[] = [];

/** Every key is named: an object that was copied and then grew takes more memory, and there are millions of these. */
function paperAuthor(
  { name, given, family, suffix, orcid, ids, affiliations }: RecordAuthor,
  otherForms: readonly string[],
): PaperAuthor {
  return { name, given, family, suffix, orcid, ids, affiliations, otherForms };
}

/** For each of `others` its place in `chosen`, or −1. No place is given twice. */
function match(chosen: readonly RecordAuthor[], others: readonly RecordAuthor[]): number[] {
  const placeOf = others.map(() => -1);
  const free = new Set(chosen.keys());
  const give = (position: number, place: number): void => {
    placeOf[position] = place;
    free.delete(place);
  };
  const byKey = (key: (name: string) => string): void => {
    const keys = chosen.map((author) => key(author.name));
    const places = new Map<string, number[]>();
    for (const place of free) places.set(keys[place], [...(places.get(keys[place]) ?? []), place]);
    others.forEach((author, position) => {
      if (placeOf[position] >= 0) return;
      const own = key(author.name);
      const candidates = places.get(own) ?? [];
      // The same place first, so that namesakes on one paper stay in order.
      const place =
        candidates.includes(position) && free.has(position) ? position : candidates.find((p) => free.has(p));
      if (own !== "" && place !== undefined) give(position, place);
    });
  };
  byKey(fold);
  byKey(partsKey);
  if (chosen.length === others.length) {
    others.forEach((_, position) => {
      if (placeOf[position] < 0 && free.has(position)) give(position, position);
    });
  } else byKey(initialKey);
  return placeOf;
}

function partsKey(name: string): string {
  return nameParts(name).sort(byCodeUnit).join(" ");
}

function initialKey(name: string): string {
  const parts = nameParts(name);
  return parts.length < 2 ? "" : `${parts[parts.length - 1]} ${parts[0].slice(0, 1)}`;
}

function nameParts(name: string): string[] {
  return name
    .split(/[\s.,]+/u)
    .map(fold)
    .filter((part) => part !== "");
}
