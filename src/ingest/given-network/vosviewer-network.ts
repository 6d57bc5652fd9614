import { LIMITS } from "../limits.ts";
import { lineParser } from "../line-parser.ts";
import type { Parser, Reader, Sink } from "../reader.ts";
import { NetworkDraft } from "./network-draft.ts";

/** As much as it takes to know the format. */
const LINES = 20;
/** Of the first lines so many are ties; others may be broken. */
const MOSTLY = 0.7;
/** Two ids and a strength; VOSviewer writes tabs and reads commas and semicolons as well. */
const TIE = /^\d{1,15}([\t,;])\d{1,15}(?:\1\d{1,15}(?:\.\d{1,15})?)?$/;

/** The network file of VOSviewer as text: two ids and the strength of their link a line. Its people stand in a map file. */
export const vosviewerNetwork: Reader = {
  format: "vosviewer-network",
  detects: (text) => {
    const lines = text.split("\n", LINES + 1);
    // The last one may be cut.
    const whole = (lines.length > 1 ? lines.slice(0, -1) : lines).map((line) => line.trim());
    const ties = whole.filter((line) => TIE.test(line)).length;
    return TIE.test(whole[0]) && ties > MOSTLY * whole.filter((line) => line !== "").length;
  },
  open: openNetwork,
};

function openNetwork(file: string, sink: Sink): Parser {
  const draft = new NetworkDraft(file, vosviewerNetwork.format, sink);
  return lineParser(
    LIMITS.recordLength,
    (text, line, cut) => {
      if (cut) {
        draft.tell("record-cut", "error", line, `Lines longer than ${LIMITS.recordLength} characters, which were cut`);
      }
      if (text.trim() === "") return;
      const [from = "", to = "", strength] = text.split(/[\t,;]/, 3);
      if (from.trim() === "" || to.trim() === "") {
        draft.tell("line-no-tie", "error", line, "Lines that are no tie, which were left out");
      } else draft.tie(from, to, strength, line);
    },
    () => draft.end(),
  );
}
