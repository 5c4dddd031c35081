import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { CivilDate, ClockEvidence, Instant } from '../../domain/facts/fact.ts';

/** Time as a station knows it: evidence for facts, never authority. */
export interface StationClock {
  /** Now, RFC 3339 with the library's offset and milliseconds. */
  now(): Instant;
  /** The civil day at the library. */
  today(): CivilDate;
  evidence(): ClockEvidence;
  /** Server time minus station time in ms, from the last hello. */
  setOffset(milliseconds: number): void;
}

export interface ClockSources {
  /** Milliseconds since the Unix epoch. */
  readonly wall: () => number;
  /** Milliseconds of a clock that never jumps. */
  readonly monotonic: () => number;
}

const systemClock: ClockSources = { wall: () => Date.now(), monotonic: () => performance.now() };

export function stationClock(timeZone: string, sources: ClockSources = systemClock): StationClock {
  const boot = randomUUID();
  const started = sources.monotonic();
  let offset: number | null = null;
  const zoned = (): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(sources.wall()).toZonedDateTimeISO(timeZone);
  return {
    now: () => zoned().toString({ timeZoneName: 'never', fractionalSecondDigits: 3 }),
    today: () => zoned().toPlainDate().toString(),
    evidence: () => ({ boot, mono: Math.round(sources.monotonic() - started), offset }),
    setOffset: (milliseconds) => {
      offset = Math.round(milliseconds);
    },
  };
}
