/** Scripts that names of teams come in; what is written in two of one line, as Japanese is, is one. */
const SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Han", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Hangul", /\p{Script=Hangul}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Devanagari", /\p{Script=Devanagari}/gu],
  ["Thai", /\p{Script=Thai}/gu],
];

/** The script that most letters of a text are of; "other" where they are of none of these, null where there are no letters. */
export function scriptOf(text: string): string | null {
  if (!/\p{L}/u.test(text)) return null;
  let most = 0;
  let script = "other";
  for (const [name, letters] of SCRIPTS) {
    const count = text.match(letters)?.length ?? 0;
    if (count > most) [most, script] = [count, name];
  }
  return script;
}
