import { type Generator, generator } from "../../src/model/generator.ts";
import type { Paper, PaperAuthor } from "../../src/model/paper.ts";

/** People of one tradition of names: how many families and given names there are, and how steeply they differ in number. */
interface Tradition {
  readonly share: number;
  readonly families: readonly string[];
  readonly givens: readonly string[];
  /** Exponents of Zipf's law. */
  readonly familySteepness: number;
  readonly givenSteepness: number;
  /** Share of the people with a second given name. */
  readonly middles: number;
}

interface Person {
  readonly given: string;
  readonly middle: string;
  readonly family: string;
}

const AUTHORSHIPS_OF_A_PERSON = 4.5;
const PEOPLE_OF_A_CIRCLE = 25;
const WORDS = 30_000;
const VENUES = 400;

/**
 * Invented papers with at least so many authorships, sorted by id; the same for the same seed. A third of the people
 * share few family names, as in East Asia; the others have many. People write with their circle, some far more than
 * others; a name is now and then written with an initial, without its middle name or with a slip.
 */
export function generatedPapers(authorships: number, seed = 1): Paper[] {
  const random = generator(seed);
  const people = peopleOf(Math.ceil(authorships / AUTHORSHIPS_OF_A_PERSON), random);
  const titleWord = zipf(invented(WORDS, 2, 4, random), 1, random);
  const venue = zipf(invented(VENUES, 2, 3, random), 0.8, random);
  const papers: Paper[] = [];
  for (let count = 0; count < authorships; ) {
    const circle = Math.floor(random() * Math.ceil(people.length / PEOPLE_OF_A_CIRCLE)) * PEOPLE_OF_A_CIRCLE;
    const team = new Set<Person>();
    const size = 1 + Math.floor(-4 * Math.log(1 - random() * 0.999));
    while (team.size < size && team.size < PEOPLE_OF_A_CIRCLE - 5) {
      const outsider = random() < 0.1;
      // The first of a circle write most.
      const at = outsider ? random() * people.length : circle + PEOPLE_OF_A_CIRCLE * random() ** 2;
      team.add(people[Math.min(people.length - 1, Math.floor(at))]);
    }
    const authors = Array.from(team, (person) => author(person, random));
    count += authors.length;
    papers.push({
      id: `p${String(papers.length).padStart(9, "0")}`,
      ids: {},
      title: Array.from({ length: 6 + Math.floor(random() * 7) }, titleWord).join(" "),
      authors,
      truncated: false,
      keywords: [],
      editors: [],
      groupAuthors: [],
      year: 2025 - Math.floor(40 * random() ** 2),
      venue: venue(),
      records: [papers.length],
    });
  }
  return papers;
}

function peopleOf(count: number, random: Generator): Person[] {
  const traditions: Tradition[] = [
    {
      share: 0.35,
      families: invented(200, 1, 1, random),
      familySteepness: 0.9,
      givens: invented(4000, 1, 2, random),
      givenSteepness: 0.6,
      middles: 0,
    },
    {
      share: 0.65,
      families: invented(60_000, 2, 3, random),
      familySteepness: 0.7,
      givens: invented(8000, 2, 3, random),
      givenSteepness: 0.8,
      middles: 0.25,
    },
  ];
  const draws = traditions.map(({ families, familySteepness, givens, givenSteepness }) => ({
    family: zipf(families, familySteepness, random),
    given: zipf(givens, givenSteepness, random),
  }));
  return Array.from({ length: count }, () => {
    const at = random() < traditions[0].share ? 0 : 1;
    const { family, given } = draws[at];
    const middle = random() < traditions[at].middles ? given() : "";
    return { given: given(), middle, family: family() };
  });
}

function author({ given, middle, family }: Person, random: Generator): PaperAuthor {
  const way = random();
  const first = way < 0.012 ? `${given[0]}.` : way < 0.014 ? slip(given, random) : given;
  const between = way > 0.96 ? "" : way > 0.93 && middle !== "" ? `${middle[0]}.` : middle;
  const written = [first, between].filter((word) => word !== "").join(" ");
  return { name: `${written} ${family}`, given: written, family, otherForms: [] };
}

/** Two neighbours change places. */
function slip(word: string, random: Generator): string {
  const at = Math.floor(random() * (word.length - 1));
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}

/** Distinct words of some syllables each. */
function invented(count: number, least: number, most: number, random: Generator): string[] {
  const words = new Set<string>();
  const one = (of: string): string => of[Math.floor(random() * of.length)];
  while (words.size < count) {
    let word = "";
    const syllables = least + Math.floor(random() * (most - least + 1));
    for (let i = 0; i < syllables; i++) word += one("bcdfghjklmnprstvwxyz") + one("aeiou") + one("   nnrslmt").trim();
    words.add(word[0].toUpperCase() + word.slice(1));
  }
  return [...words];
}

/** Draws the word of rank r with a chance in proportion to r^-steepness. */
function zipf(words: readonly string[], steepness: number, random: Generator): () => string {
  const sums = new Float64Array(words.length);
  let sum = 0;
  words.forEach((_, rank) => {
    sum += (rank + 1) ** -steepness;
    sums[rank] = sum;
  });
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low];
  };
}
