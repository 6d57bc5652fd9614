import { authorRadius } from "../../src/model/author-radius.ts";
import { authorsOn, type Incidence, papersOf } from "../../src/model/incidence.ts";
import { layOutAuthors } from "../../src/network/layout/lay-out.ts";
import { neighbourhoodPreservation, relativeStress } from "../../src/network/layout/layout-fidelity.ts";
import type { LayoutInput } from "../../src/network/layout/layout-input.ts";
import { type LiveLayout, liveLayout } from "../../src/network/layout/live-layout.ts";
import { placeMultilevel } from "../../src/network/layout/multilevel.ts";
import { componentsOf, rowsAmong, type TieRows, tieRows } from "../../src/network/layout/tie-rows.ts";
import type { Benchmark, Case, Contender, Figures, Target } from "./benchmark.ts";
import { d3Layout, forceAtlas2Layout, type Places } from "./layout/peers.ts";
import { type Corpus, corpus, hasCorpus } from "./network/corpora.ts";
import { inventedIncidence } from "./network/incidences.ts";

/** What igraph's DrL takes for the largest component of mag10, in seconds: to be beaten thirtyfold. */
const DRL_SECONDS = 96;
const LIVE_STEPS = 60;

/** The largest component of the network of all papers that are not large. */
function largestComponent(incidence: Incidence): TieRows {
  const everyone = Uint32Array.from({ length: incidence.authorCount }, (_, author) => author);
  const ties = tieRows(incidence, (p) => authorsOn(incidence, p) <= 100, everyone, Int32Array.from(everyone));
  return rowsAmong(ties, componentsOf(ties)[0]);
}

/** The measure of the outcome is no part of the work. */
function cpuOf<T>(work: () => T): { result: T; cpu: number } {
  const from = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(from);
  return { result, cpu: (user + system) / 1e6 };
}

function fidelity(ties: TieRows, x: ArrayLike<number>, y: ArrayLike<number>): Figures {
  return { neighbourhoods: neighbourhoodPreservation(ties, x, y), stress: relativeStress(ties, x, y) };
}

const OURS: Contender<TieRows> = {
  name: "ours",
  run: (ties) => {
    const { result, cpu } = cpuOf(() => placeMultilevel(ties, null, 1));
    return { cpu, ...fidelity(ties, result.x, result.y) };
  },
};

function peer(name: string, layout: (ties: TieRows) => () => Places): Contender<TieRows> {
  return {
    name,
    run: (ties) => {
      const { result, cpu } = cpuOf(layout(ties));
      return { cpu, ...fidelity(ties, result.x, result.y) };
    },
  };
}

const PEERS = [peer("d3-force", d3Layout), peer("ForceAtlas2", forceAtlas2Layout)];

function placing(name: string, make: () => Incidence, targets: readonly Target[], withPeer: boolean): Case {
  return {
    name: `places of ${name}`,
    make: () => largestComponent(make()),
    contenders: withPeer ? [OURS, ...PEERS] : [OURS],
    targets: withPeer
      ? [
          ...targets,
          ...PEERS.flatMap(({ name }) => [
            { what: "cpu", of: name, over: "ours", atLeast: 10 },
            { what: "neighbourhoods", of: "ours", over: name, atLeast: 1.5 },
          ]),
        ]
      : targets,
    repeats: 3,
  } satisfies Case<TieRows>;
}

/** A whole layout's input, the groups in which the papers were invented for teams. */
function wholeInput(incidence: Incidence): LayoutInput {
  const count = incidence.authorCount;
  const papers = Uint32Array.from({ length: count }, (_, author) => papersOf(incidence, author).length);
  const most = papers.reduce((a, b) => Math.max(a, b), 0);
  // Authors who came together have neighbouring numbers: about as many as a team has.
  const size = Math.max(20, Math.round(Math.sqrt(count)));
  return {
    incidence,
    large: Array.from({ length: incidence.paperCount }, (_, p) => authorsOn(incidence, p) > 100),
    team: Array.from({ length: count }, (_, author) => Math.floor(author / size)),
    teamCount: Math.ceil(count / size),
    onlyLarge: Array.from({ length: count }, () => false),
    radius: Float32Array.from(papers, (n) => authorRadius(n, most)),
    seed: 1,
  };
}

/** As many papers as give about `authors` authors. */
const papersFor = (authors: number) => Math.round(authors / 0.64);

const live: Case<LiveLayout> = {
  name: "live layout of 10,000 authors",
  make: () => {
    const input = wholeInput(inventedIncidence({ papers: papersFor(10_000) }));
    return liveLayout(input, "teams", layOutAuthors(input));
  },
  contenders: [
    {
      name: "ours",
      run: (layout) => {
        for (let step = 0; step < LIVE_STEPS; step++) layout.step();
        return undefined;
      },
    },
  ],
  amount: { value: LIVE_STEPS, unit: "steps" },
  targets: [{ what: "cpu-rate", of: "ours", atLeast: 30 }],
};

function whole(authors: number, targets: readonly Target[]): Case {
  return {
    name: `whole map of ${authors.toLocaleString("en")} authors`,
    make: () => wholeInput(inventedIncidence({ papers: papersFor(authors) })),
    contenders: [{ name: "ours", run: (input) => void layOutAuthors(input) }],
    targets,
    warmups: 0,
    repeats: 3,
  } satisfies Case<LayoutInput>;
}

function ofCorpus(name: Corpus, targets: readonly Target[], withPeer: boolean): Case[] {
  return hasCorpus(name) ? [placing(`the largest component of ${name}`, () => corpus(name), targets, withPeer)] : [];
}

const layout: Benchmark = {
  about: "places for authors: how near coauthors lie, how true distances are, and what it costs",
  cases: ({ small }) => [
    placing("3,000 invented papers", () => inventedIncidence({ papers: 3000 }), [], true),
    live,
    ...(small
      ? []
      : [
          ...ofCorpus("ca-HepTh", [], true),
          ...ofCorpus(
            "mag10",
            [
              { what: "neighbourhoods", of: "ours", atLeast: 0.44 },
              { what: "stress", of: "ours", atMost: 0.18 },
              { what: "cpu", of: "ours", atMost: DRL_SECONDS / 30 },
            ],
            false,
          ),
          ...ofCorpus("dblp", [], false),
          placing(
            "500,000 invented papers",
            () => inventedIncidence({ papers: 500_000 }),
            [{ what: "cpu", of: "ours", atMost: 15 }],
            false,
          ),
          whole(100_000, []),
        ]),
  ],
};

export default layout;
