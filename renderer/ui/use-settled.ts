import { useEffect, useState } from 'react';

/**
 * The value once it has stayed the same for `ms`: so that typing does not ask at every letter. An object made anew at
 * each render never stays the same, and would have its part of the page drawn again for ever: `useSame` first.
 */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
