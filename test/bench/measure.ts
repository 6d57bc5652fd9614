import type { Case, Contender, Figures, Options, Target } from "./benchmark.ts";
import { memoryPeak, resetMemoryPeak } from "./memory.ts";

/** The figures of one contender, all turns together. */
export interface Measured {
  readonly contender: string;
  readonly missing?: string;
  readonly figures: Readonly<Record<string, Spread>>;
}

/** Of a figure over the turns. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface Verdict {
  readonly target: Target;
  /** Null where a contender is missing. */
  readonly value: number | null;
  readonly holds: boolean | null;
}

export interface Outcome {
  readonly name: string;
  readonly amount?: Case["amount"];
  readonly brief: boolean;
  readonly measured: readonly Measured[];
  readonly verdicts: readonly Verdict[];
}

/** Runs one contender once in a process of its own. */
export type Isolated = (contender: Contender) => Promise<Figures>;

/** Runs all turns of a case, and where it misses a target those of the others that it names. `repeats` is the user's wish, if any. */
export async function outcomeOf(one: Case, isolated: Isolated, repeats: number | undefined): Promise<Outcome> {
  let outcome = await firstOutcome(one, isolated, repeats);
  for (const other of one.otherwise ?? []) {
    if (outcome.verdicts.every(({ holds }) => holds !== false)) break;
    outcome = await firstOutcome(other, isolated, repeats);
  }
  return outcome;
}

async function firstOutcome(one: Case, isolated: Isolated, repeats: number | undefined): Promise<Outcome> {
  const running = one.contenders.filter(({ missing }) => missing === undefined);
  const alone = one.isolated === true;
  const input = alone ? undefined : await one.make?.();
  const turns = new Map<string, Figures[]>(running.map(({ name }) => [name, []]));
  const warmups = one.warmups ?? (alone ? 0 : 1);
  const counted = repeats ?? one.repeats ?? (alone ? 3 : 5);
  for (let turn = -warmups; turn < counted; turn++) {
    for (const contender of running) {
      const figures = alone
        ? await isolated(contender)
        : await oneRun(contender, input, { memory: false, collect: one.brief !== true || one.collects === true });
      if (turn >= 0) turns.get(contender.name)?.push(withRate(figures, one.amount));
    }
  }
  return {
    name: one.name,
    amount: one.amount,
    brief: one.brief === true,
    measured: one.contenders.map(({ name, missing }) => ({
      contender: name,
      missing,
      figures: spreads(turns.get(name) ?? []),
    })),
    verdicts: (one.targets ?? []).map((target) => verdictOf(target, turns)),
  };
}

/** One run of a contender in a process that does nothing else: what `Isolated` asks that process to do. */
export async function isolatedRun(one: Case, contender: Contender): Promise<Figures> {
  return oneRun(contender, await one.make?.(), { memory: true, collect: true });
}

/** Kept, so that no compiler finds out that nobody needs a result. */
export let lastResult: unknown;

async function oneRun(
  contender: Contender,
  shared: unknown,
  { memory, collect }: { readonly memory: boolean; readonly collect: boolean },
): Promise<Figures> {
  const input = contender.before === undefined ? shared : await contender.before(shared);
  if (collect) {
    // What one collection finds is swept while the next thing runs, which would pay for the contender before; a second one waits for that.
    globalThis.gc?.();
    globalThis.gc?.();
  }
  resetMemoryPeak();
  const held = process.memoryUsage.rss();
  const cpuBefore = process.cpuUsage();
  const from = performance.now();
  const result = contender.run(input);
  // Not awaited where nothing is to wait for: a turn of the event loop is time too.
  const own = result instanceof Promise ? await result : result;
  const wall = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const peak = memoryPeak();
  lastResult = own;
  const measured = { wall, cpu: (user + system) / 1e6 };
  return { ...measured, ...(memory ? { peak: peak / 1e6, grown: (peak - held) / 1e6 } : {}), ...own };
}

function withRate(figures: Figures, amount: Case["amount"]): Figures {
  if (amount === undefined) return figures;
  return { rate: amount.value / figures.wall, "cpu-rate": amount.value / figures.cpu, ...figures };
}

function spreads(turns: readonly Figures[]): Record<string, Spread> {
  const names = [...new Set(turns.flatMap((figures) => Object.keys(figures)))];
  return Object.fromEntries(names.map((name) => [name, spreadOf(turns.map((figures) => figures[name]))]));
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: medianOf(sorted), least: sorted[0], most: sorted[sorted.length - 1] };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function verdictOf(target: Target, turns: ReadonlyMap<string, readonly Figures[]>): Verdict {
  const { what, of, over, least, atLeast, atMost } = target;
  const numerators = turns.get(of);
  const denominators = over === undefined ? undefined : turns.get(over);
  if (numerators === undefined || (over !== undefined && denominators === undefined)) {
    return { target, value: null, holds: null };
  }
  const leastOf = (figures: readonly Figures[]): number => Math.min(...figures.map((one) => one[what]));
  const value = least
    ? leastOf(numerators) / (denominators === undefined ? 1 : leastOf(denominators))
    : medianOf(numerators.map((figures, turn) => figures[what] / (denominators?.[turn][what] ?? 1)));
  const holds = value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
  return { target, value, holds };
}

/** The options that benchmarks see, of the settings `name=number` of the command line. */
export function optionsOf(small: boolean, settings: readonly string[]): Options {
  const numbers = new Map(
    settings.map((setting) => {
      const [name, text] = setting.split("=");
      const number = Number(text);
      if (text === undefined || text === "" || !Number.isFinite(number)) {
        throw new Error(`--set takes name=number, not "${setting}".`);
      }
      return [name, number];
    }),
  );
  return { small, number: (name, otherwise) => numbers.get(name) ?? otherwise };
}
