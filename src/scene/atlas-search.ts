import type { Atlas, FoundPeople } from "../model/atlas.ts";
import { atlasTeam } from "./atlas-facts.ts";
import type { ResultGroup } from "./search.ts";
import { type Entry, indexInSteps, joined, type SearchIndex } from "./search-index.ts";
import { teamSize } from "./team-facts.ts";
import { counted } from "./wording.ts";

/**
 * The teams of an atlas by their names, and, where nobody else can be found (`people`), those at their core; whoever takes such a
 * person comes to the team.
 */
export function atlasIndexInSteps(atlas: Atlas, people: boolean): Generator<SearchIndex | undefined, SearchIndex> {
  return indexInSteps(entriesOf(atlas, people));
}

/** People who were found in the whole, as a group of results; the choice of each is its place in the list. */
export function foundGroup({ teams }: Atlas, { people, more }: FoundPeople): ResultGroup {
  return {
    kind: "person",
    title: more ? "People, the first of many" : "People",
    matched: people.length,
    results: people.map(({ name, papers, team }, author) => ({
      kind: "person",
      choice: { kind: "author", author },
      label: name,
      context: joined(counted(papers, "paper"), team === null ? null : teams.name[team]),
    })),
  };
}

function* entriesOf(atlas: Atlas, people: boolean): Generator<Entry> {
  for (let row = 0; row < atlas.teams.rowCount; row++) {
    const { team, name, authors, papers, years, leaders } = atlasTeam(atlas, row);
    yield {
      kind: "team",
      texts: [name],
      weight: authors,
      label: () => name,
      result: () => ({ choice: { kind: "team", team }, context: joined(teamSize(authors, papers), years) }),
    };
    for (const leader of people ? leaders : []) {
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
