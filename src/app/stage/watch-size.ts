import type { Size } from "../../scene/projection.ts";

/**
 * Tells the size of `element` in CSS pixels: now, whenever its box changes, and when the page's pixel ratio does (page zoom,
 * another screen), which no box tells. Returns the end of it.
 */
export function watchSize(element: HTMLElement, changed: (size: Size) => void): () => void {
  const tell = () => changed({ width: element.clientWidth, height: element.clientHeight });
  const observer = new ResizeObserver(tell);
  observer.observe(element);

  const listening = new AbortController();
  const watchRatio = () => {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const again = () => {
      tell();
      watchRatio();
    };
    query.addEventListener("change", again, { once: true, signal: listening.signal });
  };
  watchRatio();
  tell();
  return () => {
    observer.disconnect();
    listening.abort();
  };
}
