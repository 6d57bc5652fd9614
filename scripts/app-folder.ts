import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandError } from "./command-error.ts";

/** The folder with the built page; `root` is the one with package.json. */
export async function appFolder(root: URL): Promise<string> {
  const folder = fileURLToPath(new URL("dist/app/", root));
  const page = await stat(join(folder, "index.html")).catch(() => null);
  if (page === null) {
    throw new CommandError('The app is not built yet; run "npm run build" in the folder of coterie first.');
  }
  return folder;
}
