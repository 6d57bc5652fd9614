import { failToTake, giveFiles } from "../store/read-files.ts";
import { readingStore } from "../store/reading-store.ts";
import { droppedFiles } from "./dropped-files.ts";

/** What a file is called that was pasted as text. */
const PASTED = "pasted text";

/** Takes what is dropped anywhere on the page, or pasted outside of a field; returns what ends it. */
export function startTakingFiles(): () => void {
  const over = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (!readingStore.getState().dragging) readingStore.setState({ dragging: true });
  };
  const leave = (event: DragEvent) => {
    // From one element to the next is not out of the page.
    if (event.relatedTarget === null) readingStore.setState({ dragging: false });
  };
  const drop = (event: DragEvent) => {
    readingStore.setState({ dragging: false });
    if (!holdsFiles(event) || event.dataTransfer === null) return;
    event.preventDefault();
    droppedFiles(event.dataTransfer).then(giveFiles, () =>
      failToTake("What was dropped cannot be read: a folder in it does not open."),
    );
  };
  const paste = (event: ClipboardEvent) => {
    if (event.defaultPrevented || isField(event.target) || event.clipboardData === null) return;
    const files = Array.from(event.clipboardData.files, (file) => ({ path: file.name, file }));
    const text = event.clipboardData.getData("text/plain");
    if (files.length > 0) giveFiles(files);
    else if (text.trim() !== "") giveFiles([{ path: PASTED, file: new File([text], PASTED) }]);
  };
  window.addEventListener("dragenter", over);
  window.addEventListener("dragover", over);
  window.addEventListener("dragleave", leave);
  window.addEventListener("drop", drop);
  window.addEventListener("paste", paste);
  return () => {
    window.removeEventListener("dragenter", over);
    window.removeEventListener("dragover", over);
    window.removeEventListener("dragleave", leave);
    window.removeEventListener("drop", drop);
    window.removeEventListener("paste", paste);
  };
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, textarea, select");
}
