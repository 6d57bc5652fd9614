import { expect, test } from "vitest";
import { foldedName } from "../../src/identity/name-forms.ts";
import { parseName } from "../../src/identity/parse-name.ts";
import { relation } from "../../src/identity/relation.ts";

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
  ["Yajuan Lü", "Yajuan Lv", "umlaut"],
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
  ["John Adam Smith", "John A. Smith", "middle-shortened"],
  ["J. Smith", "John Smith", "initial"],
  ["M. Y. Lee", "Min Young Lee", "initials"],
  ["M. Y. Lee", "Minyoung Lee", "initials"],
  ["JA Smith", "John Adam Smith", "initials"],
  ["J. Smith", "John Adam Smith", "initial-and-middle"],
  ["John Adam Smith", "Adam Smith", "first-dropped"],
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
])("%s and %s are one folded name", (one, other) => {
  expect(foldedName(one)).toBe(foldedName(other));
});

test("a name without letters stays as it is", () => {
  expect(foldedName("???")).toBe("???");
});
