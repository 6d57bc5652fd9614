import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { canonicalDecisions } from "../src/identity/canonical-decisions.ts";
import type { ReadDecisions } from "../src/identity/decisions.ts";
import { readIdentityFile } from "../src/identity/thesaurus.ts";
import { detectEncoding } from "../src/ingest/detect-encoding.ts";
import type { Dataset } from "../src/model/dataset.ts";
import type { Finding } from "../src/model/finding.ts";
import type { IdentityChoice, IdentityDecision } from "../src/model/identity.ts";
import { inputNames } from "../src/model/input-names.ts";
import { withIdentity } from "../src/pipeline/with-identity.ts";
import { decisionsOf } from "../src/scene/decide.ts";
import type { Invocation, Option } from "./arguments.ts";
import { CommandError, reasonOf } from "./command-error.ts";
import { openDataset } from "./open-dataset.ts";
import { parametersOf } from "./parameters.ts";
import { oneLine, type Terminal } from "./terminal.ts";

/** For every command to which it matters who is who; `--preset` is among the parameters. */
export const IDENTITY_OPTIONS: Readonly<Record<string, Option>> = {
  identity: {
    value: "file",
    many: true,
    help: "decisions about names: identity.tsv or a VOSviewer thesaurus (repeatable)",
  },
};

/** A file of decisions is read whole. */
const MOST_BYTES = 67_108_864;

/** The decisions of all files that are named by `--identity`, in canonical order: that of the files does not matter. */
export async function readDecided({ lists }: Pick<Invocation, "lists">): Promise<ReadDecisions> {
  const paths = lists.get("identity") ?? [];
  const names = inputNames(paths.map((path) => resolve(path)));
  const decisions: IdentityDecision[] = [];
  const findings: Finding[] = [];
  for (const [i, path] of paths.entries()) {
    const read = readIdentityFile(await textOf(path), names[i]);
    const unknown = read.findings.find(({ code }) => code === "decisions-unknown");
    if (unknown !== undefined) throw new CommandError(`${oneLine(path)} cannot be used: ${oneLine(unknown.detail)}`);
    decisions.push(...read.decisions);
    findings.push(...read.findings);
  }
  return { decisions: canonicalDecisions(decisions), findings };
}

async function textOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES)
      throw new CommandError(`${oneLine(path)} cannot be used: it has more than ${MOST_BYTES} bytes.`);
    const bytes = await readFile(path);
    return new TextDecoder(detectEncoding(bytes, true)?.name ?? "utf-8").decode(bytes);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${oneLine(path)} cannot be read: ${reasonOf(error)}.`);
  }
}

/** Tells which lines of the files of decisions cannot be followed. */
export function warnOf(findings: readonly Finding[], terminal: Terminal): void {
  for (const { file, line, detail } of findings) {
    terminal.warn(`coterie: ${oneLine(`${file}${line === undefined ? "" : `:${line}`}: ${detail}`)}`);
  }
}

/** The one dataset that a command is given, as it is written, and what it is to be decided by. */
export async function decidedOf({
  positionals,
  values,
  lists,
  terminal,
}: Pick<Invocation, "positionals" | "values" | "lists" | "terminal">): Promise<IdentityChoice & { dataset: Dataset }> {
  const preset = values.has("preset") ? parametersOf({ values }).identity : undefined;
  const decided = await readDecided({ lists });
  const dataset = await openDataset(positionals);
  warnOf(decided.findings, terminal);
  return {
    dataset,
    preset: preset ?? dataset.manifest.parameters.identity,
    decisions: canonicalDecisions([...decisionsOf(dataset), ...decided.decisions]),
  };
}

/**
 * Opens that dataset with the decisions of `--identity` besides its own and the preset of `--preset`; `asWritten` says
 * that neither was given.
 */
export async function openDecided(
  invocation: Pick<Invocation, "positionals" | "values" | "lists" | "terminal">,
): Promise<{ dataset: Dataset; asWritten: boolean }> {
  const { values, terminal } = invocation;
  const { dataset, ...choice } = await decidedOf(invocation);
  if (!values.has("preset") && !values.has("identity")) return { dataset, asWritten: true };
  const changed = withIdentity(dataset, choice, (stage) => terminal.progress(`Deciding: ${stage}`));
  terminal.progress(null);
  return { dataset: changed, asWritten: false };
}
