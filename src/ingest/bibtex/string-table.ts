import { LIMITS } from "../limits.ts";
import type { ValuePart } from "./entry-fields.ts";

/** What kept a value from being as long as the file asked for. */
export type ExpansionProblem = "expansion-cut" | "string-unknown";

/**
 * The `@string` definitions of one file. A definition is expanded when it is made, so that each use costs its length; how
 * long one value and all of them together may become is bounded, for doubling a string 25 times would fill the memory.
 */
export class StringTable {
  /** Names in lower case. */
  private readonly values = new Map<string, string>();
  private expanded = 0;

  define(name: string, value: string): void {
    this.values.set(name.toLowerCase(), value);
  }

  /**
   * The text of a value. `read` is how many characters of the file were read so far; names that nobody defined stand for
   * themselves, months for their English name.
   */
  expand(parts: readonly ValuePart[], read: number, problem: (code: ExpansionProblem, name: string) => void): string {
    if (parts.length === 1 && "text" in parts[0]) return parts[0].text;
    const texts: string[] = [];
    let length = 0;
    let substitutions = 0;
    for (const part of parts) {
      let text: string;
      if ("text" in part) text = part.text;
      else {
        const value = this.values.get(part.name.toLowerCase());
        if (value === undefined && !MONTHS.has(part.name.toLowerCase())) problem("string-unknown", part.name);
        text = value ?? part.name;
        substitutions++;
        this.expanded += text.length;
      }
      length += text.length;
      if (
        length > LIMITS.expansionLength ||
        substitutions > LIMITS.substitutions ||
        this.expanded > LIMITS.expansionLength + LIMITS.expansionRatio * read
      ) {
        problem("expansion-cut", "name" in part ? part.name : "");
        break;
      }
      texts.push(text);
    }
    return texts.join("");
  }
}

const MONTHS: ReadonlySet<string> = new Set("jan feb mar apr may jun jul aug sep oct nov dec".split(" "));
