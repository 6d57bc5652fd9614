import { expect, test } from "vitest";
import { isFullerName, isFullerVenue } from "../../src/ingest/fuller-form.ts";

test.each([
  ["Mohammad Ali", "M. Ali", true],
  ["Mohammad Bin Ali", "M. Ali", true],
  ["Mohammad Bin Ali", "Mohammad B. Ali", true],
  ["Mohammad A. Ali", "A. Ali", false],
  ["Jung-Woo Ha", "J.-W. Ha", true],
  ["M. Ali", "Mohammad Ali", false],
  ["Mohammad Ali", "Mohammad Ali", false],
  ["Mohammad Ali", "Mo Ali", false],
  ["Ali Mohammad", "M. Ali", false],
  ["Maria Ali", "Mohammad Ali", false],
  ["Ali", "M. Ali", false],
])("whether “%s” is “%s” written out: %s", (other, name, fuller) => {
  expect(isFullerName(other, name)).toBe(fuller);
});

test.each([
  ["Journal of Computer Science", "J. Comput. Sci.", true],
  ["Empirical Methods in Natural Language Processing", "EMNLP", true],
  ["Proceedings of the 2020 Conference on Empirical Methods in Natural Language Processing", "EMNLP", false],
  ["Nature Communications", "Nature", false],
  ["Journal of Computer Science", "Journal of Computer Science", false],
  ["J. Comput. Sci.", "Journal of Computer Science", false],
])("whether “%s” is “%s” written out: %s ", (other, venue, fuller) => {
  expect(isFullerVenue(other, venue)).toBe(fuller);
});
