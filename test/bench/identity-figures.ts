import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Identity, settle } from "../../src/identity/identify-authors.ts";
import { weighNames } from "../../src/identity/weigh-names.ts";
import { PRESETS } from "../../src/model/identity.ts";
import type { Paper } from "../../src/model/paper.ts";
import { fold } from "../../src/model/text.ts";
import { generatedPapers } from "./generated-papers.ts";
import { papersIn } from "./identity-papers.ts";
import { type Gold, type Score, scoresOf } from "./identity-score.ts";

/*
 * How well authors are told apart and together on the ACL Anthology, against people checked by hand, by names, titles,
 * venues, years and coauthors alone; and how fast, also on a million invented authorships. Wanted on one idle core: 3 s
 * for the Anthology's 389k authorships, 10 s and 1 GB in all for the million. Run it with `npm run bench:identity`. It takes the corpora from
 * COTERIE_CORPORA, or from where the tests look for them; COTERIE_ACL names a folder with the unpacked XML files.
 */

const corpora = process.env.COTERIE_CORPORA ?? join(process.cwd(), "../shared/corpora");

function anthology(): { folder: string; done: () => void } {
  const unpacked = process.env.COTERIE_ACL;
  if (unpacked !== undefined) return { folder: unpacked, done: () => {} };
  const folder = mkdtempSync(join(tmpdir(), "coterie-acl-"));
  const { status } = spawnSync("tar", ["-xJf", join(corpora, "acl-anthology.tar.xz"), "-C", folder], {
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("The Anthology could not be unpacked.");
  return { folder, done: () => rmSync(folder, { recursive: true }) };
}

function goldOf(papers: readonly Paper[]): Gold {
  const first = new Map<string, number>();
  let count = 0;
  for (const paper of papers) {
    first.set(paper.id, count);
    count += paper.authors.length;
  }
  const rows = gunzipSync(readFileSync(join(corpora, "acl-gold-dev.tsv.gz")))
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  const authorships: number[] = [];
  const persons: string[] = [];
  const names: string[] = [];
  for (const row of rows) {
    const [paper, position, name, person] = row.split("\t");
    authorships.push((first.get(paper) ?? Number.NaN) + Number(position));
    names.push(name);
    persons.push(person);
  }
  return { authorships, persons, names };
}

/** One author for each key that a name has. */
function authorsBy(papers: readonly Paper[], keyOf: (name: string) => string): Uint32Array {
  const authors = new Map<string, number>();
  return Uint32Array.from(
    papers.flatMap((paper) =>
      paper.authors.map(({ name }) => {
        const key = keyOf(name);
        const author = authors.get(key) ?? authors.size;
        authors.set(key, author);
        return author;
      }),
    ),
  );
}

function cpuSeconds<Result>(run: () => Result): [Result, number] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const figures = ({ precision, recall, f1 }: Score): string =>
  [precision, recall, f1].map((x) => x.toFixed(2).padStart(6)).join(" ");

function show(label: string, gold: Gold, authorOf: Uint32Array): void {
  for (const { view, authorships, pairs, bCubed } of scoresOf(gold, authorOf)) {
    write(
      `${label.padEnd(13)} ${view.padEnd(10)} ${String(authorships).padStart(7)}   ${figures(pairs)}   ${figures(bCubed)}`,
    );
  }
}

/** Per relation: cases, merges, and of these what the gold says, as far as it knows one of the two. */
function showRelations(gold: Gold, identity: Identity): void {
  const personsOfNode = new Map<number, Set<string>>();
  gold.authorships.forEach((authorship, i) => {
    const node = identity.nodeOf[authorship];
    const persons = personsOfNode.get(node) ?? new Set<string>();
    persons.add(gold.persons[i]);
    personsOfNode.set(node, persons);
  });
  const rows = new Map<string, { cases: number; merged: number; confirmed: number; denied: number }>();
  for (const { a, b, relation, outcome } of identity.cases) {
    const row = rows.get(relation) ?? { cases: 0, merged: 0, confirmed: 0, denied: 0 };
    rows.set(relation, row);
    row.cases++;
    if (outcome !== "merged") continue;
    row.merged++;
    const [one, other] = [personsOfNode.get(a), personsOfNode.get(b)];
    if (one === undefined && other === undefined) continue;
    if ([...(one ?? [])].some((person) => other?.has(person))) row.confirmed++;
    else row.denied++;
  }
  write(`\n${"relation".padEnd(20)}   cases  merged  confirmed  denied`);
  for (const [relation, { cases, merged, confirmed, denied }] of [...rows].sort((a, b) => b[1].merged - a[1].merged)) {
    write(
      `${relation.padEnd(20)} ${String(cases).padStart(7)} ${String(merged).padStart(7)} ${String(confirmed).padStart(10)} ${String(denied).padStart(7)}`,
    );
  }
}

function theAnthology(): void {
  if (!existsSync(join(corpora, "acl-gold-dev.tsv.gz"))) throw new Error(`There are no corpora at ${corpora}.`);
  const { folder, done } = anthology();
  const papers = papersIn(folder);
  done();
  const gold = goldOf(papers);
  write(`${"".padEnd(13)} ${"view".padEnd(10)}  number   pair P      R     F1     B3 P      R     F1`);
  show(
    "exact string",
    gold,
    authorsBy(papers, (name) => name),
  );
  show("string fold", gold, authorsBy(papers, fold));
  const [weighed, weighing] = cpuSeconds(() => weighNames(papers));
  for (const preset of PRESETS) {
    const [identity, settling] = cpuSeconds(() => settle(weighed, preset));
    show(preset, gold, identity.authorOf);
    if (preset !== "normal") continue;
    showRelations(gold, identity);
    const count = identity.authorOf.length;
    write(
      `\n${count} authorships: weighed in ${weighing.toFixed(1)} CPU s, settled in ${settling.toFixed(1)} CPU s; at most ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB with the papers\n`,
    );
  }
}

/** The million in a process of its own, whose memory holds nothing else: `argv` names it. */
function million(): void {
  const invented = generatedPapers(1_000_000);
  const [weighed, weighing] = cpuSeconds(() => weighNames(invented));
  const [{ authorOf, authors }, settling] = cpuSeconds(() => settle(weighed, "normal"));
  write(
    `${authorOf.length} invented authorships, ${authors.length} authors: weighed in ${weighing.toFixed(1)} CPU s, settled in ${settling.toFixed(1)} CPU s; at most ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB with the papers`,
  );
}

if (process.argv[2] === "million") million();
else {
  theAnthology();
  spawnSync(process.execPath, [...process.execArgv, process.argv[1], "million"], { stdio: "inherit" });
}
