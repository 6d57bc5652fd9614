import { createStore } from "zustand/vanilla";
import type { MapTheme } from "../../scene/palette.ts";

export type ThemePreference = "system" | "light" | "dark";

export const THEME_PREFERENCES: readonly ThemePreference[] = ["system", "light", "dark"];

export interface ThemeState {
  readonly preference: ThemePreference;
  /** What is on screen. */
  readonly theme: MapTheme;
}

const KEY = "coterie-theme";

export const themeStore = createStore<ThemeState>(() => ({ preference: "system", theme: "light" }));

/** Takes the kept preference, follows the system where there is none, and marks the page for the style sheets. */
export function startTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const { preference } = themeStore.getState();
    const theme = preference === "system" ? (system.matches ? "dark" : "light") : preference;
    document.documentElement.dataset.theme = theme;
    themeStore.setState({ theme });
  };
  themeStore.setState({ preference: keptPreference() });
  apply();
  system.addEventListener("change", apply);
  themeStore.subscribe((state, before) => {
    if (state.preference === before.preference) return;
    keepPreference(state.preference);
    apply();
  });
}

/** Storage can be full, or forbidden by the browser; a preference is then not kept, and nothing else happens. */
function keptPreference(): ThemePreference {
  try {
    const kept = localStorage.getItem(KEY);
    return THEME_PREFERENCES.find((preference) => preference === kept) ?? "system";
  } catch {
    return "system";
  }
}

function keepPreference(preference: ThemePreference): void {
  try {
    localStorage.setItem(KEY, preference);
  } catch {
    // Not kept; see above.
  }
}
