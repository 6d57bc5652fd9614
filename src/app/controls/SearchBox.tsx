import { useMemo } from "react";
import { useStore } from "zustand";
import { arrivalInWords } from "../../scene/arriving.ts";
import { isGiven } from "../../scene/given-ties.ts";
import { searchIndexInSteps } from "../../scene/search-index.ts";
import { TeamDot } from "../panels/TeamChip.tsx";
import { arrivalStore } from "../store/arrival-store.ts";
import { pick } from "../store/pick.ts";
import { useScene } from "../store/scene-context.tsx";
import { SearchField } from "./SearchField.tsx";
import { SearchSoon } from "./search-soon.ts";

/** Search for people, teams, systems and papers of the open dataset. */
export function SearchBox() {
  const { dataset, glance, counting, partition } = useScene();
  const soon = useMemo(() => new SearchSoon(searchIndexInSteps(dataset, counting)), [dataset, counting]);
  return (
    <SearchField
      soon={soon}
      label="Search people, papers, systems, teams"
      placeholder={isGiven(dataset) ? "People, teams" : "People, papers, systems, teams, e.g. CHOPT"}
      nothing={glance === null ? "Nothing is called like this." : "No team is called like this."}
      note={glance === null ? null : <SearchToCome />}
      dotOf={(choice) => {
        if (choice.kind === "author") return <TeamDot team={partition.team[choice.author]} />;
        if (choice.kind === "part") return <TeamDot team={dataset.parts.team[choice.part]} />;
        return choice.kind === "team" ? <TeamDot team={choice.team} /> : null;
      }}
      onTake={pick}
    />
  );
}

/** At a glance there are only teams to be found. */
function SearchToCome() {
  const arrival = useStore(arrivalStore);
  return (
    <p className="quiet search-to-come">
      {arrival.failure === null
        ? `People and papers can be found once they are there: ${arrivalInWords(arrival)}.`
        : "People and papers could not be fetched, so only teams can be found."}
    </p>
  );
}
