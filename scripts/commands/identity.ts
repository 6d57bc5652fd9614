import { incidenceOfDataset } from "../../src/dataset/tie-papers.ts";
import type { ReadDecisions } from "../../src/identity/decisions.ts";
import { linkRecords } from "../../src/ingest/link-records.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { identityDataset } from "../../src/pipeline/identity-dataset.ts";
import { type IdentitySummary, identitySummary } from "../../src/pipeline/identity-summary.ts";
import { papersOfDataset } from "../../src/pipeline/papers-of-dataset.ts";
import type { Reading } from "../../src/pipeline/reading.ts";
import { authorsCalled, explainAuthor, namesLike } from "../../src/scene/explain-name.ts";
import { type Command, type Invocation, textOption } from "../arguments.ts";
import { CommandError, UsageError } from "../command-error.ts";
import { decidedOf, IDENTITY_OPTIONS, openDecided, readDecided, warnOf } from "../identity-options.ts";
import { explainedText, suggestionRows, suggestions, summaryText } from "../identity-text.ts";
import { INPUT_OPTIONS, READING_OPTIONS } from "../input-options.ts";
import { isDataset } from "../open-dataset.ts";
import { PARAMETER_OPTIONS, parametersOf } from "../parameters.ts";
import { readInputs } from "../read-inputs.ts";
import { plainJson, snakeJson } from "../terminal.ts";

export const identity: Command = {
  name: "identity",
  summary: "tell who is who: how names were joined and told apart, why, and what is doubtful",
  usage: "identity <dataset, or files, folders, globs, -> [options]",
  details:
    "Without --suggest and --explain it counts. --suggest lists what is doubtful, most doubtful and of most consequence first: " +
    'write "same" or "different" into its first column and give the file back with --identity.',
  options: {
    suggest: { help: "the doubtful cases as tab-separated values, for review" },
    explain: { value: "name", help: "every name form of whoever is called so, and why they are one" },
    json: { help: "as JSON" },
    preset: PARAMETER_OPTIONS.preset,
    ...IDENTITY_OPTIONS,
    ...INPUT_OPTIONS,
  },
  examples: [
    ["coterie identity papers.bib", "how many people, by which evidence"],
    ['coterie identity map --explain "Jung-Woo Ha"', "why these names are one person"],
    ["coterie identity map --suggest > review.tsv", "what to look at; then edit its first column …"],
    ["coterie build papers.bib --identity review.tsv -o map", "… and build with what was decided"],
  ],
  async run(invocation) {
    const { values, terminal } = invocation;
    const explained = textOption(invocation, "explain");
    if (explained !== undefined && values.has("suggest")) {
      throw new UsageError("--suggest and --explain are two questions; ask one at a time.");
    }
    const asJson = values.has("json");
    const print = (value: object) => terminal.print([`${plainJson(snakeJson(value), 2)}\n`]);
    if (explained === undefined && !values.has("suggest")) {
      const summary = await summaryOf(invocation);
      return asJson ? print(summary) : terminal.print(summaryText(summary));
    }
    const dataset = await datasetOf(invocation);
    if (explained === undefined) {
      return asJson ? print([...suggestions(dataset)]) : terminal.print(suggestionRows(dataset));
    }
    const incidence = incidenceOfDataset(dataset);
    const authors = called(dataset, explained).map((author) => explainAuthor(dataset, incidence, author));
    return asJson ? print(authors) : terminal.print(explainedText(authors));
  },
};

async function summaryOf(invocation: Invocation): Promise<IdentitySummary> {
  if (await isOfDataset(invocation)) {
    const { preset, decisions, dataset } = await decidedOf(invocation);
    return identitySummary(papersOfDataset(dataset), decisions, preset);
  }
  const { identity: preset } = parametersOf(invocation);
  const { records, decisions } = await inputsOf(invocation);
  return identitySummary(linkRecords(records).papers, decisions, preset);
}

/** The dataset that is named, or as much of one as it takes to tell who is who in the inputs. */
async function datasetOf(invocation: Invocation): Promise<Dataset> {
  if (await isOfDataset(invocation)) return (await openDecided(invocation)).dataset;
  const parameters = parametersOf(invocation);
  const { decisions, ...reading } = await inputsOf(invocation);
  return identityDataset(reading, parameters, decisions);
}

async function isOfDataset({ positionals, values }: Invocation): Promise<boolean> {
  if (positionals.length !== 1 || !(await isDataset(positionals[0]))) return false;
  const given = Object.keys(READING_OPTIONS).find((name) => values.has(name));
  if (given !== undefined) throw new UsageError(`--${given} is about reading, and ${positionals[0]} is a dataset.`);
  return true;
}

async function inputsOf(invocation: Invocation): Promise<Reading & Pick<ReadDecisions, "decisions">> {
  const { terminal } = invocation;
  const decided = await readDecided(invocation);
  warnOf(decided.findings, terminal);
  const reading = await readInputs(invocation);
  terminal.progress("Telling who is who");
  return { ...reading, decisions: decided.decisions };
}

/** Whom a name means; throws where nobody is called so. */
function called(dataset: Dataset, name: string): number[] {
  const authors = authorsCalled(dataset, name);
  if (authors.length > 0) return authors;
  const like = namesLike(dataset, name, 5);
  const others = like.length === 0 ? "" : ` There ${like.length === 1 ? "is" : "are"} ${like.join(", ")}.`;
  throw new CommandError(`Nobody is called "${name}" here.${others}`);
}
