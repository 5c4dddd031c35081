import { Temporal } from 'temporal-polyfill';
import type { Due } from '../../../domain/facts/bodies/loans.ts';
import { isInstantDue } from '../../../domain/circulation/due.ts';
import type { Fact, Instant } from '../../../domain/facts/fact.ts';
import type { SlipData } from '../../../domain/printing/slip-data.ts';
import { formatDay } from '../../../contract/locales/format.ts';
import type { SlipRecord } from '../../store/slips.ts';
import type { DeskContext } from '../desk-context.ts';

/** What slips are filled from besides the facts on them. */
export type SlipContext = Pick<DeskContext, 'store' | 'library' | 'timeZone'>;

type SlipHead = Pick<SlipData, 'library' | 'address' | 'desk' | 'station' | 'at' | 'number' | 'staff'>;

/** What every slip says of itself. `first` is the first fact on it. */
export function slipHead(
  { store, library, timeZone }: SlipContext,
  { number }: Pick<SlipRecord, 'number'>,
  first: Fact,
): SlipHead {
  const own = store.settings.libraries().find(({ id }) => id === library);
  return {
    library: own?.name ?? library,
    address: own?.address ?? '',
    desk: first.desk,
    station: first.station,
    at: paperMoment(first.at, timeZone),
    number: `${store.journal.station}-${number}`,
    staff: first.actor,
  };
}

/** Name of a library, its id where it is not here. */
export function libraryName({ settings }: SlipContext['store'], id: string): string {
  return settings.libraries().find((library) => library.id === id)?.name ?? id;
}

/** A due day as `06/12/2026`, a due moment as `06/12/2026 16:30`. */
export function paperDue(due: Due, timeZone: string): string {
  return isInstantDue(due) ? paperMoment(due, timeZone) : formatDay(due);
}

function paperMoment(at: Instant, timeZone: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return `${formatDay(local.toPlainDate().toString())} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
