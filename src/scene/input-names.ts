import { isAboutAFolder } from "../model/about-a-folder.ts";

/** A file as it was dropped: its path below what was dropped ("2024/papers.bib"), or its bare name. */
interface PathedFile {
  readonly path: string;
}

/** Whether a file found in a folder is read: not where it, or a folder on its way, is hidden, nor what tells about it. */
export function isReadInFolder(path: string): boolean {
  const segments = path.split("/");
  if (segments.some((segment) => segment.startsWith("."))) return false;
  return !isAboutAFolder(segments[segments.length - 1]);
}

/**
 * A name for each file that no other has, none of `taken` included: its base name, its path where base names are alike,
 * and a number after it where paths are alike too.
 */
export function namesOf(files: readonly PathedFile[], taken: readonly string[]): string[] {
  const uses = new Map<string, number>();
  for (const { path } of files) uses.set(baseOf(path), (uses.get(baseOf(path)) ?? 0) + 1);
  const given = new Set(taken);
  /** The last number tried for a name, so that a thousand files of one name are not tried a thousand times each. */
  const last = new Map<string, number>();
  return files.map(({ path }) => {
    const base = baseOf(path);
    const wanted = uses.get(base) === 1 ? base : path;
    let name = wanted;
    let number = last.get(wanted) ?? 1;
    while (given.has(name)) {
      number += 1;
      name = `${wanted} (${number})`;
    }
    last.set(wanted, number);
    given.add(name);
    return name;
  });
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
