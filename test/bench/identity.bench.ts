import { existsSync } from "node:fs";
import { join } from "node:path";
import { identifyAuthors } from "../../src/identity/identify-authors.ts";
import type { Paper } from "../../src/model/paper.ts";
import type { Benchmark, Case } from "./benchmark.ts";
import { generatedPapers } from "./generated-papers.ts";
import { papersIn } from "./identity-papers.ts";

/** A folder with the unpacked XML files of the ACL Anthology; see also `npm run bench:identity`, which tells how well it is done. */
const ANTHOLOGY = process.env.COTERIE_ACL ?? join(process.cwd(), "../shared/corpora/acl-anthology");

/** From a cold start, as users meet it: every run has a process of its own. `peak` holds the papers too. */
function identityCase(
  name: string,
  papers: () => readonly Paper[],
  wanted: { readonly cpu?: number; readonly peak?: number },
  missing?: string,
): Case<readonly Paper[]> {
  return {
    name,
    isolated: true,
    make: papers,
    contenders: [
      {
        name: "ours",
        missing,
        run: (given) => {
          const { authors, authorOf } = identifyAuthors(given);
          return { authorships: authorOf.length, authors: authors.length };
        },
      },
    ],
    targets: [
      ...(wanted.cpu === undefined ? [] : [{ what: "cpu", of: "ours", atMost: wanted.cpu }]),
      ...(wanted.peak === undefined ? [] : [{ what: "peak", of: "ours", atMost: wanted.peak }]),
    ],
  };
}

const identity: Benchmark = {
  about: "deciding who is who among names, in seconds of CPU and MB",
  cases: ({ small, number }) => {
    if (small)
      return [identityCase("invented, 100 thousand authorships", () => generatedPapers(100_000), { cpu: 2.5 })];
    const missing = existsSync(ANTHOLOGY)
      ? undefined
      : "the Anthology is not there; COTERIE_ACL names a folder with its XML files";
    const million = number("authorships", 1e6);
    return [
      identityCase("ACL Anthology", () => papersIn(ANTHOLOGY), { cpu: 3 }, missing),
      identityCase(
        `invented, ${million / 1e6} million authorships`,
        () => generatedPapers(million),
        million === 1e6 ? { cpu: 10, peak: 1000 } : {},
      ),
    ];
  },
};
export default identity;
