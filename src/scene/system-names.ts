/** A name that a paper gives to what it built, and how surely: the paper's own, or only spoken of in it. */
export interface SystemName {
  readonly name: string;
  /** In the title, or introduced by the abstract as the paper's own work. */
  readonly own: boolean;
}

/** Words of a title before a colon are a name when there are no more than this many: "Hop Sampling: A Simple …". */
const TITLE_NAME_WORDS = 4;
const WORDS_IN_A_NAME = 6;
/** A word as it stands in running text, with the hyphens and dots inside it: "k-SALSA", "GPT-3", "word2vec". */
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
/** What all of these begin with. */
const PROPOSAL = /propos|introduc|present|describ|releas/gi;
const SENTENCE_BREAK = /(?<=[.;!?])\s/gu;
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
  for (const name of properNames(title ?? "", unusualWords(title ?? ""))) add(name, true);

  const text = abstract ?? "";
  for (const name of proposedNames(text)) add(name, true);
  const unusual = unusualWords(text);
  const plurals = new Set(unusual.filter(({ word }) => isPlural(word)).map(({ word }) => word.slice(0, -1)));
  for (const name of properNames(text, unusual)) if (!plurals.has(name) && !found.has(name)) add(name, false);
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
function properNames(text: string, unusual: readonly WordAt[]): string[] {
  const names: string[] = [];
  for (const { word, at } of unusual) {
    if (!isProperName(word)) continue;
    const after = text.slice(at + word.length, at + word.length + 4);
    names.push(/^ [B-HJ-Z](?![\p{L}\p{N}])/u.test(after) ? word + after.slice(0, 2) : word);
  }
  return names;
}

interface WordAt {
  readonly word: string;
  /** Where in its text it begins. */
  readonly at: number;
}

/**
 * The words that may be proper names or plurals of such, left to right: those with a capital or digit inside. Most words have
 * none, and a walk over the letters passes them by.
 */
function unusualWords(text: string): WordAt[] {
  const words: WordAt[] = [];
  let from = 0;
  for (let at = 1; at < text.length; at++) {
    if (kindOf(text.charCodeAt(at)) < UNUSUAL || kindOf(text.charCodeAt(at - 1)) < JOINER) continue;
    WORD.lastIndex = beginOfWord(text, at, from);
    let found = WORD.exec(text);
    // Half a letter is none, and ends a word before it.
    while (found !== null && WORD.lastIndex <= at) found = WORD.exec(text);
    if (found === null) break;
    from = WORD.lastIndex;
    words.push({ word: found[0], at: found.index });
    at = Math.max(at, from);
  }
  return words;
}

/** Where the word around `at` begins, which is no earlier than `least`. */
function beginOfWord(text: string, at: number, least: number): number {
  let begin = at;
  for (let before = begin - 1; before >= least; before--) {
    if (kindOf(text.charCodeAt(before)) >= LETTER) begin = before;
    // Between two parts of a word stands one sign.
    else if (before === least || !/[-.+]/.test(text[before]) || kindOf(text.charCodeAt(before - 1)) < LETTER) break;
  }
  return begin;
}

/** Kinds of characters: others; dot and plus, which a capital may follow inside a word; letters; capitals and digits. */
const OTHER = 1;
const JOINER = 2;
const LETTER = 3;
const UNUSUAL = 4;
/** Of the characters met so far; 0 is unknown. */
const kinds = new Uint8Array(65_536);

function kindOf(code: number): number {
  if (kinds[code] === 0) kinds[code] = findKind(code);
  return kinds[code];
}

function findKind(code: number): number {
  const character = String.fromCharCode(code);
  // Halves of letters beyond the basic plane are looked at with their words.
  if (/[\p{Lu}\p{N}\ud800-\udfff]/u.test(character)) return UNUSUAL;
  if (/\p{L}/u.test(character)) return LETTER;
  return /[.+]/.test(character) ? JOINER : OTHER;
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
  for (const sentence of proposingSentences(text)) {
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

/** The sentences with a word of proposing in them; most have none, and are not looked at. */
function* proposingSentences(text: string): Generator<string> {
  let breaks: number[] | null = null;
  let next = 0;
  PROPOSAL.lastIndex = 0;
  for (let met = PROPOSAL.exec(text); met !== null; met = PROPOSAL.exec(text)) {
    const { index } = met;
    breaks ??= Array.from(text.matchAll(SENTENCE_BREAK), (found) => found.index);
    while (next < breaks.length && breaks[next] < index) next++;
    const end = breaks[next] ?? text.length;
    yield text.slice(next === 0 ? 0 : breaks[next - 1] + 1, end);
    PROPOSAL.lastIndex = end;
  }
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
