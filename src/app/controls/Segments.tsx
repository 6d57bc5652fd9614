import { type ReactNode, useId } from "react";

interface SegmentsProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: ReactNode }[];
  readonly disabled?: boolean;
  readonly onChange: (value: Value) => void;
}

/** A few alternatives side by side: radio buttons that look like one. With an icon, the label is only heard. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { legend, value, options, disabled = false, onChange } = props;
  const name = useId();
  return (
    <fieldset className="segments" disabled={disabled}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="segment" title={option.icon === undefined ? undefined : option.label}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon}
          <span className={option.icon === undefined ? undefined : "visually-hidden"}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
