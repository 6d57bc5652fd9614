import type { IdentityStage } from "../worker/identity-messages.ts";

const STAGES: Readonly<Record<IdentityStage, string>> = {
  identity: "joining names",
  teams: "finding teams",
  names: "naming teams",
  layout: "drawing the map",
  tables: "drawing the map",
};

/** What is under way, for whoever waits: on a large map the teams take seconds. */
export function stageInWords(stage: IdentityStage | null): string {
  return `${STAGES[stage ?? "identity"]} …`;
}
