import type { Counting } from "../model/counting.ts";
import type { PartEvidence } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { type Phrases, phrasesOf, phrasesOfTitles } from "./phrases.ts";
import { byCore } from "./team-evidence.ts";
import { setsApart } from "./team-names.ts";
import { insideWeights, type TeamWriting, writingOfTeams } from "./team-papers.ts";
import type { TeamParts } from "./team-parts.ts";
import { type TeamPhrase, teamPhrases } from "./team-phrases.ts";
import { type PaperText, readTexts } from "./text-units.ts";

export interface PartNaming {
  /** Its leading people; unique among the parts. */
  readonly name: string;
  readonly subject: string | null;
  readonly evidence: PartEvidence;
}

/** Papers and authors by row, as in `incidence`. */
export interface PartsToName extends TeamParts {
  readonly papers: readonly PaperText[];
  readonly incidence: Incidence;
  /** By paper. */
  readonly large: readonly boolean[];
  readonly authorIds: readonly string[];
  readonly authorNames: readonly string[];
  /** Ranks the leading people by tie weight. */
  readonly counting: Counting;
}

/** How much of each is kept. */
const MOST = { phrases: 5, core: 6 } as const;
/** What stands in fewer titles is nobody's subject, however small the part. */
const LEAST_TITLES = 3;

/**
 * Names the parts of teams: by the two with most tie weight inside, and by a subject where a phrase is in a tenth of the titles and sets them apart
 * from those of the rest of the team (see `setsApart`). Titles alone are read: a part differs from its team in what it works on, which they say, and
 * abstracts would cost as much as all names of teams do.
 */
export function nameParts(input: PartsToName): readonly PartNaming[] {
  const { papers, incidence, part, team, large, authorIds, authorNames, counting } = input;
  if (team.length === 0) return [];
  const own = Array.from(part, (p) => (p < 0 ? null : p));
  const writing = writingOfTeams(incidence, large, own, team.length);
  const core = byCore(incidence, own, team.length, insideWeights(incidence, own, counting), authorIds);
  const titles = phrasesOfTitles(phrasesOf(readTexts(papers)));
  const taken = new Set<string>();
  return rowsByTeam(team).flatMap(([from, to]) => {
    const ofTeam = writing.slice(from, to);
    const telling = teamPhrases(titles, ofTeam, titleUnits(titles, ofTeam));
    return ofTeam.map((ofPart, k): PartNaming => {
      const phrases = telling.phrasesOf(ofPart, MOST.phrases);
      const subject = phrases.find(isSubject);
      const leading = core[from + k];
      return {
        name: unique(peopleInWords(leading.map((author) => authorNames[author])), taken),
        subject: subject?.phrase ?? null,
        evidence: {
          coverage: subject?.coverage ?? 0,
          phrases: phrases
            .filter(({ massIn }) => massIn.size >= LEAST_TITLES)
            .map(({ phrase, score }) => ({ phrase, score })),
          core: leading.slice(0, MOST.core).map((author) => authorIds[author]),
        },
      };
    });
  });
}

function isSubject(phrase: TeamPhrase): boolean {
  return phrase.massIn.size >= LEAST_TITLES && setsApart(phrase);
}

/** First row of each divided team, and the row behind its last. */
function rowsByTeam(team: Uint32Array): [number, number][] {
  const rows: [number, number][] = [];
  for (let from = 0; from < team.length; ) {
    let to = from + 1;
    while (to < team.length && team[to] === team[from]) to++;
    rows.push([from, to]);
    from = to;
  }
  return rows;
}

/** Words in the titles of some papers, those of several parts counted for each. */
function titleUnits({ texts: { starts } }: Phrases, writing: readonly TeamWriting[]): number {
  let units = 0;
  for (const { papers } of writing) for (const { paper } of papers) units += starts[3 * paper + 1] - starts[3 * paper];
  return units;
}

/** "Ada Lovelace", "Ada Lovelace & Charles Babbage", "Ada Lovelace, Charles Babbage & others". */
export function peopleInWords([first = "?", second, ...others]: readonly string[]): string {
  if (second === undefined) return first;
  return others.length > 0 ? `${first}, ${second} & others` : `${first} & ${second}`;
}

/** Two people may have one name, and the parts that they lead have two. */
export function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let i = 2; taken.has(free); i++) free = `${name} (${i})`;
  taken.add(free);
  return free;
}
