import { useStore } from "zustand";
import { interfaceStore } from "../store/interface-store.ts";

/** What screen readers are told; never seen. */
export function LiveRegion() {
  const message = useStore(interfaceStore, (state) => state.message);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {message}
    </div>
  );
}
