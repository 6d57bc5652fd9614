import { joinNetworks } from "../../src/ingest/given-network/join-networks.ts";
import { readInput } from "../../src/ingest/read-input.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { NetworkPart } from "../../src/model/given-network.ts";

export interface NetworkFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** What files give when they come in chunks of `size` bytes: their parts, and the one network of them. */
export function readNetworks(files: readonly NetworkFile[], size = 1 << 20) {
  const parts: NetworkPart[] = [];
  const findings: Finding[] = [];
  const formats: (string | null)[] = [];
  let records = 0;
  for (const { name, bytes } of files) {
    const reading = readInput(name, {
      record: () => records++,
      finding: (finding) => findings.push(finding),
      network: (part) => parts.push(part),
    });
    const all = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
    for (let at = 0; at < all.length; at += size) reading.write(all.subarray(at, at + size));
    formats.push(reading.end().format);
  }
  const joined = joinNetworks(parts);
  findings.push(...joined.findings);
  return { parts, findings, formats, records, network: joined.network };
}

/** The ties of a network by name, ends in the order of code units: "Ada – Bob 3". */
export function tiesOf(network: ReturnType<typeof readNetworks>["network"]): string[] {
  if (network === null) return [];
  const { names, a, b, weights } = network;
  return Array.from(weights, (weight, tie) => {
    const [one, other] = [names[a[tie]], names[b[tie]]].sort();
    return `${one} – ${other} ${weight}`;
  }).sort();
}
