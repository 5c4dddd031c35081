import type { EntityRow } from '../../domain/catalogue/rows.ts';
import type { ChangeLine } from '../../contract/sync/protocol.ts';
import { changeLineSchema, changesEndSchema } from '../../contract/sync/protocol.ts';
import { isEntity, rowSchemas } from '../../contract/sync/rows.ts';
import type { FeedRow } from '../store/mirror/feed.ts';
import type { Page } from './ports.ts';

/** Reads a page of the feed. Throws when it does not have the agreed shape. */
export function readPage(body: string): Page {
  const lines = body.split('\n').filter((line) => line !== '');
  const last = lines.pop();
  const { end } = changesEndSchema.parse(JSON.parse(last ?? ''));
  return { end, rows: lines.map((line) => feedRow(changeLineSchema.parse(JSON.parse(line)))) };
}

/** A row this version cannot read is parked, not refused: the server may be newer. */
function feedRow({ pos, entity, id, row }: ChangeLine): FeedRow {
  if (row === null && isEntity(entity)) return { known: true, row: null, entity, id };
  const parsed = isEntity(entity) ? rowSchemas[entity].safeParse(row) : null;
  if (!parsed?.success) return { known: false, pos, entity, id, row: JSON.stringify(row) };
  // `rowSchemas[entity]` has just proved that `row` belongs to `entity`.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { known: true, row: { entity, row: parsed.data } as EntityRow };
}
