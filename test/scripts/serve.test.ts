import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { byteRange } from "../../scripts/server/byte-range.ts";
import { folderSource, memorySource } from "../../scripts/server/file-source.ts";
import { RESPONSE_HEADERS } from "../../scripts/server/policy.ts";
import { type Serving, serveApp } from "../../scripts/server/serve-app.ts";

let folder: string;
let serving: Serving;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "coterie-serve-"));
  mkdirSync(join(folder, "app/assets"), { recursive: true });
  writeFileSync(join(folder, "app/index.html"), "<!doctype html>");
  writeFileSync(join(folder, "app/assets/app.js"), "0123456789");
  writeFileSync(join(folder, "app/.hidden"), "hidden");
  writeFileSync(join(folder, "app/empty.txt"), "");
  writeFileSync(join(folder, "secret.txt"), "secret");
  symlinkSync("../secret.txt", join(folder, "app/link.txt"));
  const data = memorySource(new Map([["manifest.json", new TextEncoder().encode("{}")]]));
  serving = await serveApp(folderSource(join(folder, "app")), data, 0, false);
});

afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks with the path exactly as given: `fetch` would tidy it up first. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { hostname, port } = new URL(serving.address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (piece: string) => {
        body += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on("error", reject)
      .end();
  });
}

test("the page, its scripts and the dataset are served with their types", async () => {
  const types = async (path: string) => [(await ask(path)).status, (await ask(path)).headers["content-type"]];
  expect(await types("/")).toEqual([200, "text/html; charset=utf-8"]);
  expect(await types("/?v=1")).toEqual([200, "text/html; charset=utf-8"]);
  expect(await types("/assets/app.js")).toEqual([200, "text/javascript; charset=utf-8"]);
  expect(await types("/data/manifest.json")).toEqual([200, "application/json; charset=utf-8"]);
});

test("every answer carries the policy, refusals included", async () => {
  const answers = [
    await ask("/"),
    await ask("/nothing"),
    await ask("/", {}, "POST"),
    await ask("/", { host: "evil.example" }),
    await ask("/%E0%A4%A"),
    await ask("/assets/app.js", { range: "bytes=99-" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 405, 421, 400, 416]);
  for (const { headers } of answers) {
    for (const [name, value] of Object.entries(RESPONSE_HEADERS)) expect(headers[name.toLowerCase()]).toBe(value);
  }
});

test("nothing outside the two folders is reachable", async () => {
  for (const path of [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/%2e%2e%5c..%5csecret.txt",
    "//secret.txt",
    "/data/../../secret.txt",
    "/data/..%2findex.html",
    "/link.txt",
    "/.hidden",
    "/assets",
    "/index.html%00.js",
    "/data",
    "/data/authors.parquet",
  ]) {
    const { status, body } = await ask(path);
    expect([path, status]).toEqual([path, 404]);
    expect(body).toBe("There is no such file.\n");
  }
});

test("a part of a file is served when a part is asked for", async () => {
  const part = await ask("/assets/app.js", { range: "bytes=2-4" });
  expect(part).toMatchObject({ status: 206, body: "234" });
  expect(part.headers).toMatchObject({ "content-range": "bytes 2-4/10", "content-length": "3" });
  expect(await ask("/assets/app.js", { range: "bytes=-3" })).toMatchObject({ status: 206, body: "789" });
  expect(await ask("/assets/app.js", { range: "bytes=1-2,4-5" })).toMatchObject({ status: 200, body: "0123456789" });
});

test("the page's own text is sent compressed to whoever takes that, what is read from a dataset never is", async () => {
  const takes = { "accept-encoding": "br, gzip" };
  const { headers } = await ask("/assets/app.js", takes);
  expect(headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
  const bytes = await fetch(`${serving.address}assets/app.js`).then((response) => response.text());
  expect(bytes).toBe("0123456789");
  const plain: Record<string, string>[] = [{}, { "accept-encoding": "br, gzip;q=0" }, { ...takes, range: "bytes=2-4" }];
  for (const asked of plain) {
    expect((await ask("/assets/app.js", asked)).headers["content-encoding"]).toBeUndefined();
  }
  expect((await ask("/data/manifest.json", takes)).headers["content-encoding"]).toBeUndefined();
});

test("HEAD tells the size without the bytes", async () => {
  const answer = await ask("/assets/app.js", {}, "HEAD");
  expect(answer).toMatchObject({ status: 200, body: "" });
  expect(answer.headers["content-length"]).toBe("10");
  expect(await ask("/empty.txt")).toMatchObject({ status: 200, body: "" });
});

test("a range never reaches beyond the file", () => {
  expect(byteRange(undefined, 10)).toBe(null);
  expect(byteRange("bytes=0-", 10)).toEqual({ first: 0, last: 9 });
  expect(byteRange("bytes=5-99", 10)).toEqual({ first: 5, last: 9 });
  expect(byteRange("bytes=-99", 10)).toEqual({ first: 0, last: 9 });
  expect(byteRange("bytes=10-", 10)).toBe("unsatisfiable");
  expect(byteRange("bytes=-0", 10)).toBe("unsatisfiable");
  expect(byteRange("bytes=0-0", 0)).toBe("unsatisfiable");
  for (const nonsense of ["bytes=-", "bytes=4-2", "lines=1-2", "bytes=a-b", "bytes=1-2-3"]) {
    expect(byteRange(nonsense, 10)).toBe(null);
  }
});

test("where the usual port is taken the next one is, and a port that was asked for is not replaced", async () => {
  const taken = Number(new URL(serving.address).port);
  const sources = [folderSource(join(folder, "app")), memorySource(new Map())] as const;
  const next = await serveApp(...sources, taken, true);
  expect(Number(new URL(next.address).port)).toBeGreaterThan(taken);
  await next.close();
  await expect(serveApp(...sources, taken, false)).rejects.toThrow("EADDRINUSE");
});
