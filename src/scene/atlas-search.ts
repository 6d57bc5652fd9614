import type { Atlas } from "../model/atlas.ts";
import { atlasTeam } from "./atlas-facts.ts";
import { type Entry, indexInSteps, joined, type SearchIndex } from "./search-index.ts";
import { teamSize } from "./team-facts.ts";

/** The teams of an atlas by their names, and the people who lead them; whoever takes a person comes to the team. */
export function atlasIndexInSteps(atlas: Atlas): Generator<SearchIndex | undefined, SearchIndex> {
  return indexInSteps(entriesOf(atlas));
}

function* entriesOf(atlas: Atlas): Generator<Entry> {
  for (let row = 0; row < atlas.teams.rowCount; row++) {
    const { team, name, authors, papers, years, leaders } = atlasTeam(atlas, row);
    yield {
      kind: "team",
      texts: [name],
      weight: authors,
      label: () => name,
      result: () => ({ choice: { kind: "team", team }, context: joined(teamSize(authors, papers), years) }),
    };
    for (const leader of leaders) {
      yield {
        kind: "person",
        texts: [leader],
        weight: authors,
        label: () => leader,
        result: () => ({ choice: { kind: "team", team }, context: `in ${name}` }),
      };
    }
  }
}
