import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MORE, manyPapers, PAPERS } from "./small-bibliography.ts";
import { COMMAND, workingFolder } from "./working-folder.ts";

const folder = workingFolder({ "papers.bib": PAPERS, "more.bib": MORE });

/** Runs the command and interrupts it after some milliseconds: how it ended, by its code or by the signal. */
async function interrupted(args: readonly string[], after: number, signal: "SIGINT" | "SIGTERM" = "SIGINT") {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder.at(), stdio: "ignore" });
  setTimeout(() => child.kill(signal), after);
  const [code, endedBy] = await once(child, "exit");
  return { code, endedBy };
}

// An interrupt may come too late, even between the last step and the end: then what was asked for is there, whole.

test("an interrupt leaves neither a half-written output nor a temporary one", async () => {
  writeFileSync(folder.at("many.bib"), manyPapers(2_000));
  const before = folder.names();
  expect(folder.coterie(["build", "many.bib", "-o", "whole"]).status).toBe(0);
  const whole = folder.contents("whole");
  rmSync(folder.at("whole"), { recursive: true });
  for (const [signal, code, after] of [
    ["SIGINT", 130, 250],
    ["SIGTERM", 143, 700],
    ["SIGINT", 130, 1500],
  ] as const) {
    const end = await interrupted(["build", "many.bib", "-o", "map"], after, signal);
    // Where no handler of ours was needed yet, the system ends the process; a shell shows the same number for it.
    expect([code, null, 0]).toContain(end.code);
    if (end.code === null) expect(end.endedBy).toBe(signal);
    if (end.code === 0) expect(folder.names()).toContain("map");
    if (folder.names().includes("map")) expect(folder.contents("map")).toEqual(whole);
    rmSync(folder.at("map"), { recursive: true, force: true });
    expect(folder.names()).toEqual(before);
  }
}, 120_000);

test("an interrupt leaves no half-written export, and nothing of a reading that prints", async () => {
  writeFileSync(folder.at("many.bib"), manyPapers(200));
  expect(folder.coterie(["build", "many.bib", "-o", "map", "--starts", "1"]).status).toBe(0);
  const before = folder.names();
  for (const [format, after] of [
    ["csv", 300],
    ["gexf", 500],
  ] as const) {
    const args = ["export", "map", "--format", format, "-o"];
    expect(folder.coterie([...args, "whole"]).status).toBe(0);
    const whole = folder.contents("whole");
    rmSync(folder.at("whole"), { recursive: true });
    const { code } = await interrupted([...args, "tables"], after);
    expect([130, null, 0]).toContain(code);
    if (code === 0) expect(folder.names()).toContain("tables");
    if (folder.names().includes("tables")) expect(folder.contents("tables")).toEqual(whole);
    rmSync(folder.at("tables"), { recursive: true, force: true });
    expect(folder.names()).toEqual(before);
  }
  expect([130, null, 0]).toContain((await interrupted(["read", "many.bib"], 300)).code);
  expect(folder.names()).toEqual(before);
}, 120_000);
