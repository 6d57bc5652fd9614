import { incidenceOfDataset } from "../src/dataset/tie-papers.ts";
import { DECISION_COLUMNS, writtenField } from "../src/identity/decisions.ts";
import { relationInWords } from "../src/identity/relation-priors.ts";
import type { Dataset } from "../src/model/dataset.ts";
import { type IdentityDecision, PRESETS } from "../src/model/identity.ts";
import type { IdentitySummary } from "../src/pipeline/identity-summary.ts";
import { answerTo } from "../src/scene/decide.ts";
import {
  type ExplainedAuthor,
  type ExplainedCase,
  type ExplainedSide,
  explainCase,
  waterfallInWords,
} from "../src/scene/explain-name.ts";
import { bandInWords, oddsInWords, outcomeInWords } from "../src/scene/identity-wording.ts";
import { reviewQueue } from "../src/scene/review-queue.ts";
import { listed, yearSpan } from "../src/scene/wording.ts";
import { counted } from "./counted.ts";
import { oneLine } from "./terminal.ts";

/** Findings of identity that the summary shows. */
const SHOWN_FINDINGS = 20;

export function* summaryText(summary: IdentitySummary): Generator<string> {
  const { authorships, names, nodes, authors, preset, relations, refused, splitNames, decisions, findings } = summary;
  yield `${counted(authorships, "authorship")}, ${counted(names, "name")}, ${counted(nodes, "name node")}, `;
  yield `${counted(authors[preset], "author")} (${preset})\n`;
  yield `Authors by preset: ${PRESETS.map((one) => `${one} ${authors[one]}`).join(", ")}\n`;
  if (relations.length > 0) {
    yield "\nNames that may be one    sure  likely  suggested   apart  refused  decided\n";
    for (const { relation, merged, open, refused: not, decided } of relations) {
      const numbers = [
        String(merged.sure).padStart(5),
        String(merged.likely).padStart(8),
        String(merged.suggested).padStart(11),
        String(open).padStart(8),
        String(not).padStart(9),
        String(decided).padStart(9),
      ];
      yield `  ${oneLine(relation).padEnd(22)}${numbers.join("")}  ${oneLine(relationInWords(relation))}\n`;
    }
    yield "Sure, likely and suggested were joined; apart has a score of 0 or more and was not.\n\n";
  }
  yield `Refused: ${refused.paper} on one paper, ${refused.ids} with other ids, ${refused.names} with contradicting names\n`;
  yield `Names that stand for several people: ${splitNames}\n`;
  const { given, idle, contradicted } = decisions;
  yield `Decisions: ${given} (${given - idle - contradicted} applied, ${idle} idle, ${contradicted} contradicted)\n`;
  for (const { detail } of findings.slice(0, SHOWN_FINDINGS)) yield `  ${oneLine(detail)}\n`;
  if (findings.length > SHOWN_FINDINGS) yield `  and ${findings.length - SHOWN_FINDINGS} more (--json lists all)\n`;
}

/** A doubtful case, ready to be decided. */
export interface Suggestion extends ExplainedCase {
  /** What to write down where the two are the same; with `different` as its action, where not. */
  readonly decision: IdentityDecision;
}

/** The doubtful cases, most doubtful and of most consequence first. */
export function* suggestions(dataset: Dataset): Generator<Suggestion> {
  const incidence = incidenceOfDataset(dataset);
  for (const row of reviewQueue(dataset)) {
    yield { decision: answerTo(dataset, row, "same"), ...explainCase(dataset, incidence, row) };
  }
}

const FACTS = [
  "now",
  "score",
  "band",
  "relation",
  "evidence",
  "papers_of_name",
  "papers_of_other",
  "years_of_name",
  "years_of_other",
  "joint_coauthors",
  "change_of_authors",
  "change_of_ties",
] as const;

/** The same as lines of a table that reads back as decisions: the columns of `identity.tsv`, and then what speaks for it. */
export function* suggestionRows(dataset: Dataset): Generator<string> {
  yield `${[...DECISION_COLUMNS, ...FACTS].join("\t")}\n`;
  for (const { decision, ...one } of suggestions(dataset)) {
    const other = "other" in decision ? decision.other : { name: "", papers: [] };
    const cells = [
      "?",
      decision.one.name,
      decision.one.papers.join(" "),
      other.name,
      other.papers.join(" "),
      "",
      one.joined ? "one author" : "two authors",
      one.score,
      one.band,
      one.relation,
      waterfallInWords(one.evidence),
      one.one.papers,
      one.other.papers,
      yearSpan(one.one.firstYear, one.one.lastYear) ?? "",
      yearSpan(one.other.firstYear, one.other.lastYear) ?? "",
      one.jointCoauthors.join("; "),
      one.effect.authors,
      one.effect.ties,
    ];
    // Only text can be taken for a formula.
    const written = cells.map((cell) => (typeof cell === "number" ? String(cell) : writtenField(oneLine(cell))));
    yield `${written.join("\t")}\n`;
  }
}

export function* explainedText(authors: readonly ExplainedAuthor[]): Generator<string> {
  for (const [i, author] of authors.entries()) {
    if (i > 0) yield "\n";
    const { name, authorId, papers, coauthors, firstYear, lastYear, team, forms, notes, joined, apart } = author;
    const years = yearSpan(firstYear, lastYear);
    yield `${oneLine(name)} (${authorId}): ${counted(papers, "paper")}${years === null ? "" : `, ${years}`}, `;
    yield `${counted(coauthors, "coauthor")}${team === null ? "" : `, team ${oneLine(team)}`}\n`;
    yield `  written ${oneLine(listed(forms.map((form) => `“${form.name}” (${form.authorships})`)))}\n`;
    for (const note of notes) yield `  ${oneLine(note)}\n`;
    if (joined.length > 0) yield "  Why these names are one person\n";
    for (const one of joined) yield* caseText(one);
    if (apart.length > 0) yield "  Who else it might be\n";
    for (const one of apart) yield* caseText(one);
    if (joined.length + apart.length === 0) yield "  Nobody else's name comes near.\n";
  }
}

function* caseText(one: ExplainedCase): Generator<string> {
  const { outcome, against, score, evidence, jointCoauthors } = one;
  const why = against === null ? "" : ` (${against})`;
  yield `    ${oneLine(`${sideText(one.one)} ~ ${sideText(one.other)}: ${outcomeInWords(outcome)}${why}`)}\n`;
  const waterfall = evidence.length === 0 ? "" : `: ${waterfallInWords(evidence)}`;
  // Where something stronger has decided, the score's own opinion would only confuse.
  const band = outcome === "merged" || outcome === "open" ? `, ${bandInWords(score)}` : " by the evidence alone";
  yield `      ${oddsInWords(score)}${band}${oneLine(waterfall)}\n`;
  if (jointCoauthors.length > 0) yield `      both with ${oneLine(listed(shortList(jointCoauthors)))}\n`;
  if (outcome !== "refused-paper") yield `      ${oneLine(effectText(one))}\n`;
}

function sideText({ name, papers, firstYear, lastYear }: ExplainedSide): string {
  const years = yearSpan(firstYear, lastYear);
  return `“${name}” (${counted(papers, "paper")}${years === null ? "" : `, ${years}`})`;
}

/** What the other answer would do to the map. */
function effectText({ joined, effect, one, other }: ExplainedCase): string {
  const change = (count: number, noun: string) => `${counted(Math.abs(count), noun)} ${count < 0 ? "fewer" : "more"}`;
  const ties = effect.ties === 0 ? "as many ties" : change(effect.ties, "tie");
  const teams =
    joined || one.team === null || other.team === null || one.team === other.team
      ? ""
      : `; they are in the teams ${one.team} and ${other.team}`;
  return `were they ${joined ? "two" : "one"}: ${change(effect.authors, "author")}, ${ties}${teams}`;
}

const SHOWN_COAUTHORS = 5;

function shortList(names: readonly string[]): string[] {
  if (names.length <= SHOWN_COAUTHORS) return [...names];
  return [...names.slice(0, SHOWN_COAUTHORS - 1), `${names.length - SHOWN_COAUTHORS + 1} others`];
}
