import { bibtexReferences, plainReferences } from "../../scene/references.ts";
import { useScene } from "../store/scene-context.tsx";
import { CopyButton } from "./CopyButton.tsx";

/** A list of papers for the clipboard: as references, as BibTeX. */
export function CopyReferences({ papers }: { papers: readonly number[] }) {
  const { dataset } = useScene();
  if (papers.length === 0) return null;
  return (
    <div className="copy-row">
      <CopyButton label="Copy references" text={() => plainReferences(dataset, papers)} />
      <CopyButton label="Copy BibTeX" text={() => bibtexReferences(dataset, papers)} />
    </div>
  );
}
