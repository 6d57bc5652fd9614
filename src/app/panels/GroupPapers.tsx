import type { TeamFacts } from "../../scene/team-facts.ts";
import { counted } from "../../scene/wording.ts";
import { YearBars } from "./Bars.tsx";
import { PaperList } from "./PaperList.tsx";
import { Section } from "./Section.tsx";

/** The papers of a team or of a part of one, with how much of each is theirs, and their years. */
export function GroupPapers({
  facts: { papers, papersByYear },
  group,
}: {
  facts: Pick<TeamFacts, "papers" | "papersByYear">;
  group: "team" | "part";
}) {
  return (
    <>
      <Section title="Papers" aside={<span className="quiet">newest first</span>}>
        <PaperList
          papers={papers.map(({ paper, members, authors }) => ({
            paper,
            note: (
              <span>
                {members} of {counted(authors, "author")} in the {group}
              </span>
            ),
          }))}
        />
      </Section>
      <Section title="By year">
        <YearBars years={papersByYear} />
      </Section>
    </>
  );
}
