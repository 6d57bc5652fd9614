import { isAboutAFolder } from "./about-a-folder.ts";

/** Whether a file found in a folder is read: not where it, or a folder on its way, is hidden, nor what tells about it. */
export function isReadInFolder(path: string): boolean {
  const segments = path.split("/");
  if (segments.some((segment) => segment.startsWith("."))) return false;
  return !isAboutAFolder(segments[segments.length - 1]);
}

/**
 * A name for each file, given by its path ("2024/papers.bib"), that no other has, none of `taken` included: the fewest of
 * the last segments that no other path ends in, and a number after them where whole paths are alike.
 */
export function inputNames(paths: readonly string[], taken: readonly string[] = []): string[] {
  const given = new Set(taken);
  /** The last number tried for a name, so that a thousand files of one name are not tried a thousand times each. */
  const last = new Map<string, number>();
  return fewestSegments(paths).map((wanted) => {
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

function fewestSegments(paths: readonly string[]): string[] {
  const segments = paths.map((path) => path.split("/").filter((segment) => segment !== ""));
  const names = segments.map(() => "");
  let open = paths.map((_, i) => i);
  for (let length = 1; open.length > 0; length++) {
    const byName = new Map<string, number[]>();
    for (const i of open) {
      names[i] = segments[i].slice(-length).join("/");
      const same = byName.get(names[i]);
      if (same === undefined) byName.set(names[i], [i]);
      else same.push(i);
    }
    open = [...byName.values()].flatMap((same) => (same.length > 1 ? same : []));
    open = open.filter((i) => segments[i].length > length);
  }
  return names;
}
