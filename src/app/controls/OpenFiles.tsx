import { useRef } from "react";
import { giveFiles } from "../store/read-files.ts";

/** Opens bibliographies of the user's own; the page says beside it that they can be dropped and pasted too. */
export function OpenFiles({ className = "button" }: { className?: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        Open…
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to open"
        onChange={({ currentTarget }) => {
          giveFiles(Array.from(currentTarget.files ?? [], (file) => ({ path: file.name, file })));
          // The same files can be opened again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
