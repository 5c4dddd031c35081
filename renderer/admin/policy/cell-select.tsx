interface CellSelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** A choice inside a cell: text until it is touched, so that a grid of them still reads as a table. */
export function CellSelect({ label, value, choices, onChange }: CellSelectProps) {
  const isKnown = choices.some((choice) => choice.value === value);
  return (
    <select
      className="cell-select"
      aria-label={label}
      title={choices.find((choice) => choice.value === value)?.label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {!isKnown && <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
