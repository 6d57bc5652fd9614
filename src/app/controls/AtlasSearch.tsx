import { useMemo } from "react";
import type { Atlas } from "../../model/atlas.ts";
import { atlasIndexInSteps } from "../../scene/atlas-search.ts";
import { hue } from "../panels/TeamChip.tsx";
import { pick } from "../store/pick.ts";
import { SearchField } from "./SearchField.tsx";
import { SearchSoon } from "./search-soon.ts";

/** Search for teams by name, or by who is at their core; `fill` is the colour of each. */
export function AtlasSearch({ atlas, fill }: { atlas: Atlas; fill: readonly string[] }) {
  const soon = useMemo(() => new SearchSoon(atlasIndexInSteps(atlas)), [atlas]);
  return (
    <SearchField
      soon={soon}
      label="Search teams and their core people"
      placeholder="Teams, core people"
      nothing="No team is called like this, and nobody at the core of one."
      dotOf={(choice) =>
        choice.kind === "team" ? <span className="dot" aria-hidden="true" style={hue(fill[choice.team])} /> : null
      }
      onTake={pick}
    />
  );
}
