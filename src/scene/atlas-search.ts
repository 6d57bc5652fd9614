import type { Atlas, FoundPeople } from "../model/atlas.ts";
import { atlasTeam } from "./atlas-facts.ts";
import { misfit, NO_MATCH, type ResultGroup } from "./search.ts";
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

/**
 * People who were found in the whole for a query, as a group of results, those whom it fits best first; the choice of each is their
 * place in `people`.
 */
export function foundGroup({ teams }: Atlas, { people, more }: FoundPeople, query: string): ResultGroup {
  const fitting = people
    // Whom another form of the name was found by fits all the same, as little as one who is found by words in any order.
    .map((person, author) => ({ person, author, misfit: Math.min(NO_MATCH - 1, misfit(person.name, query)) }))
    .sort((a, b) => a.misfit - b.misfit || a.author - b.author);
  return {
    kind: "person",
    title: more ? "People, the first of many" : "People",
    matched: people.length,
    misfit: fitting.at(0)?.misfit ?? NO_MATCH,
    results: fitting.map(({ person: { name, papers, team }, author }) => ({
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
