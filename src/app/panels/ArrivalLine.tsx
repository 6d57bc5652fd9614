import { useStore } from "zustand";
import { arrivalInWords, shareArrived } from "../../scene/arriving.ts";
import { arrivalStore } from "../store/arrival-store.ts";
import { loadDataset } from "../store/load-dataset.ts";
import { useScene } from "../store/scene-context.tsx";

/** Above the details while names and papers are on their way: how far they are, or that they do not come. */
export function ArrivalLine() {
  const { glance } = useScene();
  const arrival = useStore(arrivalStore);
  if (glance === null) return null;
  if (arrival.failure !== null) {
    return (
      <div className="arrival" role="alert">
        <p>
          Names and papers could not be fetched: <bdi dir="auto">{arrival.failure}</bdi>
        </p>
        <button type="button" className="button" onClick={() => void loadDataset()}>
          Try again
        </button>
      </div>
    );
  }
  const share = shareArrived(arrival);
  return (
    <div className="arrival">
      <progress aria-label="Names and papers" value={share ?? undefined} max={1} />
      <p>
        Names and papers are still coming: <span className="number">{arrivalInWords(arrival)}</span>
      </p>
    </div>
  );
}
