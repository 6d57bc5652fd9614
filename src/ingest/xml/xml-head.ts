/** What the beginning of an XML file shows of it. */
export interface XmlHead {
  /** Names of the first elements, in the order of their start tags. */
  readonly elements: readonly string[];
  /** The name that the document type gives to the root. */
  readonly doctype: string | undefined;
  /** The text itself. */
  readonly text: string;
}

/** As many elements as it takes to know a format. */
const ELEMENTS = 40;

/**
 * The elements that a file begins with, or undefined where it does not begin like XML: with a tag, a comment, a processing
 * instruction or a document type, after nothing but white space.
 */
export function xmlHead(text: string): XmlHead | undefined {
  let at = text.search(/\S/);
  if (at < 0 || text[at] !== "<" || !/[a-z_!?]/i.test(text[at + 1] ?? "")) return undefined;
  const elements: string[] = [];
  let doctype: string | undefined;
  while (at >= 0 && elements.length < ELEMENTS) {
    let next = at + 1;
    if (text.startsWith("<!--", at)) next = after("-->", text, at + 4);
    else if (text.startsWith("<?", at)) next = after("?>", text, at + 2);
    else if (text.startsWith("<![CDATA[", at)) next = after("]]>", text, at + 9);
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      doctype = /^<!doctype\s{1,80}([^\s>[]{1,80})/i.exec(text.slice(at, at + 200))?.[1];
      next = doctypeEnd(text, at);
    } else {
      const name = /^<([a-z_][^\s/><]{0,80})/i.exec(text.slice(at, at + 90))?.[1];
      if (name !== undefined) elements.push(name);
    }
    at = text.indexOf("<", next);
  }
  return { elements, doctype, text };
}

function after(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

function doctypeEnd(text: string, from: number): number {
  const subset = text.indexOf("[", from);
  const close = text.indexOf(">", from);
  if (close < 0) return text.length;
  return subset >= 0 && subset < close ? after("]", text, subset) : close + 1;
}
