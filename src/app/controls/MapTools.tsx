import { useStore } from "zustand";
import { currentStage } from "../stage/current-stage.ts";
import { layOut, viewStore } from "../store/view-store.ts";
import { type Command, fit, savePicture, toggleLayout, zoomIn, zoomOut } from "./commands.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { Segments } from "./Segments.tsx";

/** Bottom right: zoom, fit, layout (where forces are made of anything), picture. `layout`: its forces are there, still coming, or there are none. */
export function MapTools({ layout }: { layout: "there" | "coming" | "none" }) {
  const running = useStore(currentStage, (state) => state.layout === "running");
  const mode = useStore(viewStore, (state) => state.layoutMode);
  return (
    <div className="map-tools">
      {layout !== "none" && (
        <Segments
          legend="Layout"
          disabled={layout === "coming"}
          value={mode}
          options={[
            { value: "teams", label: "Teams apart" },
            { value: "plain", label: "Plain force" },
          ]}
          onChange={(value) => viewStore.setState(layOut(value))}
        />
      )}
      <fieldset className="tool-row">
        <legend className="visually-hidden">Map</legend>
        <Tool command={zoomIn} icon="plus" />
        <Tool command={zoomOut} icon="minus" />
        <Tool command={fit} icon="fit" />
        {layout !== "none" && (
          <Tool
            command={toggleLayout}
            icon={running ? "stop" : "play"}
            label={running ? "Stop the layout" : toggleLayout.label}
            disabled={layout === "coming"}
            filled
          />
        )}
        <Tool command={savePicture} icon="picture" />
      </fieldset>
    </div>
  );
}

interface ToolProps {
  readonly command: Command;
  readonly icon: IconName;
  readonly label?: string;
  readonly filled?: boolean;
  readonly disabled?: boolean;
}

function Tool({ command, icon, label = command.label, filled = false, disabled = false }: ToolProps) {
  const key = command.keys.at(0);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      aria-keyshortcuts={key}
      title={key === undefined ? label : `${label} (${key})`}
      disabled={disabled}
      onClick={command.run}
    >
      <Icon name={icon} filled={filled} />
    </button>
  );
}
