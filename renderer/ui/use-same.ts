import { useState } from 'react';

/** The same object for as long as `value`, plain data, says the same: for what is made anew at each render. */
export function useSame<T>(value: T): T {
  const [same, setSame] = useState(value);
  if (JSON.stringify(same) === JSON.stringify(value)) return same;
  setSame(value);
  return value;
}
