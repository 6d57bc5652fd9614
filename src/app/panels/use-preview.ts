import { useEffect, useRef } from "react";
import type { Shown } from "../../scene/view.ts";
import { currentStage } from "../stage/current-stage.ts";

/** Shows on the map what is under the pointer or has the keyboard in a list. */
export function usePreview(choice: Shown | null) {
  const shown = useRef(false);
  const show = () => {
    if (choice === null) return;
    shown.current = true;
    currentStage.getState().stage?.preview(choice);
  };
  const hide = () => {
    if (!shown.current) return;
    shown.current = false;
    currentStage.getState().stage?.preview(null);
  };
  // A list that goes away while the pointer is on it gets no leave event.
  useEffect(
    () => () => {
      if (shown.current) currentStage.getState().stage?.preview(null);
    },
    [],
  );
  return { onPointerEnter: show, onPointerLeave: hide, onFocus: show, onBlur: hide };
}
