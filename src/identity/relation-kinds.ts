/** How two different names may be one: every kind is a thing that people and publishers do to a name. */
export type Relation =
  /** Words cut differently: "Na-Hyeon Ryu", "Nahyeon Ryu". */
  | "spacing"
  /** "Müller", "Mueller". */
  | "umlaut"
  /** "Yajuan Lu", "Yajuan Lv", "Yajuan Lyu": the ü of Pinyin, which cannot be told from a u. */
  | "pinyin"
  /** "Jeon Dong Hyeon", "Dong Hyeon Jeon". */
  | "inverted"
  /** "Jan Hajič", "Jan Hajič Jr." */
  | "suffix"
  /** "Rob van der Goot", "Rob Goot". */
  | "particle-dropped"
  /** "Xavier Alonso", "Xavier Alonso Pardo". */
  | "family-extended"
  /** "Max Nihlén Ramström", "Max-Lasse Nihlenramstroem": the family name in one word, whatever became of its umlauts. */
  | "family-joined"
  /** A slip in the family name: "Schneider", "Schnieder". */
  | "family-spelling"
  /** "John A. Smith", "John Smith". */
  | "middle-initial"
  /** "John Adam Smith", "John Smith". */
  | "middle-dropped"
  /** "Jian-Guang Lou", "Jian Lou"; "Muhammad Asif Ali", "Muhammad Ali"; "Thang Viet Doan", "Thang Doan": what is left out tells people apart. */
  | "telling-middle"
  /** "John Adam Smith", "John A. Smith". */
  | "middle-shortened"
  /** "John Smith", "J. Smith". */
  | "initial"
  /** "John Adam Smith", "J. A. Smith"; "Minyoung Lee", "M. Y. Lee". */
  | "initials"
  /** "John Smith", "J. A. Smith"; "John Adam Smith", "J. Smith"; "J. A. Smith", "J. Smith". */
  | "initial-and-middle"
  /** "J. Adam Smith", "John Smith": the one goes by a middle name that the other does not have. */
  | "initial-and-other"
  /** "John Adam Smith", "Adam Smith". */
  | "first-dropped"
  /** "William Dolan", "Bill Dolan". */
  | "nickname"
  /** "Stanislaw Osinski", "Stan Osinski". */
  | "prefix"
  /** A slip in a given name: "Jinwoong", "Jingwoong". */
  | "given-spelling";

/** How two names are related, and which of them says less. */
export interface NameRelation {
  readonly kind: Relation;
  /** The one that the other only adds to: 0 the first, 1 the second; -1 where neither is. */
  readonly shorter: -1 | 0 | 1;
}
