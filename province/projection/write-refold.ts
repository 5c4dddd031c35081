import { sql } from 'kysely';
import type { Part } from '../database/rows.ts';
import { insertRows } from '../database/rows.ts';
import { pointColumns } from './stream-points.ts';
import type { Refold } from './refold.ts';

/** The key of a row, in `projection` and in `published`. */
export const rowKeyColumns = ['entity', 'id'] as const;

/** The statements that bring the tables to what a refold gave. */
export function writeRefold({
  projected,
  dropped,
  opened,
  settled,
  points,
  pointless,
}: Refold): readonly Part[] {
  const drop = sql`delete from projection using
    jsonb_to_recordset(${JSON.stringify(dropped)}::jsonb) as gone(entity text, id text)
    where projection.entity = gone.entity and projection.id = gone.id`;
  const settle = sql`delete from exception
    where id in (select jsonb_array_elements_text(${JSON.stringify(settled)}::jsonb))`;
  const forget = sql`delete from stream_point
    where stream in (select jsonb_array_elements_text(${JSON.stringify(pointless)}::jsonb))`;
  return [
    ...insertRows('projection', projected, rowKeyColumns),
    ...(dropped.length > 0 ? [drop] : []),
    ...insertRows('exception', opened),
    ...(settled.length > 0 ? [settle] : []),
    ...insertRows('stream_point', points.map(pointColumns), ['stream']),
    ...(pointless.length > 0 ? [forget] : []),
  ];
}
