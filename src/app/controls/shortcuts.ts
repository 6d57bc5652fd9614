import { focusSearch, KEYED } from "./commands.ts";

/** Listens for the keys of commands; returns what ends it. What the map or a field has answered itself is left alone. */
export function startShortcuts(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() === "k") answer(event, focusSearch.run);
      return;
    }
    if (isTyping(event.target) && event.key !== "Escape") return;
    const command = KEYED.find(({ keys }) => keys.includes(event.key));
    if (command !== undefined) answer(event, command.run);
  };
  window.addEventListener("keydown", listen);
  return () => window.removeEventListener("keydown", listen);
}

function answer(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  run();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input:not([type='radio'], [type='checkbox'])");
}
