import { useStore } from "zustand";
import { THEME_PREFERENCES, themeStore } from "../store/theme-store.ts";
import { Icon } from "./Icon.tsx";
import { Segments } from "./Segments.tsx";

const LABELS = { system: "As the system", light: "Light", dark: "Dark" } as const;

export function ThemeSwitch() {
  const preference = useStore(themeStore, (state) => state.preference);
  return (
    <Segments
      legend="Colours"
      value={preference}
      options={THEME_PREFERENCES.map((value) => ({ value, label: LABELS[value], icon: <Icon name={value} /> }))}
      onChange={(value) => themeStore.setState({ preference: value })}
    />
  );
}
