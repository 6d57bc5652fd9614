import { useStore } from "zustand";
import { elsewhereOf } from "../../scene/sheet-facts.ts";
import { briefName, counted, thousands } from "../../scene/wording.ts";
import { datasetStore } from "../store/dataset-store.ts";
import { openSheet } from "../store/open-sheet.ts";
import { useScene } from "../store/scene-context.tsx";
import { sheetStore } from "../store/sheet-store.ts";

/** On a sheet, of somebody whose papers are not all here: how many are, and the way to the rest. Nothing of anybody else. */
export function ElsewhereNote({ author }: { author: number }) {
  const { dataset, incidence } = useScene();
  const sheet = useStore(datasetStore, (state) => (state.status === "ready" ? state.sheet : null));
  const { opening, failure } = useStore(sheetStore);
  const elsewhere = sheet === null ? null : elsewhereOf(dataset, incidence, sheet.atlas, author);
  if (sheet === null || elsewhere === null) return null;
  const { here, papers, team } = elsewhere;
  return (
    <div className="elsewhere">
      <p>
        Here {here === 1 ? "is" : "are"} only {counted(here, "paper")} of {thousands(papers)}: those written with people
        of the teams of this part of the map.
      </p>
      {team !== null && (
        <button type="button" className="button" onClick={() => void openSheet(team, dataset.authors.authorId[author])}>
          {opening === team ? (
            "Fetching the rest …"
          ) : (
            <>
              See all in <bdi dir="auto">{briefName(sheet.atlas.teams.name[team])}</bdi>
            </>
          )}
        </button>
      )}
      {failure !== null && <p role="alert">It could not be fetched: {failure}</p>}
    </div>
  );
}
