import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { datasetFiles } from "../../src/dataset/write-dataset.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { DEFAULT_PARAMETERS } from "../../src/model/manifest.ts";
import { buildDataset } from "../../src/pipeline/build-dataset.ts";
import { readFolder, SEED_FILES, SEEDS } from "../read-folder.ts";

const GOLDEN = join(import.meta.dirname, "../golden/seeds");
const PUBLIC = join(import.meta.dirname, "../../public/data");

const dataset = buildDataset(readFolder(SEEDS, SEED_FILES), DEFAULT_PARAMETERS);

// `npm run golden` writes these anew; a change of them is a change of what users see, and is read before it is committed.
test.each([
  ["papers.txt", papersAsText],
  ["authors.txt", authorsAsText],
  ["teams.txt", teamsAsText],
  ["findings.txt", findingsAsText],
] as const)("the seeds give the %s that was read and agreed", async (file, asText) => {
  await expect(asText(dataset)).toMatchFileSnapshot(join(GOLDEN, file));
});

// `npm run data` writes it anew.
test("the dataset that the page opens with is what the seeds give, byte for byte", () => {
  const files = datasetFiles(dataset);
  expect(files.size).toBeGreaterThan(0);
  for (const [name, bytes] of files) {
    expect(readFileSync(join(PUBLIC, name)).equals(bytes), `public/data/${name} is what the seeds give`).toBe(true);
  }
});

function papersAsText({ papers, authorships, records }: Dataset): string {
  return papers.paperId
    .map((id, p) => {
      const names = authorships.name.slice(papers.firstAuthorship[p], papers.firstAuthorship[p] + papers.authors[p]);
      const from = records.paper.flatMap((paper, row) =>
        paper === p ? [`${records.file[row]}:${records.line[row]}`] : [],
      );
      return [
        `${id}  ${papers.date[p] ?? papers.year[p] ?? "no year"}${papers.large[p] ? "  large" : ""}`,
        `  ${papers.title[p] ?? "no title"}`,
        `  ${papers.venue[p] ?? "no venue"}`,
        `  fields: ${papers.fields[p].map((field) => field.name).join(", ") || "none"}`,
        `  from: ${from.join(", ")}`,
        `  ${names.length} authors: ${names.join(", ")}`,
        "",
      ].join("\n");
    })
    .join("\n");
}

function authorsAsText({ authors, teams, names }: Dataset): string {
  const forms: string[][] = authors.authorId.map(() => []);
  for (const [row, author] of names.author.entries()) forms[author].push(names.name[row]);
  return authors.authorId
    .map((id, a) => {
      const team = authors.team[a];
      const others = forms[a].filter((form) => form !== authors.name[a]);
      return [
        id,
        authors.name[a],
        `${authors.papers[a]} papers`,
        `${authors.coauthors[a]} coauthors`,
        team === null ? "no team" : teams.name[team],
        `agreement ${authors.agreement[a].toFixed(2)}`,
        `inside ${authors.inside[a].toFixed(2)}`,
        ...(others.length > 0 ? [`also ${others.join("; ")}`] : []),
      ].join("  ");
    })
    .map((line) => `${line}\n`)
    .join("");
}

function teamsAsText({ teams, authors, manifest }: Dataset): string {
  const { modularity, starts, agreeing } = manifest.communities.paper;
  const head = `modularity ${modularity.toFixed(4)}, ${agreeing} of ${starts} starts agree\n`;
  const blocks = teams.teamId.map((id, t) => {
    const { source, coverage, fields, phrases, papers, core } = teams.evidence[t];
    const members = authors.name.filter((_, a) => authors.team[a] === t);
    return [
      "",
      `${id}  ${teams.name[t]}  (${source}, covers ${coverage.toFixed(2)})`,
      `  ${teams.authors[t]} authors, ${teams.papers[t]} papers, agreement ${teams.agreement[t].toFixed(2)}`,
      `  fields: ${fields.map((field) => `${field.name} ${field.score.toFixed(3)}`).join(", ")}`,
      `  phrases: ${phrases.map((phrase) => `${phrase.phrase} ${phrase.score.toFixed(3)}`).join(", ")}`,
      `  papers: ${papers.map((paper) => `${paper.paper} ${paper.share.toFixed(2)}`).join(", ")}`,
      `  core: ${core.map((author) => authors.name[authors.authorId.indexOf(author)]).join(", ")}`,
      ...(members.length <= 50 ? [`  members: ${members.join(", ")}`] : []),
      "",
    ].join("\n");
  });
  return head + blocks.join("");
}

function findingsAsText({ findings }: Dataset): string {
  return findings.code
    .map((code, row) => {
      const place = [findings.file[row], findings.line[row]].filter((part) => part !== null).join(":");
      return `${findings.severity[row]}  ${code}  ${place || "-"}  ${findings.detail[row]}\n`;
    })
    .join("");
}
