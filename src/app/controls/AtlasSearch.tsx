import { useEffect, useMemo, useState } from "react";
import type { FoundPeople } from "../../model/atlas.ts";
import { atlasIndexInSteps, foundGroup } from "../../scene/atlas-search.ts";
import type { Choice } from "../../scene/view.ts";
import { hue } from "../panels/TeamChip.tsx";
import type { OpenAtlas } from "../store/dataset-store.ts";
import { findAnybody } from "../store/find-anybody.ts";
import { openSheet } from "../store/open-sheet.ts";
import { pick } from "../store/pick.ts";
import { SearchField } from "./SearchField.tsx";
import { SearchSoon } from "./search-soon.ts";

/** While one types, nobody is asked for. */
const PAUSE_MS = 250;

/** What became of looking for people by a query. */
type Finding = { readonly query: string } & (
  | { readonly kind: "nothing" | "asking" | "unable" | "failed" }
  | { readonly kind: "found"; readonly found: FoundPeople }
);

/** Search for teams by name and for anybody by the beginning of a name; `fill` is the colour of each team. */
export function AtlasSearch({ place, fill }: { place: OpenAtlas; fill: readonly string[] }) {
  const { atlas } = place;
  const [query, setQuery] = useState("");
  const finding = useFinding(place, query);
  const isUnable = finding.kind === "unable";
  const soon = useMemo(() => new SearchSoon(atlasIndexInSteps(atlas, isUnable)), [atlas, isUnable]);
  const found = finding.kind === "found" ? finding.found : null;
  const more = useMemo(() => (found === null ? null : foundGroup(atlas, found, query)), [atlas, found, query]);
  const teamOf = (choice: Choice): number | null => {
    if (choice.kind === "team") return choice.team;
    return choice.kind === "author" ? (found?.people.at(choice.author)?.team ?? null) : null;
  };
  const take = (choice: Choice) => {
    const person = choice.kind === "author" ? found?.people.at(choice.author) : undefined;
    if (person === undefined) pick(choice);
    // Whoever is in no team is on a sheet all the same, and any of its teams leads there.
    else void openSheet(person.team ?? atlas.teams.sheet.indexOf(person.sheet), person.authorId);
  };
  return (
    <SearchField
      soon={soon}
      label="Search teams and people"
      placeholder="Teams, people"
      nothing={finding.kind === "asking" ? "Looking …" : "Nothing is called like this."}
      note={finding.kind === "failed" ? <p className="quiet">People could not be looked for.</p> : null}
      more={more}
      isWaiting={finding.kind === "asking"}
      onQuery={setQuery}
      dotOf={(choice) => {
        const team = teamOf(choice);
        return team === null ? (
          <span className="dot dot-none" aria-hidden="true" />
        ) : (
          <span className="dot" aria-hidden="true" style={hue(fill[team])} />
        );
      }}
      onTake={take}
    />
  );
}

/** What became of the search for people; one that is overtaken by the next is given up. */
function useFinding(place: OpenAtlas, query: string): Finding {
  const [finding, setFinding] = useState<Finding>({ query: "", kind: "nothing" });
  useEffect(() => {
    if (query.trim() === "") return;
    const ending = new AbortController();
    const timer = setTimeout(() => {
      findAnybody(place, query, ending.signal)
        .then((found): Finding => (found === null ? { query, kind: "unable" } : { query, kind: "found", found }))
        .catch((): Finding => ({ query, kind: "failed" }))
        .then((next) => {
          if (!ending.signal.aborted) setFinding(next);
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [place, query]);
  if (query.trim() === "") return { query, kind: "nothing" };
  return finding.query === query ? finding : { query, kind: "asking" };
}
