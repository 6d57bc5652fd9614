import { childrenOf, textOf, type XmlElement } from "../xml/xml-tree.ts";
import { type NetworkDraft, nodeValues, weightAmong } from "./network-draft.ts";
import { type XmlNetworkFile, xmlNetworkReader } from "./xml-network.ts";

/** GraphML of igraph, NetworkX, Gephi, yEd and others; nested graphs are read side by side. */
export const graphml = xmlNetworkReader({
  format: "graphml",
  elements: {
    records: new Set(["node", "edge", "key", "hyperedge"]),
    context: new Set(["graph"]),
  },
  detects: ({ elements }) => elements[0]?.toLowerCase() === "graphml",
  open: (draft) => new GraphmlFile(draft),
});

/** More values by default than these are not looked at: each node is asked about each of them. */
const FALLBACKS = 64;

/** The value of nodes or edges that have none of their own. */
interface Fallback {
  readonly title: string;
  readonly value: string;
  /** The elements that it is for. */
  readonly of: string;
}

class GraphmlFile implements XmlNetworkFile {
  private readonly draft: NetworkDraft;
  private directed = false;
  private readonly titles = new Map<string, string>();
  private readonly fallbacks: Fallback[] = [];

  constructor(draft: NetworkDraft) {
    this.draft = draft;
  }

  context({ attributes }: XmlElement): void {
    this.directed = attributes.edgedefault?.trim() === "directed";
  }

  element(element: XmlElement, line: number): void {
    const { name, attributes } = element;
    if (name === "key") {
      const id = attributes.id ?? "";
      const title = attributes["attr.name"] ?? id;
      this.titles.set(id, title);
      const [value] = childrenOf(element, "default").map(textOf);
      if (value !== undefined && this.fallbacks.length < FALLBACKS) {
        this.fallbacks.push({ title, value, of: attributes.for ?? "all" });
      }
    } else if (name === "hyperedge") {
      this.draft.tell("hyperedges-skipped", "warning", line, "Edges of any number of ends, which were left out");
    } else if (name === "edge") {
      const directed = attributes.directed === undefined ? this.directed : attributes.directed.trim() === "true";
      const weight = weightAmong(this.valuesOf(element));
      this.draft.tie(attributes.source ?? "", attributes.target ?? "", weight, line, directed);
    } else this.node(element, line);
  }

  private node(element: XmlElement, line: number): void {
    const values = this.valuesOf(element);
    const { name, named, otherNames, papers } = nodeValues(values);
    this.draft.node(element.attributes.id ?? "", name ?? drawnLabel(element), line, papers);
    if (otherNames.length > 0) this.draft.severalNames(line, named, otherNames);
    if (values.has("x") && values.has("y")) this.draft.ownLayout(line);
  }

  private valuesOf(element: XmlElement): Map<string, string> {
    const values = new Map<string, string>();
    for (const data of childrenOf(element, "data")) {
      const id = data.attributes.key ?? "";
      const value = data.children.every((child) => typeof child === "string") ? textOf(data) : undefined;
      if (value !== undefined) values.set(this.titles.get(id) ?? id, value);
    }
    for (const { title, value, of } of this.fallbacks) {
      if ((of === element.name || of === "all") && !values.has(title)) values.set(title, value);
    }
    return values;
  }
}

/** yEd keeps what it writes on a node among its drawing: `<y:NodeLabel>`. No tree is deeper than `LIMITS.nesting`. */
function drawnLabel(element: XmlElement): string | undefined {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    const label = /(?:^|:)NodeLabel$/.test(child.name)
      ? child.children.filter((part) => typeof part === "string").join("")
      : drawnLabel(child);
    if (label?.trim()) return label;
  }
  return undefined;
}
