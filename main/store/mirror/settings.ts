import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { Library } from '../../../domain/catalogue/catalogue.ts';
import type { ReceiptRange } from '../../../domain/money/payment.ts';
import type { PolicySet } from '../../../domain/policy/policy.ts';
import type { SlipTemplate } from '../../../domain/printing/template.ts';
import type { Sqlite } from '../sqlite.ts';
import { parseRow } from './stored-rows.ts';

/** The few rows that every decision reads whole. Parsed once and kept until one of them changes. */
export interface Settings {
  libraries(): readonly Library[];
  policySets(): readonly PolicySet[];
  calendar(library: string): Calendar | null;
  templates(library: string): readonly SlipTemplate[];
  receiptRanges(station: string): readonly ReceiptRange[];
}

interface Parsed {
  readonly version: number;
  readonly libraries: readonly Library[];
  readonly policySets: readonly PolicySet[];
  readonly calendars: readonly Calendar[];
  readonly templates: readonly SlipTemplate[];
  readonly ranges: readonly ReceiptRange[];
}

export function settingsOver(db: Sqlite): Settings {
  const version = db.prepare<[], { version: number }>('select version from setting_version');
  const rows = db.prepare<[string], { row: string }>('select row from setting where entity = ? order by id');
  const owner = db.prepare<[], { inc: string; forked: number }>('select inc, forked from feed_state');
  let parsed: Parsed | null = null;
  const read = <T>(entity: string): readonly T[] => rows.all(entity).map((row) => parseRow<T>(row));
  const current = (): Parsed => {
    const now = version.get()?.version ?? 0;
    if (parsed?.version !== now) {
      parsed = {
        version: now,
        libraries: read<Library>('library'),
        policySets: read<PolicySet>('policy'),
        calendars: read<Calendar>('calendar'),
        templates: read<SlipTemplate>('template'),
        ranges: read<ReceiptRange>('receipt-range'),
      };
    }
    return parsed;
  };
  return {
    libraries: () => current().libraries,
    policySets: () => current().policySets,
    calendar: (library) => current().calendars.find((calendar) => calendar.library === library) ?? null,
    templates: (library) => current().templates.filter((template) => template.library === library),
    receiptRanges: (station) => {
      const { inc, forked } = owner.get() ?? { inc: '', forked: 0 };
      // The copy that a forked journal was made of goes on using the numbers both had: none of them is ours any more.
      const isOurs = ({ inc: leasedTo }: ReceiptRange): boolean =>
        leasedTo === undefined ? forked === 0 : leasedTo === inc;
      return current().ranges.filter((range) => range.station === station && isOurs(range));
    },
  };
}
