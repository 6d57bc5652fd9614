import { jsonHead } from "../json/json-head.ts";
import { JsonRecordSplitter } from "../json/json-record-splitter.ts";
import type { JsonLoss } from "../json/json-splitting.ts";
import { type JsonObject, objectAt, parseObject, textAt } from "../json/json-values.ts";
import { LIMITS } from "../limits.ts";
import type { Parser, Reader, Sink } from "../reader.ts";
import { NetworkDraft } from "./network-draft.ts";
import { NO_PEOPLE } from "./vosviewer-map.ts";

const WRAPPERS = new Set(["network", "items", "links"]);
const LOST: Record<JsonLoss, string> = {
  "record-cut": `Items or links longer than ${LIMITS.recordLength} characters, which were left out`,
  "nesting-deep": `Items or links that nest brackets more than ${LIMITS.nesting} deep, which were left out`,
  "json-malformed": "Items or links that are no JSON, which were left out",
  "json-unclosed": "Items or links within which the file ends, which were left out",
  "list-unclosed": "Lists within which the file ends, of which some may be missing",
};

/** JSON of VOSviewer and VOSviewer Online: `{"network": {"items": […], "links": […]}}`. */
export const vosviewerJson: Reader = {
  format: "vosviewer-json",
  detects: (text) => {
    const keys = jsonHead(text, WRAPPERS)?.keys;
    return keys?.get("network")?.startsWith("{") === true && (keys.has("items") || keys.has("links"));
  },
  open: openVosviewerJson,
};

function openVosviewerJson(file: string, sink: Sink): Parser {
  const draft = new NetworkDraft(file, vosviewerJson.format, sink);
  const splitter = new JsonRecordSplitter(WRAPPERS, {
    record({ text, line }) {
      const object = parseObject(text);
      if (object === undefined) draft.tell("json-malformed", "error", line, LOST["json-malformed"]);
      else if (textAt(object, "source_id") !== undefined || textAt(object, "target_id") !== undefined) {
        draft.tie(textAt(object, "source_id") ?? "", textAt(object, "target_id") ?? "", weightOf(object), line);
      } else readItem(draft, object, line);
    },
    lost: (line, why) => draft.tell(why, why === "list-unclosed" ? "warning" : "error", line, LOST[why]),
    stray: (line) => draft.tell("text-between-records", "warning", line, "Places with text that is no item or link"),
  });
  return {
    write: (text) => splitter.write(text),
    end() {
      splitter.end();
      draft.end();
    },
  };
}

/** A strength that is there but no number is told as such. */
function weightOf({ strength }: JsonObject): number | string | undefined {
  return strength === undefined || typeof strength === "number" || typeof strength === "string" ? strength : Number.NaN;
}

function readItem(draft: NetworkDraft, item: JsonObject, line: number): void {
  const weights = objectAt(item, "weights");
  const label = textAt(item, "label");
  // Without an id an item is spoken of by its label.
  draft.node(textAt(item, "id") ?? label ?? "", label, line, textAt(weights, "Documents"));
  if (item.x !== undefined || item.cluster !== undefined) draft.ownLayout(line);
  if (textAt(weights, "Occurrences") !== undefined) draft.tell("items-no-people", "note", line, NO_PEOPLE);
}
