/** A line of a text file with something on it; lines count from 1. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

const BYTE_ORDER_MARK = "\ufeff";

/** The lines of a text that are neither empty nor comments (`#` first), whatever ends them. */
export function* numberedLines(text: string): Generator<NumberedLine> {
  let line = 0;
  for (let from = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0; from < text.length; ) {
    line += 1;
    const to = lineEnd(text, from);
    const content = text.slice(from, to);
    if (content.trim() !== "" && !content.startsWith("#")) yield { line, text: content };
    from = to + (text.startsWith("\r\n", to) ? 2 : 1);
  }
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) return at;
  }
  return text.length;
}

/** The values of a line with tabs between. One that begins and ends with quotes loses them, as spreadsheets write it. */
export function fieldsOf(line: string): string[] {
  return line.split("\t").map((field) => {
    const quoted = field.length >= 2 && field.startsWith('"') && field.endsWith('"');
    return quoted ? field.slice(1, -1).replaceAll('""', '"') : field;
  });
}

/** A value as `fieldsOf` reads it back; tabs and line ends in it become spaces. */
export function lineField(value: string): string {
  const plain = value.replace(/[\t\r\n]/g, " ");
  return plain.startsWith('"') || plain.startsWith("#") ? `"${plain.replaceAll('"', '""')}"` : plain;
}
