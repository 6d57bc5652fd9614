import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { byteRange } from "./byte-range.ts";
import type { FileSource, ServedFile } from "./file-source.ts";
import { RESPONSE_HEADERS } from "./policy.ts";

/** Where a dataset's files are found by the app: `/data/manifest.json`. */
const DATA = "data";

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".ico", "image/x-icon"],
  [".txt", "text/plain; charset=utf-8"],
  [".parquet", "application/vnd.apache.parquet"],
]);

/** What a page is made of; whoever asks for anything else also asks how long it is. */
const COMPRESSIBLE = /^text\/(?:html|css|javascript)|^image\/svg/;

/** The names that this machine has for itself: a page of another origin whose name was made to point here is refused. */
const OWN_HOSTS: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

export interface Serving {
  /** `http://127.0.0.1:4280/` */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves the built app and one dataset on this machine alone. Takes `port`, 0 for any; where `orNext` is set and the port
 * is taken, the next free one. Rejects where none can be had.
 */
export async function serveApp(app: FileSource, data: FileSource, port: number, orNext: boolean): Promise<Serving> {
  const server = createServer((request, response) => {
    answer(app, data, request, response).catch(() => response.destroy());
  });
  await listen(server, port, orNext ? 20 : 0);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number, triesLeft: number): Promise<void> {
  try {
    await new Promise<void>((done, fail) => {
      server.once("error", fail);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", fail);
        done();
      });
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || triesLeft === 0) throw error;
    await listen(server, port + 1, triesLeft - 1);
  }
}

async function answer(
  app: FileSource,
  data: FileSource,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(RESPONSE_HEADERS)) response.setHeader(name, value);
  // The dataset may be rebuilt while the server runs; on one machine asking again costs nothing.
  response.setHeader("Cache-Control", "no-cache");
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (!OWN_HOSTS.has(host)) return refuse(response, 421, "This server answers to 127.0.0.1 and localhost alone.");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return refuse(response, 405, "Only GET and HEAD are answered.");
  }
  const segments = pathSegments(request.url ?? "/");
  if (segments === null) return refuse(response, 400, "The address cannot be read.");
  const [first, ...rest] = segments;
  const file = await (first === DATA ? data(rest) : app(segments.length === 0 ? ["index.html"] : segments));
  if (file === null) return refuse(response, 404, "There is no such file.");
  response.setHeader(
    "Content-Type",
    CONTENT_TYPES.get(extname(segments.at(-1) ?? ".html")) ?? "application/octet-stream",
  );
  if (segments.length === 0) response.setHeader("Content-Type", "text/html; charset=utf-8");
  await send(file, request, response);
}

async function send(file: ServedFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (isCompressed(request, response)) {
    response.setHeader("Content-Encoding", "gzip");
    if (request.method === "HEAD" || file.size === 0) response.end();
    else await pipeline(file.read(0, file.size - 1), createGzip(), response);
    return;
  }
  response.setHeader("Accept-Ranges", "bytes");
  const range = request.method === "GET" ? byteRange(request.headers.range, file.size) : null;
  if (range === "unsatisfiable") {
    response.setHeader("Content-Range", `bytes */${file.size}`);
    return refuse(response, 416, "The file has no such bytes.");
  }
  const { first, last } = range ?? { first: 0, last: file.size - 1 };
  if (range !== null) {
    response.statusCode = 206;
    response.setHeader("Content-Range", `bytes ${first}-${last}/${file.size}`);
  }
  response.setHeader("Content-Length", last - first + 1);
  if (request.method === "HEAD" || file.size === 0) response.end();
  else await pipeline(file.read(first, last), response);
}

/** The page's own text is a third as long on its way; the files of a dataset are compressed in themselves. */
function isCompressed({ headers }: IncomingMessage, response: ServerResponse): boolean {
  if (!COMPRESSIBLE.test(String(response.getHeader("Content-Type")))) return false;
  response.setHeader("Vary", "Accept-Encoding");
  return (
    headers.range === undefined && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(String(headers["accept-encoding"]))
  );
}

/** The decoded segments of a request's path, or null where it is no path. `..` never gets past the URL parser. */
function pathSegments(url: string): string[] | null {
  if (!url.startsWith("/")) return null;
  try {
    // Joined as text: "//host/path" is a path here, not another host.
    const { pathname } = new URL(`http://localhost${url}`);
    return pathname
      .split("/")
      .filter((segment) => segment !== "")
      .map(decodeURIComponent);
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.end(`${sentence}\n`);
}
