import fc from "fast-check";

const PIECES = [
  ...'{|}|[|]|,|:|"|\\|\n|\n{|\n  {| |1|true|"a"|"a":|"results":[|"inner":{|{"a":1}|{"a":"b{"}|"\\""|{"b":[{"a":null}]}'.split(
    "|",
  ),
  ',\n{"title":"long enough to be looked at in another way","a":{}}',
];

/** Text that is JSON in parts, whole and broken. */
export const jsonText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join("")),
  fc
    .tuple(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), fc.constantFrom("\n", ",", ",\n"), fc.nat(), fc.nat())
    .map(([objects, between, at, kind]) => {
      const text = objects.map((object) => JSON.stringify(object, null, kind % 3)).join(between);
      const place = at % (text.length + 1);
      // One character is taken out, or put in, or none.
      return kind % 2 === 0
        ? text
        : text.slice(0, place) + PIECES[kind % PIECES.length] + text.slice(place + (kind % 5));
    }),
);
