import type { Finding } from "../../model/finding.ts";
import type { GivenNetwork, NetworkPart } from "../../model/given-network.ts";
import { byCodeUnit } from "../../model/order.ts";

const MAP = "vosviewer-map";
const LINKS = "vosviewer-network";

/**
 * The one network of what the files gave, in whatever order: a map file of VOSviewer and its network file are one; of several
 * networks the largest is taken, since networks of different sources cannot be told to be of the same people. Null where
 * there is none. What is left out or doubtful is a finding.
 */
export function joinNetworks(parts: readonly NetworkPart[]): { network: GivenNetwork | null; findings: Finding[] } {
  const findings: Finding[] = [];
  const whole = [...pairs(parts, findings)].sort(
    (one, other) =>
      other.weights.length - one.weights.length ||
      other.ids.length - one.ids.length ||
      byCodeUnit(one.file, other.file) ||
      byCodeUnit(one.format, other.format),
  );
  const [taken, ...others] = whole;
  if (taken === undefined) return { network: null, findings };
  for (const { file } of others) {
    const detail = `One network makes a map: that of ${taken.file}, which has most ties, was taken, and this one was left out.`;
    findings.push({ code: "network-left-out", severity: "error", file, detail });
  }
  return { network: sound(taken, findings), findings };
}

/** What is said of networks that stand beside papers. */
export function networksBesidePapers(parts: readonly NetworkPart[]): Finding[] {
  return parts.map(({ file }) => ({
    code: "network-left-out",
    severity: "error",
    file,
    detail:
      "A ready network cannot be merged with papers, since nothing tells which of its ties the papers are behind: it was left out. Read it alone.",
  }));
}

/** Map files and network files of VOSviewer put together, the others as they are. */
function pairs(parts: readonly NetworkPart[], findings: Finding[]): NetworkPart[] {
  const sorted = parts.toSorted((one, other) => byCodeUnit(one.file, other.file));
  const maps = new Set(sorted.filter(({ format }) => format === MAP));
  const whole = sorted.filter(({ format }) => format !== MAP && format !== LINKS);
  for (const links of sorted.filter(({ format }) => format === LINKS)) {
    const map = bestMap(links, maps);
    if (map === undefined) {
      const detail = "No map file tells whose network this is: its people are called by their numbers.";
      findings.push({ code: "map-missing", severity: "warning", file: links.file, detail });
      whole.push({ ...links, names: links.ids });
    } else {
      maps.delete(map);
      whole.push(together(map, links));
    }
  }
  for (const map of maps) {
    const detail = "A map file has no ties; no network file that belongs to it came with it.";
    findings.push({ code: "ties-missing", severity: "warning", file: map.file, detail });
    whole.push(map);
  }
  return whole;
}

/** The map that knows most of the network's ids, the first of equals; undefined where none knows any. */
function bestMap(links: NetworkPart, maps: ReadonlySet<NetworkPart>): NetworkPart | undefined {
  let best: NetworkPart | undefined;
  let most = 0;
  for (const map of maps) {
    const ids = new Set(map.ids);
    const known = links.ids.reduce((sum, id) => sum + (ids.has(id) ? 1 : 0), 0);
    if (known > most) {
      best = map;
      most = known;
    }
  }
  return best;
}

function together(map: NetworkPart, links: NetworkPart): NetworkPart {
  const rows = new Map(map.ids.map((id, row) => [id, row]));
  const ids = [...map.ids];
  const names = [...map.names];
  const papers = [...map.papers];
  const rowOf = links.ids.map((id) => {
    const known = rows.get(id);
    if (known !== undefined) return known;
    names.push(null);
    papers.push(null);
    return ids.push(id) - 1;
  });
  return {
    ...links,
    file: map.file,
    ids,
    names,
    papers,
    a: links.a.map((row) => rowOf[row]),
    b: links.b.map((row) => rowOf[row]),
  };
}

/** Without nodes that are only spoken of, and with one tie between two people. */
function sound(part: NetworkPart, findings: Finding[]): GivenNetwork {
  const { file, format } = part;
  const report = (code: string, severity: Finding["severity"], detail: string) =>
    findings.push({ code, severity, file, detail });
  const rowOf = new Int32Array(part.ids.length).fill(-1);
  const ids: string[] = [];
  const names: string[] = [];
  const papers: number[] = [];
  part.names.forEach((name, node) => {
    if (name === null) return;
    rowOf[node] = ids.push(part.ids[node]) - 1;
    names.push(name);
    papers.push(part.papers[node] ?? 0);
  });

  const halved = isSymmetric(part);
  const sums = new Map<number, number>();
  let unknown = 0;
  let repeated = 0;
  part.weights.forEach((weight, tie) => {
    const [one, other] = [rowOf[part.a[tie]], rowOf[part.b[tie]]];
    if (one < 0 || other < 0) {
      unknown++;
      return;
    }
    const key = Math.min(one, other) * ids.length + Math.max(one, other);
    const before = sums.get(key);
    if (before !== undefined) repeated++;
    sums.set(key, (before ?? 0) + (halved ? weight / 2 : weight));
  });
  if (unknown > 0) {
    const detail = `Ties to nodes that the file does not have, which were left out: ${unknown}.`;
    report("tie-unknown-node", "error", detail);
  }
  if (halved) {
    const detail = `Every tie is given in both directions with the same weight, and counts once: ${sums.size}.`;
    report("ties-both-ways", "note", detail);
  } else if (repeated > 0) {
    const detail = `Ties between two people who have one already, whose weights were added up: ${repeated}.`;
    report("ties-added-up", "note", detail);
  }
  if (part.directed > 0) {
    const detail = `Ties with a direction, which a map of who is tied to whom does not show: ${part.directed}.`;
    report("ties-directed", "note", detail);
  }
  const keys = Float64Array.from(sums.keys()).sort();
  return {
    file,
    format,
    ids,
    names,
    papers,
    a: Uint32Array.from(keys, (key) => Math.floor(key / ids.length)),
    b: Uint32Array.from(keys, (key) => key % ids.length),
    weights: Float64Array.from(keys, (key) => sums.get(key) ?? 0),
  };
}

/** Whether all ties have a direction, and each stands the other way round too, with the same weight: a matrix, or arcs for edges. */
function isSymmetric({ ids, a, b, weights, directed }: NetworkPart): boolean {
  if (directed === 0 || directed < weights.length) return false;
  const arcs = new Map<number, number>();
  weights.forEach((weight, tie) => {
    const key = a[tie] * ids.length + b[tie];
    arcs.set(key, (arcs.get(key) ?? 0) + weight);
  });
  for (const [key, weight] of arcs) {
    const back = (key % ids.length) * ids.length + Math.floor(key / ids.length);
    if (arcs.get(back) !== weight) return false;
  }
  return true;
}
