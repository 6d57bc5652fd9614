import type { CSSProperties } from "react";
import { PALETTES } from "../../scene/palette.ts";
import { sharesInWords, type TeamShare } from "../../scene/team-shares.ts";
import { percent } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";
import { TeamChip } from "./TeamChip.tsx";

/** Beyond this many teams the rest are in the bar but not in the list. */
const NAMED = 6;

/** Where tie weight goes: a bar in the teams' colours, and the same in words below. */
export function ShareBar({ shares }: { shares: readonly TeamShare[] }) {
  const { partition, colours } = useScene();
  return (
    <>
      <div className="share-bar" role="img" aria-label={`Tie weight: ${sharesInWords(partition, shares)}`}>
        {shares.map(({ team, share }) => (
          <span
            key={team ?? "none"}
            style={{ flexGrow: share, "--hue": colour(colours.fill, team) } as CSSProperties}
            title={`${team === null ? "no team" : partition.teams.name[team]} ${percent(share)}`}
          />
        ))}
      </div>
      <ul className="share-list">
        {shares.slice(0, NAMED).map(({ team, share }) => (
          <li key={team ?? "none"}>
            <TeamChip team={team} />
            <span className="number">{percent(share)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function colour(fill: readonly string[], team: number | null): string {
  return (team === null ? undefined : fill[team]) ?? PALETTES.light.grey;
}
