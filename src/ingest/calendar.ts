/** A date as far as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and its year. */
export interface PartialDate {
  readonly date: string;
  readonly year: number;
}

/**
 * The date that `text` begins with (ISO 8601, also the start of a range and with EDTF's `~` and `?`), or undefined. A
 * month or day that no calendar has is left out with all below it.
 */
export function partialDate(text: string): PartialDate | undefined {
  const found = /^\s*[~?]?(\d{4})(?!\d)(?:-(\d{1,2}))?(?!\d)(?:-(\d{1,2}))?(?!\d)/.exec(text);
  if (found === null) return undefined;
  return dateOf(Number(found[1]), numberOf(found[2]), numberOf(found[3]));
}

/** The date of a year and, where they make sense, a month (1 to 12) and a day. Undefined for the year 0, and for 2019.5. */
export function dateOf(year: number, month?: number, day?: number): PartialDate | undefined {
  if (!isWithin(year, 9999)) return undefined;
  let date = String(year).padStart(4, "0");
  if (month !== undefined && isWithin(month, 12)) {
    date += `-${String(month).padStart(2, "0")}`;
    if (day !== undefined && isWithin(day, daysIn(year, month))) date += `-${String(day).padStart(2, "0")}`;
  }
  return { date, year };
}

function isWithin(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The month that a number or an English name stands for, 1 to 12, or undefined. */
export function monthOf(text: string): number | undefined {
  const number = /^\s*(\d{1,2})(?!\d)/.exec(text);
  if (number !== null) {
    const month = Number(number[1]);
    return month >= 1 && month <= 12 ? month : undefined;
  }
  const index = MONTHS.indexOf(text.trim().slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index + 1;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
