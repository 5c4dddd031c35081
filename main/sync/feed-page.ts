import type { EntityRow } from '../../domain/catalogue/rows.ts';
import type { ChangeLine } from '../../contract/sync/protocol.ts';
import {
  changeLineSchema,
  changesEndSchema,
  protocolVersion,
  skipLineSchema,
} from '../../contract/sync/protocol.ts';
import { isEntity, rowSchemas } from '../../contract/sync/rows.ts';
import type { FeedRow } from '../store/mirror/feed.ts';
import type { Page } from './ports.ts';

/**
 * Reads a page of the feed after `cursor`. Every position is in one line, or in a line of those that are skipped:
 * where one is missing the page ends before it, to be asked for again. Throws when the page does not have the agreed
 * shape, or when the very first position is missing.
 */
export function readPage(body: string, cursor: number): Page {
  const lines = body.split('\n').filter((line) => line !== '');
  const last = lines.pop();
  const { end } = changesEndSchema.parse(JSON.parse(last ?? ''));
  const rows: FeedRow[] = [];
  let reached = cursor;
  for (const line of lines) {
    const read = readLine(line);
    if (read.pos !== reached + 1) break;
    reached = read.to;
    if (read.row) rows.push(read.row);
  }
  if (reached === end.cursor) return { end, rows };
  if (reached === cursor) throw new Error(`the feed has a hole after ${cursor}`);
  // What the rows include at an earlier position nobody has said.
  return { rows, end: { ...end, cursor: reached, more: true, includes: 0 } };
}

interface ReadLine {
  readonly pos: number;
  readonly to: number;
  readonly row: FeedRow | null;
}

function readLine(line: string): ReadLine {
  const json: unknown = JSON.parse(line);
  // Asked first: of a schema that does not fit, the refusal is what takes the time.
  const skip = hasSkip(json) ? skipLineSchema.safeParse(json) : null;
  if (skip?.success) return { pos: skip.data.pos, to: skip.data.to, row: null };
  const change = changeLineSchema.parse(json);
  return { pos: change.pos, to: change.pos, row: feedRow(change) };
}

function hasSkip(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'skip' in json;
}

/** A row this version cannot read is parked, not refused: the server may be newer. */
function feedRow({ pos, entity, id, row, min = 1 }: ChangeLine): FeedRow {
  if (row === null && isEntity(entity)) return { known: true, row: null, entity, id };
  const readable = isEntity(entity) && min <= protocolVersion;
  const parsed = readable ? rowSchemas[entity].safeParse(row) : null;
  if (!parsed?.success) return { known: false, pos, entity, id, row: JSON.stringify(row), min };
  // `rowSchemas[entity]` has just proved that `row` belongs to `entity`.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { known: true, row: { entity, row: parsed.data } as EntityRow };
}
