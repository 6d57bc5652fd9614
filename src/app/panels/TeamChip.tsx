import type { CSSProperties } from "react";
import { PALETTES } from "../../scene/palette.ts";
import { wholeName } from "../../scene/wording.ts";
import { pick } from "../store/pick.ts";
import { useScene } from "../store/scene-context.tsx";
import { usePreview } from "./use-preview.ts";

/** The team's colour as on the map; a hollow one for nobody's team. Always beside words that say the same. */
export function TeamDot({ team }: { team: number | null }) {
  const { colours } = useScene();
  if (team === null) return <span className="dot dot-none" aria-hidden="true" />;
  return <span className="dot" aria-hidden="true" style={hue(colours.fill[team] ?? PALETTES.light.grey)} />;
}

/** A team by colour and name; choosing it opens the team. */
export function TeamChip({ team }: { team: number | null }) {
  const { partition } = useScene();
  const preview = usePreview(team === null ? null : { kind: "team", team });
  if (team === null) {
    return (
      <span className="chip chip-none">
        <TeamDot team={null} />
        no team
      </span>
    );
  }
  return (
    <button type="button" className="chip" onClick={() => pick({ kind: "team", team })} {...preview}>
      <TeamDot team={team} />
      <bdi dir="auto" className="name" title={wholeName(partition.teams.name[team])}>
        {partition.teams.name[team]}
      </bdi>
    </button>
  );
}

/** A colour for the style sheets. Set by script, which the page's policy allows where a style attribute is not. */
export function hue(colour: string): CSSProperties {
  return { "--hue": colour } as CSSProperties;
}
