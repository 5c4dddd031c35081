import { hash32 } from './random.ts';

/** What an identifier names; part of it, so that no two kinds ever share one. */
const kinds = {
  library: 1,
  policy: 2,
  calendar: 3,
  biblio: 4,
  item: 5,
  patron: 6,
  fact: 7,
  station: 8,
  hold: 9,
  charge: 10,
  drawer: 11,
} as const;
export type DemoIdKind = keyof typeof kinds;

/** 2025-07-01T00:00:00Z, the day the present provinces began: the clock of every row that has none. */
const firstMoment = 1_751_328_000_000;

/**
 * A lower-case UUID of version 7 (RFC 9562) that depends on nothing but its arguments. Kind and index are
 * written into it, so identifiers are distinct by construction for `index` below 2³².
 * `moment` is in milliseconds since the Unix epoch; without it the index stands in, which keeps rows in order.
 */
export function demoUuid(kind: DemoIdKind, index: number, seed: number, moment?: number): string {
  const time = hex(moment ?? firstMoment + index, 12);
  const noise = hash32(seed, kinds[kind], index);
  const version = `7${hex(kinds[kind], 1)}${hex(noise & 0xff, 2)}`;
  const variant = hex(0x8000 | ((noise >>> 8) & 0x3fff), 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hex(noise >>> 16, 4)}${hex(index, 8)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
