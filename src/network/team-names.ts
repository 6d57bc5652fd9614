import type { Counting } from "../model/counting.ts";
import type { TeamEvidence } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { byCodeUnit } from "../model/order.ts";
import { shortTitle } from "../model/short-title.ts";
import { fieldMentions, roundScore, type Vocabulary } from "./paper-fields.ts";
import { phraseKey } from "./phrase-finder.ts";
import { phrasesOf } from "./phrases.ts";
import { scriptOf } from "./script-of.ts";
import { byCore, type NameSource, teamEvidence } from "./team-evidence.ts";
import { fieldsOfTeams, matchFields, type TeamField } from "./team-fields.ts";
import { insideWeights, type TeamWriting, writingOfTeams } from "./team-papers.ts";
import { type TeamPhrase, teamPhrases } from "./team-phrases.ts";
import { type PaperText, readTexts } from "./text-units.ts";

export interface TeamNaming {
  /** Unique among the teams; never empty. */
  readonly name: string;
  readonly evidence: TeamEvidence;
}

/** Papers and authors by row, as in `incidence`. */
export interface TeamsToName {
  readonly papers: readonly PaperText[];
  readonly paperIds: readonly string[];
  readonly incidence: Incidence;
  /** By author; null for an author without coauthors. */
  readonly team: readonly (number | null)[];
  readonly teamCount: number;
  /** By paper. */
  readonly large: readonly boolean[];
  readonly authorIds: readonly string[];
  readonly authorNames: readonly string[];
  readonly vocabulary: Vocabulary;
  /** Ranks the core members by tie weight; by paper where it is left out. */
  readonly counting?: Counting;
}

/** A field names a team only where at least this share of the team's paper weight mentions it. */
const LEAST_COVERAGE = 0.4;

/** A field said in passing, however rare, does not name a team: it has at least this share of what the most said one has. */
const LEAST_OF_MOST_MASS = 0.333;
/**
 * Said in fewer of a team's papers, by weight, a phrase may set the team apart, but is not what it is about: whoever looks at half a
 * dozen of the papers would rather not meet it.
 */
const LEAST_PHRASE_COVERAGE = 0.1;
/**
 * What the other teams say nearly as often sets nobody apart, unless most of the team says it; what they say more than half as often never does, as the
 * name of the field that all are in. On the ACL Anthology this parts "Korean" (46 times as often as the others) and "German" (8) from "attention" (3.2) and
 * "language models" (1.8), and "machine translation" (3.7, in 40 % of a team's papers) from "natural language processing" (1.3, in as many).
 */
const LEAST_TIMES_AS_OFTEN = { ofSome: 5, ofMost: 2 } as const;
/** A team is named after a large paper where large papers are at least this share of its paper weight. */
const MOSTLY_LARGE = 0.8;
/** A name is a label on the map. */
const MOST_LETTERS = 40;
/** Phrases to choose a name from. */
const PHRASES = 12;

/**
 * Names teams after what their own papers are about. A paper weighs by the share of its authors in the team; large papers
 * are left out. A field of the vocabulary scores distinctiveness × coverage; of all pairs of team and field the best is
 * taken first, and a field names one team. A team without a field of at least 40 % coverage, twice as often as in the others' papers, is named by its own key
 * phrases, each in a tenth of its papers or more and mostly five times as often as in the others', else by a broad field; one of a large paper after that paper; one without text, or of so many subjects that none is common, after its core members.
 */
export function nameTeams(input: TeamsToName): readonly TeamNaming[] {
  const { papers, incidence, team, teamCount, large, vocabulary } = input;
  const texts = readTexts(papers);
  const writing = writingOfTeams(incidence, large, team, teamCount);
  const fields = fieldsOfTeams(fieldMentions(texts, vocabulary), writing, vocabulary);
  const telling = teamPhrases(phrasesOf(texts), writing);
  const inside = insideWeights(incidence, team, input.counting ?? "paper");
  const members = byCore(incidence, team, teamCount, inside, input.authorIds);

  const papersNamed = writing.map((ofTeam) => namedAfterPaper(ofTeam, input));
  const covers = (field: TeamField) => field.coverage >= LEAST_COVERAGE && setsApart(field);
  const mostMass = fields.map((ofTeam) => Math.max(0, ...ofTeam.filter(({ broad }) => !broad).map(({ mass }) => mass)));
  const specific = matchFields(
    fields,
    (field, t) =>
      papersNamed[t] === null &&
      !field.broad &&
      covers(field) &&
      roundScore(field.mass / mostMass[t]) >= LEAST_OF_MOST_MASS,
  );
  const broad = matchFields(
    fields,
    (field, t) => papersNamed[t] === null && specific[t] === null && field.broad && covers(field),
  );

  const names = takenNames(vocabulary, specific);
  return writing.map((ofTeam, t) => {
    const phrases = telling.phrasesOf(ofTeam, PHRASES);
    const choice =
      namedAfterField(specific[t]) ??
      papersNamed[t] ??
      namedAfterPhrases(phrases, names.isFree, () => scriptOfTeam(ofTeam, papers)) ??
      namedAfterField(broad[t]) ??
      namedAfterPeople(members[t], input.authorNames);
    const name = specific[t] === null ? names.take(choice.name) : choice.name;
    const findings = { writing: ofTeam, fields: fields[t], phrases, members: members[t] };
    return { name, evidence: teamEvidence(choice, findings, input.paperIds, input.authorIds) };
  });
}

interface Choice extends NameSource {
  readonly name: string;
}

function namedAfterField(field: TeamField | null): Choice | null {
  return field === null ? null : { name: field.name, source: "field", coverage: field.coverage, massIn: field.massIn };
}

function namedAfterPaper(ofTeam: TeamWriting, { papers, paperIds }: TeamsToName): Choice | null {
  const { weight, largeWeight, largePapers } = ofTeam;
  // Rounded, since the last digits of the sums tell in which order the papers came.
  if (largeWeight === 0 || roundScore(largeWeight / (weight + largeWeight)) < MOSTLY_LARGE) return null;
  const [best] = largePapers
    .map(({ paper, share }) => ({ paper, share, name: shortTitle(papers[paper].title ?? "", MOST_LETTERS) }))
    .filter(({ name }) => name !== "")
    .sort((a, b) => b.share - a.share || byCodeUnit(paperIds[a.paper], paperIds[b.paper]));
  if (best === undefined) return null;
  const coverage = roundScore(best.share / (weight + largeWeight));
  return { name: best.name, source: "paper", coverage, massIn: new Map([[best.paper, 1]]) };
}

/**
 * The best phrase that is free; where it covers too little, the two best. The name of a system counts a third: it says
 * less of a team's subject than a common noun does. Two of different scripts side by side read badly: then the best of the
 * script that most of the team's papers are in stands alone.
 */
function namedAfterPhrases(
  phrases: readonly TeamPhrase[],
  isFree: (phrase: string) => boolean,
  ownScript: () => string | null,
): Choice | null {
  const value = ({ score, isName }: TeamPhrase) => (isName ? score / 3 : score);
  const free = phrases
    .filter((phrase) => setsApart(phrase) && isFree(phrase.phrase))
    .sort((a, b) => value(b) - value(a));
  const [best, second] = free;
  if (best === undefined) return null;
  if (best.coverage < LEAST_COVERAGE && second !== undefined && scriptOf(best.phrase) !== scriptOf(second.phrase)) {
    const own = ownScript();
    const { phrase, coverage, massIn } = free.find((one) => scriptOf(one.phrase) === own) ?? best;
    return { name: phrase, source: "phrase", coverage, massIn };
  }
  const both = second === undefined ? "" : `${best.phrase}, ${second.phrase}`;
  const name = best.coverage >= LEAST_COVERAGE || both === "" || both.length > MOST_LETTERS ? best.phrase : both;
  return { name, source: "phrase", coverage: best.coverage, massIn: best.massIn };
}

/** Whether a phrase or a field says what a team is about, and others are not. */
export function setsApart({ coverage, timesAsOften }: Pick<TeamPhrase, "coverage" | "timesAsOften">): boolean {
  const { ofSome, ofMost } = LEAST_TIMES_AS_OFTEN;
  return coverage >= LEAST_PHRASE_COVERAGE && timesAsOften >= (coverage >= LEAST_COVERAGE ? ofMost : ofSome);
}

/** The script that most of a team's titles are in, by the team's share of the papers; the first by name of equals. */
function scriptOfTeam({ papers: ofTeam }: TeamWriting, papers: readonly PaperText[]): string | null {
  const weights = new Map<string, number>();
  for (const { paper, share } of ofTeam) {
    const script = scriptOf(papers[paper].title ?? papers[paper].abstract ?? "");
    if (script !== null) weights.set(script, (weights.get(script) ?? 0) + share);
  }
  const [first] = [...weights].sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b));
  return first?.[0] ?? null;
}

/** "Ada Lovelace", "Ada Lovelace & Charles Babbage", or "Ada Lovelace & others". */
function namedAfterPeople(members: readonly number[], names: readonly string[]): Choice {
  const [first, second] = members.map((author) => names[author]);
  const others = members.length > 2 ? "others" : second;
  const name = others === undefined ? (first ?? "?") : `${first} & ${others}`;
  return { name, source: "person", coverage: 0, massIn: new Map() };
}

/** The names that teams have already; a field takes its synonyms with it, and a broad one is free to nobody. */
function takenNames(vocabulary: Vocabulary, given: readonly (TeamField | null)[]) {
  const fieldOf = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name, synonyms, broad } of vocabulary.fields) {
    for (const phrase of [name, ...synonyms]) {
      fieldOf.set(phraseKey(phrase), name);
      if (broad) taken.add(phraseKey(phrase));
    }
  }
  for (const field of given) if (field !== null) taken.add(field.name).add(phraseKey(field.name));

  return {
    isFree: (phrase: string) => {
      const key = phraseKey(phrase);
      const field = fieldOf.get(key);
      return !taken.has(key) && (field === undefined || !taken.has(field));
    },
    /** Takes the name, with a number behind it where another team has it, as two people of one name may. */
    take(name: string): string {
      let unique = name;
      for (let i = 2; taken.has(`name ${unique}`); i++) unique = `${name} (${i})`;
      taken.add(`name ${unique}`);
      for (const phrase of unique.split(", ")) taken.add(phraseKey(phrase));
      return unique;
    },
  };
}
