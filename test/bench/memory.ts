import { readFileSync, writeFileSync } from "node:fs";

/*
 * The most memory that a process held. Linux's `ru_maxrss`, which Node gives, is inherited: a child begins with its parent's.
 * `VmHWM` is its own, and can be set back.
 */

/** In bytes. */
export function memoryPeak(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not on Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}

/** From here on the peak counts anew, where the system allows that. */
export function resetMemoryPeak(): void {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // The peak is that of the whole process then.
  }
}
