import type { Dataset } from "../model/dataset.ts";
import { bytesInWords } from "./reading-report.ts";
import { sameCamera, sameChoice, type View } from "./view.ts";
import { percent } from "./wording.ts";

const NAME_TO_COME = "name still coming";

/** Whether this is the glance of a dataset: places, teams and sizes, while names and papers are on their way. */
export function namesAreComing({ authors }: Pick<Dataset, "authors">): boolean {
  return authors.rowCount > 0 && authors.name[0] === "";
}

/** The name of an author, or that it is still on its way. */
export function nameOrComing({ authors }: Pick<Dataset, "authors">, author: number): string {
  return authors.name[author] === "" ? NAME_TO_COME : authors.name[author];
}

/** How much of what is on its way has come, in bytes; `total` is null as long as nobody has said. */
export interface Arrival {
  readonly fetched: number;
  readonly total: number | null;
}

/** 0 to 1; null where nobody knows. What is there more than was announced counts as all. */
export function shareArrived({ fetched, total }: Arrival): number | null {
  return total === null || total === 0 ? null : Math.min(1, fetched / total);
}

/** "43 % of 61 MB", "26 MB so far", or that all is there and being read. */
export function arrivalInWords(arrival: Arrival): string {
  const share = shareArrived(arrival);
  if (share === null) return `${bytesInWords(arrival.fetched)} so far`;
  return share === 1 ? "all fetched, being read" : `${percent(share)} of ${bytesInWords(arrival.total ?? 0)}`;
}

type Chosen = Pick<View, "choice" | "hiddenTeams" | "counting" | "camera">;

/**
 * The view once the rest of a dataset is there. `first` is the view that the glance opened with, `now` what the user has made of it, and
 * `linked` what the address says now that ids mean something: what the user has not touched is as linked. Whoever chose or hid something
 * stays with the counting that its team rows are of.
 */
export function viewOnArrival(first: Chosen, now: View, linked: View): View {
  const camera = sameCamera(first.camera, now.camera) ? linked.camera : now.camera;
  const isTouched = !sameChoice(first.choice, now.choice) || first.hiddenTeams !== now.hiddenTeams;
  if (!isTouched) return { ...linked, camera };
  const { choice, hiddenTeams, counting } = now;
  return { ...linked, choice, hiddenTeams, counting, camera };
}
