import type { OutcomeCode } from '../../../domain/outcome.ts';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import type { Translate } from '../../i18n/start.ts';
import type { vi } from '../../i18n/vi.ts';
import { formatDue } from '../../format/dates.ts';

/** The word of a row: what was done, or what was not. */
export function rowWord(t: Translate, row: Pick<DeskRow, 'act' | 'state' | 'findings' | 'route'>): string {
  const { act, state, findings, route } = row;
  if (state === 'pending') return t('rows.word.pending');
  if (state === 'noted') return t(`rows.word.${notedWord(row)}`);
  if (state === 'question') return t(`rows.word.${act === 'unknown' ? unknownWord(row) : askWord(act)}`);
  const telling = findings.map(({ reason }) => words[reason.code]).find((word) => word !== undefined);
  if (route && act === 'return') return t(`rows.word.${route.to === 'hold-shelf' ? 'trapped' : 'sent'}`);
  if (telling) return t(`rows.word.${telling}`);
  if (act === 'unknown') return t('rows.word.unknown');
  if (act === 'unreadable') return t('rows.word.unreadable');
  return t(`rows.word.${act}${endings[state]}`);
}

type RowWord = keyof typeof vi.rows.word;

function notedWord({ act, findings, route }: Pick<DeskRow, 'act' | 'findings' | 'route'>): RowWord {
  if (route) return 'onShelf';
  if (findings.some(({ reason }) => reason.code === 'LT-1115')) return 'scannerRight';
  return act === 'unknown' && findings.length === 0 ? 'command' : 'noted';
}

function unknownWord({ findings }: Pick<DeskRow, 'findings'>): RowWord {
  return findings.some(({ reason }) => reason.code === 'LT-1501') ? 'noCatalogue' : 'question';
}

function askWord(act: DeskRow['act']): RowWord {
  return act === 'reader' ? 'paper' : 'ask';
}

/** Outcomes that deserve a word of their own: act and state alone would say something else. */
const words: Partial<Record<OutcomeCode, RowWord>> = {
  'LT-1107': 'sharedNumber',
  'LT-1301': 'notOnLoan',
  'LT-1310': 'arrived',
  'LT-1311': 'used',
  'LT-1325': 'dueDone',
  'LT-1501': 'noCatalogue',
};

const endings = { done: 'Done', routed: 'Routed', refused: 'Refused' } as const;

/** The due date a row promises, or null: only loans and renewals that happened promise one. */
export function promisedDue({ act, state, loan }: Pick<DeskRow, 'act' | 'state' | 'loan'>): string | null {
  if (loan === null || (state !== 'done' && state !== 'routed')) return null;
  return act === 'checkout' || act === 'renewal' ? formatDue(loan.due) : null;
}

/** What a row is about: a title or a reader's name; empty for a code that is neither. */
export function rowSubject({ item, patron }: Pick<DeskRow, 'item' | 'patron'>): string {
  return item?.title ?? patron?.name ?? '';
}

/** What stands where the code stands: the copy's number, the reader's card, or what was scanned. */
export function rowCode({
  act,
  item,
  patron,
  text,
}: Pick<DeskRow, 'act' | 'item' | 'patron' | 'text'>): string {
  if (item) return item.barcode;
  return patron && (act === 'patron' || text === '') ? patron.card : text;
}

/** One short sentence for a screen reader. A hand-over says where the copy goes. */
export function announce(t: Translate, row: DeskRow): string {
  const due = promisedDue(row);
  const subject = rowSubject(row) || row.text;
  const handOver = row.holdsLine ? handOverWords(t, row) : null;
  return [rowWord(t, row), subject, handOver, due && t('rows.due', { date: due })].filter(Boolean).join(', ');
}

/** Where a copy has to go, in capitals to be read from afar; null when nothing has to be handed over. */
export function handOverWords(
  t: Translate,
  { route, findings }: Pick<DeskRow, 'route' | 'findings'>,
): string | null {
  if (route === null) return null;
  const said = findings.find(({ reason }) => handOvers.has(reason.code))?.reason.params ?? {};
  return route.to === 'hold-shelf'
    ? t('handover.keepFor', { name: said['name'] ?? '' })
    : t('handover.sendTo', { library: said['library'] ?? route.library });
}

/** Findings that carry the names of whom and where. */
export const handOvers: ReadonlySet<OutcomeCode> = new Set(['LT-1302', 'LT-1303', 'LT-1304', 'LT-1309']);
