import type { PatronHold } from '../../../contract/workstation/desk.ts';
import type { Hold } from '../../../domain/holds/hold.ts';
import { formatDate } from '../../format/dates.ts';
import type { Translate } from '../../i18n/start.ts';

/** How far a hold has got, in one line. */
export function holdState(
  t: Translate,
  { hold, position, queue }: Pick<PatronHold, 'hold' | 'position' | 'queue'>,
): string {
  const { state, suspendedUntil } = hold;
  if (state.status === 'waiting') return t('patronHolds.waiting', { date: formatDate(state.shelfUntil) });
  if (state.status === 'in-transit') return t('patronHolds.inTransit');
  if (suspendedUntil === 'indefinite') return t('patronHolds.suspendedEndless');
  if (suspendedUntil !== null) return t('patronHolds.suspended', { date: formatDate(suspendedUntil) });
  return queue <= 1 ? t('patronHolds.onlyOne') : t('patronHolds.place', { position, queue });
}

/** What else was agreed about a hold: where it is collected, from when, and until when it stands. */
export function holdTerms(t: Translate, hold: Hold, pickupName: string): readonly string[] {
  const { state, level, startsOn, expiresOn, recall } = hold;
  const barcode = state.status === 'waiting' || state.status === 'in-transit' ? state.barcode : null;
  return [
    t('patronHolds.pickup', { library: pickupName }),
    ...(barcode === null ? [] : [barcode]),
    ...(level === 'copy' && barcode === null ? [t('patronHolds.oneCopy')] : []),
    ...(startsOn === null ? [] : [t('patronHolds.starts', { date: formatDate(startsOn) })]),
    ...(expiresOn === null || state.status === 'waiting'
      ? []
      : [t('patronHolds.expires', { date: formatDate(expiresOn) })]),
    ...(recall ? [t('patronHolds.recall')] : []),
    ...(hold.note === '' ? [] : [hold.note]),
  ];
}
