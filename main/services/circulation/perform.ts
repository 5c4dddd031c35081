import type { Command } from '../../../domain/commands.ts';
import type { Decision } from '../../../domain/circulation/decision.ts';
import { isUndoable } from '../../../domain/circulation/undo.ts';
import type { DeskView } from '../../../domain/circulation/view.ts';
import { decide } from '../../../domain/decide.ts';
import type { DeskRow, RowAct } from '../../../contract/workstation/desk.ts';
import type { AppendedFact } from '../../store/journal/journal.ts';
import type { DeskContext } from '../desk-context.ts';
import { viewNow } from '../desk-context.ts';
import { queueActSlip } from '../printing/slip-acts.ts';
import { commitAct } from './commit.ts';
import { questionOf } from './question.ts';
import type { ActAnswer, RowContent } from './row-content.ts';
import { patronInRow, rowContent } from './row-content.ts';

/** Decides a command on what is known now, records what follows, and says it as a row. */
export function perform(context: DeskContext, command: Command): ActAnswer {
  context.store.mendOverlay();
  const view = viewNow(context);
  const decision = decide(view, command);
  // Everything a row shows is read before the commit: after it, nothing may fail.
  const subject = subjectOf(context, view, command);
  const { appended, tags } = commitAct(
    context,
    decision.facts,
    decision.explanation?.policy?.version ?? null,
  );
  const act = rowAct(command, decision);
  const slips = appended.flatMap(({ entry }) => queueActSlip(context, entry) ?? []);
  return {
    entries: appended.map(({ entry }) => entry),
    slips,
    tags,
    row: rowContent(act, decision.outcome, {
      ...subject,
      ...outcomeOf(appended, subject),
      findings: decision.findings,
      route: decision.route,
      holdsLine: decision.route !== null && decision.facts.length > 0,
      question: decision.outcome === 'question' ? questionOf(decision.findings, view.actor) : null,
      undo: undoable(appended),
      slip: slips.at(-1) ?? null,
      explanation: decision.explanation,
      dataAt: dependsOnOthers.has(act) ? context.store.feed.state().freshAt : null,
    }),
  };
}

type Subject = Pick<RowContent, 'item' | 'patron' | 'loan'>;

/** Which copy, reader and loan a command is about. */
function subjectOf(context: DeskContext, view: DeskView, command: Command): Subject {
  const { lookup } = context.store;
  const hold = 'hold' in command && command.do !== 'place-hold' ? view.hold(command.hold) : null;
  const loanId = 'loan' in command ? command.loan : null;
  const exception = command.do === 'resolve-exception' ? view.exception(command.exception) : null;
  const itemId = itemOf(command);
  const state = itemId === null ? null : view.circulation(itemId).state;
  const held = state && 'loan' in state && state.loan !== null ? view.loan(state.loan) : null;
  const loan = loanId === null ? held : view.loan(loanId);
  const charge =
    'charge' in command && typeof command.charge === 'string' ? view.charge(command.charge) : null;
  const payment = command.do === 'settle-payment' ? view.payment(command.payment) : null;
  const patronId =
    patronOf(command) ??
    exception?.patron ??
    charge?.patron ??
    payment?.patron ??
    hold?.patron ??
    loan?.patron ??
    null;
  const patron = command.do === 'register-patron' ? command.patron : patronId && view.patron(patronId);
  const item = itemId ?? loan?.item ?? exception?.item ?? null;
  return {
    item: item === null ? null : lookup.itemSummary(item),
    patron: patron ? patronInRow(patron) : null,
    loan: loan ? { id: loan.id, due: loan.due, renewals: loan.renewals } : null,
  };
}

function itemOf(command: Command): string | null {
  if (command.do === 'fast-add') return command.item.id;
  if (command.do === 'add-message') return command.about.kind === 'item' ? command.about.item : null;
  return 'item' in command ? command.item : null;
}

function patronOf(command: Command): string | null {
  if (command.do === 'register-patron') return command.patron.id;
  if (command.do === 'add-message') return command.about.kind === 'patron' ? command.about.patron : null;
  return 'patron' in command ? command.patron : null;
}

/** What the facts made of the loan, and the amount they are about. */
function outcomeOf(
  appended: readonly AppendedFact[],
  { loan }: Subject,
): Pick<RowContent, 'loan' | 'amount'> {
  let shown = loan;
  let amount: number | null = null;
  for (const { fact } of appended) {
    switch (fact.kind) {
      case 'loan.checked-out':
        shown = { id: fact.id, due: fact.body.due, renewals: 0 };
        break;
      case 'loan.renewed':
        shown = { id: fact.body.loan, due: fact.body.due, renewals: fact.body.renewals };
        break;
      case 'loan.due-changed':
        shown = loan && { ...loan, due: fact.body.due };
        break;
      case 'charge.assessed':
      case 'charge.waived':
      case 'payment.taken':
        amount = (amount ?? 0) + fact.body.amount;
        break;
      case 'drawer.opened':
        amount = fact.body.float;
        break;
      case 'drawer.closed':
        amount = fact.body.counted;
        break;
      default:
    }
  }
  return { loan: shown, amount };
}

function undoable(appended: readonly AppendedFact[]): string | null {
  const [first] = appended;
  return first && isUndoable(appended.map(({ fact }) => fact)) ? first.fact.id : null;
}

function rowAct(command: Command, decision: Decision): RowAct {
  if (command.do === 'check-out' && decision.facts.some(({ kind }) => kind === 'loan.renewed'))
    return 'renewal';
  return acts[command.do];
}

/** What other desks did may change the outcome of these: holds, limits, debts, where a copy is. */
const dependsOnOthers: ReadonlySet<RowAct> = new Set(['checkout', 'return', 'renewal', 'hold']);

const acts: Readonly<Record<Command['do'], DeskRow['act']>> = {
  'check-out': 'checkout',
  'check-in': 'return',
  'correct-return': 'return',
  renew: 'renewal',
  'change-due': 'renewal',
  'mark-item': 'item',
  'fast-add': 'item',
  'place-hold': 'hold',
  'amend-hold': 'hold',
  'end-hold': 'hold',
  charge: 'money',
  waive: 'money',
  pay: 'money',
  'take-deposit': 'money',
  'refund-deposit': 'money',
  'refund-credit': 'money',
  'settle-payment': 'money',
  'open-drawer': 'money',
  'close-drawer': 'money',
  'register-patron': 'reader',
  'amend-patron': 'reader',
  'renew-card': 'reader',
  'replace-card': 'reader',
  'set-card-lost': 'reader',
  'block-patron': 'reader',
  'record-consent': 'reader',
  'record-exemption': 'reader',
  'add-message': 'message',
  'end-message': 'message',
  'save-policy': 'settings',
  'save-calendar': 'settings',
  'close-days': 'settings',
  'save-template': 'settings',
  'resolve-exception': 'exception',
};
