/** One record in which something was noticed. */
export interface Case {
  readonly file: string;
  readonly line: number;
  /** Ordinal of the record in its file, from 1. */
  readonly record: number;
  /** The title, the name, the year: what to look at. */
  readonly text: string;
}

/** Something that a bibliography may suffer from, with what will be done about it. */
export interface Symptom {
  /** Stable, kebab-case. */
  readonly code: string;
  /** What the cases are: "papers without authors". */
  readonly label: string;
  readonly treatment: string;
  /** By file and line, then in the order of the authors. */
  readonly cases: readonly Case[];
}

/** What there is to know of a bibliography before its map. */
export interface Diagnosis {
  readonly records: number;
  readonly papers: number;
  readonly authors: number;
  /** Of the papers whose year is in range; null where there is none. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Only those with cases. */
  readonly symptoms: readonly Symptom[];
}
