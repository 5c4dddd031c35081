import type { DeskRow, RowQuestion } from '../../../contract/workstation/desk.ts';
import type { Check } from '../../../domain/policy/checks.ts';

/** A yes, as the core takes it. */
export interface RowAnswer {
  readonly row: string;
  readonly confirmed: readonly Check[];
  readonly due: string | null;
  readonly restricted: { readonly letter: string; readonly approver: string } | null;
}

/** What staff typed with a yes. */
export interface TypedAnswer {
  /** As typed: `06/12/2026`. */
  readonly due: string;
  readonly letter: string;
  readonly approver: string;
}

export const nothingTyped: TypedAnswer = { due: '', letter: '', approver: '' };

/** What a yes would say: key of `question.yes`, or what opens instead of an answer. */
export type QuestionKind = YesWord | 'fast-add' | 'register';

type YesWord =
  | 'lend'
  | 'lendUntil'
  | 'returnThenLend'
  | 'renewSame'
  | 'partsThere'
  | 'found'
  | 'repaired'
  | 'receive'
  | 'permit'
  | 'renew'
  | 'hold'
  | 'other';

/** A yes that passes one check alone says what it does with the copy. */
const single: Readonly<Partial<Record<Check, YesWord>>> = {
  'on-loan-to-same': 'renewSame',
  'on-loan-to-other': 'returnThenLend',
  'claimed-returned': 'returnThenLend',
  parts: 'partsThere',
  lost: 'found',
  damaged: 'repaired',
  'in-transit': 'receive',
  restricted: 'permit',
};

/** What a row asks, or null when it asks nothing that can be answered here. */
export function questionKind({
  act,
  state,
  question,
}: Pick<DeskRow, 'act' | 'state' | 'question'>): QuestionKind | null {
  if (act === 'reader' && state === 'question' && question === null) return 'register';
  if (question === null || state !== 'question') return null;
  if (question.fastAdd) return 'fast-add';
  return yesWord(act, question);
}

function yesWord(act: DeskRow['act'], { confirm, wants }: RowQuestion): YesWord {
  if (act === 'renewal') return 'renew';
  if (act === 'hold') return 'hold';
  if (act !== 'checkout') return 'other';
  // The copy is with this very reader: whatever else there is, a yes renews.
  if (confirm.includes('on-loan-to-same')) return 'renewSame';
  if (wants.includes('due')) return 'lendUntil';
  // What happens to somebody else's loan has to be on the button, also among other reasons.
  if (confirm.includes('on-loan-to-other')) return 'returnThenLend';
  const [only, ...others] = confirm;
  return (only !== undefined && others.length === 0 ? single[only] : undefined) ?? 'lend';
}

/** Whether "no" means that the copy stays here. */
export function keepsTheCopy({ act, question }: Pick<DeskRow, 'act' | 'question'>): boolean {
  return act === 'checkout' && !(question?.confirm.includes('on-loan-to-same') ?? false);
}

/** Rows that ask the same thing again after a yes keep what was typed; these are the fields a yes still lacks. */
export function missingFields(
  { wants }: Pick<RowQuestion, 'wants'>,
  typed: TypedAnswer,
  due: string | null,
): readonly (keyof TypedAnswer)[] {
  return [
    ...(wants.includes('due') && due === null ? (['due'] as const) : []),
    ...(wants.includes('restricted') && typed.letter.trim() === '' ? (['letter'] as const) : []),
    ...(wants.includes('restricted') && typed.approver.trim() === '' ? (['approver'] as const) : []),
  ];
}

/** Rows that a key answers: of each kind the newest, and of hand-overs the one that holds the line. */
export interface KeyedRows {
  readonly question: string | null;
  readonly handover: string | null;
  readonly undo: string | null;
  /** Scans that wait until the hand-over is done. */
  readonly waiting: number;
}

/** `rows`: newest first. */
export function keyedRows(rows: readonly DeskRow[]): KeyedRows {
  const holder = rows.find(({ holdsLine }) => holdsLine) ?? null;
  // A paper asks no more once a reader was registered after it.
  const registered = rows.findIndex(({ act, state }) => act === 'reader' && state !== 'question');
  const asks = (row: DeskRow, index: number): boolean => {
    const kind = questionKind(row);
    return kind === 'register' ? registered === -1 || index < registered : kind !== null;
  };
  return {
    question: rows.find(asks)?.id ?? null,
    handover: holder?.id ?? null,
    undo: rows.find(({ undo }) => undo !== null)?.id ?? null,
    waiting: holder ? rows.filter(({ state }) => state === 'pending').length : 0,
  };
}
