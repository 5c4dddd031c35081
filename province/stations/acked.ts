import type { ExpressionBuilder } from 'kysely';
import type { ProvinceSchema } from '../database/schema.ts';

/** The highest sequence the province holds of the incarnation that a `station` of the query spoke as last. */
export function ackedOf(eb: ExpressionBuilder<ProvinceSchema, 'station'>) {
  return eb
    .selectFrom('journal_entry')
    .select('journal_entry.seq')
    .whereRef('journal_entry.station', '=', 'station.station')
    .whereRef('journal_entry.inc', '=', 'station.inc')
    .orderBy('journal_entry.seq', 'desc')
    .limit(1);
}
