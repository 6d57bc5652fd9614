import type { Finding } from "../model/finding.ts";
import { type Band, bandOf, type Evidence, type Outcome } from "../model/identity.ts";
import type { Range } from "./doubt.ts";
import { thousands } from "./wording.ts";

/** "+3.1", "−0.4", "0.0": natural-log odds with one decimal and a true minus. */
export function oddsInWords(weight: number): string {
  const rounded = Math.round(Math.abs(weight) * 10) / 10;
  if (rounded === 0) return "0.0";
  return `${weight < 0 ? "−" : "+"}${rounded.toFixed(1)}`;
}

/**
 * The weight of each step as `oddsInWords`, such that what is shown adds up to what is shown of their sum: where rounding each by
 * itself would not, those give way that are nearest to the next tenth.
 */
export function stepsInWords(evidence: readonly Evidence[]): string[] {
  const exact = evidence.map(({ weight }) => weight * 10);
  const shown = exact.map(nearest);
  // Weights are thousandths: their sum is free of what adding fractions leaves behind.
  const sum = Math.round(exact.reduce((total, weight) => total + weight * 100, 0)) / 100;
  let missing = nearest(sum) - shown.reduce((total, weight) => total + weight, 0);
  for (; missing !== 0; missing -= Math.sign(missing)) {
    const lost = exact.map((weight, i) => (weight - shown[i]) * Math.sign(missing));
    shown[lost.indexOf(Math.max(...lost))] += Math.sign(missing);
  }
  return shown.map((weight) => oddsInWords(weight / 10));
}

/** The nearest whole number; of halves the one farther from 0. */
function nearest(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
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
