import { isReadInFolder } from "../../model/input-names.ts";
import { byCodeUnit } from "../../model/order.ts";
import type { GivenFile } from "../store/reading-store.ts";

/**
 * The files that were dropped, those of folders at any depth included, in the order of their paths. Call it while the
 * event lasts: what was dropped cannot be asked for later. Rejects where a folder cannot be read.
 */
export async function droppedFiles(dropped: DataTransfer): Promise<GivenFile[]> {
  const bare = Array.from(dropped.files, (file) => ({ path: file.name, file }));
  const entries = Array.from(dropped.items, (item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory)) return bare;
  const files: GivenFile[] = [];
  for (const entry of entries) if (entry !== null) await collect(entry, files, false);
  return files.sort((a, b) => byCodeUnit(a.path, b.path));
}

/** The files that were picked one by one, or those of a folder that was picked, in the order of their paths. */
export function pickedFiles(picked: Iterable<File>): GivenFile[] {
  const files = Array.from(picked, (file) => ({ path: file.webkitRelativePath || file.name, file }));
  if (files.every(({ path, file }) => path === file.name)) return files;
  return files.filter(({ path }) => isReadInFolder(path)).sort((a, b) => byCodeUnit(a.path, b.path));
}

async function collect(entry: FileSystemEntry, files: GivenFile[], inFolder: boolean): Promise<void> {
  const path = entry.fullPath.replace(/^\//, "");
  if (isFolder(entry)) for (const child of await childrenOf(entry)) await collect(child, files, true);
  else if (isFile(entry) && (!inFolder || isReadInFolder(path))) files.push({ path, file: await fileOf(entry) });
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** Browsers hand out a folder in parts, of 100 in Chromium; an empty one is the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return children;
    for (const child of part) children.push(child);
  }
}
