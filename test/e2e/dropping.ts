import type { MapPage } from "./map-page.ts";

export interface Dropped {
  readonly name: string;
  readonly content: string | Buffer;
  /** The content comes so often, one after the other. */
  readonly times?: number;
}

/** Drops files on the middle of the page, as the browser would. */
export async function drop({ page }: MapPage, ...files: readonly Dropped[]): Promise<void> {
  const sent = files.map(({ name, content, times = 1 }) => ({
    name,
    times,
    base64: Buffer.from(content).toString("base64"),
  }));
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, times, base64 } of given) {
      const part = new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]);
      dataTransfer.items.add(new File(new Array<Blob>(times).fill(part), name));
    }
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, sent);
}

/** What the report says of each file. */
export function verdicts({ page }: MapPage): Promise<string[]> {
  return page.getByRole("region", { name: "Files", exact: true }).getByRole("listitem").allTextContents();
}
