import type { GlanceAuthorTable, GlanceTeamTable, GlanceTieTable } from "../model/glance.ts";
import { AUTHOR, COUNT, type ColumnsOf, POSITION, TEXT, TEXTS, YEAR_OR_NULL, YES_OR_NO } from "./column.ts";

const GLANCE_AUTHORS: ColumnsOf<GlanceAuthorTable> = {
  x: { ...POSITION, repeats: true },
  y: { ...POSITION, repeats: true },
  team: { type: "INT32", nullable: true, refersTo: "teams", repeats: true },
  papers: { ...COUNT, repeats: true },
  onlyLarge: YES_OR_NO,
};

const GLANCE_TIES: ColumnsOf<GlanceTieTable> = {
  a: AUTHOR,
  b: AUTHOR,
  weight: { type: "FLOAT", nullable: false, range: [0, Number.MAX_VALUE], repeats: true },
};

export const GLANCE_TEAMS: ColumnsOf<GlanceTeamTable> = {
  name: TEXT,
  authors: COUNT,
  papers: COUNT,
  firstYear: YEAR_OR_NULL,
  lastYear: YEAR_OR_NULL,
  leaders: TEXTS,
};

export const GLANCE_TABLES = { glanceAuthors: GLANCE_AUTHORS, glanceTies: GLANCE_TIES, glanceTeams: GLANCE_TEAMS };

export type GlanceTableName = keyof typeof GLANCE_TABLES;

export const GLANCE_TABLE_NAMES = Object.keys(GLANCE_TABLES) as readonly GlanceTableName[];
