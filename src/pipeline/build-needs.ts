/** How much there is to build a map of. */
export interface BuildSize {
  readonly papers: number;
  readonly authorships: number;
}

/** What a build is expected to take. */
export interface BuildNeeds {
  /** Of the whole process at its peak, in bytes. */
  readonly memory: number;
  /** Of these, bytes in the heap of the thread that builds. */
  readonly heap: number;
  /** Of one processor. */
  readonly seconds: number;
}

/*
 * Measured with `coterie build --profile` on the ACL Anthology and on generated papers, see test/bench/README.md. A build is at
 * its peak when the map is laid out and the tables are written: of each authorship it holds its share of the paper's texts, names
 * and columns. Small networks are searched for teams from many starts, which takes as long as a larger one.
 */
const MEMORY_AT_LEAST = 430e6;
const MEMORY_OF_AUTHORSHIP = 3_800;
const HEAP_AT_LEAST = 100e6;
const HEAP_OF_AUTHORSHIP = 1_500;
const SECONDS_AT_LEAST = 20;
const SECONDS_OF_STEP = 0.9e-5;

/** Some tables by paper are a `Map`, which V8 ends at 2²⁴ entries. */
export const MOST_PAPERS = 2 ** 24;

/** An estimate, for the order of magnitude: linear in the authorships for memory, and n · log n for time. */
export function buildNeeds({ authorships }: BuildSize): BuildNeeds {
  const steps = authorships * Math.log2(Math.max(2, authorships));
  return {
    memory: MEMORY_AT_LEAST + MEMORY_OF_AUTHORSHIP * authorships,
    heap: HEAP_AT_LEAST + HEAP_OF_AUTHORSHIP * authorships,
    seconds: SECONDS_AT_LEAST + SECONDS_OF_STEP * steps,
  };
}
