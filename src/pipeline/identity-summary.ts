import { settleCases, uniteNodes } from "../identity/settle.ts";
import { weighNames } from "../identity/weigh-names.ts";
import type { Finding } from "../model/finding.ts";
import {
  type Band,
  bandOf,
  type IdentityCase,
  type IdentityDecision,
  type Outcome,
  PRESETS,
  type Preset,
  THRESHOLDS,
} from "../model/identity.ts";
import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";

/** How the cases of one relation ended. */
export interface RelationSummary {
  readonly relation: string;
  /** Joined by score, by band; `sure + likely + suggested` in all. */
  readonly merged: Readonly<Record<Exclude<Band, "hidden">, number>>;
  /** Left apart though the score is 0 or more. */
  readonly open: number;
  readonly refused: number;
  readonly decided: number;
}

/** Who is who, counted. */
export interface IdentitySummary {
  readonly authorships: number;
  /** Different strings. */
  readonly names: number;
  readonly nodes: number;
  readonly preset: Preset;
  readonly authors: Readonly<Record<Preset, number>>;
  /** By relation, most joined first; those where nothing happened are left out. */
  readonly relations: readonly RelationSummary[];
  readonly refused: { readonly paper: number; readonly ids: number; readonly names: number };
  /** Names, as compared, that stand for more than one author. */
  readonly splitNames: number;
  readonly decisions: { readonly given: number; readonly idle: number; readonly contradicted: number };
  readonly findings: readonly Finding[];
}

/** Counts who is who by every preset, and how by `preset`. `papers` by id, decisions in canonical order. */
export function identitySummary(
  papers: readonly Paper[],
  decisions: readonly IdentityDecision[],
  preset: Preset,
): IdentitySummary {
  const weighed = weighNames(papers, decisions);
  const authors = PRESETS.map((one) => [one, new Set(uniteNodes(weighed, THRESHOLDS[one]).personOf).size] as const);
  const { personOf, cases } = settleCases(weighed, preset);
  const ended = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length;
  const found = (code: string) => weighed.findings.filter((finding) => finding.code === code).length;
  return {
    authorships: papers.reduce((sum, paper) => sum + paper.authors.length, 0),
    names: new Set(papers.flatMap((paper) => paper.authors.map(({ name }) => name))).size,
    nodes: personOf.length,
    preset,
    authors: Object.fromEntries(authors) as Record<Preset, number>,
    relations: relationSummaries(cases),
    refused: { paper: ended("refused-paper"), ids: ended("refused-ids"), names: ended("refused-names") },
    splitNames: splitNames(weighed.nameOfNode, personOf),
    decisions: { given: decisions.length, idle: found("decision-idle"), contradicted: found("decision-contradicted") },
    findings: weighed.findings,
  };
}

function relationSummaries(cases: readonly IdentityCase[]): RelationSummary[] {
  const byRelation = new Map<string, IdentityCase[]>();
  for (const one of cases) {
    if (one.outcome === "open" && one.score < 0) continue;
    const before = byRelation.get(one.relation);
    if (before === undefined) byRelation.set(one.relation, [one]);
    else before.push(one);
  }
  const summaries = [...byRelation].map(([relation, ofRelation]): RelationSummary => {
    const merged = ofRelation.filter(({ outcome }) => outcome === "merged");
    const ofBand = (band: Band) => merged.filter(({ score }) => bandOf(score) === band).length;
    return {
      relation,
      merged: { sure: ofBand("sure"), likely: ofBand("likely"), suggested: ofBand("suggested") },
      open: ofRelation.filter(({ outcome }) => outcome === "open").length,
      refused: ofRelation.filter(({ outcome }) => outcome.startsWith("refused-")).length,
      decided: ofRelation.filter(({ outcome }) => outcome.startsWith("decided-")).length,
    };
  });
  const all = ({ merged }: RelationSummary) => merged.sure + merged.likely + merged.suggested;
  return summaries.sort((a, b) => all(b) - all(a) || byCodeUnit(a.relation, b.relation));
}

/** How many names have nodes of more than one person. */
function splitNames(nameOfNode: Uint32Array, personOf: Uint32Array): number {
  const firstPerson = new Map<number, number>();
  const split = new Set<number>();
  nameOfNode.forEach((name, node) => {
    const first = firstPerson.get(name);
    if (first === undefined) firstPerson.set(name, personOf[node]);
    else if (first !== personOf[node]) split.add(name);
  });
  return split.size;
}
