import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type { Benchmark } from "./benchmark.ts";
import { answer, inChild, runCommand } from "./child.ts";
import { isolatedRun, type Outcome, optionsOf, outcomeOf } from "./measure.ts";
import { caseText } from "./table.ts";

/*
 * Runs benchmarks: all, or those that are named. README.md beside this file tells how, and keeps the figures of record.
 */

/** Only those that run are loaded, so that the libraries of the others weigh on no figure. */
const MODULES = import.meta.glob<{ default: Benchmark }>("./*.bench.ts");
const BENCHMARKS = new Map(
  Object.entries(MODULES).map(([path, load]) => [path.replace(/^\.\/|\.bench\.ts$/g, ""), load]),
);

async function benchmarkOf(name: string): Promise<Benchmark> {
  const load = BENCHMARKS.get(name);
  if (load === undefined)
    throw new Error(`There is no benchmark "${name}"; there are ${[...BENCHMARKS.keys()].join(", ")}.`);
  return (await load()).default;
}

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      small: { type: "boolean", default: false },
      repeats: { type: "string" },
      only: { type: "string" },
      set: { type: "string", multiple: true, default: [] },
      // What this program asks of itself: one contender, once.
      child: { type: "boolean", default: false },
    },
  });
  const options = optionsOf(values.small, values.set);
  if (values.child) {
    const [name, caseName, contenderName] = positionals;
    const one = (await (await benchmarkOf(name)).cases(options)).find((other) => other.name === caseName);
    const contender = one?.contenders.find((other) => other.name === contenderName);
    if (one === undefined || contender === undefined) throw new Error(`There is no ${positionals.join(", ")}.`);
    answer(await isolatedRun(one, contender));
    return;
  }

  const print = (text: string) => (values.json ? process.stderr : process.stdout).write(text);
  const repeats = values.repeats === undefined ? undefined : Number(values.repeats);
  if (repeats !== undefined && !(repeats >= 1)) throw new Error("--repeats takes a number from 1.");
  const settings = [...(values.small ? ["--small"] : []), ...values.set.flatMap((setting) => ["--set", setting])];
  const results: { benchmark: string; about: string; cases: Outcome[] }[] = [];
  for (const name of positionals.length > 0 ? positionals : BENCHMARKS.keys()) {
    const benchmark = await benchmarkOf(name);
    print(`\n${name}: ${benchmark.about}\n\n`);
    const outcomes: Outcome[] = [];
    for (const one of await benchmark.cases(options)) {
      if (!one.name.includes(values.only ?? "")) continue;
      const isolated = ({ name: contender }: { readonly name: string }) =>
        inChild(["--child", name, one.name, contender, ...settings]);
      const outcome = await outcomeOf(one, isolated, repeats);
      outcomes.push(outcome);
      print(caseText(outcome));
    }
    results.push({ benchmark: name, about: benchmark.about, cases: outcomes });
  }

  const verdicts = results.flatMap(({ cases }) => cases.flatMap(({ verdicts: own }) => own));
  const failed = verdicts.filter(({ holds }) => holds === false).length;
  print(`\n${verdicts.length - failed} of ${verdicts.length} targets hold or could not be measured.\n`);
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  if (values.json) process.stdout.write(`${JSON.stringify({ machine, results }, null, 2)}\n`);
  if (failed > 0) process.exitCode = 1;
}

const given = process.argv.slice(2);
// A command has options of its own, which are not ours to understand.
if (given[0] === "--command") await runCommand(given.slice(1));
else await main(given);
