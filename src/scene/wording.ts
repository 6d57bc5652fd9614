/** "70,876": whole numbers with a comma between thousands, in no locale but ours. */
export function thousands(value: number): string {
  const digits = String(Math.round(value));
  let grouped = "";
  for (let i = 0; i < digits.length; i++) {
    const left = digits.length - i;
    grouped += digits[i];
    if (left > 1 && left % 3 === 1 && digits[i] !== "-") grouped += ",";
  }
  return grouped;
}

/** "1 paper", "21 papers"; `plural` only where an s does not make it. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${thousands(value)} ${value === 1 ? singular : plural}`;
}

/** "32 %" of a share from 0 to 1; what is there but would round to nothing is "< 1 %". */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "< 1 %";
  // A half that lost its last bit is still a half.
  return `${Math.round(share * 100 + 1e-9)} %`;
}

/** Longer than this, a name may be cut where it is shown. */
const MAY_BE_CUT = 60;

/** The whole of a name for whoever points at it, where it may be cut; nothing for all others, which need no second name. */
export function wholeName(name: string): string | undefined {
  return name.length > MAY_BE_CUT ? name : undefined;
}

/** A name within a sentence or a list that has no room for a very long one: its beginning, then "…". */
export function briefName(name: string): string {
  return name.length > MAY_BE_CUT ? `${name.slice(0, MAY_BE_CUT - 1).toWellFormed()}…` : name;
}

/** "2017–2024", "2017" or null when no year is known. */
export function yearSpan(first: number | null, last: number | null): string | null {
  if (first === null || last === null) return first === last ? null : String(first ?? last);
  return first === last ? String(first) : `${first}–${last}`;
}

/** "58 of 64 starts": a share of the starts in the user's words. */
export function startsOf(share: number, starts: number): string {
  return `${thousands(share * starts)} of ${counted(starts, "start")}`;
}

/** Two digits that count below 1 ("0.083"), at most two decimals from 1 on ("2", "1.5"). */
export function decimal(value: number): string {
  return value >= 1 ? String(Number(value.toFixed(2))) : value.toPrecision(2);
}

/** "A", "A and B", "A, B and C". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

/** What stands between names on one line: names that hold commas themselves, as VOSviewer's do, want more than another. */
export function nameSeparator(names: readonly string[]): string {
  return names.some((name) => name.includes(",")) ? "; " : ", ";
}
