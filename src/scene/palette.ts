import type { Counting } from "../model/counting.ts";
import { type Dataset, partitionOf } from "../model/dataset.ts";

export type MapTheme = "light" | "dark";

interface Palette {
  /** What the map is drawn on; every hue has a contrast of at least 3 to it. */
  readonly background: string;
  readonly ink: string;
  readonly faintInk: string;
  /**
   * By team size. The first six and grey are told apart by eyes of all kinds with a CIEDE2000 of at least 14.3 (light) and
   * 12.7 (dark), all twelve with 9.3 and 11.2: found by greedy search with exchanges, the first six given (see the test).
   */
  readonly hues: readonly string[];
  /** Teams without a hue of their own. */
  readonly grey: string;
  /** Authors known only from large papers: there, but not in the foreground. */
  readonly neutral: string;
  /** Ties between teams. */
  readonly between: string;
}

export const PALETTES: Readonly<Record<MapTheme, Palette>> = {
  light: {
    background: "#ffffff",
    ink: "#1d2329",
    faintInk: "#59636e",
    hues: [
      "#1777b8",
      "#8e3510",
      "#004e44",
      "#442878",
      "#957f23",
      "#ce4a72",
      "#388cfc",
      "#007054",
      "#1c00c4",
      "#a8388c",
      "#0038fc",
      "#383854",
    ],
    grey: "#8a9099",
    neutral: "#8a9099",
    between: "#7b838d",
  },
  dark: {
    background: "#111418",
    ink: "#eceff2",
    faintInk: "#a3acb6",
    hues: [
      "#6584c9",
      "#c65b4c",
      "#51b48d",
      "#6b4ec7",
      "#c3bc5a",
      "#eda4cc",
      "#8cfc00",
      "#a8a8fc",
      "#8c5454",
      "#c4e0a8",
      "#547000",
      "#38708c",
    ],
    grey: "#7d848c",
    neutral: "#7d848c",
    between: "#8d96a0",
  },
};

/** The colours of the teams of one division, by team. */
export interface TeamColours {
  /** Of nodes, lines, chips. */
  readonly fill: readonly string[];
  /** The same hue with a contrast of at least 4.5 to the background: for words. */
  readonly text: readonly string[];
  /** Whether the team consists of people known only from large papers; it is neutral and stands last in the legend. */
  readonly onlyLarge: readonly boolean[];
}

/**
 * Colours by team size: twelve hues, grey beyond. A team of people known only from large papers takes no hue.
 */
export function teamColours(dataset: Dataset, counting: Counting, theme: MapTheme): TeamColours {
  const partition = partitionOf(dataset, counting);
  const onlyLarge = Array.from({ length: partition.teams.rowCount }, () => true);
  for (let author = 0; author < partition.team.length; author++) {
    const team = partition.team[author];
    if (team !== null && !dataset.authors.onlyLarge[author]) onlyLarge[team] = false;
  }
  const isSheet = dataset.manifest.sheet !== undefined;
  const fill = isSheet ? sheetColours(partition.teams.teamId, onlyLarge, theme) : fillColours(onlyLarge, theme);
  const background = PALETTES[theme].background;
  // Tens of thousands of teams can share the grey.
  const readable = new Map<string, string>();
  for (const colour of fill) if (!readable.has(colour)) readable.set(colour, readableOn(background, colour));
  return { fill, text: fill.map((colour) => readable.get(colour) ?? colour), onlyLarge };
}

/** The colour of each team, largest team first, where `neutral` teams take no hue. */
export function fillColours(neutral: readonly boolean[], theme: MapTheme): string[] {
  const palette = PALETTES[theme];
  let next = 0;
  return neutral.map((isNeutral) => (isNeutral ? palette.neutral : (palette.hues[next++] ?? palette.grey)));
}

/** On a sheet a team keeps the hue that it has among all teams, where it has one (`t0` to `t11`); the others have those that are left. */
function sheetColours(teamId: readonly string[], neutral: readonly boolean[], theme: MapTheme): string[] {
  const { hues, neutral: quiet, grey } = PALETTES[theme];
  const kept = teamId.map((id) => hues.at(Math.min(hues.length, Number(id.slice(1)))) ?? null);
  const left = hues.filter((hue) => !kept.includes(hue));
  return neutral.map((isNeutral, row) => (isNeutral ? quiet : (kept[row] ?? left.shift() ?? grey)));
}

/** Red, green and blue, 0 to 255, of `#rrggbb`. */
export function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** `one` with `share` (0 to 1) of `other` in it. */
export function mix(one: string, other: string, share: number): string {
  const a = channels(one);
  const b = channels(other);
  const mixed = a.map((channel, i) => Math.round(channel + (b[i] - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The colour moved towards black or white, whichever is away from the background, until words in it can be read. */
export function readableOn(background: string, colour: string): string {
  const end = luminance(background) > 0.5 ? "#000000" : "#ffffff";
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(colour, end, share);
    // A little above 4.5, since a region tints the background under the word.
    if (contrast(candidate, background) >= 5) return candidate;
  }
  return end;
}

const WITH_ALPHA = new Map<string, string>();

/** `rgba(…)` of a colour with an opacity; opacities are rounded to 1/64, so that renderers can keep what they parsed. */
export function withAlpha(colour: string, opacity: number): string {
  const rounded = Math.round(Math.min(1, Math.max(0, opacity)) * 64) / 64;
  const key = colour + rounded;
  const known = WITH_ALPHA.get(key);
  if (known !== undefined) return known;
  const made = `rgba(${channels(colour).join(",")},${rounded})`;
  WITH_ALPHA.set(key, made);
  return made;
}
