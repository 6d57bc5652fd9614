import type { Finding } from "../model/finding.ts";
import type { IdentityCase, IdentityDecision, NameNode, Preset } from "../model/identity.ts";
import { byCodeUnit } from "../model/order.ts";
import type { Paper } from "../model/paper.ts";
import { sha256 } from "../model/sha256.ts";
import { displayName, foldedName, type NameForm, sameWords } from "./name-forms.ts";

export interface IdentifiedAuthor {
  /** `a` and 12 hex digits; the same as long as the name and, where it is split, its papers stay. */
  readonly id: string;
  readonly name: string;
  /** Ascending by code unit. */
  readonly forms: readonly NameForm[];
}

export interface Identity {
  /** Ascending by id. */
  readonly authors: readonly IdentifiedAuthor[];
  /** For each authorship, in the order of the papers and their author lists, its author's index. */
  readonly authorOf: Uint32Array;
  /** By folded name, then smallest paper id. */
  readonly nodes: readonly NameNode[];
  /** For each authorship, in the same order, its name node's index. */
  readonly nodeOf: Uint32Array;
  readonly authorOfNode: Uint32Array;
  /** By score descending, then a, then b. */
  readonly cases: readonly IdentityCase[];
  readonly findings: readonly Finding[];
}

export interface IdentityOptions {
  readonly decisions?: readonly IdentityDecision[];
  readonly preset?: Preset;
}

/** An authorship while it is being assigned. */
interface Mention {
  readonly index: number;
  readonly paper: Paper;
  readonly name: string;
  readonly otherForms: readonly string[];
}

/** Mentions that are one person, and the key that tells this person from all others. */
interface Group {
  readonly key: string;
  readonly mentions: readonly Mention[];
}

/**
 * Decides who is who: names that are equal once case, accents, hyphens and spaces are dropped are one author, and so are
 * names that records of one paper give to the same authorship in another word order. Two names of one paper are always
 * two people: a group that would join them is split by exact string, and a finding says so.
 *
 * `papers` must be sorted by id, as linking leaves them; then the result does not depend on the order of the input.
 */
export function identifyAuthors(papers: readonly Paper[], _options: IdentityOptions = {}): Identity {
  const mentions = papers.flatMap((paper) => paper.authors.map((author) => ({ paper, ...author })));
  const indexed: Mention[] = mentions.map((mention, index) => ({ ...mention, index }));

  const findings: Finding[] = [];
  const groups = joinWordOrders(groupByFold(indexed)).flatMap((group) => splitWhereTwoOnOnePaper(group, findings));

  const identified = withIds(groups);
  const authorOf = new Uint32Array(indexed.length);
  const authors = identified.map(({ id, group }, author): IdentifiedAuthor => {
    for (const mention of group.mentions) authorOf[mention.index] = author;
    const forms = nameForms(group.mentions);
    // Only a chosen record's form may stand for the author, so that another record's slip never does.
    const chosen = nameForms(group.mentions.map((mention) => ({ ...mention, otherForms: [] })));
    return { id, name: displayName(chosen), forms };
  });
  return { authors, authorOf, ...nameNodes(indexed, authorOf), cases: [], findings };
}

/** The authorships of one author under one folded name, as nodes. */
function nameNodes(
  mentions: readonly Mention[],
  authorOf: Uint32Array,
): Pick<Identity, "nodes" | "nodeOf" | "authorOfNode"> {
  const keyed = mentions.map((mention) => ({ mention, folded: foldedName(mention.name) }));
  const parts = [...groupBy(keyed, ({ mention, folded }) => `${authorOf[mention.index]} ${folded}`).values()];
  // Mentions are in the order of papers, so the first has the smallest paper id.
  parts.sort(([a], [b]) => byCodeUnit(a.folded, b.folded) || a.mention.index - b.mention.index);
  const nodeOf = new Uint32Array(mentions.length);
  const nodes = parts.map((part, node): NameNode => {
    for (const { mention } of part) nodeOf[mention.index] = node;
    const chosen = nameForms(part.map(({ mention }) => ({ ...mention, otherForms: [] })));
    return { name: displayName(chosen), folded: part[0].folded, authorships: part.length };
  });
  return { nodes, nodeOf, authorOfNode: Uint32Array.from(parts, ([{ mention }]) => authorOf[mention.index]) };
}

function groupByFold(mentions: readonly Mention[]): Group[] {
  const byKey = groupBy(mentions, (mention) => foldedName(mention.name));
  return [...byKey].map(([key, mentions]) => ({ key, mentions })).sort((a, b) => byCodeUnit(a.key, b.key));
}

/** Joins groups whose names stand for one authorship in different word orders, unless they have a paper in common. */
function joinWordOrders(groups: readonly Group[]): Group[] {
  const joined = [...groups];
  const placeOfKey = new Map(groups.map((group, place) => [group.key, place]));
  const movedTo = groups.map((_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (movedTo[root] !== root) root = movedTo[root];
    return root;
  };

  for (const { mentions } of groups) {
    for (const { name, otherForms } of mentions) {
      for (const form of otherForms) {
        const formPlace = placeOfKey.get(foldedName(form));
        if (formPlace === undefined || !sameWords(name, form)) continue;
        const here = rootOf(placeOfKey.get(foldedName(name)) ?? formPlace);
        const there = rootOf(formPlace);
        if (here === there || sharePaper(joined[here], joined[there])) continue;
        // Groups are sorted by key, so the smaller place has the smaller key: that one names the author.
        const [first, second] = here < there ? [here, there] : [there, here];
        const mentionsOfBoth = [...joined[first].mentions, ...joined[second].mentions];
        joined[first] = { key: joined[first].key, mentions: mentionsOfBoth.sort((a, b) => a.index - b.index) };
        movedTo[second] = first;
      }
    }
  }
  return joined.filter((_, place) => movedTo[place] === place);
}

function sharePaper(one: Group, other: Group): boolean {
  const papers = new Set(one.mentions.map((mention) => mention.paper.id));
  return other.mentions.some((mention) => papers.has(mention.paper.id));
}

function splitWhereTwoOnOnePaper(group: Group, findings: Finding[]): Group[] {
  if (!hasTwoOnOnePaper(group.mentions)) return [group];
  const byString = groupBy(group.mentions, (mention) => mention.name);
  const names = [...byString.keys()].sort(byCodeUnit);
  const on = twoOnOnePaper(group.mentions);
  findings.push({
    code: "name-split",
    severity: "note",
    detail:
      names.length > 1
        ? `${names.map((name) => `"${name}"`).join(" and ")} would be one author by name, but stand together on ${on}: they are kept apart by exact spelling.`
        : `"${names[0]}" stands more than once on ${on}: each is kept as an author of their own.`,
  });
  return names.flatMap((name) => splitRepeats(group.key, name, byString.get(name) ?? []));
}

/** The same string twice on one paper: the first of each paper are one author, and every repeat is another. */
function splitRepeats(key: string, name: string, mentions: readonly Mention[]): Group[] {
  const seen = new Map<string, number>();
  const byRepeat = groupBy(mentions, (mention) => {
    const repeat = seen.get(mention.paper.id) ?? 0;
    seen.set(mention.paper.id, repeat + 1);
    return repeat;
  });
  return [...byRepeat].map(([repeat, mentions]) => {
    const smallestPaper = mentions.map((mention) => mention.paper.id).sort(byCodeUnit)[0];
    // Beyond the smallest paper_id: two spellings split from each other may have that paper in common.
    return { key: [key, smallestPaper, name, ...(repeat > 0 ? [repeat] : [])].join("\n"), mentions };
  });
}

function hasTwoOnOnePaper(mentions: readonly Mention[]): boolean {
  return new Set(mentions.map((mention) => mention.paper.id)).size < mentions.length;
}

/** The smallest paper id that has two of the mentions. */
function twoOnOnePaper(mentions: readonly Mention[]): string {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const { paper } of mentions) {
    if (seen.has(paper.id)) twice.push(paper.id);
    seen.add(paper.id);
  }
  return twice.sort(byCodeUnit)[0];
}

/** Gives ids by the SHA-256 of the key; should 48 bits ever meet, the later key is hashed again until it is free. */
function withIds(groups: readonly Group[]): { id: string; group: Group }[] {
  const taken = new Set<string>();
  return groups
    .toSorted((a, b) => byCodeUnit(a.key, b.key))
    .map((group) => {
      let key = group.key;
      let id: string;
      do {
        const digest = sha256(key);
        id = `a${digest.slice(0, 12)}`;
        key = digest;
      } while (taken.has(id));
      taken.add(id);
      return { id, group };
    })
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

function nameForms(mentions: readonly Mention[]): NameForm[] {
  const counts = new Map<string, number>();
  for (const { name, otherForms } of mentions) {
    for (const form of new Set([name, ...otherForms])) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].map(([name, authorships]) => ({ name, authorships })).sort((a, b) => byCodeUnit(a.name, b.name));
}

/** `Map.groupBy`, which Node 20 lacks. */
function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
