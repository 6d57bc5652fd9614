import type { RecordAuthor } from "../model/record.ts";
import { dateOf, type PartialDate, partialDate } from "./calendar.ts";
import { isObject, type JsonObject, listAt, textAt } from "./json/json-values.ts";

/** A name in CSL's parts: "Jean", "de", "La", "Fontaine" is Jean de La Fontaine, whose family name is La Fontaine. */
export function givenFamily(name: JsonObject): RecordAuthor | undefined {
  const given = joined(textAt(name, "given"), textAt(name, "dropping-particle"));
  const family = joined(textAt(name, "non-dropping-particle"), textAt(name, "family"));
  const suffix = textAt(name, "suffix");
  const whole = joined(given, family, suffix);
  return whole === undefined ? undefined : { name: whole, given, family, suffix };
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  const text = parts.filter((part) => part !== undefined).join(" ");
  // "d'" and "l'" stand close to what follows.
  return text === "" ? undefined : text.replace(/(?<=\b[dl]['’]) (?=\p{L})/giu, "");
}

/** A date as `{"date-parts": [[2012, 3, 21]]}`, or as text. */
export function dateOfParts(date: JsonObject | undefined): PartialDate | undefined {
  const [first] = listAt(date, "date-parts");
  if (Array.isArray(first)) {
    const [year, month, day] = first.map(Number);
    const found = year === undefined ? undefined : dateOf(year, month, day);
    if (found !== undefined) return found;
  }
  const text = textAt(date, "raw") ?? textAt(date, "literal") ?? textAt(date, "date-time");
  return isObject(date) ? partialDate(text ?? "") : undefined;
}
