import { useStore } from "zustand";
import { missingInWords } from "../../scene/address.ts";
import { foundAgain, interfaceStore } from "../store/interface-store.ts";

/** Over the map: that the link which was followed names what is not there. */
export function LinkNote() {
  const missing = useStore(interfaceStore, (state) => state.missing);
  if (missing === null) return null;
  return (
    <p className="map-note">
      {missingInWords(missing)}{" "}
      <button type="button" className="link" onClick={() => interfaceStore.setState(foundAgain)}>
        Close
      </button>
    </p>
  );
}
