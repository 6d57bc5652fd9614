import { COUNTINGS } from "../model/counting.ts";
import { type Dataset, partitionOf } from "../model/dataset.ts";
import type { Incidence } from "../model/incidence.ts";
import { areTied } from "./given-ties.ts";
import { membersOfPart, partOf } from "./part-facts.ts";
import { CAMERA_RATIO, type CameraView, type Choice, initialView, type View } from "./view.ts";
import { heldSpan, type YearSpan } from "./year-filter.ts";

/** A longer address is not read, and none is written. */
export const LONGEST_ADDRESS = 8192;

/** How far off the map the camera may stand, in stored positions. */
const FARTHEST = 1;

/** What an address can name. */
export type Named = "author" | "paper" | "team" | "part" | "tie";

const NAMED: readonly Named[] = ["author", "paper", "team", "part", "tie"];

/** That a link names what the data does not have, in a sentence. */
export function missingInWords(named: Named): string {
  return `The link names ${named === "author" ? "somebody who" : `a ${named} that`} is not in this data.`;
}

/**
 * Reads and writes the view as the part of the address after `#`. Rows mean something only in this dataset, so people and
 * papers are written by their ids, and a team or a part of one by the smallest author_id in it. Made once per dataset: it holds the ids.
 */
export interface AddressCodec {
  /** What any text says of a view: unknown keys and ids are passed over, numbers are held in range, nothing throws. */
  read(hash: string): View;
  /** What the text names although the dataset does not have it; null where it names nothing, or what is there. */
  missing(hash: string): Named | null;
  /** The canonical address of a view, without `#`; empty for the view that a dataset opens with. */
  write(view: View): string;
}

export function addressCodec(dataset: Dataset, incidence: Incidence): AddressCodec {
  const own = dataset.manifest.parameters.counting;
  const authors = new Map(dataset.authors.authorId.map((id, row) => [id, row]));
  const papers = new Map(dataset.papers.paperId.map((id, row) => [id, row]));

  /** The row of the smallest author of each team: rows are in the order of ids. */
  const smallestMembers = (counting: View["counting"]): number[] => {
    const { team, teams } = partitionOf(dataset, counting);
    const smallest: number[] = new Array(teams.rowCount).fill(-1);
    team.forEach((of, author) => {
      if (of !== null && smallest[of] < 0) smallest[of] = author;
    });
    return smallest;
  };

  const teamOf = (id: string | null, counting: View["counting"]): number | null => {
    const author = authors.get(id ?? "");
    if (author === undefined) return null;
    const team = partitionOf(dataset, counting).team[author];
    // Only the smallest author stands for a team, so that one team has one address.
    return team !== null && smallestMembers(counting)[team] === author ? team : null;
  };

  const partOfId = (id: string | null, counting: View["counting"]): number | null => {
    const author = authors.get(id ?? "");
    const part = author === undefined ? null : partOf(dataset, counting, author);
    return part !== null && membersOfPart(dataset, part)[0] === author ? part : null;
  };

  const readChoice = (query: URLSearchParams, counting: View["counting"]): Choice | null => {
    const author = authors.get(query.get("author") ?? "");
    if (author !== undefined) return { kind: "author", author };
    const paper = papers.get(query.get("paper") ?? "");
    if (paper !== undefined) return { kind: "paper", paper };
    const team = teamOf(query.get("team"), counting);
    if (team !== null) return { kind: "team", team };
    const part = partOfId(query.get("part"), counting);
    if (part !== null) return { kind: "part", part };
    const ends = (query.get("tie") ?? "").split("~", 2).map((id) => authors.get(id) ?? -1);
    const a = Math.min(...ends);
    const b = Math.max(...ends);
    return ends.length === 2 && a >= 0 && a !== b && areTied(dataset, incidence, a, b) ? { kind: "tie", a, b } : null;
  };

  const writeChoice = (choice: Choice, counting: View["counting"]): [string, string] => {
    const { authorId } = dataset.authors;
    if (choice.kind === "author") return ["author", authorId[choice.author]];
    if (choice.kind === "paper") return ["paper", dataset.papers.paperId[choice.paper]];
    if (choice.kind === "team") return ["team", authorId[smallestMembers(counting)[choice.team]]];
    if (choice.kind === "part") return ["part", authorId[membersOfPart(dataset, choice.part)[0]]];
    return ["tie", `${authorId[choice.a]}~${authorId[choice.b]}`];
  };

  const countingOf = (query: URLSearchParams): View["counting"] => {
    const asked = COUNTINGS.find((counting) => counting === query.get("count")) ?? own;
    return asked === own || dataset.variants[asked] !== undefined ? asked : own;
  };

  return {
    missing(hash) {
      const query = queryOf(hash);
      if (query === null || readChoice(query, countingOf(query)) !== null) return null;
      return NAMED.find((named) => (query.get(named) ?? "") !== "") ?? null;
    },

    read(hash) {
      const query = queryOf(hash);
      if (query === null) return initialView(own);
      const counting = countingOf(query);
      const hidden = (query.get("hide") ?? "").split("~").map((id) => teamOf(id, counting));
      return {
        counting,
        choice: readChoice(query, counting),
        hiddenTeams: new Set(hidden.filter((team) => team !== null).sort((a, b) => a - b)),
        years: heldSpan(dataset, readYears(query.get("years"))),
        layoutMode: query.get("layout") === "plain" ? "plain" : "teams",
        camera: readCamera(query.get("at")),
      };
    },

    write(view) {
      const query = new URLSearchParams();
      if (view.counting !== own) query.set("count", view.counting);
      if (view.choice !== null) query.set(...writeChoice(view.choice, view.counting));
      if (view.years !== null) query.set("years", `${view.years.from}~${view.years.to}`);
      if (view.layoutMode === "plain") query.set("layout", "plain");
      if (view.camera !== null) query.set("at", cameraText(cleanCamera(view.camera)));
      const smallest = view.hiddenTeams.size === 0 ? [] : smallestMembers(view.counting);
      const hidden = [...view.hiddenTeams]
        .sort((a, b) => a - b)
        .map((team) => dataset.authors.authorId[smallest[team]]);
      const without = query.toString();
      if (hidden.length > 0) query.set("hide", hidden.join("~"));
      const whole = query.toString();
      if (whole.length <= LONGEST_ADDRESS) return whole;
      return without.length <= LONGEST_ADDRESS ? without : "";
    },
  };
}

/** What an address says before ids mean anything: where the camera stands. */
export function viewAtGlance(hash: string, own: View["counting"]): View {
  return { ...initialView(own), camera: readCamera(queryOf(hash)?.get("at") ?? null) };
}

/** What an address says, by name; null where it is too long to be read. */
export function queryOf(hash: string): URLSearchParams | null {
  const text = hash.startsWith("#") ? hash.slice(1) : hash;
  return text.length > LONGEST_ADDRESS ? null : new URLSearchParams(text);
}

function readYears(text: string | null): YearSpan | null {
  const years = /^(-?\d{1,4})~(-?\d{1,4})$/.exec(text ?? "");
  return years === null ? null : { from: Number(years[1]), to: Number(years[2]) };
}

function readCamera(text: string | null): CameraView | null {
  const parts = (text ?? "").split("~", 4);
  if (parts.length !== 3 || !parts.every((part) => /^-?\d{1,4}(?:\.\d{1,9})?$/.test(part))) return null;
  const [x, y, ratio] = parts.map(Number);
  return cleanCamera({ x, y, ratio });
}

/** In range and in the steps in which it is written, so that reading and writing once is the same as twice. */
export function cleanCamera(camera: CameraView): CameraView {
  return {
    x: held(camera.x, -FARTHEST, FARTHEST, 0),
    y: held(camera.y, -FARTHEST, FARTHEST, 0),
    ratio: held(camera.ratio, CAMERA_RATIO.min, CAMERA_RATIO.max, 1),
  };
}

function held(value: number, least: number, most: number, otherwise: number): number {
  if (!Number.isFinite(value)) return otherwise;
  // Adding 0 turns −0, which is written "0", into 0.
  return Math.round(Math.min(most, Math.max(least, value)) * 10_000) / 10_000 + 0;
}

/** A camera as an address has it. */
export function cameraText(camera: CameraView): string {
  return [camera.x, camera.y, camera.ratio].join("~");
}
