import { Temporal } from 'temporal-polyfill';
import type { CivilDate, Instant } from '../facts/fact.ts';

/** What the clock on the library's wall shows. */
interface WallTime {
  readonly date: CivilDate;
  /** `HH:MM`, the seconds left out: such texts compare as the times do. */
  readonly time: string;
}

export function wallTimeAt(instant: Instant, timeZone: string): WallTime {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return {
    date: at.toPlainDate().toString(),
    time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The instant of a wall time, with the zone's offset. In an hour that a zone leaves out: the one after it. */
export function instantAt({ date, time }: WallTime, timeZone: string): Instant {
  return written(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone));
}

/** The first whole minute at or after `hours` hours from `instant`: what a clock without seconds can show. */
export function wholeMinuteAfter(instant: Instant, hours: number, timeZone: string): Instant {
  const at = Temporal.Instant.from(instant).add({ hours }).toZonedDateTimeISO(timeZone);
  return written(at.round({ smallestUnit: 'minute', roundingMode: 'ceil' }));
}

function written(at: Temporal.ZonedDateTime): Instant {
  return at.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
}
