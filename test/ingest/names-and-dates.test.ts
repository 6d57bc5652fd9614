import { expect, test } from "vitest";
import { splitGluedNames, splitNames } from "../../src/ingest/csv/delimited-names.ts";
import { bestDate, looseDate } from "../../src/ingest/loose-date.ts";
import { commaName, initialsName } from "../../src/ingest/person-name.ts";

test.each([
  ["2001/09/01/", "2001-09-01"],
  ["2016/12//", "2016-12"],
  ["2001/00/00/", "2001"],
  ["2019/10//undefined", "2019-10"],
  ["2018 Apr", "2018-04"],
  ["2006 May-Jun", "2006-05"],
  ["2013 06 10", "2013-06-10"],
  ["20180330", "2018-03-30"],
  ["16 Oct 2013", "2013-10-16"],
  ["October 16, 2013", "2013-10-16"],
  ["Mon, 2 Apr 2007 19:18:42 GMT   (443kb)", "2007-04-02"],
  ["04 2006", "2006-04"],
  ["2/9/2023", "2023"],
  ["2006 Spring", "2006"],
  ["Endoscopic Ultrasound (2014) 3:3 (152-160). Date of Publication: 2014", "2014"],
  ["99", undefined],
  ["YEAR/MONTH/DAY/", undefined],
  ["", undefined],
])("the date in “%s” is %s", (text, date) => {
  expect(looseDate(text)?.date).toBe(date);
});

test("of several dates the first gives the year and the most precise of that year the rest", () => {
  expect(bestDate(["2012", "2011/05/06", "2012/07"])?.date).toBe("2012-07");
  expect(bestDate(["soon", "2011/05/06"])?.date).toBe("2011-05-06");
  expect(bestDate([])).toBeUndefined();
});

test.each([
  ["Lovelace, Ada", { name: "Ada Lovelace", given: "Ada", family: "Lovelace" }],
  ["Hessel, Eugene A., II", { name: "Eugene A. Hessel II", given: "Eugene A.", family: "Hessel", suffix: "II" }],
  ["Hessel, Jr., Eugene", { name: "Eugene Hessel Jr.", given: "Eugene", family: "Hessel", suffix: "Jr." }],
  ["Ada Lovelace", { name: "Ada Lovelace" }],
  ["Plato,", { name: "Plato" }],
  [",", undefined],
])("“%s” is taken apart where its comma says how", (text, name) => {
  expect(commaName(text)).toEqual(name);
});

test.each([
  ["Kim K.", false, "Kim"],
  ["van der Berg J.-P.", false, "van der Berg"],
  ["Casbon JA", true, "Casbon"],
  ["Casbon JA", false, undefined],
  ["Jun LI", false, undefined],
  ["K. Kim", false, undefined],
  ["Kim, K.", false, "Kim"],
])("the family name in “%s” (dotless: %s) is %s", (text, dotless, family) => {
  expect(initialsName(text, dotless)?.family).toBe(family);
});

test.each([
  ["Kim, K.; Lee, S.", ["Kim, K.", "Lee, S."]],
  ["Kim K., Lee S.", ["Kim K.", "Lee S."]],
  ["Kim, K., Lee, S.-J., Jr., Park, Y.", ["Kim, K.", "Lee, S.-J., Jr.", "Park, Y."]],
  ["John Smith, Jane Doe and Ann Lee", ["John Smith", "Jane Doe", "Ann Lee"]],
  ["Smith, John and Doe, Jane", ["Smith, John", "Doe, Jane"]],
  ["Smith, John", ["Smith, John"]],
  ["John Smith, Jr., Jane Doe", ["John Smith, Jr.", "Jane Doe"]],
  ["A One|B Two", ["A One", "B Two"]],
  ["Kim K., et al.", ["Kim K.", "et al."]],
  ["", []],
])("the cell “%s” holds %j", (cell, names) => {
  expect(splitNames(cell)).toEqual(names);
});

test("names without any sign between them are cut where a new one begins", () => {
  expect(splitGluedNames("Araz R. AlievNigar T. McDonaldProf. Dr. Ana DeVries")).toEqual([
    "Araz R. Aliev",
    "Nigar T. McDonald",
    "Ana DeVries",
  ]);
});
