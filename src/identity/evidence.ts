import type { Evidence } from "../model/identity.ts";
import { THRESHOLDS } from "../model/identity.ts";
import { naturalLog } from "../model/logarithm.ts";
import { type CircleFacts, circleOdds } from "./circles.ts";
import type { Relation } from "./relation-kinds.ts";
import { PRIORS, WORDING } from "./relation-priors.ts";
import type { SharedTraits } from "./shared-traits.ts";

/** All that is weighed of two nodes. */
export interface PairFacts {
  readonly relation: Relation | "same-name";
  /** Of two parts of one name that were told apart as namesakes': what was weighed, which is all that is. */
  readonly circles: CircleFacts | undefined;
  readonly shared: SharedTraits;
  /** Whether the one writes two syllables of a given name apart that the other writes together. */
  readonly syllablesJoined: boolean;
  /** In how many authorships different records of one paper write the two names at the same place. */
  readonly sameAuthorships: number;
  /** How many people the name that says less could be, at most: those it is compatible with. 1: only this one. */
  readonly competitors: number;
  /** How many others with the name that says less are to be expected. */
  readonly expectedNamesakes: number;
  /** Of slips: how many names have the rarer of the two spellings. */
  readonly rarerSpelling: number;
  /** Of inverted names: log odds that the words stand in the order that one of the names has, and not the other. */
  readonly orderDoubt: number;
}

export type Step = readonly [kind: string, weight: number];

/** Records of one paper seldom name two different people at one place of its list by names alike. */
const SAME_AUTHORSHIP = 6;
const SAME_NAME = 4;
const SMOOTHING = 0.08;
/** "Min Young" and "Minyoung" are also two people's ways to write one name of many. */
const SYLLABLES_JOINED = -1.3;
/** With fewer namesakes expected, the name alone may make sure who it is. */
const RARE = 0.1;
/** The most that the names alone of two who share nobody can come to: just not sure. */
const NOT_SURE = THRESHOLDS.strict - 0.001;

/** The steps that add up to the score, each rounded to the thousandth so that the sum is what is shown. */
export function weigh(facts: PairFacts): Step[] {
  const { shared } = facts;
  const steps: Step[] = [];
  const add = (kind: string, weight: number): void => {
    const rounded = Math.round(weight * 1000) / 1000;
    if (rounded !== 0) steps.push([kind, rounded]);
  };
  if (facts.circles !== undefined) {
    const [name, circle, coauthors, years] = circleOdds(facts.circles);
    add("relation", name);
    add("circles", circle);
    add("coauthors", coauthors);
    add("joint-years", years);
    return steps;
  }
  add("relation", facts.relation === "same-name" ? SAME_NAME : PRIORS[facts.relation]);
  add("coauthors", coauthorWeight(shared));
  add("title-words", clamp(0.6 * naturalLog((shared.titleWords + 0.3) / (shared.titleWordsExpected + 0.3)), -0.5, 1.5));
  add("venue", clamp(0.3 * naturalLog((shared.venues + 0.5) / (shared.venuesExpected + 0.5)), -0.3, 0.8));
  if (facts.sameAuthorships > 0) add("same-authorship", SAME_AUTHORSHIP);
  add("years", shared.yearGap < 12 ? 0 : shared.yearGap < 25 ? -0.7 : -1.5);
  if (facts.competitors > 1) add("competition", -1.3 * naturalLog(facts.competitors));
  add("commonness", commonnessWeight(facts.expectedNamesakes));
  if (facts.rarerSpelling > 1) add("spelling", -0.7 * naturalLog(facts.rarerSpelling));
  if (facts.orderDoubt !== 0) add("word-order", facts.orderDoubt);
  if (facts.sameAuthorships === 0 && shared.coauthors === 0) {
    if (facts.syllablesJoined) add("syllables", SYLLABLES_JOINED);
    const score = scoreOf(steps);
    if (facts.expectedNamesakes > RARE && score >= THRESHOLDS.strict) add("names-alone", NOT_SURE - score);
  }
  return steps;
}

/**
 * Shared coauthors against those that two people of one field would share by chance. Nobody shared says the less, the
 * fewer coauthors the one has who has fewer: somebody with two papers may have written both elsewhere.
 */
function coauthorWeight({ coauthors, coauthorsExpected, fewerCoauthors }: SharedTraits): number {
  if (coauthors === 0) return -0.25 * naturalLog(1 + fewerCoauthors);
  return clamp(naturalLog((coauthors + SMOOTHING) / (coauthorsExpected + SMOOTHING)), 0, 4.5);
}

/** A name that nobody else is expected to have speaks for one person, a common one against. */
function commonnessWeight(expected: number): number {
  return clamp(0.35 * naturalLog(0.1 / (expected + 0.003)), 0, 1.2) - naturalLog(1 + expected);
}

/** The sum, to the thousandth. */
export function scoreOf(steps: readonly Step[]): number {
  let sum = 0;
  for (const [, weight] of steps) sum += weight;
  // What rounds to −0 is 0.
  return Math.round(sum * 1000) / 1000 + 0;
}

/** The same steps as sentences. */
export function explain(steps: readonly Step[], facts: PairFacts): Evidence[] {
  return steps.map(([kind, weight]) => ({ kind, weight, detail: detailOf(kind, facts) }));
}

function detailOf(kind: string, facts: PairFacts): string {
  const { shared } = facts;
  switch (kind) {
    case "relation":
      if (facts.circles !== undefined)
        return `one name, that ${shown(facts.circles.expected)} others are expected to have`;
      return facts.relation === "same-name" ? "the same name" : WORDING[facts.relation];
    case "circles":
      return `circles of coauthors that are ${facts.circles?.likeness.toFixed(2)} alike, on a scale from 0 to 1`;
    case "joint-years":
      return `at work in the same ${facts.circles?.jointYears} years, in two circles`;
    case "coauthors":
      return compared(shared.coauthors, "shared coauthor", shared.coauthorsExpected);
    case "title-words":
      return compared(shared.titleWords, "shared rare title word", shared.titleWordsExpected);
    case "venue":
      return compared(shared.venues, "shared venue", shared.venuesExpected);
    case "same-authorship":
      return `records of one paper write both for the same authorship (${facts.sameAuthorships})`;
    case "years":
      return `${shared.yearGap} years between their papers`;
    case "competition":
      return `the shorter name fits ${facts.competitors} people here`;
    case "commonness":
      return `${shown(facts.expectedNamesakes)} others of this name are to be expected`;
    case "syllables":
      return "two syllables of a given name, which different people write together or apart, and no coauthor is shared";
    case "names-alone":
      return "the name is not rare and nobody wrote with both, so that it is not sure";
    case "spelling":
      return `both spellings are names: ${facts.rarerSpelling} people here have the rarer one`;
    default:
      return "how usual the words are as given and as family names";
  }
}

function compared(count: number, thing: string, expected: number): string {
  const what = count === 0 ? `no ${thing}` : `${count} ${thing}`;
  return `${what}${count === 1 ? "" : "s"} where ${shown(expected)} ${expected === 1 ? "was" : "were"} expected`;
}

/** Two significant digits. */
function shown(value: number): string {
  return value < 0.005 ? "0.00" : value < 0.995 ? value.toFixed(2) : value < 9.95 ? value.toFixed(1) : value.toFixed(0);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
