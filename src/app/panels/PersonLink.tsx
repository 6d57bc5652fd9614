import { wholeName } from "../../scene/wording.ts";
import { pick } from "../store/pick.ts";
import { useScene } from "../store/scene-context.tsx";
import { TeamDot } from "./TeamChip.tsx";
import { usePreview } from "./use-preview.ts";

interface PersonLinkProps {
  readonly author: number;
  /** As written on one paper, where that is not the display name. */
  readonly name?: string;
  readonly dot?: boolean;
}

/** A person's name; choosing it opens the person. */
export function PersonLink({ author, name, dot = true }: PersonLinkProps) {
  const { dataset, partition } = useScene();
  const shown = name ?? dataset.authors.name[author];
  const preview = usePreview({ kind: "author", author });
  return (
    <button type="button" className="link person" onClick={() => pick({ kind: "author", author })} {...preview}>
      {dot && <TeamDot team={partition.team[author]} />}
      <bdi dir="auto" className="name" title={wholeName(shown)}>
        {shown}
      </bdi>
    </button>
  );
}
