import { useMemo, useState } from "react";
import { formatName } from "../../model/format-names.ts";
import { byCodeUnit } from "../../model/order.ts";
import { counted } from "../../scene/wording.ts";
import { useScene } from "../store/scene-context.tsx";

/** More files than this are listed when asked: a collection can be read from thousands. */
const SHOWN = 20;

/** The files that the map was made of, by name. */
export function SourceList() {
  const { inputs, network } = useScene().dataset.manifest;
  const [all, setAll] = useState(false);
  const sorted = useMemo(() => inputs.toSorted((a, b) => byCodeUnit(a.file, b.file)), [inputs]);
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <>
      <ul className="plain">
        {shown.map((input) => (
          <li key={`${input.sha256} ${input.file}`}>
            <bdi dir="auto">{input.file}</bdi>{" "}
            <span className="quiet">
              {input.format === null
                ? "not read"
                : network === undefined
                  ? `${counted(input.records, "record")}, ${formatName(input.format)}`
                  : formatName(input.format)}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < sorted.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          Show all {counted(sorted.length, "file")}
        </button>
      )}
    </>
  );
}
