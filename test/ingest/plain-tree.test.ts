import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { LIMITS } from "../../src/ingest/limits.ts";
import { ENTITIES } from "../../src/ingest/xml/latin-1-entities.ts";
import { plainTree } from "../../src/ingest/xml/plain-tree.ts";
import type { XmlElement } from "../../src/ingest/xml/xml-element.ts";

/** What saxes makes of a text, or undefined where it finds anything wrong. */
function treeOfSaxes(text: string): XmlElement | undefined {
  const stack: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }[] = [];
  let root: XmlElement | undefined;
  let wrong = false;
  const parser = new SaxesParser({ fragment: true, xmlns: false });
  parser.ENTITIES = Object.assign(Object.create(null), Object.fromEntries(ENTITIES));
  parser.on("error", () => {
    wrong = true;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    stack.at(-1)?.children.push(element);
    if (root !== undefined && stack.length === 0) wrong = true;
    root ??= element;
    stack.push(element);
  });
  parser.on("text", (piece) => {
    if (stack.length > 0) stack.at(-1)?.children.push(piece);
    else if (piece.trim() !== "") wrong = true;
  });
  parser.on("closetag", () => void stack.pop());
  parser.write(text).close();
  return wrong ? undefined : root;
}

const PIECES = [
  ...'<a>|</a>|<b>|</b>|<a/>|<b x="1">|<b x="1" y=\'2\' />|<b x="1"y="2">|<b x="1" x="2"/>|<b x="a&amp;b"/>|<b x="<"/>|<c:d.e-f_1>'.split(
    "|",
  ),
  ..."</c:d.e-f_1>|</a >|< a>|<a |>|text|&amp;|&lt;|&eacute;|&none;|&#233;|&#xe9;|&#Xe9;|&#0;|&#12;|&#xD800;|&#x1F600;|&|]]>|]]".split(
    "|",
  ),
  ..."<!-- x -->|<![CDATA[x]]>|<?x?>|\n|\t|\u0001|\u007f|\u0085|\ufffe|\u{1f600}|\ud800|é|<é>|</é>|<1>|<a b>|<a b=c>|<a b ='1'>|<__proto__>|</__proto__>".split(
    "|",
  ),
];

const nested: fc.Arbitrary<string> = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom("a", "b", "c:d.e-f_1", "__proto__"),
      fc.constantFrom("", ' x="1"', " x='é' y=\"\"\n", ' __proto__="1"'),
      fc.array(fc.oneof({ depthSize: "small" }, fc.constantFrom(...PIECES), tie("element")), { maxLength: 4 }),
    )
    .map(([name, attributes, inner]) => `<${name}${attributes}>${inner.join("")}</${name}>`),
})).element;

test("what the quick tree gives is what saxes gives, and what saxes refuses it does not give", () => {
  let given = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        nested,
        fc.array(fc.constantFrom(...PIECES)).map((all) => all.join("")),
      ),
      (text) => {
        const quick = plainTree(text);
        if (quick === undefined) return;
        given++;
        expect(JSON.stringify(quick)).toBe(JSON.stringify(treeOfSaxes(text)));
      },
    ),
    { numRuns: 5000 },
  );
  expect(given).toBeGreaterThan(100);
});

test("plain records are given: elements, attributes, entities of HTML and numbers", () => {
  const text = '<r id="1">\n  <a>B&uuml;rger &amp; <i>S</i>&#246;hne</a><e/>\n</r>';
  expect(plainTree(text)).toEqual(treeOfSaxes(text));
  expect(plainTree(text)?.children[1]).toMatchObject({ name: "a", children: ["Bürger & ", { name: "i" }, "öhne"] });
});

test("elements nest as deep as the limit, and no deeper", () => {
  const deep = (levels: number) => `${"<a>".repeat(levels)}${"</a>".repeat(levels)}`;
  expect(plainTree(deep(LIMITS.nesting))).toBeDefined();
  expect(plainTree(deep(LIMITS.nesting + 1))).toBeUndefined();
  expect(plainTree(deep(LIMITS.nesting).replace("></a>", "><a/></a>"))).toBeUndefined();
});

test("thousands of entities in one text all stand where they stood", () => {
  for (const count of [1_023, 1_024, 1_025, 5_000]) {
    expect(plainTree(`<a>${"x &lt;&amp;".repeat(count)} end</a>`)?.children).toEqual([`${"x <&".repeat(count)} end`]);
  }
});
