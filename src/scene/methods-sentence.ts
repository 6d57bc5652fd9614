import { COUNTING, type Counting } from "../model/counting.ts";
import { type Dataset, partitionOf } from "../model/dataset.ts";
import { formatName } from "../model/format-names.ts";
import type { LayoutMode } from "../model/layout-mode.ts";
import type { Manifest, SearchMethod } from "../model/manifest.ts";
import { paperTitle } from "./paper-order.ts";
import { counted, listed, thousands, yearSpan } from "./wording.ts";
import type { YearSpan } from "./year-filter.ts";

/** What the layout does and does not say. */
export const LAYOUT_SENTENCE: Readonly<Record<LayoutMode, string>> = {
  teams: "Teams are pulled apart for reading; distances are not measurements.",
  plain: "Plain force-directed layout of the ties; distances are not measurements.",
};

/** Methods by the names of where they were first done. */
export const METHOD_NAMES: Readonly<Record<SearchMethod, string>> = { louvain: "Louvain", leiden: "Leiden" };

/** Modularity with the two digits in which runs are compared. */
export function modularityInWords(modularity: number): string {
  return modularity.toFixed(2);
}

/** By what, and how certainly, the teams were found. */
function teamsSentence({ communities, parameters }: Manifest, counting: Counting, teams: number): string {
  const { modularity, method, starts, agreeing } = communities[counting];
  const { quality, resolution, seed } = parameters;
  const search = `best of ${counted(starts, "start")}, seed ${seed}`;
  const found =
    quality === "cpm"
      ? `by the constant Potts model (Traag, Van Dooren & Nesterov 2011, arXiv:1104.3083; Leiden, resolution ${resolution} a pair, ${search}): modularity ${modularityInWords(modularity)} at resolution 1`
      : `by modularity (${METHOD_NAMES[method]}, resolution ${resolution}, ${search}): modularity ${modularityInWords(modularity)}`;
  return `${counted(teams, "team")} ${found}, ${agreeing} of ${starts} starts agree.`;
}

/** How the map was made, fit for a figure's caption or a methods section. */
export function methodsSentence(
  dataset: Dataset,
  counting: Counting,
  layoutMode: LayoutMode,
  shown: YearSpan | null = null,
): string {
  const { counts, inputs } = dataset.manifest;
  const partition = partitionOf(dataset, counting);
  const scheme = COUNTING[counting];
  const years = dataset.papers.year.filter((year) => year !== null);
  // A loop, since spreading a long column into Math.min overflows the stack.
  const first = years.reduce((least, year) => Math.min(least, year), years.at(0) ?? 0);
  const last = years.reduce((most, year) => Math.max(most, year), years.at(0) ?? 0);
  const span = years.length === 0 ? "" : `, ${yearSpan(first, last)}`;
  const read = inputs.filter((input) => input.records > 0).length;
  const teams = teamsSentence(dataset.manifest, counting, partition.teams.rowCount);
  const { network } = dataset.manifest;
  if (network !== undefined) {
    return [
      `Map of a ready network of ${counted(counts.authors, "person", "people")} and ${counted(counts.coauthorships, "tie")}, read from ${network.file} (${formatName(network.format)}) without papers.`,
      "Weights of ties are those of the file.",
      teams,
      LAYOUT_SENTENCE[layoutMode],
      "Made with Coterie.",
    ].join(" ");
  }
  return [
    `Coauthorship map of ${counted(counts.authors, "author")} of ${counted(counts.papers, "paper")}${span}, linked from ${counted(counts.records, "record")} in ${counted(read, "file")}.`,
    `Ties are counted ${counting === "full" ? "in full" : scheme.name}${counting === "full" ? "" : ` (${scheme.citation})`}: ${lowerFirst(scheme.effect)}`,
    teams,
    largePapersSentence(dataset),
    LAYOUT_SENTENCE[layoutMode],
    shown === null
      ? ""
      : `Drawn are only the people and ties with papers of ${yearSpan(shown.from, shown.to)}; teams and places are those of all years.`,
    "Made with Coterie.",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function largePapersSentence(dataset: Dataset): string {
  const { papers, manifest } = dataset;
  const titles: string[] = [];
  for (let paper = 0; paper < papers.rowCount; paper++) {
    if (papers.large[paper]) titles.push(`${paperTitle(papers, paper)} (${thousands(papers.authors[paper])} authors)`);
  }
  if (titles.length === 0) return "";
  const named = titles.length > 3 ? [...titles.slice(0, 3), `${titles.length - 3} more`] : titles;
  return `Papers with more than ${counted(manifest.parameters.largePaper, "author")} count in full but pull nobody in the layout and are not drawn as lines: ${listed(named)}.`;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
