import type { AtlasTeamTable, AtlasTieTable, SheetTable } from "../model/atlas.ts";
import { COUNT, type ColumnsOf, POSITION, TEXT } from "./column.ts";
import { GLANCE_TEAMS } from "./glance-columns.ts";

const TEAM = { type: "INT32", nullable: false, refersTo: "teams" } as const;

const ATLAS_TEAMS: ColumnsOf<AtlasTeamTable> = {
  teamId: TEXT,
  ...GLANCE_TEAMS,
  x: POSITION,
  y: POSITION,
  // Nobody is farther from the middle of some places than their diagonal.
  radius: { type: "FLOAT", nullable: false, range: [0, 2] },
  sheet: COUNT,
};

const ATLAS_TIES: ColumnsOf<AtlasTieTable> = {
  a: TEAM,
  b: TEAM,
  papers: COUNT,
  weight: { type: "FLOAT", nullable: false, range: [0, Number.MAX_VALUE] },
};

const SHEETS: ColumnsOf<SheetTable> = {
  offset: { type: "DOUBLE", nullable: false, range: [0, Number.MAX_SAFE_INTEGER] },
  bytes: COUNT,
  sha256: TEXT,
  members: COUNT,
  authors: COUNT,
  papers: COUNT,
  left: POSITION,
  bottom: POSITION,
  right: POSITION,
  top: POSITION,
};

export const ATLAS_TABLES = { atlasTeams: ATLAS_TEAMS, atlasTies: ATLAS_TIES, sheets: SHEETS };

export type AtlasTableName = keyof typeof ATLAS_TABLES;

export const ATLAS_TABLE_NAMES = Object.keys(ATLAS_TABLES) as readonly AtlasTableName[];
