import type { Parser } from "./reader.ts";

/**
 * A parser that is given whole lines, without their ends and numbered from 1. Of a line longer than `limit` the rest is
 * dropped and the line marked as cut, so that a file without line ends is not held whole.
 */
export function lineParser(
  limit: number,
  line: (text: string, number: number, cut: boolean) => void,
  end: () => void,
): Parser {
  let pieces: string[] = [];
  let length = 0;
  let number = 1;
  let cut = false;

  const take = (text: string): void => {
    const kept = text.slice(0, limit - length);
    if (kept.length < text.length) cut = true;
    if (kept !== "") pieces.push(kept);
    length += kept.length;
  };
  const flush = (): void => {
    line(pieces.join(""), number, cut);
    pieces = [];
    length = 0;
    cut = false;
    number++;
  };

  return {
    write(text) {
      let from = 0;
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", from)) {
        if (length === 0 && at - from <= limit) {
          // Nearly every line: it is whole in this piece of text.
          line(text.slice(from, at), number, false);
          number++;
        } else {
          take(text.slice(from, at));
          flush();
        }
        from = at + 1;
      }
      if (from < text.length) take(text.slice(from));
    },
    end() {
      if (length > 0) flush();
      end();
    },
  };
}
