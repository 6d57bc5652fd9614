/** A name that a paper gives to what it built, and how surely: the paper's own, or only spoken of in it. */
export interface SystemName {
  readonly name: string;
  /** In the title, or introduced by the abstract as the paper's own work. */
  readonly own: boolean;
}

/** Words of a title before a colon are a name when there are no more than this many: "Hop Sampling: A Simple …". */
const TITLE_NAME_WORDS = 4;
const WORDS_IN_A_NAME = 6;
/** Words as they stand in running text, with the hyphens and dots inside them: "k-SALSA", "GPT-3", "word2vec". */
const WORD = /[\p{L}\p{N}]+(?:[-.+][\p{L}\p{N}]+)*/gu;
const PROPOSING = new Set([
  "propose",
  "proposed",
  "introduce",
  "introduced",
  "present",
  "presented",
  "describe",
  "release",
]);
const SMALL_WORDS = new Set(["a", "an", "the", "our", "new", "novel", "simple"]);

/**
 * The systems, models and data sets that a paper names: the title up to its colon, words written unlike words (HyperCLOVA,
 * MH-Aug, GPT-3), and what follows "we propose". A name with a plural (GNNs) is a kind of thing, and left out unless the
 * paper introduces it. In the order of appearance, each once.
 */
export function systemNames(title: string | null, abstract: string | null): SystemName[] {
  const found = new Map<string, SystemName>();
  const add = (name: string, own: boolean) => {
    const known = found.get(name);
    if (known === undefined || (own && !known.own)) found.set(name, { name, own });
  };
  const head = titleName(title);
  if (head !== null) add(head, true);
  for (const name of properNames(title ?? "")) add(name, true);

  const text = abstract ?? "";
  for (const name of proposedNames(text)) add(name, true);
  const plurals = new Set(
    [...text.matchAll(WORD)]
      .map(([word]) => word)
      .filter(isPlural)
      .map((word) => word.slice(0, -1)),
  );
  for (const name of properNames(text)) if (!plurals.has(name) && !found.has(name)) add(name, false);
  return [...found.values()];
}

/** The title up to its colon, when that is short enough to be a name. */
function titleName(title: string | null): string | null {
  const colon = title?.search(/[:：]/u) ?? -1;
  if (title === null || colon <= 0) return null;
  const head = title.slice(0, colon).trim();
  return head.split(" ").length <= TITLE_NAME_WORDS ? head : null;
}

/**
 * Words that are written unlike ordinary words. A single letter after them belongs to them: a paper that speaks of nothing
 * but "HyperCLOVA X" does not name HyperCLOVA.
 */
function properNames(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (!isProperName(word)) continue;
    const after = text.slice(match.index + word.length, match.index + word.length + 3);
    names.push(/^ [B-HJ-Z](?![\p{L}\p{N}])/u.test(after) ? word + after.slice(0, 2) : word);
  }
  return names;
}

/** "GNNs" */
function isPlural(word: string): boolean {
  return /^\p{Lu}{2,}s$/u.test(word);
}

/** Some part between hyphens has two capitals or a capital after a small letter, or the word mixes letters and digits. */
function isProperName(word: string): boolean {
  if (/^\d/.test(word) || isPlural(word)) return false;
  if (/\p{L}\d+\p{L}/u.test(word)) return true;
  return word.split("-").some((part) => /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}/u.test(part));
}

/** What follows "we propose": the capitalised words of it, and the short form in brackets behind them. */
function proposedNames(text: string): string[] {
  const names: string[] = [];
  for (const sentence of text.split(/(?<=[.;!?])\s/u)) {
    const words = sentence.split(" ");
    const verb = words.findIndex((word) => PROPOSING.has(word.toLowerCase()));
    if (verb < 0) continue;
    names.push(...capitalisedRun(words.slice(verb + 1)));
    // "a new method Heterogeneous Graph Propagation (HGP)": what a proposing sentence puts in brackets is its own.
    words.forEach((word, i) => {
      const short = /^\(([^()]{2,20})\)/u.exec(word)?.[1];
      if (short !== undefined && isProperName(short)) names.push(...capitalisedBefore(words, i), short);
    });
  }
  return names;
}

/** The first run of capitalised words, when it stands at the beginning but for articles: "a Deformable Graph Transformer". */
function capitalisedRun(words: readonly string[]): string[] {
  let start = 0;
  while (start < words.length && SMALL_WORDS.has(words[start].toLowerCase())) start++;
  const run: string[] = [];
  for (const word of words.slice(start, start + WORDS_IN_A_NAME)) {
    const bare = word.replace(/[,.;:]$/u, "");
    const capital = /^\p{Lu}/u.test(bare) || isProperName(bare);
    if (!capital || bare.startsWith("(")) break;
    run.push(bare);
    if (bare !== word) break;
  }
  return run.length > 0 ? [run.join(" ")] : [];
}

/** The capitalised words right before a bracket, when there are at least two: what the short form stands for. */
function capitalisedBefore(words: readonly string[], bracket: number): string[] {
  let start = bracket;
  while (start > 0 && bracket - start < WORDS_IN_A_NAME && /^\p{Lu}[^,.;:]*$/u.test(words[start - 1])) start--;
  return bracket - start < 2 ? [] : [words.slice(start, bracket).join(" ")];
}
