import { availableParallelism } from "node:os";
import { COUNTINGS } from "../src/model/counting.ts";
import { PRESETS } from "../src/model/identity.ts";
import { DEFAULT_PARAMETERS, type Parameters, QUALITIES } from "../src/model/manifest.ts";
import { type Invocation, numberOption, type Option, wordOption } from "./arguments.ts";
import { UsageError } from "./command-error.ts";

const DEFAULTS = DEFAULT_PARAMETERS;

/** The options that shape a dataset, for every command that builds one. */
export const PARAMETER_OPTIONS: Readonly<Record<string, Option>> = {
  counting: { value: COUNTINGS.join("|"), help: `weight of a pair of coauthors (${DEFAULTS.counting})` },
  "large-paper": { value: "n", help: `a paper with more authors is large (${DEFAULTS.largePaper})` },
  quality: {
    value: QUALITIES.join("|"),
    help: "what makes teams good: modularity, or the constant Potts model (modularity)",
  },
  resolution: {
    value: "x",
    help: `more gives smaller teams (${DEFAULTS.resolution}); with cpm the tie weight that a pair of a team must have`,
  },
  starts: { value: "n", help: "starts of the community search; 0 lets the size decide (0)" },
  preset: { value: PRESETS.join("|"), help: `how readily two names are taken for one person (${DEFAULTS.identity})` },
  seed: { value: "n", help: `seed of the random generator (${DEFAULTS.seed})` },
};

/** What the user set, the rest by default; throws `UsageError`. */
export function parametersOf(invocation: Pick<Invocation, "values">): Parameters {
  return {
    counting: wordOption(invocation, "counting", COUNTINGS) ?? DEFAULTS.counting,
    largePaper: numberOption(
      invocation,
      "large-paper",
      { least: 2, most: 1_000_000, whole: true },
      DEFAULTS.largePaper,
    ),
    ...qualityOf(invocation),
    starts: numberOption(invocation, "starts", { least: 0, most: 100_000, whole: true }, DEFAULTS.starts),
    identity: wordOption(invocation, "preset", PRESETS) ?? DEFAULTS.identity,
    seed: numberOption(invocation, "seed", { least: 0, most: 0xffff_ffff, whole: true }, DEFAULTS.seed),
  };
}

function qualityOf(invocation: Pick<Invocation, "values">): Pick<Parameters, "quality" | "resolution"> {
  if (wordOption(invocation, "quality", QUALITIES) !== "cpm") {
    const bounds = { least: 0.01, most: 100, whole: false };
    return { resolution: numberOption(invocation, "resolution", bounds, DEFAULTS.resolution) };
  }
  // What a pair weighs depends on the counting and on what one takes for a team: no number would do for all.
  if (!invocation.values.has("resolution")) {
    throw new UsageError("--quality cpm needs --resolution: the tie weight that a pair of a team must have, as 0.05.");
  }
  const bounds = { least: 1e-6, most: 1e6, whole: false };
  return { quality: "cpm", resolution: numberOption(invocation, "resolution", bounds, DEFAULTS.resolution) };
}

/** Threads beyond which a build has no more to do at once. */
const MOST_THREADS = 4;

/** How a dataset is built, which changes nothing in it. */
export const THREAD_OPTIONS: Readonly<Record<string, Option>> = {
  threads: {
    value: "n",
    help: `threads to build in, which changes no byte (as many as cores, at most ${MOST_THREADS})`,
  },
};

export function threadsOf(invocation: Pick<Invocation, "values">): number {
  const cores = Math.min(MOST_THREADS, availableParallelism());
  return numberOption(invocation, "threads", { least: 1, most: 64, whole: true }, cores);
}
