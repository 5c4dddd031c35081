import type { EntityRow } from '../catalogue/rows.ts';
import { demoCalendars } from './calendar/calendars.ts';
import { demoCatalogue } from './catalogue.ts';
import { demoLibraries, demoLibraryCodes } from './libraries.ts';
import type { DemoOptions } from './options.ts';
import { demoPatrons } from './people/patrons.ts';
import { demoPolicySet } from './policies.ts';

export { demoFacts } from './history/history.ts';
export { demoDefaults } from './options.ts';

/**
 * Every row of the demonstration province, in an order in which it can be loaded: libraries, policies and
 * calendars, then titles in batches with their copies right behind them, then readers. Rows are made while they
 * are taken; nothing but a batch is ever held, so a million titles need no memory.
 * Throws RangeError when more titles are asked than there are (about ten million).
 */
export function* demoRows(options: DemoOptions): Generator<EntityRow> {
  for (const code of demoLibraryCodes) yield { entity: 'library', row: demoLibraries[code] };
  yield { entity: 'policy', row: demoPolicySet };
  for (const row of demoCalendars) yield { entity: 'calendar', row };
  yield* demoCatalogue(options);
  for (const row of demoPatrons(options)) yield { entity: 'patron', row };
}
