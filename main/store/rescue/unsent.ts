import { join } from 'node:path';
import type { Instant } from '../../../domain/facts/fact.ts';
import type { Reason } from '../../../domain/outcome.ts';
import { reason } from '../../../domain/outcome.ts';
import { appVersion } from '../../version.ts';
import { journalFile } from '../store.ts';
import { hasJournal } from './open-rescue.ts';
import { rescueFile } from './rescue-file.ts';

/** What would be gone with a folder. */
export interface UnsentInFolder {
  readonly folder: string;
  /** With the entries that cannot be read: nobody can say that those were sent. */
  readonly count: number;
  /** When the oldest was made; null when nothing says so. */
  readonly since: Instant | null;
}

/** Looks into a station's folder, whoever has it open. A journal of which nothing can be read counts as one. */
export async function unsentIn(folder: string): Promise<UnsentInFolder> {
  const path = join(folder, journalFile);
  if (!hasJournal(path)) return { folder, count: 0, since: null };
  const file = await rescueFile({ folder, all: false, now: new Date().toISOString(), app: appVersion });
  if (!file) return { folder, count: 1, since: null };
  file.close();
  const { facts, unreadable, oldestAt } = file.header;
  return { folder, count: facts + unreadable, since: oldestAt };
}

/**
 * Why folders may not be deleted: LT-3109 for each that has unsent facts, or LT-3111 when somebody gave a number and it
 * is not that of all of them. Nothing when none are unsent, or exactly `said` are.
 */
export function lossReasons(found: readonly UnsentInFolder[], said: number | null): readonly Reason[] {
  const total = found.reduce((sum, { count }) => sum + count, 0);
  if (total === 0 || said === total) return [];
  if (said !== null) return [reason('LT-3111', { count: total, said })];
  return found
    .filter(({ count }) => count > 0)
    .map(({ count, since, folder }) =>
      reason('LT-3109', { count, total, since: since ?? '?', path: folder }),
    );
}

/** `--discard-unsent N`; a text is what is wrong with it. */
export function saidUnsent(text: string | undefined): number | string | null {
  if (text === undefined) return null;
  return /^\d+$/.test(text)
    ? Number(text)
    : `--discard-unsent takes the number of unsent facts, not “${text}”.`;
}
