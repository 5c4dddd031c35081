import type { SyncStatus } from '../../contract/workstation/station.ts';
import { formatAge } from '../format/ages.ts';
import { formatDay, formatTimeShort } from '../format/dates.ts';
import { reasonSentence } from '../format/reasons.ts';
import type { Translate } from '../i18n/start.ts';

interface Told {
  readonly t: Translate;
  readonly language: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

export interface PillWords {
  /** What matters now: unsent acts, or that the line to the province is not well. */
  readonly first: string;
  /** Age of the data. */
  readonly second: string;
}

/** The two halves of the pill. */
export function pillWords({ t, language, now }: Told, status: SyncStatus): PillWords {
  const unsent = status.unsent > 0 ? t('sync.unsent', { count: status.unsent }) : '';
  const second = status.freshAt
    ? t('sync.fresh', { age: formatAge(status.freshAt, now, language) })
    : t('sync.freshNever');
  const line = lineWords(t, status);
  const first = [line, unsent].filter(Boolean).join(' · ');
  return { first: first === '' ? t('sync.sentAll') : first, second };
}

function lineWords(t: Translate, { state, progress }: SyncStatus): string {
  switch (state) {
    case 'online':
      return '';
    case 'offline':
      return t('sync.offline');
    case 'never':
      return t('sync.never');
    case 'forked':
      return t('sync.forked');
    case 'refused':
      return t('sync.refused');
    case 'catching-up':
      return progress && progress.total > 0
        ? t('sync.catchingUpPercent', { percent: Math.floor((progress.done / progress.total) * 100) })
        : t('sync.catchingUp');
  }
}

/** The story behind the pill in plain sentences. */
export function syncStory({ t, language, now }: Told, status: SyncStatus): readonly string[] {
  const { freshAt, oldestUnsentAt, unsent, state } = status;
  const sent =
    unsent === 0
      ? t('sync.story.sentAll')
      : oldestUnsentAt
        ? t('sync.story.unsent', { count: unsent, age: formatAge(oldestUnsentAt, now, language) })
        : t('sync.story.unsentNoAge', { count: unsent });
  const fresh = freshAt
    ? t('sync.story.fresh', {
        age: formatAge(freshAt, now, language),
        time: `${formatTimeShort(freshAt)} ${formatDay(freshAt)}`,
      })
    : t('sync.story.freshNever');
  // Nothing was ever sent by a station that has never met the province.
  const nothingYet = state === 'never' && unsent === 0;
  return [stateSentence(t, status), ...(nothingYet ? [] : [sent]), fresh, t('sync.story.safe')];
}

function stateSentence(t: Translate, { state, progress }: SyncStatus): string {
  if (state !== 'catching-up') return t(`sync.story.${state}`);
  if (progress?.unit === 'bytes')
    return t('sync.story.catchingUpFile', { percent: Math.floor((progress.done / progress.total) * 100) });
  return progress
    ? t('sync.story.catchingUp', { done: progress.done, total: progress.total })
    : t('sync.story.catchingUpUnknown');
}

/** The last attempt's problem as a sentence, or null. */
export function problemSentence(t: Translate, { lastError }: SyncStatus): string | null {
  return lastError && reasonSentence(t, { code: lastError, params: {} });
}
