import { redoDecision, undoDecision } from "../store/change-identity.ts";
import { focusSearch, KEYED } from "./commands.ts";

/** Listens for the keys of commands; returns what ends it. What the map or a field has answered itself is left alone. */
export function startShortcuts(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      if (key === "k") answer(event, focusSearch.run);
      else if (isTyping(event.target)) return;
      else if (key === "y" || (key === "z" && event.shiftKey)) answer(event, redoDecision);
      else if (key === "z") answer(event, undoDecision);
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
