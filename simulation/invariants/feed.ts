import { isDeepStrictEqual } from 'node:util';
import { rowKey } from '../../province/projection/held-rows.ts';
import { unknownEntity } from '../province/announce-unknown.ts';
import { difference } from './broken.ts';
import type { Holdings } from './holdings.ts';

/** Kinds of row that only the feed has: nothing else is kept of them. */
const onlyInFeed: ReadonlySet<string> = new Set([unknownEntity, 'receipt-range']);

/** The newest line of each id. */
export function newestLines({ changes }: Pick<Holdings, 'changes'>): ReadonlyMap<string, unknown> {
  const lines = new Map<string, unknown>();
  for (const change of changes)
    if (change.row === null) lines.delete(rowKey(change));
    else lines.set(rowKey(change), change.row);
  return lines;
}

/** I5: positions without a hole up to the head, and the newest lines are the rows as they are. */
export function feedIsWhole({ changes, head, current }: Holdings): readonly string[] {
  const holes = changes.flatMap(({ pos }, index) =>
    pos === index + 1 ? [] : [`position ${index + 1} of the feed is ${pos}`],
  );
  const lines = newestLines({ changes });
  const now = new Map(current.map((row) => [rowKey(row), row.row]));
  const untold = [...now].flatMap(([key, row]) =>
    isDeepStrictEqual(lines.get(key), row)
      ? []
      : [`the feed and the table differ on ${key}: ${difference(lines.get(key), row)}`],
  );
  const stray = [...lines.keys()].filter(
    (key) => !now.has(key) && !onlyInFeed.has(key.slice(0, key.indexOf('/'))),
  );
  return [
    ...holes.slice(0, 1),
    ...(changes.length === head ? [] : [`the head is ${head} after ${changes.length} lines`]),
    ...untold,
    ...stray.map((key) => `the feed still has ${key}`),
  ];
}
