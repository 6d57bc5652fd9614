/** Movable type: what is dated before it is a slip of a digit. */
export const EARLIEST_YEAR = 1450;
/** What is dated after it is a slip too. It is no matter of today's date, since the same input gives the same map in any year. */
export const LATEST_YEAR = 2099;

/** Whether a paper can be of that year: the one rule of all spans, rows of bars and findings. */
export function isYearInRange(year: number): boolean {
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}
