import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { type Insets, NO_INSETS } from "../../scene/projection.ts";
import { interfaceStore } from "../store/interface-store.ts";

/** Between what lies over the map and what is drawn on it. */
const MARGIN = 12;
const SMALL_SCREEN = "(max-width: 640px)";

/** Pixels at each side of the map that title, foot and sheet cover, measured as they change size. */
export function useCovered(): Insets {
  const [insets, setInsets] = useState<Insets>(NO_INSETS);
  // The sheet slides; its height is asked for after the slide as well, by the observer.
  const sheet = useStore(interfaceStore, (state) => state.sheet);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of the sheet covers something else.
  useEffect(() => {
    const map = document.querySelector(".map");
    const masthead = document.querySelector(".masthead");
    const foot = document.querySelector(".map-foot");
    const panel = document.querySelector(".panel");
    const parts = [map, masthead, foot, panel].filter((part) => part !== null);
    const measure = () => {
      if (map === null) return;
      const area = map.getBoundingClientRect();
      const small = matchMedia(SMALL_SCREEN).matches;
      const below = [foot, small ? panel : null].filter((part) => part !== null);
      const top = masthead === null ? 0 : masthead.getBoundingClientRect().bottom - area.top;
      const bottom = area.bottom - Math.min(...below.map((part) => part.getBoundingClientRect().top), area.bottom);
      // A sheet over nearly everything leaves nothing to fit a map into.
      const free = area.height - top - bottom;
      setInsets(
        rounded({
          top: top + MARGIN,
          right: MARGIN,
          bottom: (free < 120 && small ? 0 : bottom) + MARGIN,
          left: MARGIN,
        }),
      );
    };
    const observer = new ResizeObserver(measure);
    for (const part of parts) observer.observe(part);
    return () => observer.disconnect();
  }, [sheet]);
  return insets;
}

function rounded({ top, right, bottom, left }: Insets): Insets {
  return { top: Math.round(top), right: Math.round(right), bottom: Math.round(bottom), left: Math.round(left) };
}
