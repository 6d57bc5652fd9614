import type { DatasetState } from "./dataset-store.ts";
import { giveFiles, refuseFiles } from "./read-files.ts";

/** Reads a bibliography that is served beside the page as if it were dropped; says why where there is none. */
export async function readServed({
  url,
  name,
}: {
  readonly url: string;
  readonly name: string;
}): Promise<DatasetState> {
  try {
    const response = await fetch(url, { mode: "same-origin" });
    if (!response.ok || isPage(response)) {
      return { status: "refused", reason: `There is no file “${name}” beside this page.` };
    }
    const bytes = Number(response.headers.get("content-length"));
    if (!refuseFiles(bytes)) giveFiles([{ path: name, file: new File([await response.blob()], name) }]);
    return { status: "given" };
  } catch {
    return { status: "refused", reason: `“${name}” cannot be read: it could not be fetched.` };
  }
}

/** Development servers and some hosts answer what they do not have with the page itself. */
export function isPage(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("text/html") ?? false;
}
