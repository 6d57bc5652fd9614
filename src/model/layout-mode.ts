/** Teams apart: positions shaped by the teams. Plain force: ForceAtlas2 on the ties alone. */
export type LayoutMode = "teams" | "plain";
