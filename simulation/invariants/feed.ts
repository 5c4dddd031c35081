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

/**
 * I5: positions without a hole from where it was compacted up to the head, before that one line for each row, and the
 * newest lines are the rows as they are.
 */
export function feedIsWhole({ changes, head, compactedTo, current }: Holdings): readonly string[] {
  const after = changes.filter(({ pos }) => pos > compactedTo);
  const holes = after.flatMap(({ pos }, index) =>
    pos === compactedTo + index + 1 ? [] : [`position ${compactedTo + index + 1} of the feed is ${pos}`],
  );
  const before = changes.filter(({ pos }) => pos <= compactedTo).map(rowKey);
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
    ...(after.length === head - compactedTo
      ? []
      : [`the head is ${head} after ${after.length} lines from ${compactedTo} on`]),
    ...(new Set(before).size === before.length ? [] : [`up to ${compactedTo} a row has more than one line`]),
    ...untold,
    ...stray.map((key) => `the feed still has ${key}`),
  ];
}
