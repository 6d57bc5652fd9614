import { currentStage } from "../stage/current-stage.ts";
import { announce, goTo, interfaceStore } from "../store/interface-store.ts";
import { choose, viewStore } from "../store/view-store.ts";
import { saveFile } from "./save-file.ts";

/** Something the user can do, whether by button or by key, so that the two cannot disagree. */
export interface Command {
  readonly label: string;
  /** `KeyboardEvent.key`, without modifiers. */
  readonly keys: readonly string[];
  readonly run: () => void;
}

const stage = () => currentStage.getState().stage;

export const zoomIn: Command = { label: "Zoom in", keys: ["+", "="], run: () => stage()?.zoomIn() };
export const zoomOut: Command = { label: "Zoom out", keys: ["-", "_"], run: () => stage()?.zoomOut() };
export const fit: Command = { label: "Show the whole map", keys: ["0"], run: () => stage()?.fit() };

export const toggleLayout: Command = {
  label: "Let the layout run",
  keys: [],
  run: () => {
    if (currentStage.getState().layout === "running") stage()?.stopLayout();
    else stage()?.startLayout();
  },
};

export const focusSearch: Command = {
  label: "Search",
  keys: ["/"],
  run: () => document.getElementById("search")?.focus(),
};

/** One level back: out of the table, or from what is chosen to the overview. */
export const stepBack: Command = {
  label: "Back to the overview",
  keys: ["Escape"],
  run: () => {
    if (viewStore.getState().choice !== null) viewStore.setState(choose(null));
    else interfaceStore.setState(goTo("overview"));
  },
};

export const savePicture: Command = {
  label: "Save the picture (PNG)",
  keys: [],
  run: () => {
    void stage()
      ?.savePng()
      .then((png) => saveFile(png, "coterie.png"))
      .then(() => interfaceStore.setState(announce("The picture is saved.")))
      .catch(() => interfaceStore.setState(announce("The picture could not be saved.")));
  },
};

/** What has a key everywhere, except while one types. */
export const KEYED: readonly Command[] = [zoomIn, zoomOut, fit, focusSearch, stepBack];
