import { formatDay, formatTimeShort } from '../format/dates.ts';
import type { Translate } from '../i18n/start.ts';

const day = 86_400_000;

/**
 * Of when data is, once it is older than `minutes` at `at` (ms): `dữ liệu lúc 09:41 hôm qua`. Null while it is fresh,
 * and where nothing was ever fetched: then there is nothing to be old.
 */
export function dataAge(t: Translate, dataAt: string | null, at: number, minutes: number): string | null {
  if (dataAt === null || at - Date.parse(dataAt) <= minutes * 60_000) return null;
  const time = formatTimeShort(dataAt);
  const when = formatDay(dataAt);
  if (when === formatDay(new Date(at).toISOString())) return t('sync.dataToday', { time });
  if (when === formatDay(new Date(at - day).toISOString())) return t('sync.dataYesterday', { time });
  return t('sync.dataOn', { time, day: when });
}
