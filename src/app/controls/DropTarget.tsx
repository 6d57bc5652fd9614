import { useStore } from "zustand";
import { readingStore } from "../store/reading-store.ts";

/** Over the whole window while files are dragged across it. */
export function DropTarget() {
  const dragging = useStore(readingStore, (state) => state.dragging);
  if (!dragging) return null;
  return (
    <div className="drop-target" aria-hidden="true">
      <p>Drop files or a folder to read them here</p>
    </div>
  );
}
