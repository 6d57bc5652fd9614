import { useRef } from "react";
import { giveFiles } from "../store/read-files.ts";
import { pickedFiles } from "./dropped-files.ts";

/** Opens bibliographies of the user's own, or a folder of them; the page says beside it that they can be dropped and pasted too. */
export function OpenFiles({ className = "button" }: { className?: string }) {
  return (
    <>
      <Picker className={className} label="Open…" purpose="Files to open" />{" "}
      <Picker className={className} label="Open a folder…" purpose="Folder to open" folder />
    </>
  );
}

interface PickerProps {
  readonly className: string;
  readonly label: string;
  readonly purpose: string;
  readonly folder?: boolean;
}

function Picker({ className, label, purpose, folder = false }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        // React's types do not know the attribute.
        {...(folder ? { webkitdirectory: "" } : {})}
        aria-label={purpose}
        onChange={({ currentTarget }) => {
          giveFiles(pickedFiles(currentTarget.files ?? []));
          // The same files can be opened again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
