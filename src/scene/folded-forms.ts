import { fold } from "../model/text.ts";
import { withRoom } from "../model/with-room.ts";
import { WordTable } from "../model/word-table.ts";

/**
 * Texts folded for comparing, in columns: each form as one stretch of `text`, and as the words that it consists of. A word that many forms share, as nearly
 * all do, stands once: whatever is asked about words is asked once about each.
 */
export interface FoldedForms {
  /** The forms, a line each: letters and digits only, words without space between. */
  readonly text: string;
  /** Where each form begins in `text`; one more than there are forms, ascending. */
  readonly formStart: Uint32Array;
  /** The words of form `f` are `wordsOf[k]` for `firstWord[f] <= k < firstWord[f + 1]`, in their order. */
  readonly wordsOf: Uint32Array;
  readonly firstWord: Uint32Array;
  /** The code units of word `w` are `letters[k]` for `wordStart[w] <= k < wordStart[w + 1]`. */
  readonly letters: Uint16Array;
  readonly wordStart: Uint32Array;
  /** The forms with word `w` are `formsWith[k]` for `firstForm[w] <= k < firstForm[w + 1]`, ascending, each as often as it has the word. */
  readonly formsWith: Uint32Array;
  readonly firstForm: Uint32Array;
}

/** The words of a text, folded; those without a letter or digit are none. */
export function foldedWords(text: string): string[] {
  return text
    .split(/[\s\p{P}]+/u)
    .map(fold)
    .filter((word) => word !== "");
}

/** Whether a word of `form` begins at `at`, a place in `text` within the form. */
export function beginsWord(
  { formStart, firstWord, wordsOf, wordStart }: FoldedForms,
  form: number,
  at: number,
): boolean {
  let begin = formStart[form];
  for (let k = firstWord[form]; begin < at && k < firstWord[form + 1]; k++) {
    begin += wordStart[wordsOf[k] + 1] - wordStart[wordsOf[k]];
  }
  return begin === at;
}

/** Forms that are joined to one piece of text, so that the end joins few. */
const FORMS_A_PIECE = 1000;

/** Takes forms one by one. */
export class FormsBuilder {
  private readonly pieces: string[] = [];
  private forms: string[] = [];
  private readonly formStart: number[] = [];
  private readonly firstWord: number[] = [];
  private readonly table = new WordTable();
  private wordsOf = new Uint32Array(1024);
  private length = 0;
  private wordCount = 0;

  /** A form and the words that it consists of. */
  add(words: readonly string[], form: string): void {
    this.formStart.push(this.length);
    this.firstWord.push(this.wordCount);
    this.length += form.length + 1;
    const count = this.wordCount + words.length;
    if (count > this.wordsOf.length) this.wordsOf = withRoom(this.wordsOf, 2 * count);
    for (const word of words) this.wordsOf[this.wordCount++] = this.table.numberOf(word);
    this.forms.push(form);
    if (this.forms.length === FORMS_A_PIECE) this.join();
  }

  soFar(): FoldedForms {
    this.join();
    const { words } = this.table;
    const wordStart = new Uint32Array(words.length + 1);
    for (let word = 0; word < words.length; word++) wordStart[word + 1] = wordStart[word] + words[word].length;
    const letters = new Uint16Array(wordStart[words.length]);
    for (let word = 0; word < words.length; word++) {
      for (let i = 0; i < words[word].length; i++) letters[wordStart[word] + i] = words[word].charCodeAt(i);
    }
    const wordsOf = this.wordsOf.slice(0, this.wordCount);
    const firstWord = closed(this.firstWord, this.wordCount);
    return {
      text: this.pieces.join(""),
      formStart: closed(this.formStart, this.length),
      wordsOf,
      firstWord,
      letters,
      wordStart,
      ...formsByWord(wordsOf, firstWord, words.length),
    };
  }

  private join(): void {
    if (this.forms.length > 0) this.pieces.push(`${this.forms.join("\n")}\n`);
    this.forms = [];
  }
}

/** Beginnings and the end of the last. */
function closed(starts: readonly number[], end: number): Uint32Array {
  const column = new Uint32Array(starts.length + 1);
  column.set(starts);
  column[starts.length] = end;
  return column;
}

function formsByWord(wordsOf: Uint32Array, firstWord: Uint32Array, words: number) {
  const firstForm = new Uint32Array(words + 1);
  for (const word of wordsOf) firstForm[word + 1] += 1;
  for (let word = 0; word < words; word++) firstForm[word + 1] += firstForm[word];
  const next = firstForm.slice();
  const formsWith = new Uint32Array(wordsOf.length);
  for (let form = 0; form + 1 < firstWord.length; form++) {
    for (let k = firstWord[form]; k < firstWord[form + 1]; k++) formsWith[next[wordsOf[k]]++] = form;
  }
  return { formsWith, firstForm };
}
