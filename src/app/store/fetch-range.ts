import { DatasetError } from "../../dataset/dataset-error.ts";

/** The bytes `first` to `end` (not included) of a file, and no others: a host that would send all of it is refused. */
export async function fetchRange(
  url: URL,
  file: string,
  first: number,
  end: number,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  const response = await fetch(url, { mode: "same-origin", headers: { Range: `bytes=${first}-${end - 1}` }, signal });
  if (response.status === 206) return response.arrayBuffer();
  void response.body?.cancel();
  const why = response.ok ? "the host sends files only as a whole" : `the server answered ${response.status}`;
  throw new DatasetError(file, `${why}.`);
}
