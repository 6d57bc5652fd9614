/*
 * What a benchmark is. A file `<name>.bench.ts` in this folder exports one as its default; that is all it takes to be run by
 * `npm run bench` and `npm run bench -- <name>`.
 */

export interface Benchmark {
  /** One line: what is measured. */
  readonly about: string;
  cases(options: Options): readonly Case[] | Promise<readonly Case[]>;
}

export interface Options {
  /** Sizes that take seconds, for continuous integration: cases that need more should be left out. */
  readonly small: boolean;
  /** `--set megabytes=50` sets a number that a benchmark asks for by its name. */
  number(name: string, otherwise: number): number;
}

/** Contenders that do the same work. They take turns, so that whatever else the machine does disturbs all alike. */
export interface Case<Input = unknown> {
  readonly name: string;
  /** Makes what every contender is given; once, and not timed. */
  make?(): Input | Promise<Input>;
  /** Ours first. */
  readonly contenders: readonly Contender<Input>[];
  /** What one run works through: gives the figures `rate` and `cpu-rate`, in `unit` a second. */
  readonly amount?: { readonly value: number; readonly unit: string };
  readonly targets?: readonly Target[];
  /** Every run in a process of its own, which gives the figures `peak` and `grown`; needed where memory matters. */
  readonly isolated?: boolean;
  /** One of many that are short: only its targets are printed, a line each, and no garbage is collected before a run. */
  readonly brief?: boolean;
  /** Garbage is collected before each run of a brief case all the same. */
  readonly collects?: boolean;
  /**
   * The same with other amounts, tried in order where a target is missed, until one holds: what grows faster than it may
   * misses its target at every size, what the machine does besides at one.
   */
  readonly otherwise?: readonly Case<Input>[];
  /** Turns that are not counted; 1, or 0 where runs are isolated. */
  readonly warmups?: number;
  /** Turns that are counted; 5, or 3 where runs are isolated. */
  readonly repeats?: number;
}

export interface Contender<Input = unknown> {
  readonly name: string;
  /** Why it cannot run on this machine: it is listed as such, and targets that name it count neither way. */
  readonly missing?: string;
  /** Makes what one run is given of what the case made, such as a copy that may be spoilt; before each run, not timed. */
  before?(input: Input): Input | Promise<Input>;
  /** The work. What it returns are figures of its own; `wall`, `cpu` and `peak` among them replace the measured ones. */
  run(input: Input): Figures | undefined | Promise<Figures | undefined>;
}

/**
 * By name. Measured are `wall` and `cpu` (user and system, all threads, those of the garbage collector included), in seconds;
 * `rate` by the one and `cpu-rate` by the other; and of isolated runs `peak` and `grown`, in MB: the most memory that the
 * process held, and how much of it came during the run.
 */
export type Figures = Readonly<Record<string, number>>;

/**
 * What must hold of the medians, or of the least where `least` says so, since whatever else the machine does only adds: the figure `what` of the contender `of`; where `over` is given, divided by that of the
 * contender `over`, turn by turn.
 */
export interface Target {
  readonly what: string;
  readonly of: string;
  readonly over?: string;
  readonly least?: boolean;
  readonly atLeast?: number;
  readonly atMost?: number;
}
