import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
import type { RecordAuthor } from "../model/record.ts";
import { fold } from "../model/text.ts";

/** So many different names must use a word in one way, and so many times as many as in the other, for it to be strong. */
const FREQUENT = 4;
const PREPONDERANT = 8;
/** The same of two names that are each other's swap, for both words together: that they are is evidence besides. */
const PREPONDERANT_OF_BOTH = 4;

/** On longer lists sharing a coauthor says little. */
const FEW_AUTHORS = 100;

/** A name of one given and one family name, folded. */
interface Pair {
  readonly given: string;
  readonly family: string;
}

/**
 * Tells names whose given and family name stand in each other's place, judged by the other names of the same collection
 * alone, and only where they are strong evidence; a rare name is never judged by what other languages do. A name is swapped
 * where
 *
 * - its given name is a frequent family name here and hardly ever a given name, and its family name the other way round; or
 * - the same two words stand the other way round as another author, on no fewer papers, and each of the two is used that way by
 *   yet another name: "Henry James" and "James Henry" alone may well be two people. So may "Chen Liang" and "Liang Chen", since
 *   both words are family names: they also have to share a coauthor, unless the second word is more often a given name.
 *
 * Names of more than two words are left alone: of three the first is often a syllable of a given name ("Moon Bin Yim").
 */
export function swapFinder(papers: readonly Paper[]): (author: RecordAuthor) => boolean {
  const asGiven = new Map<string, number>();
  const asFamily = new Map<string, number>();
  const names = new Map<string, number>();
  for (const paper of papers) {
    for (const author of paper.authors) {
      const pair = pairOf(author);
      if (pair === undefined) continue;
      const known = names.get(keyOf(pair)) ?? 0;
      names.set(keyOf(pair), known + 1);
      if (known > 0) continue;
      asGiven.set(pair.given, (asGiven.get(pair.given) ?? 0) + 1);
      asFamily.set(pair.family, (asFamily.get(pair.family) ?? 0) + 1);
    }
  }
  const given = (word: string): number => asGiven.get(word) ?? 0;
  const family = (word: string): number => asFamily.get(word) ?? 0;
  const isStrong = (uses: number, others: number): boolean => uses >= FREQUENT && uses >= PREPONDERANT * others;
  const bothWays = (pair: Pair): boolean => names.has(keyOf(reversed(pair)));
  const coauthors = coauthorsOf(papers, bothWays);
  const shareCoauthor = (pair: Pair): boolean => {
    const others = coauthors.get(keyOf(reversed(pair)));
    return [...(coauthors.get(keyOf(pair)) ?? [])].some((name) => others?.has(name) === true);
  };
  return (author) => {
    const pair = pairOf(author);
    if (pair === undefined || pair.given === pair.family) return false;
    // The name itself is no evidence for how it is used.
    const [used, other] = [given(pair.given) - 1, family(pair.family) - 1];
    if (isStrong(family(pair.given), used) && isStrong(given(pair.family), other)) return true;
    const round = names.get(keyOf(reversed(pair))) ?? 0;
    if (round < (names.get(keyOf(pair)) ?? 0)) return false;
    const [asFamilyBesides, asGivenBesides] = [family(pair.given) - 1, given(pair.family) - 1];
    if (asFamilyBesides < 1 || asGivenBesides < 1) return false;
    if (asFamilyBesides + asGivenBesides < PREPONDERANT_OF_BOTH * (used + other)) return false;
    return asGivenBesides >= other || shareCoauthor(pair);
  };
}

/** The coauthors of each name that is wanted, by its key; names of the same words in another order are one. */
function coauthorsOf(papers: readonly Paper[], isWanted: (pair: Pair) => boolean): Map<string, Set<string>> {
  const coauthors = new Map<string, Set<string>>();
  for (const { authors } of papers) {
    if (authors.length > FEW_AUTHORS) continue;
    const wanted = authors.flatMap((author) => {
      const pair = pairOf(author);
      return pair !== undefined && isWanted(pair) ? [{ author, key: keyOf(pair) }] : [];
    });
    if (wanted.length === 0) continue;
    const words = authors.map(({ name }) => name.split(" ").map(fold).sort(byCodeUnit).join(" "));
    for (const { author, key } of wanted) {
      const known = coauthors.get(key) ?? new Set();
      authors.forEach((other, i) => {
        if (other !== author) known.add(words[i]);
      });
      coauthors.set(key, known);
    }
  }
  return coauthors;
}

function reversed({ given, family }: Pair): Pair {
  return { given: family, family: given };
}

/** The parts as the source tells them, else the two words of a name that has no more. */
function pairOf({ name, given, family }: RecordAuthor): Pair | undefined {
  const words = given === undefined || family === undefined ? name.split(" ") : [given, family];
  if (words.length !== 2 || words.some((word) => word.includes(" ") || word.includes("."))) return undefined;
  const [first, last] = words.map(fold);
  // One letter is an initial, and says nothing of what it stands for.
  return first.length < 2 || last.length < 2 ? undefined : { given: first, family: last };
}

function keyOf({ given, family }: Pair): string {
  return `${given} ${family}`;
}
