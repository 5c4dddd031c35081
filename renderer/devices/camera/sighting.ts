import type { Decoded } from './decode.ts';

/** Which code the camera saw, and since when it has been in sight. */
export interface Sighting {
  readonly text: string;
  /** Pictures in a row that showed it. */
  readonly count: number;
  readonly told: boolean;
  /** When it was in sight last, in ms of any clock. */
  readonly lastAt: number;
}

/**
 * A code has to be read the same in this many pictures: one-dimensional codes have no strong check of their own, and
 * some are seen where there are none.
 */
const agreed = { strong: 2, weak: 5 } as const;
/** A code that was away this long in ms is a new scan: nobody puts the same book down twice that fast. */
const awayFor = 3_000;

/**
 * Takes what one picture showed; `tell` is true when it is a scan. A code that stays in sight is told once; another
 * code in between does not make the first one new before its time.
 */
export function sight(
  seen: readonly Sighting[],
  decoded: Decoded | null,
  at: number,
): { readonly seen: readonly Sighting[]; readonly tell: boolean } {
  const recent = seen.filter(({ lastAt }) => at - lastAt < awayFor);
  if (decoded === null) return { seen: recent, tell: false };
  const { text, weak } = decoded;
  const known = recent.find((one) => one.text === text);
  const count = (known?.count ?? 0) + 1;
  const told = known?.told === true;
  const tell = !told && count >= agreed[weak ? 'weak' : 'strong'];
  const next = { text, count, told: told || tell, lastAt: at };
  return { seen: [...recent.filter((one) => one.text !== text), next], tell };
}
