import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** Which layers each may import, besides itself; `src/README.md` draws it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/model": [],
  "src/ingest": ["src/model"],
  "src/identity": ["src/model"],
  "src/network": ["src/model"],
  "src/dataset": ["src/model"],
  "src/scene": ["src/model"],
  "src/pipeline": ["src/model", "src/ingest", "src/identity", "src/network"],
  "src/app": ["src/model", "src/dataset", "src/scene"],
  "src/app/worker": [
    "src/model",
    "src/ingest",
    "src/identity",
    "src/network",
    "src/pipeline",
    "src/dataset",
    "src/scene",
  ],
  scripts: ["src/model", "src/ingest", "src/identity", "src/network", "src/dataset", "src/pipeline", "src/scene"],
};

/** Packages with one room of their own, so that each can be replaced without moving a wall. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  sigma: ["src/app/stage"],
  graphology: ["src/network", "src/app/stage"],
  "graphology-communities-louvain": ["src/network"],
  hyparquet: ["src/dataset"],
  "hyparquet-writer": ["src/dataset"],
  react: ["src/app"],
  "react-dom": ["src/app"],
  zustand: ["src/app"],
};

/** What touches the world: clock, chance, screen, locale. The rim may; the middle may not. */
const WORLD =
  /\b(?:Math\.random|Date\.now|new Date\(|performance\.|document\.|window\.|localStorage|fetch\(|localeCompare|Intl\.|toLocale\w+)/;
const PURE = ["src/model", "src/ingest", "src/identity", "src/network", "src/dataset", "src/pipeline", "src/scene"];

interface Source {
  readonly path: string;
  readonly layer: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const LAYERS_DEEPEST_FIRST = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length);
const layerOf = (path: string) => LAYERS_DEEPEST_FIRST.find((layer) => path.startsWith(`${layer}/`)) ?? path;

const sources: readonly Source[] = ["src", "scripts"].flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file))
    .map((file) => {
      const path = `${top}/${file.replaceAll("\\", "/")}`;
      const text = readFileSync(join(ROOT, path), "utf8");
      const imports = [...text.matchAll(/\b(?:from|import) ?\(?"([^"]+)"/g)].map((match) => match[1]);
      return { path, layer: layerOf(path), text, imports };
    }),
);

/** Relative imports as paths from the root. */
function importedPaths(source: Source): string[] {
  return source.imports
    .filter((name) => name.startsWith("."))
    .map((name) => join(source.path, "..", name.split("?")[0]));
}

test.each(Object.entries(MAY_IMPORT))("%s imports only the layers below it", (layer, allowed) => {
  const wrong = sources
    .filter((source) => source.layer === layer)
    .flatMap((source) => importedPaths(source).map((path) => ({ from: source.path, to: path, layer: layerOf(path) })))
    .filter((arrow) => arrow.layer !== layer && !allowed.includes(arrow.layer))
    // The stage makes its worker from the worker's address, which is no import of its code.
    .filter((arrow) => !(arrow.from.startsWith("src/app/") && arrow.to.startsWith("src/app/")))
    .map((arrow) => `${arrow.from} → ${arrow.to}`);
  expect(wrong).toEqual([]);
});

test.each(Object.entries(ONLY_IN))("only its own rooms import %s", (name, rooms) => {
  const importing = sources.filter((source) =>
    source.imports.some((specifier) => specifier === name || specifier.startsWith(`${name}/`)),
  );
  expect(importing.length).toBeGreaterThan(0);
  expect(
    importing.map((source) => source.path).filter((path) => !rooms.some((room) => path.startsWith(`${room}/`))),
  ).toEqual([]);
});

test("the middle knows no clock, no chance, no screen and no locale", () => {
  const touching = sources.filter((source) => PURE.includes(source.layer) && WORLD.test(withoutComments(source.text)));
  expect(touching.map((source) => source.path)).toEqual([]);
});

test("relative imports name their file with its ending, and nothing exports by default", () => {
  for (const source of sources) {
    for (const path of importedPaths(source)) expect(path, source.path).toMatch(/\.(?:tsx?|css|json|mjs|js)$/);
    expect(source.text, source.path).not.toMatch(/^export default/m);
  }
});

function withoutComments(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line))
    .join("\n");
}
