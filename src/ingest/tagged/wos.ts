import type { Reader } from "../reader.ts";
import { isMarkup } from "./tagged-record.ts";
import { type TagGrammar, type TaggedLine, taggedParser, tagOfTwo } from "./tagged-text.ts";
import { readWosRecord, WOS_TAGS } from "./wos-record.ts";

const FORMAT = "wos";

const GRAMMAR: TagGrammar = {
  format: FORMAT,
  fieldOf: wosField,
  begins: ({ tag }, open) => tag === "PT" || (open === undefined && WOS_TAGS.has(tag)),
  ends: ({ tag }) => tag === "ER" || tag === "EF",
  kept: WOS_TAGS,
  between: new Set(["FN", "VR"]),
};

/** Web of Science's plain text ("field tagged"), also by its former name ISI. */
export const wos: Reader = {
  format: FORMAT,
  detects: (head) =>
    !isMarkup(head) &&
    ((/^\ufeff?FN (?:ISI|Thomson|Clarivate|Web of)/m.test(head) && /^VR /m.test(head)) ||
      (/^PT [A-Z]\s*$/m.test(head) && /^(?:AU|TI|SO) \S/m.test(head))),
  open: (file, sink) =>
    taggedParser(GRAMMAR, file, sink, (record) =>
      readWosRecord(
        record.source,
        { items: (tag) => record.lines(tag), text: (tag) => record.text(tag), opened: record.has("PT") },
        sink,
      ),
    ),
};

/** Two characters and a space; lines that go on begin with three spaces. `ER` may stand alone. */
function wosField(line: string): TaggedLine | undefined {
  const tag = tagOfTwo(line);
  if (tag === undefined || (line.length > 2 && line.charCodeAt(2) !== 32)) return undefined;
  return { tag, value: line.slice(3) };
}
