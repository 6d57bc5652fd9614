import { expect, test } from "vitest";
import { givenNamesContradict, holdsGivenNames, joinsSyllables } from "../../src/identity/given-names.ts";
import { foldedName } from "../../src/identity/name-forms.ts";
import { parseName } from "../../src/identity/parse-name.ts";
import { relation } from "../../src/identity/relation.ts";
import { PRIORS, relationInWords } from "../../src/identity/relation-priors.ts";

const kindOf = (one: string, other: string) => relation(parseName(one), parseName(other))?.kind;

test.each([
  ["Nahyeon Ryu", "Na-Hyeon Ryu", "spacing"],
  ["Yong Goo Yeo", "Yonggoo Yeo", "spacing"],
  ["Kyung-Min Kim", "Kyungmin Kim", "spacing"],
  ["Min Young Lee", "Minyoung Lee", "spacing"],
  ["Lee Jonghyun", "Jonghyun Lee", "inverted"],
  ["Jeon Dong Hyeon", "Dong Hyeon Jeon", "inverted"],
  ["Jeon Dong Hyeon", "Donghyeon Jeon", "inverted"],
  ["Müller, Hans", "Hans Mueller", "umlaut"],
  ["Yajuan Lü", "Yajuan Lv", "pinyin"],
  ["Yajuan Lu", "Yajuan Lyu", "pinyin"],
  ["Ya-Juan Lyu", "Yajuan Lu", "pinyin"],
  ["Ya-Juan Lyu", "Yajuan Lyu", "spacing"],
  ["William Dolan", "Bill Dolan", "nickname"],
  ["Martin Luther King, Jr.", "Martin Luther King", "suffix"],
  ["Rob van der Goot", "Rob Goot", "particle-dropped"],
  ["Lluís Màrquez", "Lluís Marquez i Villodre", "family-extended"],
  ["Xavier Alonso", "Xavier Alonso Pardo", "family-extended"],
  ["Johanna Schneider", "Johanna Schnieder", "family-spelling"],
  ["Max Nihlen Ramstrom", "Max-Lasse Nihlenramstroem", "family-joined"],
  ["Max Nihlén Ramström", "Max Nihlenramstroem", "spacing"],
  ["Jinwoong Kim", "Jingwoong Kim", "given-spelling"],
  ["Stanislaw Osinski", "Stanisl Osinski", "prefix"],
  ["John A. Smith", "John Smith", "middle-initial"],
  ["John Adam Smith", "John Smith", "middle-dropped"],
  ["Muhammad Asif Ali", "Muhammad Ali", "telling-middle"],
  ["Md Masudur Rahman", "Muhammad Rahman", "telling-middle"],
  ["Thang Viet Doan", "Thang Doan", "telling-middle"],
  ["Dang Thi Thao Anh", "Dang Anh", "telling-middle"],
  ["Jian-Guang Lou", "Jian Lou", "telling-middle"],
  ["Yun-Nung Chen", "Yun Chen", "telling-middle"],
  ["Hyung Won Chung", "Hyung Chung", "telling-middle"],
  ["Joyce Yue Chai", "Joyce Chai", "middle-dropped"],
  ["Hans Jo Smith", "Hans Smith", "middle-dropped"],
  ["Muhammad A. Ali", "Muhammad Ali", "middle-initial"],
  ["Mohammed Rizwan", "Muhammad Rizwan", "nickname"],
  ["John Adam Smith", "John A. Smith", "middle-shortened"],
  ["J. Smith", "John Smith", "initial"],
  ["M. Y. Lee", "Min Young Lee", "initials"],
  ["M. Y. Lee", "Minyoung Lee", "initials"],
  ["JA Smith", "John Adam Smith", "initials"],
  ["J. Smith", "John Adam Smith", "initial-and-middle"],
  ["John Adam Smith", "Adam Smith", "first-dropped"],
  ["J. Adam Smith", "John Smith", "initial-and-other"],
  ["J. A. Smith", "John Smith", "initial-and-middle"],
  ["Md. Abdul Karim", "Mohammad Abdul Karim", "nickname"],
  ["MD Abdul Karim", "Mohammed Abdul Karim", "nickname"],
  ["Mhd. Khaled", "Muhammad Khaled", "nickname"],
  ["Ma. Antònia Martí", "Maria Antònia Martí", "nickname"],
  ["William S-Y. Wang", "William S. Wang", "middle-initial"],
])("%s and %s may be one: %s", (one, other, kind) => {
  expect(kindOf(one, other)).toBe(kind);
  expect(kindOf(other, one)).toBe(kind);
});

test.each([
  ["Yan Gao", "Yang Ao"],
  ["Wei Wang", "Wei Wong"],
  ["Jihoon Kim", "Jisoo Kim"],
  ["Robert L. Mercer", "Robert E. Mercer"],
  ["Hyunwoo J. Kim", "Hyunwook Kim"],
  ["KyungHyun Kim", "Kyung-Min Kim"],
  ["Su Young Kim", "Sukyoung Kim"],
  ["Jung Hyun Lee", "Jeonghyun Lee"],
  ["John Smith", "Jane Smith"],
  ["Max Nihlen Ramstrom", "Otto Nihlenramstroem"],
  ["Max Lasse Nihlen Ramstrom", "Max Otto Nihlenramstroem"],
  ["Su Young Kim", "Sunyoung Kim"],
  ["William S-Y. Wang", "William Yang Wang"],
  ["王伟", "王薇"],
  ["Wei Wang 0001", "Wei Wang 0011"],
  ["Wei Wang 0001", "Wei Wang"],
])("nothing leads from %s to %s", (one, other) => {
  expect(kindOf(one, other)).toBeUndefined();
});

test.each([
  ["van der Goot, Rob", "Rob van der Goot"],
  ["Martin Luther King, Jr.", "King, Jr., Martin Luther"],
  ["Prof. Dr. José Camacho-Collados", "Jose Camacho Collados"],
  ["Øistein Andersen", "Oistein Andersen"],
  ["J.M. O’Neill", "JM O'Neill"],
  ["Nguyễn Văn An", "Nguyen Van An"],
  ["Jung-woo Ha", "JUNG-WOO HA"],
  ["MD Abdul Karim", "Md. Abdul Karim"],
  ["Smith, MD", "M. D. Smith"],
  ["Karim, MD Abdul", "Md Abdul Karim"],
  ["Anna Smith Md.", "Anna Smith"],
])("%s and %s are one folded name", (one, other) => {
  expect(foldedName(one)).toBe(foldedName(other));
});

test.each([
  ["W. Byrne", "Bill Byrne", false],
  ["B. Byrne", "Bill Byrne", false],
  ["R. Byrne", "Bill Byrne", true],
  ["Helen Kaiyun Chen", "Kai Yun Chen", false],
  ["Robert L. Mercer", "Robert E. Mercer", true],
  ["Richard Evans", "Roger Evans", true],
])("that %s and %s contradict each other is %s", (one, other, contradict) => {
  expect(givenNamesContradict(parseName(one), parseName(other))).toBe(contradict);
  expect(givenNamesContradict(parseName(other), parseName(one))).toBe(contradict);
});

test("a name that is written out holds others, and an initial none", () => {
  const holds = (more: string, less: string) => holdsGivenNames(parseName(more), parseName(less));
  expect(holds("Gary Geunbae Lee", "Gary Lee")).toBe(true);
  expect(holds("Gary Geunbae Lee", "G. Lee")).toBe(true);
  expect(holds("Gary Geunbae Lee", "Geunbae Lee")).toBe(true);
  expect(holds("R. Evans", "Richard Evans")).toBe(false);
  expect(holds("R. R. Evans", "Richard Roger Evans")).toBe(false);
});

test("only syllables of a given name that are written together or apart are that", () => {
  const joins = (one: string, other: string) => joinsSyllables(parseName(one), parseName(other));
  expect(joins("Min-Young Lee", "Minyoung Lee")).toBe(true);
  expect(joins("Minyoung Lee", "Min Young Lee")).toBe(true);
  expect(joins("Anna Camacho Collados", "Anna Camachocollados")).toBe(false);
  expect(joins("Mohammad Taher Pilehvar", "Mohammadtaher Pilehvar")).toBe(false);
});

test("a name without letters stays as it is", () => {
  expect(foldedName("???")).toBe("???");
});

test("every relation that a case may have is told in words", () => {
  for (const kind of [...Object.keys(PRIORS), "same-name", "same-id", "decision"]) {
    expect(relationInWords(kind)).toMatch(/^[a-z][\p{L}, ]{9,}$/u);
  }
  expect(relationInWords("of a dataset to come")).toBe("of a dataset to come");
});
