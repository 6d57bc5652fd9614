import { childOf, childrenOf, type XmlElement } from "../xml/xml-tree.ts";
import { type NetworkDraft, nodeValues, weightAmong } from "./network-draft.ts";
import { type XmlNetworkFile, xmlNetworkReader } from "./xml-network.ts";

/** GEXF of Gephi and others, in all its versions; dynamic networks are read as of all times at once. */
export const gexf = xmlNetworkReader({
  format: "gexf",
  elements: {
    records: new Set(["node", "edge"]),
    context: new Set(["graph", "attributes", "attribute"]),
  },
  detects: ({ elements }) => elements[0]?.toLowerCase() === "gexf",
  open: (draft) => new GexfFile(draft),
});

class GexfFile implements XmlNetworkFile {
  private readonly draft: NetworkDraft;
  private directed = false;
  /** Titles of the attributes by their id, apart for nodes and edges. */
  private readonly titles = { node: new Map<string, string>(), edge: new Map<string, string>() };
  private declared: "node" | "edge" = "node";

  constructor(draft: NetworkDraft) {
    this.draft = draft;
  }

  context({ name, attributes }: XmlElement): void {
    if (name === "graph") {
      this.directed = attributes.defaultedgetype?.trim() === "directed";
      if (attributes.mode === "dynamic" || attributes.type === "dynamic") {
        this.draft.tell("network-dynamic", "note", 1, "Networks that change over time, read as of all times at once");
      }
    } else if (name === "attributes") this.declared = attributes.class === "edge" ? "edge" : "node";
    else if (attributes.id !== undefined) {
      this.titles[this.declared].set(attributes.id, attributes.title ?? attributes.id);
    }
  }

  element(element: XmlElement, line: number): void {
    const { attributes } = element;
    if (element.name === "edge") {
      const weight = attributes.weight ?? weightAmong(this.valuesOf(element, "edge"));
      const type = attributes.type?.trim();
      const directed = type === undefined ? this.directed : type === "directed" || type === "mutual";
      this.draft.tie(attributes.source ?? "", attributes.target ?? "", weight, line, directed);
      return;
    }
    const values = this.valuesOf(element, "node");
    if (attributes.label?.trim()) values.set("label", attributes.label);
    const { name, named, otherNames, papers } = nodeValues(values);
    this.draft.node(attributes.id ?? "", name, line, papers);
    if (otherNames.length > 0) this.draft.severalNames(line, named, otherNames);
    if (element.children.some((child) => typeof child !== "string" && /(?:^|:)position$/.test(child.name))) {
      this.draft.ownLayout(line);
    }
  }

  /** The first value of each attribute by its title. */
  private valuesOf(element: XmlElement, of: "node" | "edge"): Map<string, string> {
    const values = new Map<string, string>();
    const list = childOf(element, "attvalues") ?? element;
    for (const { attributes } of childrenOf(list, "attvalue")) {
      const id = attributes.for ?? attributes.id ?? "";
      const title = this.titles[of].get(id) ?? id;
      if (!values.has(title) && attributes.value !== undefined) values.set(title, attributes.value);
    }
    return values;
  }
}
