import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { FORMATS, formatNamed, writtenFile } from "./formats.ts";
import { inventedPapers } from "./papers.ts";

/*
 * Writes large inputs: `npm run generate -- bibtex --megabytes 1000 -o large.bib`. The same seed gives the same bytes.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    megabytes: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    output: { type: "string", short: "o" },
  },
});
const [name] = positionals;
const bytes = Number(values.megabytes) * 1e6;
if (name === undefined || values.output === undefined || !(bytes > 0)) {
  console.error("generate <format> -o <file> [--megabytes 100] [--seed 1]; formats:");
  console.error(FORMATS.map(({ format }) => format).join(" "));
  process.exitCode = 2;
} else {
  const pieces = writtenFile(formatNamed(name), inventedPapers(Number(values.seed)), bytes);
  await pipeline(pieces, createWriteStream(values.output));
}
