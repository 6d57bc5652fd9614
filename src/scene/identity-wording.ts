import type { Finding } from "../model/finding.ts";
import { type Band, bandOf, type Outcome } from "../model/identity.ts";
import type { Range } from "./doubt.ts";
import { thousands } from "./wording.ts";

/** "+3.1", "−0.4", "0.0": natural-log odds with one decimal and a true minus. */
export function oddsInWords(weight: number): string {
  const rounded = Math.round(Math.abs(weight) * 10) / 10;
  if (rounded === 0) return "0.0";
  return `${weight < 0 ? "−" : "+"}${rounded.toFixed(1)}`;
}

/** How certain the score alone makes it, for somebody who has not read how scores are made. */
export function bandInWords(score: number): string {
  return BANDS[bandOf(score)];
}

const BANDS: Readonly<Record<Band, string>> = {
  sure: "surely the same",
  likely: "likely the same",
  suggested: "perhaps the same",
  hidden: "hardly the same",
};

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  merged: "taken for one person",
  open: "left apart",
  "refused-paper": "two people: both on one paper",
  "refused-ids": "left apart: their ids differ",
  "refused-names": "left apart: another name contradicts",
  "decided-same": "you say: the same",
  "decided-different": "you say: different people",
};

export function outcomeInWords(outcome: Outcome): string {
  return OUTCOMES[outcome];
}

/** "identity.tsv, line 3: This decision is not followed: it lacks the name." */
export function complaintInWords({ file, line, detail }: Finding): string {
  const place = [...(file === undefined ? [] : [file]), ...(line === undefined ? [] : [`line ${line}`])].join(", ");
  return place === "" ? detail : `${place}: ${detail}`;
}

/** " (10–12)" beside a count that depends on what is undecided; nothing where it does not. */
export function rangeInWords({ low, now, high }: Range): string {
  const least = Math.min(low, now);
  const most = Math.max(now, high);
  return least === most ? "" : ` (${thousands(least)}–${thousands(most)})`;
}
