import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Incidence } from "../../src/model/incidence.ts";
import { findBrowser, launch } from "../e2e/browser.ts";
import type { Benchmark, Case, Contender, Figures } from "./benchmark.ts";
import { dblpLists, hasDblp, inventedLists } from "./draw/author-lists.ts";
import type { DrawContender } from "./draw/page.ts";

const OUT = "dist/bench-draw";
const SIZE = { width: 1280, height: 800 } as const;
/** Of the second, for a first picture, for one of a movement, for the script behind it (ms) and for the heap (MB). */
const MOST = { first: 2, frame: 1.5, script: 2, heap: 150 } as const;
/** Movements in a call of `frames`. */
const FRAMES = 12;

/** By default on a map of a size that they draw within seconds in software; `--set peers=1` has them draw DBLP too. */
const LIBRARIES = ["sigma", "cosmos"] as const;

interface Input {
  readonly origin: string;
}

interface PageFunctions {
  first(contender: DrawContender): Promise<number>;
  frames(): Promise<number>;
  rest(): Promise<number>;
}

let browser: Promise<Browser> | null = null;
let bundled: Promise<unknown> | null = null;

/** Builds the page once, with all contenders in it. */
async function bundle(): Promise<void> {
  const { build } = await import("vite");
  await build({
    configFile: false,
    logLevel: "warn",
    worker: { format: "es" },
    build: { outDir: OUT, lib: { entry: "test/bench/draw/page.ts", formats: ["es"], fileName: "page" } },
    publicDir: false,
    // What cosmos.gl depends on names for browsers a file that is no module.
    resolve: { mainFields: ["module", "main"] },
  });
}

/** Serves the page and the author lists on a free port; it ends with the process. */
function served(lists: Incidence): Promise<string> {
  const head = Uint32Array.of(lists.paperCount, lists.authorCount);
  const columns = [head, lists.paperOffsets, lists.authors].map((part) =>
    Buffer.from(part.buffer, part.byteOffset, part.byteLength),
  );
  const server: Server = createServer((request, response) => {
    if (request.url === "/lists") response.end(Buffer.concat(columns));
    else if (request.url === "/") {
      response.setHeader("content-type", "text/html");
      response.end('<!doctype html><title>drawing</title><body><script type="module" src="/page.js"></script>');
    } else {
      readFile(join(OUT, request.url ?? "")).then(
        (bytes) => response.setHeader("content-type", "text/javascript").end(bytes),
        () => response.writeHead(404).end(),
      );
    }
  });
  server.unref();
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      done(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
    });
  });
}

async function run({ origin }: Input, contender: DrawContender): Promise<Figures> {
  const executable = findBrowser();
  if (executable === null) throw new Error("There is no browser.");
  browser ??= launch(executable, ["--js-flags=--expose-gc"]);
  const page = await (await browser).newPage({ viewport: SIZE });
  try {
    page.setDefaultTimeout(0);
    await page.goto(origin);
    const functions = await page.evaluateHandle(
      (url) => (globalThis as unknown as { ready(url: string): Promise<PageFunctions> }).ready(url),
      "/lists",
    );
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const metric = async (name: string) =>
      (await cdp.send("Performance.getMetrics")).metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    const first = await functions.evaluate((map, which) => map.first(which), contender);
    // What making the dataset and the first picture left behind is not a movement's.
    await cdp.send("HeapProfiler.collectGarbage");
    const before = await metric("ScriptDuration");
    const frame = await functions.evaluate((map) => map.frames());
    const script = (1000 * ((await metric("ScriptDuration")) - before)) / FRAMES;
    const rest = await functions.evaluate((map) => map.rest());
    await cdp.send("HeapProfiler.collectGarbage");
    return { first, frame, rest, script, heap: (await metric("JSHeapUsedSize")) / 1e6 };
  } finally {
    await page.close();
  }
}

function caseOf(name: string, lists: () => Incidence, peers: readonly DrawContender[]): Case<Input> {
  const contender = (which: DrawContender): Contender<Input> => ({ name: which, run: (input) => run(input, which) });
  return {
    name,
    async make() {
      bundled ??= bundle();
      await bundled;
      return { origin: await served(lists()) };
    },
    contenders: [contender("coterie"), ...peers.map(contender)],
    warmups: 0,
    repeats: 3,
    targets: [
      { what: "first", of: "coterie", over: "floor", atMost: MOST.first },
      { what: "frame", of: "coterie", over: "floor", atMost: MOST.frame },
      { what: "script", of: "coterie", atMost: MOST.script },
      ...(name === "dblp" ? [{ what: "heap", of: "coterie", atMost: MOST.heap }] : []),
    ],
  };
}

const draw: Benchmark = {
  about:
    "a map in a browser, milliseconds to the first picture, to one of a movement, and to the picture at rest; script and heap",
  cases: ({ small, number }) => {
    if (small) return [caseOf("10,000 invented", () => inventedLists(10_000), ["floor"])];
    const authors = number("authors", 1_000_000);
    const peers = number("peers", 0) > 0 ? LIBRARIES : [];
    return [
      caseOf("10,000 invented", () => inventedLists(10_000), ["floor", ...LIBRARIES]),
      ...(hasDblp() ? [caseOf("dblp", dblpLists, ["floor", ...peers])] : []),
      caseOf(`${authors} invented`, () => inventedLists(authors), ["floor"]),
    ];
  },
};

export default draw;
