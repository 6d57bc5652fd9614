import fc from "fast-check";

const PIECES = [
  ...'{|}|[|]|,|:|"|\\|\n|\n{|\n  {| |1|true|"a"|"a":|"results":[|"inner":{|{"a":1}|{"a":"b{"}|"\\""|{"b":[{"a":null}]}'.split(
    "|",
  ),
  ',\n{"title":"long enough to be looked at in another way","a":{}}',
];

const STRING = fc.constantFrom("a", "", "a\n{b", "long enough to be looked at in another way", "\n", 'a "b" \\');
const RECORDS = fc.array(fc.dictionary(STRING, fc.oneof(STRING, fc.integer()), { maxKeys: 3 }), { maxLength: 3 });
const OBJECT = fc.dictionary(fc.constantFrom("a", "b", "results", "inner"), fc.oneof(STRING, RECORDS, fc.jsonValue()));

/** Text that is JSON in parts, whole and broken. */
export const jsonText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join("")),
  fc
    .tuple(fc.array(OBJECT, { maxLength: 4 }), fc.constantFrom("\n", ",", ",\n"), fc.nat(), fc.nat(), fc.boolean())
    .map(([objects, between, at, kind, raw]) => {
      const written = objects.map((object) => JSON.stringify(object, null, kind % 3)).join(between);
      const text = raw ? written.replaceAll("\\n", "\n") : written;
      const place = at % (text.length + 1);
      // One character is taken out, or put in, or none.
      return kind % 2 === 0
        ? text
        : text.slice(0, place) + PIECES[kind % PIECES.length] + text.slice(place + (kind % 5));
    }),
);
