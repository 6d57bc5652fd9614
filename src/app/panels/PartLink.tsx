import { partInWords } from "../../scene/part-facts.ts";
import { wholeName } from "../../scene/wording.ts";
import { pick } from "../store/pick.ts";
import { useScene } from "../store/scene-context.tsx";
import { usePreview } from "./use-preview.ts";

/** A part of a team by its people and its subject; choosing it opens it. */
export function PartLink({ part }: { part: number }) {
  const { dataset } = useScene();
  const preview = usePreview({ kind: "part", part });
  const words = partInWords(dataset, part);
  return (
    <button type="button" className="link person" onClick={() => pick({ kind: "part", part })} {...preview}>
      <bdi dir="auto" className="name" title={wholeName(words)}>
        {words}
      </bdi>
    </button>
  );
}
