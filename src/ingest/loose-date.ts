import { dateOf, monthOf, type PartialDate } from "./calendar.ts";

/**
 * The date that exports write in many ways: "2001/09/01/", "2018 Apr", "2006 May-Jun", "20180330", "16 Oct 2013", "Mon, 2
 * Apr 2007 19:18:42 GMT", "04 2006". Undefined without a year of four digits; "2/9/2023" gives the year alone, since
 * which is the month nobody can tell.
 */
export function looseDate(text: string): PartialDate | undefined {
  const words = text.slice(0, 80).match(/\p{L}+|\d+/gu) ?? [];
  const at = words.findIndex((word) => /^(?:1[4-9]|20)\d{2}(?:\d{4})?$/.test(word));
  if (at < 0) return undefined;
  const found = words[at];
  const year = Number(found.slice(0, 4));
  if (found.length === 8) return dateOf(year, Number(found.slice(4, 6)), Number(found.slice(6)));

  const named = words.findIndex((word) => /^\p{L}{3,}$/u.test(word) && monthOf(word) !== undefined);
  if (named >= 0 && Math.abs(named - at) <= 3) {
    const month = monthOf(words[named]);
    const beside = [words.at(named + 1), named > 0 ? words.at(named - 1) : undefined].find((word) => isShort(word));
    return dateOf(year, month, beside === undefined ? undefined : Number(beside));
  }
  if (at === 0) {
    const [, month, day] = words;
    return dateOf(year, isShort(month) ? Number(month) : undefined, isShort(day) ? Number(day) : undefined);
  }
  return dateOf(year, at === 1 && isShort(words[0]) ? Number(words[0]) : undefined);
}

function isShort(word: string | undefined): boolean {
  return word !== undefined && /^\d{1,2}$/.test(word);
}

/** The year that the first text with one gives, and of all dates in that year the most precise. */
export function bestDate(texts: readonly string[]): PartialDate | undefined {
  const dates = texts.map(looseDate).filter((date) => date !== undefined);
  const [first] = dates;
  return dates.reduce<PartialDate | undefined>(
    (best, date) =>
      best !== undefined && date.year === best.year && date.date.length > best.date.length ? date : best,
    first,
  );
}
