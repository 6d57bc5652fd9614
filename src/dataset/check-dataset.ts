import type { Dataset, Partition } from "../model/dataset.ts";
import type { Manifest } from "../model/manifest.ts";
import { checkIdentity } from "./check-identity.ts";
import { checkParts } from "./check-parts.ts";
import { columnsOf, fileOf, type TableName } from "./columns.ts";
import { DatasetError } from "./dataset-error.ts";
import { MANIFEST_FILE } from "./manifest-file.ts";

/**
 * What holds between the columns of a dataset: counts, row numbers, order, the rows of each paper. Throws `DatasetError`
 * at the first thing that does not hold. The columns by themselves are checked by `readTable`.
 */
export function checkDataset(dataset: Dataset): void {
  checkCounts(dataset);
  checkRowNumbers(dataset);
  checkOrder(dataset);
  checkAuthorships(dataset);
  checkIdentity(dataset);
  checkParts(dataset);
  checkVariantRows(dataset);
  checkMembers(dataset);
}

function checkCounts({ manifest, ...dataset }: Dataset): void {
  const { counts } = manifest;
  const rows: readonly (readonly [TableName, number, number])[] = [
    ["papers", dataset.papers.rowCount, counts.papers],
    ["authorships", dataset.authorships.rowCount, counts.authorships],
    ["names", dataset.names.rowCount, counts.nameForms],
    ["nodes", dataset.nodes.rowCount, counts.nodes],
    ["cases", dataset.cases.rowCount, counts.cases],
    ["decisions", dataset.decisions.rowCount, counts.decisions],
    ["records", dataset.records.rowCount, counts.records],
    ["authors", dataset.authors.rowCount, counts.authors],
    ["teams", dataset.teams.rowCount, counts.teams],
    ["parts", dataset.parts.rowCount, counts.parts],
    ["coauthorships", dataset.coauthorships.rowCount, counts.coauthorships],
    ["findings", dataset.findings.rowCount, counts.findings],
  ];
  for (const [table, found, counted] of rows) {
    if (found !== counted)
      throw new DatasetError(fileOf(table), `it has ${found} rows, the manifest counts ${counted}.`);
  }
  const large = dataset.papers.large.filter(Boolean).length;
  if (large !== counts.largePapers) {
    throw new DatasetError(MANIFEST_FILE, `it counts ${counts.largePapers} large papers where there are ${large}.`);
  }
  const without = dataset.papers.authors.filter((count) => count === 0).length;
  if (without !== counts.papersWithoutAuthors) {
    throw new DatasetError(
      MANIFEST_FILE,
      `it counts ${counts.papersWithoutAuthors} papers without authors where there are ${without}.`,
    );
  }
}

/** Every foreign key is a row of its table. */
function checkRowNumbers(dataset: Dataset): void {
  const tables = ["authorships", "names", "nodes", "cases", "records", "authors", "parts", "coauthorships"] as const;
  for (const table of tables) {
    for (const { key, name, refersTo } of columnsOf(table)) {
      if (refersTo === undefined) continue;
      const values: ArrayLike<number | null> = Reflect.get(dataset[table], key);
      const rows = dataset[refersTo].rowCount;
      for (let row = 0; row < values.length; row++) {
        const value = values[row];
        if (value !== null && value >= rows) {
          throw new DatasetError(fileOf(table), `${name} in row ${row} is ${value}, and ${refersTo} has ${rows} rows.`);
        }
      }
    }
  }
}

function checkOrder({ manifest, papers, authors, teams, coauthorships }: Dataset): void {
  ascending("papers", "paper_id", papers.paperId);
  ascending("authors", "author_id", authors.authorId);
  checkTeamIds("teams", teams.teamId, manifest);
  const { a, b, rowCount } = coauthorships;
  for (let row = 0; row < rowCount; row++) {
    const sorted = row === 0 || a[row] > a[row - 1] || (a[row] === a[row - 1] && b[row] > b[row - 1]);
    if (a[row] >= b[row] || !sorted) {
      throw new DatasetError(fileOf("coauthorships"), `row ${row} is out of order: a < b, sorted by a, then b.`);
    }
  }
}

function ascending(table: TableName, column: string, ids: readonly string[]): void {
  const wrong = ids.findIndex((id, row) => row > 0 && id <= ids[row - 1]);
  if (wrong >= 0)
    throw new DatasetError(fileOf(table), `${column} in row ${wrong} does not come after the one before.`);
}

/** The authorships of each paper stand together, by position from 0, and nobody stands twice on one paper. */
function checkAuthorships({ papers, authorships, authors }: Dataset): void {
  const lastPaper = new Int32Array(authors.rowCount).fill(-1);
  let next = 0;
  for (let paper = 0; paper < papers.rowCount; paper++) {
    const first = papers.firstAuthorship[paper];
    const count = papers.authors[paper];
    if (first !== next || count > authorships.rowCount - next) {
      throw new DatasetError(
        fileOf("papers"),
        `first_authorship or authors in row ${paper} do not fit the authorships.`,
      );
    }
    for (let position = 0; position < count; position++, next++) {
      const author = authorships.author[next];
      if (authorships.paper[next] !== paper || authorships.position[next] !== position) {
        throw new DatasetError(fileOf("authorships"), `row ${next} is not author ${position} of paper ${paper}.`);
      }
      if (lastPaper[author] === paper) {
        throw new DatasetError(fileOf("authorships"), `row ${next} names author ${author} a second time on one paper.`);
      }
      lastPaper[author] = paper;
    }
  }
  if (next !== authorships.rowCount) throw new DatasetError(fileOf("authorships"), "some rows belong to no paper.");
}

function checkVariantRows({ manifest, authors, variants }: Dataset): void {
  for (const variant of Object.values<Partition>(variants)) {
    if (variant.team.length !== authors.rowCount) {
      throw new DatasetError(fileOf("variantAuthors"), "it does not have every author once for each scheme.");
    }
    const outside = variant.team.findIndex((team) => team !== null && team >= variant.teams.rowCount);
    if (outside >= 0) {
      throw new DatasetError(fileOf("variantAuthors"), `team of author ${outside} is no row of variant_teams.`);
    }
    checkTeamIds("variantTeams", variant.teams.teamId, manifest);
  }
}

/** Teams are numbered from 0; a sheet has some of those of the whole, in order. */
function checkTeamIds(table: TableName, ids: readonly string[], { sheet }: Manifest): void {
  let before = -1;
  for (const [row, id] of ids.entries()) {
    const number = sheet === undefined ? row : Number(/^t(\d{1,9})$/.exec(id)?.[1] ?? Number.NaN);
    if (id !== `t${number}` || !(number > before)) {
      const wanted = sheet === undefined ? `t${row}` : "a team's, after the one before";
      throw new DatasetError(fileOf(table), `team_id in row ${row} is not ${wanted}.`);
    }
    before = number;
  }
}

function checkMembers({ manifest: { sheet }, authors }: Dataset): void {
  const wrong = sheet?.members.findIndex(
    (member, i, members) => member >= authors.rowCount || (i > 0 && member <= members[i - 1]),
  );
  if (wrong !== undefined && wrong >= 0) {
    throw new DatasetError(MANIFEST_FILE, `member ${wrong} of the sheet is no author after the one before.`);
  }
}
