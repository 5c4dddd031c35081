import { useState } from 'react';
import { DateField } from '../../../forms/date-field.tsx';
import { dayOf, dayText } from '../../../forms/date-text.ts';

interface DayEditProps {
  readonly label: string;
  /** A civil day, or empty while none can be read. */
  readonly value: string;
  readonly problem?: string | null;
  readonly testId?: string;
  readonly onChange: (day: string) => void;
}

/** A day of a draft: the text stays as typed, the draft gets the day or, while there is none, an empty text. */
export function DayEdit({ label, value, problem, testId, onChange }: DayEditProps) {
  const [text, setText] = useState(() => dayText(value));
  return (
    <DateField
      label={label}
      value={text}
      problem={problem}
      testId={testId ?? 'policy-day'}
      onChange={(typed) => {
        setText(typed);
        onChange(dayOf(typed) ?? '');
      }}
    />
  );
}
