import type { OutcomeCode } from '../../../domain/outcome.ts';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import type { Translate } from '../../i18n/start.ts';
import { formatDate } from '../../format/dates.ts';

/** The word of a row: what was done, or what was not. */
export function rowWord(
  t: Translate,
  { act, state, reasons }: Pick<DeskRow, 'act' | 'state' | 'reasons'>,
): string {
  const telling = reasons.map(({ code }) => words[code]).find((word) => word !== undefined);
  if (telling && state !== 'noted') return t(`rows.word.${telling}`);
  if (state === 'pending') return t('rows.word.pending');
  if (state === 'noted') return t('rows.word.noted');
  if (state === 'question') return t('rows.word.question');
  if (act === 'unknown') return t('rows.word.unknown');
  if (act === 'unreadable') return t('rows.word.unreadable');
  return t(`rows.word.${act}${endings[state]}`);
}

/** Outcomes that deserve a word of their own: act and state alone would say something else. */
const words: Partial<Record<OutcomeCode, 'notOnLoan' | 'sharedNumber' | 'noCatalogue'>> = {
  'LT-1301': 'notOnLoan',
  'LT-1107': 'sharedNumber',
  'LT-1501': 'noCatalogue',
};

const endings = { done: 'Done', routed: 'Routed', refused: 'Refused' } as const;

/** The due date a row promises, or null: only loans and renewals that happened promise one. */
export function promisedDue({ act, state, loan }: DeskRow): string | null {
  if (loan === null || (state !== 'done' && state !== 'routed')) return null;
  return act === 'checkout' || act === 'renewal' ? formatDate(loan.due) : null;
}

/** What a row is about: a title or a reader's name; empty for a code that is neither. */
export function rowSubject({ item, patron, act }: DeskRow): string {
  if (act === 'patron' && patron) return patron.name;
  return item?.title ?? '';
}

/** One short sentence for a screen reader. */
export function announce(t: Translate, row: DeskRow): string {
  const due = promisedDue(row);
  const subject = rowSubject(row) || row.text;
  return [rowWord(t, row), subject, due && t('rows.due', { date: due })].filter(Boolean).join(', ');
}
