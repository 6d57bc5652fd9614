/** Who is who by hand: for some authorships the person, as indices of authorships in the order of the papers. */
export interface Gold {
  readonly authorships: readonly number[];
  readonly persons: readonly string[];
  readonly names: readonly string[];
}

/** Precision, recall and their harmonic mean, in per cent. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Scores {
  readonly view: "all" | "variants" | "namesakes";
  readonly authorships: number;
  readonly pairs: Score;
  /** B-cubed, averaged over gold authorships (Bagga and Baldwin, 1998). */
  readonly bCubed: Score;
}

/**
 * Scores authors against gold in three views: every authorship, those of persons under several names, those of names that
 * several persons have. An authorship outside the gold is by none of its persons.
 */
export function scoresOf({ authorships, persons, names }: Gold, authorOf: Uint32Array): Scores[] {
  const namesOfPerson = setsOf(persons, names);
  const personsOfName = setsOf(names, persons);
  const sizeOfAuthor = countOf([...authorOf]);
  const sizeOfPerson = countOf(persons);
  const together = countOf(persons.map((person, i) => `${authorOf[authorships[i]]} ${person}`));
  const views = [
    ["all", () => true],
    ["variants", (i: number) => (namesOfPerson.get(persons[i])?.size ?? 0) > 1],
    ["namesakes", (i: number) => (personsOfName.get(names[i])?.size ?? 0) > 1],
  ] as const;
  return views.map(([view, holds]) => {
    let [count, precision, recall, same, inAuthor, inPerson] = [0, 0, 0, 0, 0, 0];
    persons.forEach((person, i) => {
      if (!holds(i)) return;
      const author = authorOf[authorships[i]];
      const both = together.get(`${author} ${person}`) ?? 0;
      const ofAuthor = sizeOfAuthor.get(author) ?? 0;
      const ofPerson = sizeOfPerson.get(person) ?? 0;
      count++;
      precision += both / ofAuthor;
      recall += both / ofPerson;
      same += both - 1;
      inAuthor += ofAuthor - 1;
      inPerson += ofPerson - 1;
    });
    return {
      view,
      authorships: count,
      pairs: score(inAuthor > 0 ? same / inAuthor : 1, inPerson > 0 ? same / inPerson : 1),
      bCubed: score(precision / count, recall / count),
    };
  });
}

function score(precision: number, recall: number): Score {
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision: 100 * precision, recall: 100 * recall, f1: 100 * f1 };
}

function countOf<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function setsOf(keys: readonly string[], values: readonly string[]): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>();
  keys.forEach((key, i) => {
    const set = sets.get(key) ?? new Set<string>();
    set.add(values[i]);
    sets.set(key, set);
  });
  return sets;
}
