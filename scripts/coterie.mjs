#!/usr/bin/env node
// The committed executable: plain JavaScript that any Node understands, so that an old one gets a sentence, not a stack.
import { existsSync } from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);
const root = new URL("../", import.meta.url);
const bundle = new URL("dist/command/coterie.js", root);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`coterie: Node ${process.versions.node} is too old; install Node 20.19 or newer (22 or 24 is best).`);
  process.exitCode = 1;
} else if (!existsSync(bundle)) {
  console.error('coterie: the command is not built yet; run "npm ci" or "npm run build" in its folder first.');
  process.exitCode = 1;
} else {
  const { main } = await import(bundle.href);
  await main(root);
}
