import { expect, test } from "vitest";
import { authorIds } from "../../src/identity/author-ids.ts";
import { sha256, sha256Start } from "../../src/model/sha256.ts";

const keysOf = (keys: string[]) => ({ keys, starts: Float64Array.from(keys, sha256Start) });

test("an id is the start of its key's hash, and authors are ascending by it", () => {
  const ids = authorIds(keysOf(["yukoshiki", "ada", "brandtkarl"]), [0, 1, 2]);
  expect(ids.map(({ node }) => node).sort()).toEqual([0, 1, 2]);
  for (const { id, node } of ids) expect(id).toBe(`a${sha256(["yukoshiki", "ada", "brandtkarl"][node]).slice(0, 12)}`);
  expect(ids.map(({ id }) => id)).toEqual(ids.map(({ id }) => id).sort());
});

test("of persons with one key the later gets the hash of the hash, in whatever order they are given", () => {
  const keys = keysOf(["yangao", "yangao", "other", "yangao"]);
  const found = new Map(authorIds(keys, [3, 2, 1, 0]).map(({ id, node }) => [node, id]));
  const chain = (times: number): string => (times === 0 ? "yangao" : sha256(chain(times - 1)));
  expect(found.get(0)).toBe(`a${chain(1).slice(0, 12)}`);
  expect(found.get(1)).toBe(`a${chain(2).slice(0, 12)}`);
  expect(found.get(3)).toBe(`a${chain(3).slice(0, 12)}`);
});

test("ids are in order also where only their last digits differ", () => {
  const high = 0xabc_def * 2 ** 24;
  const starts = Float64Array.of(high + 3, high + 1, 5, high + 2);
  const ids = authorIds({ keys: ["a", "b", "c", "d"], starts }, [3, 2, 1, 0]);
  expect(ids.map(({ node }) => node)).toEqual([2, 1, 3, 0]);
  expect(ids.map(({ id }) => id)).toEqual(["a000000000005", "aabcdef000001", "aabcdef000002", "aabcdef000003"]);
});
