import { generator } from "../../../src/model/generator.ts";

/** An invented publication, as formats need it. */
export interface InventedPaper {
  readonly number: number;
  readonly title: string;
  readonly authors: readonly { readonly given: string; readonly family: string }[];
  readonly year: number;
  readonly venue: string;
  readonly doi: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
}

const SYLLABLES =
  "ba de ki lo mu na pe ri so tu va we yo zan ber dok fin gel har jin kol mar nor pas rut sen tal vik wal".split(" ");
const WORDS = (
  "the of and in for with on by from to a an model method measure network loom engine steam pattern thread language learning graph " +
  "analysis study theory evidence effect change growth structure signal system design review approach framework problem result " +
  "sample survey field water energy light cell protein market policy school memory speech image vision robot climate risk health"
).split(" ");
const VENUE_COUNT = 400;
const SENTENCE_COUNT = 2_000;
/** Most papers have few authors, some many: mean 3.6. */
const AUTHOR_COUNTS = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6, 8, 12];
/** Every so many papers one is another's record once more. */
const REPEATED_EACH = 50;

/**
 * Papers without end, the same for one seed: the `number`th from 0. About one name in twelve and one sentence in twenty
 * has letters beyond ASCII; every fiftieth paper is an earlier one once more, as exports of two databases have it.
 */
export function inventedPapers(seed: number): (number: number) => InventedPaper {
  const chance = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)];
  const capital = (word: string) => word[0].toUpperCase() + word.slice(1);
  const name = () => capital(Array.from({ length: 2 + Math.floor(chance() * 2) }, () => pick(SYLLABLES)).join(""));
  const accented = (text: string) => (chance() < 1 / 12 ? text.replace("o", "ö").replace("e", "é") : text);
  const families = Array.from({ length: 20_000 }, () => accented(name()));
  const givens = Array.from({ length: 1_000 }, () => accented(name()));
  const venues = Array.from(
    { length: VENUE_COUNT },
    () => `Journal of ${capital(pick(WORDS.slice(12)))} and ${name()}`,
  );
  const sentences = Array.from({ length: SENTENCE_COUNT }, (_, at) => {
    const words = Array.from({ length: 8 + Math.floor(chance() * 20) }, () => pick(WORDS));
    return `${capital(words.join(" "))}${at % 20 === 0 ? " (α ≤ 5 µm — “naïve”)" : ""}.`;
  });

  const paperOf = (number: number): InventedPaper => {
    const own = generator(seed + Math.imul(number + 1, 0x9e3779b1));
    const below = (count: number) => Math.floor(own() * count);
    const one = <T>(list: readonly T[]): T => list[below(list.length)];
    // The square prefers the first: some people write much.
    const authors = Array.from({ length: one(AUTHOR_COUNTS) }, () => {
      const person = Math.floor(own() * own() * families.length);
      return { given: givens[person % givens.length], family: families[person] };
    });
    const words = Array.from({ length: 6 + below(8) }, () => one(WORDS));
    return {
      number,
      title: `${capital(words.join(" "))} ${one(families)}`,
      authors: [...new Map(authors.map((author) => [author.family, author])).values()],
      year: 1970 + below(55),
      venue: one(venues),
      doi: `10.5555/inv.${number}`,
      abstract: Array.from({ length: 4 + below(6) }, () => one(sentences)).join(" "),
      keywords: [one(WORDS), one(WORDS), one(WORDS)],
    };
  };
  return (number) => paperOf(number % REPEATED_EACH === REPEATED_EACH - 1 ? number - 20 : number);
}
