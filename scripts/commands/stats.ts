import { snakeCase } from "../../src/dataset/shape.ts";
import { COUNTING } from "../../src/model/counting.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { formatName } from "../../src/model/format-names.ts";
import { METHOD_NAMES } from "../../src/scene/methods-sentence.ts";
import { yearSpan } from "../../src/scene/wording.ts";
import type { Command } from "../arguments.ts";
import { counted } from "../counted.ts";
import { IDENTITY_OPTIONS, openDecided } from "../identity-options.ts";
import { PARAMETER_OPTIONS } from "../parameters.ts";
import { oneLine, plainJson } from "../terminal.ts";

export const stats: Command = {
  name: "stats",
  summary: "show a dataset's counts, teams and modularity",
  usage: "stats <dataset> [options]",
  options: {
    json: { help: "as one JSON object" },
    preset: PARAMETER_OPTIONS.preset,
    ...IDENTITY_OPTIONS,
  },
  examples: [
    ["coterie stats map", "as text"],
    ["coterie stats map --json", "for programs"],
    ["coterie stats map --preset strict", "as it would be if names were joined less readily"],
  ],
  async run(invocation) {
    const { values, terminal } = invocation;
    const { dataset } = await openDecided(invocation);
    await terminal.print(values.has("json") ? [`${plainJson(asJson(dataset), 2)}\n`] : asText(dataset));
  },
};

function asJson({ manifest, papers, teams }: Dataset): object {
  const { parameters, counts, findings, inputs, communities } = manifest;
  return {
    parameters: snake(parameters),
    counts: snake(counts),
    years: yearsOf(papers.year),
    communities,
    ...(manifest.network === undefined ? {} : { network: snake(manifest.network) }),
    teams: teams.teamId.map((id, row) => ({
      id,
      name: teams.name[row],
      authors: teams.authors[row],
      papers: teams.papers[row],
      first_year: teams.firstYear[row],
      last_year: teams.lastYear[row],
    })),
    findings,
    inputs,
  };
}

function snake(object: object): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [snakeCase(key), value]));
}

function* asText({ manifest, papers, teams }: Dataset): Generator<string> {
  const { counts, parameters, communities } = manifest;
  const { modularity, method, starts, agreeing } = communities[parameters.counting];
  const [first, last] = yearsOf(papers.year) ?? [];
  const span = yearSpan(first ?? null, last ?? null);
  const years = span === null ? "" : `, ${span}`;
  if (manifest.network !== undefined)
    yield `A ready network (${oneLine(formatName(manifest.network.format))}) that came without papers\n`;
  yield `${counted(counts.papers, "paper")}, ${counted(counts.authors, "author")}, ${counted(counts.teams, "team")}${years}\n`;
  yield `${counted(counts.records, "record")}, ${counted(counts.authorships, "authorship")}, `;
  yield `${counted(counts.nameForms, "name form")}, ${counted(counts.coauthorships, "coauthorship")}\n`;
  yield `${counts.papersWithoutAuthors} without authors, ${counts.largePapers} large `;
  yield `(more than ${counted(parameters.largePaper, "author")})\n`;
  const counting =
    manifest.network === undefined ? `Counting ${COUNTING[parameters.counting].name}` : "Weights as given";
  const isPotts = parameters.quality === "cpm";
  yield `${counting}, ${isPotts ? "constant Potts model, " : ""}resolution ${parameters.resolution}${isPotts ? " a pair" : ""}: `;
  yield `modularity ${modularity.toFixed(3)}${isPotts ? " at resolution 1" : ""}, reached by ${agreeing} of ${starts} `;
  yield `starts of ${METHOD_NAMES[method]} from seed ${parameters.seed}\n`;

  if (teams.rowCount > 0) yield "\nTeams (authors, papers)\n";
  for (let row = 0; row < teams.rowCount; row++) {
    const numbers = `${String(teams.authors[row]).padStart(7)} ${String(teams.papers[row]).padStart(6)}`;
    yield `${numbers}  ${oneLine(teams.name[row])}\n`;
  }
  if (manifest.findings.length > 0) yield "\nFindings\n";
  for (const { code, severity, count } of manifest.findings) {
    yield `${String(count).padStart(7)} ${severity.padEnd(7)} ${oneLine(code)}\n`;
  }
}

function yearsOf(years: readonly (number | null)[]): [number, number] | null {
  let span: [number, number] | null = null;
  for (const year of years) {
    if (year !== null) span = span === null ? [year, year] : [Math.min(span[0], year), Math.max(span[1], year)];
  }
  return span;
}
