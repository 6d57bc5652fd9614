import type { Finding } from "../model/finding.ts";
import type { NetworkPart } from "../model/given-network.ts";
import type { SourceRecord } from "../model/record.ts";

/** Where a reader hands over what it reads, record by record, in the order of the file. */
export interface Sink {
  /**
   * The texts of a record may be cut from larger ones, and a single one keep a whole piece of the file in memory: who keeps
   * records keeps what `SharedTexts` makes of them.
   */
  record(record: SourceRecord): void;
  finding(finding: Finding): void;
  /** What a file of a ready network gives, once, at its end: such a file has no records. */
  network?(part: NetworkPart): void;
}

/**
 * Takes the text of one file in chunks split anywhere; its line ends are "\n". A parser holds at most one record's text
 * and throws on no text.
 */
export interface Parser {
  write(text: string): void;
  /** Call once, last: what the file left open is finished or reported. */
  end(): void;
}

/** One format: how it is recognised, apart from how it is read. */
export interface Reader {
  /** Kept with every record: `bibtex`, `arxiv-author-listing`. `FORMAT_NAMES` has what people call it. */
  readonly format: string;
  /** Whether a file that begins with `head` (at most 64 KB of it) is of this format. */
  detects(head: string): boolean;
  open(file: string, sink: Sink): Parser;
}
