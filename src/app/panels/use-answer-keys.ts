import { useEffect } from "react";

/** What a key does, by the key in small letters. */
export type KeyedAnswers = Readonly<Partial<Record<string, () => void>>>;

/** Answers by key while the questions are on the page and nothing is typed; a key that is held down answers once. */
export function useAnswerKeys(answers: { readonly current: KeyedAnswers }): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.matches("input:not([type='radio']), textarea, select")) {
        return;
      }
      const run = answers.current[event.key.toLowerCase()];
      if (run === undefined) return;
      event.preventDefault();
      if (!event.repeat) run();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [answers]);
}
