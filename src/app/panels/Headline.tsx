/** What a map holds: in two lines, two figures each, so that no line ends in a dot; read out and copied as one sentence. */
export function Headline({ parts }: { parts: readonly string[] }) {
  return (
    <h2 className="headline">
      <span className="figures-line">{parts.slice(0, 2).join(" · ")}</span>
      {parts.length > 2 && <span className="visually-hidden"> · </span>}
      <span className="figures-line">{parts.slice(2).join(" · ")}</span>
    </h2>
  );
}
