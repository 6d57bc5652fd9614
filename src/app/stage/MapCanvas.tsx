import type { ReactNode, RefObject } from "react";

interface MapCanvasProps {
  /** Where a stage draws. */
  readonly root: RefObject<HTMLDivElement | null>;
  /** What kind of map it is, and what this one shows, for those who do not see it. */
  readonly kind: string;
  readonly label: string;
  /** What the keys do. */
  readonly help: string;
  /** What the keys have reached, in words: a component of its own, so that nothing else is rendered for it. */
  readonly reached: ReactNode;
}

/** The place of a map: one tab stop that takes the keyboard by its own rules and says what the keys reach. */
export function MapCanvas({ root, kind, label, help, reached }: MapCanvasProps) {
  return (
    <div className="network-map">
      <div
        ref={root}
        className="network-map-canvas"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: role application takes the keyboard by its own rules
        tabIndex={0}
        role="application"
        aria-roledescription={kind}
        aria-label={label}
        aria-describedby="network-map-help"
      />
      <p id="network-map-help" className="visually-hidden">
        {help}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {reached}
      </p>
    </div>
  );
}
